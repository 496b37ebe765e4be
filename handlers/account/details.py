"""Name, e-mail and phone: each changed by a dialogue of one question."""

from collections.abc import Sequence

from handlers.account.person import person
from handlers.account.profile import panel
from handlers.dialogue import Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming
from handlers.reply import Keyboard, Reply
from handlers.steps.typed import DONE, Typed, own_phone
from handlers.talk import Talk


class NewName(Typed):
    """The name by which we call them; names on tickets that are booked stay."""

    slot, asks = "new_name", "ask-new-name"

    def take(self, text: str, talk: Talk) -> None:
        talk.services.profiles.rename(person(talk).user_id, text, talk.now)


class NewEmail(Typed):
    """Another e-mail address."""

    slot, asks = "new_email", "ask-new-email"

    def take(self, text: str, talk: Talk) -> None:
        talk.services.profiles.move_email(person(talk).user_id, text, talk.now)


class NewPhone(Step):
    """Another phone number, by Telegram's contact button only: then it is known to be the sender's own."""

    slot = "new_phone"

    def ask(self, talk: Talk) -> Reply:
        text = talk.say.text("ask-new-phone")
        return Reply(text=text, keyboard=Keyboard.CONTACT, keyboard_text=talk.say.label("button-contact"))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        talk.services.profiles.move_phone(person(talk).user_id, own_phone(incoming), talk.now)
        talk.forget_user()
        return {self.slot: DONE}


def opening(dialogue: Dialogue, talk: Talk) -> Outcome:
    """Begins it below the profile, which stays. Problem `register-first`."""
    person(talk)
    outcome = dialogue.begin(talk)
    return Outcome(outcome.session, tuple(reply.but(edit=False) for reply in outcome.replies), outcome.problem)


def done(talk: Talk) -> Sequence[Reply]:
    """The profile as it is now."""
    return (panel(talk, person(talk), talk.say.text("profile-changed")).but(edit=False),)


def phone_done(talk: Talk) -> Sequence[Reply]:
    """The same, and the contact button is taken away."""
    gone = Reply(text=talk.say.text("profile-changed"), keyboard=Keyboard.REMOVE)
    return (gone, panel(talk, person(talk)).but(edit=False))


def kept(talk: Talk) -> Sequence[Reply]:
    """/cancel: all is as it was."""
    return (Reply(text=talk.say.text("account-kept"), keyboard=Keyboard.REMOVE),)


NAME = Dialogue("name", (NewName(),), finish=done, leave=kept)
EMAIL = Dialogue("email", (NewEmail(),), finish=done, leave=kept)
PHONE = Dialogue("phone", (NewPhone(),), finish=phone_done, leave=kept)
