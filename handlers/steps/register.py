"""Registering: language, name, phone and e-mail, asked of somebody new, when it is needed."""

from domain.errors import Problem
from domain.services.accounts import Registration
from domain.users import clean_name
from handlers.dialogue import SKIPPED, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Keyboard, Reply
from handlers.steps.typed import own_phone
from handlers.talk import Talk
from handlers.texts import DEFAULT, LANGUAGES


class Language(Step):
    """Which language we speak; the answer is kept in the session, beside the draft."""

    slot = "language"

    def wanted(self, talk: Talk) -> bool:
        return talk.session.language is None

    def ask(self, talk: Talk) -> Reply:
        row = tuple(talk.button(name, self.slot, code) for code, name in LANGUAGES.items())
        return Reply(text=talk.say.text("ask-language"), buttons=(row,))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        wanted = incoming.text.strip().casefold()
        for code, name in LANGUAGES.items():
            if wanted in (code, name.casefold(), *ALSO_CALLED[code]):
                talk.session = talk.session.but(language=code)
                talk.speaking(code)
                return {}
        raise Problem("no-such-language")


ALSO_CALLED = {"en": ("eng", "angrezi", "अंग्रेज़ी", "अंग्रेजी"), "hi": ("hindi", "हिंदी", "हिन्दी")}


class _OfNewUser(Step):
    """Asked only of somebody who is not registered, and has not put it off."""

    def wanted(self, talk: Talk) -> bool:
        return talk.draft.get("full_name") != SKIPPED and talk.user is None


class FullName(_OfNewUser):
    """The passenger's name. At the first hello one may look around first: `later`."""

    slot = "full_name"

    def __init__(self, *, skippable: bool = False) -> None:
        self._skippable = skippable

    def ask(self, talk: Talk) -> Reply:
        later = talk.button(talk.say.label("button-later-register"), self.slot, "later")
        text = talk.say.text("ask-name" if self._skippable else "ask-name-to-book")
        return Reply(text=text, buttons=((later,),) if self._skippable else ())

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TAP and incoming.text == "later" and self._skippable:
            return {self.slot: SKIPPED}
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        return {self.slot: clean_name(incoming.text)}


class Phone(_OfNewUser):
    """The phone number, by Telegram's contact button only: then it is known to be the sender's own."""

    slot = "phone"

    def ask(self, talk: Talk) -> Reply:
        text = talk.say.text("ask-phone", name=talk.draft.get("full_name", ""))
        return Reply(text=text, keyboard=Keyboard.CONTACT, keyboard_text=talk.say.label("button-contact"))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        return {self.slot: talk.services.accounts.check_phone(own_phone(incoming), talk.chat_id, talk.now)}


class Email(_OfNewUser):
    """The e-mail address; with it the account is made."""

    slot = "email"

    def ask(self, talk: Talk) -> Reply:
        return Reply(text=talk.say.text("ask-email"), keyboard=Keyboard.REMOVE)

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        accounts, draft = talk.services.accounts, talk.draft
        email = accounts.check_email(incoming.text, talk.chat_id, talk.now)
        language = talk.session.language or DEFAULT
        accounts.register(Registration(talk.chat_id, draft["full_name"], draft["phone"], email, language), talk.now)
        talk.forget_user()
        return {self.slot: email}
