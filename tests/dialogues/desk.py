"""The staff group of a transcript: topics as Telegram keeps them, staff who write in them, and the relay between."""

import asyncio
import itertools
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from telegram.error import BadRequest, NetworkError

from bot.relay import Relay, TopicGone
from bot.telegram_calls import ChatGone
from domain.deliveries import Delivered
from domain.ids import ChatId
from domain.support import Attachment, Ticket
from handlers.desk.carrying import Carrying
from handlers.desk.router import DeskRouter
from handlers.desk.turns import DeskTurns
from handlers.errand import DropTopic, Errand, MakeTopic, Post, SetTopic
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from tests.dialogues.transcript import FIRST_ADMINS, Passenger, World

GROUP = ChatId(-1001)
NEHA = ChatId(next(iter(FIRST_ADMINS)))
_updates = itertools.count(5_000_000)
_messages = itertools.count(7_000_000)


class Killed(BaseException):
    """A process that ends between two of its steps."""


@dataclass
class Shown:
    """A message as it stands in a chat."""

    message_id: int
    reply: Reply
    reply_to: int | None = None
    file: Attachment | None = None


@dataclass
class Topic:
    """A forum topic."""

    name: str
    closed: bool = False
    messages: list[Shown] = field(default_factory=list)
    pinned: int | None = None


@dataclass
class SetClock:
    """The sandbox's clock, and how much later it is in this story: other stories keep their time."""

    world: World
    later: timedelta = timedelta()

    def now(self) -> datetime:
        return self.world.clock.now() + self.later


class Group:
    """Telegram's side: carries errands out at once, loses what it is told to, and shows who reads what."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clock = SetClock(world)
        self.topics: dict[int, Topic] = {}
        self.chats: dict[int, list[Shown]] = {}
        self.blocked: set[int] = set()
        self.failing: list[Exception] = []
        self.dying = False
        self._turns = DeskTurns(DeskRouter(world.services))
        self._relay = Relay(world.services.relaying, Carrying(world.services).word, self, self.clock)

    def relayed(self) -> "Group":
        """All that is due has been carried."""
        for _ in range(5):
            if not asyncio.run(self._relay.run()):
                break
        return self

    def passes(self, **time: float) -> "Group":
        """Time goes by, and the job runs."""
        self.clock.later += timedelta(**time)
        return self.relayed()

    async def carry(self, errand: Errand) -> Delivered:
        """As bot.relay.Carrier."""
        if self.failing:
            raise self.failing.pop(0)
        done = self._carried(errand)
        if self.dying:
            self.dying = False
            raise Killed("after sending, before noting it")
        return done

    def _carried(self, errand: Errand) -> Delivered:
        match errand:
            case MakeTopic(name):
                made = next(_messages)
                self.topics[made] = Topic(name)
                return Delivered(topic_id=made)
            case SetTopic(topic_id, name, closed):
                self._topic(topic_id).name, self._topic(topic_id).closed = name, closed
                return Delivered()
            case DropTopic():
                self.topics.pop(errand.topic_id, None)
                return Delivered()
            case Post():
                return Delivered(message_id=self._post(errand))

    def _topic(self, topic_id: int | None) -> Topic:
        if topic_id not in self.topics:
            raise TopicGone
        return self.topics[topic_id]

    def _post(self, post: Post) -> int:
        if post.chat_id in self.blocked:
            raise ChatGone
        chat = self._topic(post.topic_id).messages if post.chat_id is None else self.chats.setdefault(post.chat_id, [])
        if post.reply.edits:
            old = next(each for each in chat if each.message_id == post.reply.edits)
            old.reply = post.reply
            return old.message_id
        if post.chat_id is None and self._topic(post.topic_id).closed:
            raise BadRequest("TOPIC_CLOSED")
        sent = Shown(next(_messages), post.reply, post.reply_to, post.copies.attachment if post.copies else None)
        chat.append(sent)
        if post.pin:
            self._topic(post.topic_id).pinned = sent.message_id
        return sent.message_id

    def latest(self) -> "Desk":
        """Neha at the topic that was made last."""
        return Desk(self, max(self.topics))

    def reads(self, passenger: Passenger) -> list[Shown]:
        """What the passenger was sent by the relay."""
        return self.chats.get(passenger.chat_id, [])

    def run(self, incoming: Incoming) -> tuple[Reply, ...]:
        return self._turns.run(incoming).replies


@dataclass
class Desk:
    """Somebody in a topic."""

    group: Group
    topic_id: int
    who: ChatId = NEHA
    name: str = "Neha"
    box: str = ""
    said: int = 0
    replies: tuple[Reply, ...] = ()

    @property
    def topic(self) -> Topic:
        return self.group.topics[self.topic_id]

    @property
    def card(self) -> Shown:
        return next(each for each in self.topic.messages if each.message_id == self.topic.pinned)

    def writes(self, text: str, **fields: Any) -> "Desk":
        """In the topic."""
        self.said = next(_messages)
        return self._does(Kind.TEXT, text=text, html=fields.pop("html", text), message_id=self.said, **fields)

    def asks(self, command: str) -> tuple[Reply, ...]:
        """What is said back to a command."""
        return self.writes(command).replies

    def sends(self, kind: str, caption: str = "") -> "Desk":
        """A file."""
        self.said = next(_messages)
        file = Attachment(kind=kind, file_id=f"{kind}-of-neha")
        return self._does(Kind.OTHER, what=kind, html=caption, attachment=file, message_id=self.said)

    def edits(self, text: str) -> "Desk":
        """The last message."""
        return self._does(Kind.OTHER, what="edited", html=text, message_id=self.said)

    def taps(self, words: str) -> "Desk":
        """A button of the newest message that has it."""
        for shown in reversed(self.topic.messages):
            button = next((b for row in shown.reply.buttons for b in row if words in b.text), None)
            if button:
                return self.taps_button(button, shown)
        raise AssertionError(f"no button {words!r}")

    def taps_button(self, button: Button, shown: Shown) -> "Desk":
        return self._does(Kind.TAP, text=button.data or "", message_id=shown.message_id, callback_id="c")

    def reads(self) -> str:
        """The whole topic."""
        return "\n".join(
            f"{each.reply.text}{f' [{each.file.kind}]' if each.file else ''}" for each in self.topic.messages
        )

    def _does(self, kind: Kind, **fields: Any) -> "Desk":
        update_id = fields.pop("update_id", None) or next(_updates)
        now = self.group.clock.now()
        incoming = Incoming(
            update_id, GROUP, now, kind, language="en", first_name=self.name, sender=self.who, in_group=True,
            thread_id=self.topic_id, **fields,
        )  # fmt: skip
        self.box = ""
        self.replies = self.group.run(incoming)
        for reply in self.replies:
            self.box = reply.toast or self.box
            if reply.text:
                if reply.edit:
                    next(m for m in self.topic.messages if m.message_id == fields["message_id"]).reply = reply
                else:
                    self.topic.messages.append(Shown(next(_messages), reply))
        self.group.relayed()
        return self


def does(asha: Passenger, group: Group, kind: Kind, message_id: int, **fields: Any) -> Passenger:
    """A message with an id, at the story's time; the relay runs."""
    said = asha.incoming(kind, message_id=message_id, **fields)
    asha.receives(asha.world.turns.run(replace(said, now=group.clock.now())))
    group.relayed()
    return asha


def writes(asha: Passenger, group: Group, text: str, message_id: int = 0, **fields: Any) -> Passenger:
    fields = {"html": text, **fields}
    return does(asha, group, Kind.TEXT, message_id or 1000 + len(group.reads(asha)) + len(text), text=text, **fields)


def open_ticket(asha: Passenger, group: Group, words: str = "My refund has not come") -> Desk:
    asha.says("/support").taps("A refund")
    if "Which trip" in asha.shown:
        asha.taps("None of these")
    writes(asha, group, words, 501)
    asha.sees("You are writing with support")
    return group.latest()


def ticket_of(asha: Passenger) -> Ticket:
    user = asha.world.services.accounts.of_chat(asha.chat_id)
    assert user
    return asha.world.services.supporting.of_user(user.user_id)[0]


def last(group: Group, asha: Passenger) -> Shown:
    return group.reads(asha)[-1]


def lost_line() -> NetworkError:
    """Telegram cannot be reached for a moment."""
    return NetworkError("away")
