"""Errands: what is to be done at Telegram for a ticket, free of Telegram's shapes."""

from dataclasses import dataclass

from domain.ids import ChatId
from domain.support import Attachment
from handlers.reply import Reply


@dataclass(frozen=True, slots=True)
class MakeTopic:
    """A new forum topic in the staff group."""

    name: str


@dataclass(frozen=True, slots=True)
class SetTopic:
    """A topic's name, and whether it is open."""

    topic_id: int
    name: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """What somebody sent, to be copied from the other chat; by its file if that message is gone or cannot be copied;
    where it has none, `instead` says what it was. `head` (who sent it) is the caption where the whole is too long."""

    message_id: int | None
    attachment: Attachment
    head: str
    instead: str


@dataclass(frozen=True, slots=True)
class Post:
    """A message to a passenger's chat, or (None) into a topic of the staff group. `reply.edits` changes one that is
    there, its caption if `caption`; `copies` is sent anew with the reply's text as caption; `pin` keeps it on top."""

    chat_id: ChatId | None
    reply: Reply
    topic_id: int | None = None
    reply_to: int | None = None
    copies: Copy | None = None
    source: ChatId | None = None  # where `copies` is from; None: the staff group
    caption: bool = False
    pin: bool = False


@dataclass(frozen=True, slots=True)
class DropTopic:
    """A topic that is deleted with all its messages; where that is refused it gets this name, and this card."""

    topic_id: int
    name: str
    card: Post


Errand = MakeTopic | SetTopic | DropTopic | Post
