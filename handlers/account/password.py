"""/password: a word by which the account can be taken along; it is never stored as typed, nor left in the chat."""

from collections.abc import Sequence
from dataclasses import replace

from domain.errors import Problem
from handlers.account.details import kept, opening
from handlers.account.person import person
from handlers.account.profile import panel
from handlers.dialogue import Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.talk import Talk


class NewPassword(Step):
    """Set as it is read: the draft knows only that it was."""

    slot = "new_password"

    def ask(self, talk: Talk) -> Reply:
        return Reply(text=talk.say.text("ask-password"))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        talk.services.signing_in.set_password(person(talk).user_id, incoming.text, talk.now)
        talk.forget_user()
        return {self.slot: "set"}


def open_password(talk: Talk, value: str) -> Outcome:
    """Asks for it; what was typed behind the command is taken at once, and taken away like any other."""
    if not value:
        return opening(PASSWORD, talk)
    return PASSWORD.begin(talk, NewPassword().read(replace(talk.incoming, text=value), talk))


def finish(talk: Talk) -> Sequence[Reply]:
    """That it holds from now on, and for what."""
    return (panel(talk, person(talk), talk.say.text("password-set")).but(edit=False),)


PASSWORD = Dialogue("password", (NewPassword(),), finish=finish, leave=kept)
