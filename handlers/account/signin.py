"""/signin: an account is opened in another Telegram account, by phone or e-mail and password."""

from collections.abc import Sequence

from domain.errors import Problem
from domain.users import clean_email, clean_phone
from handlers.account.closed import closed_reply
from handlers.dialogue import Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming, Kind
from handlers.menu import home, home_buttons
from handlers.reply import Reply
from handlers.talk import Talk


class Whose(Step):
    """The phone number or e-mail address of the account; whether there is one is not told."""

    slot = "whose"

    def ask(self, talk: Talk) -> Reply:
        return Reply(text=talk.say.text("ask-signin-who"))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.CONTACT and incoming.contact:
            return {self.slot: clean_phone(f"+{incoming.contact.phone.lstrip('+')}")}
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        try:
            said = incoming.text.strip()
            return {self.slot: clean_email(said) if "@" in said else clean_phone(said)}
        except Problem:
            raise Problem("signin-unclear") from None


class Password(Step):
    """Tried as it is read: the draft knows only that it was right."""

    slot, needs = "signed_in", ("whose",)

    def ask(self, talk: Talk) -> Reply:
        return Reply(text=talk.say.text("ask-signin-password"))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        user = talk.services.signing_in.sign_in(talk.chat_id, talk.draft["whose"], incoming.text, talk.now)
        talk.forget_user()
        talk.session = talk.session.but(language=user.preferences.language)
        talk.speaking(user.preferences.language)
        return {self.slot: "yes"}


def open_signin(talk: Talk, value: str) -> Outcome:
    """Asks who it is. Problem `chat-has-account` where there is an account already."""
    if talk.user is not None:
        raise Problem("chat-has-account")
    outcome = SIGN_IN.begin(talk)
    return Outcome(outcome.session, tuple(reply.but(edit=False) for reply in outcome.replies), outcome.problem)


def finish(talk: Talk) -> Sequence[Reply]:
    """The welcome; of an account that rests, how to open it again."""
    user = talk.user
    if user is not None and not user.is_active:
        return (closed_reply(talk, user),)
    welcome = home(talk)
    return (welcome.but(text=f"{talk.say.text('signed-in')}\n\n{welcome.text}"),)


def leave(talk: Talk) -> Sequence[Reply]:
    """/cancel."""
    return (Reply(text=talk.say.text("not-signed-in"), buttons=home_buttons(talk.say)[:1]),)


SIGN_IN = Dialogue("signin", (Whose(), Password()), finish=finish, leave=leave)
