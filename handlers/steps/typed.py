"""Typed answers that are acted on as they are read, and phone numbers that are known to be one's own."""

from abc import abstractmethod
from typing import ClassVar

from domain.errors import Problem
from handlers.dialogue import Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.talk import Talk

DONE = "set"


class Typed(Step):
    """What is typed is taken at once: the draft only keeps that it was, or what `take` says."""

    asks: ClassVar[str]

    def ask(self, talk: Talk) -> Reply:
        return Reply(text=talk.say.text(self.asks))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        answer = self.take(incoming.text, talk)
        talk.forget_user()
        return answer or {self.slot: DONE}

    @abstractmethod
    def take(self, text: str, talk: Talk) -> Answer | None:
        """Does what the answer asks for. Raises Problem for what it is not."""


def own_phone(incoming: Incoming) -> str:
    """The number of a shared contact, with the plus that not every app writes. Problem `phone-by-button`, or
    `contact-not-own` unless Telegram says that it is the sender's own."""
    if incoming.kind is not Kind.CONTACT or incoming.contact is None:
        raise Problem("phone-by-button")
    if not incoming.contact.own:
        raise Problem("contact-not-own")
    return f"+{incoming.contact.phone.lstrip('+')}"
