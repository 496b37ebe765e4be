"""/password: a word by which the account can be taken along; it is never stored as typed, nor left in the chat."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.account.details import kept, opening
from handlers.account.person import person
from handlers.account.profile import panel
from handlers.dialogue import Dialogue, Outcome
from handlers.reply import Reply
from handlers.steps.typed import Typed
from handlers.talk import Talk


class NewPassword(Typed):
    """Set as it is read: the draft knows only that it was."""

    slot, asks = "new_password", "ask-password"

    def take(self, text: str, talk: Talk) -> None:
        talk.services.signing_in.set_password(person(talk).user_id, text, talk.now)


def open_password(talk: Talk, value: str) -> Outcome:
    """Asks for it; what was typed behind the command is taken at once, and taken away like any other."""
    if not value:
        return opening(PASSWORD, talk)
    return PASSWORD.begin(talk, NewPassword().read(replace(talk.incoming, text=value), talk))


def finish(talk: Talk) -> Sequence[Reply]:
    """That it holds from now on, and for what."""
    return (panel(talk, person(talk), talk.say.text("password-set")).but(edit=False),)


PASSWORD = Dialogue("password", (NewPassword(),), finish=finish, leave=kept)
