"""Carries support tickets between passengers and the staff group's topics: leased, done at Telegram, noted."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any, Protocol, TypeVar

from telegram import Bot, Message, MessageId
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.logs import logger
from bot.telegram_calls import ChatGone, Patience, patiently, seconds_of
from bot.telegram_keyboards import inline
from bot.telegram_send import Place, Sender
from bot.telegram_text import CAPTION_LIMIT, plain, units
from domain.deliveries import Delivered, Delivery, DeliveryKind
from domain.errors import Busy, Conflict, NotFound, YatriError
from domain.ids import ChatId, TicketId, UserId
from domain.ports import Clock
from domain.services.relaying import Relaying
from domain.support import Ticket
from handlers.errand import Copy, DropTopic, Errand, MakeTopic, Post, SetTopic
from handlers.reply import Reply

Word = Callable[[Ticket, Delivery], Errand | None]  # blocking
Result = TypeVar("Result")
_log = logger(__name__)
_TOGETHER = 8  # tickets at a time
_PATIENCE = 3.0  # seconds that a message waits for a flood limit; after that its ticket is put off
_LONGEST_PAUSE = 300.0
_GROUP_PAUSE = 30.0  # seconds until a group that does not let us in is tried again
_ATTEMPTS = 5  # after which something that Telegram refuses is given up
_NEVER_GIVEN_UP = (DeliveryKind.TOPIC, DeliveryKind.FORGET)
_NO_TOPIC = ("thread not found", "topic_id_invalid", "topic_deleted")
_NO_CAPTION = "no caption in the message"
_AS_IT_IS = ("topic_not_modified", "not modified")


class TopicGone(Exception):
    """Somebody deleted the topic."""


class Carrier:
    """Does one errand at Telegram. Raises TopicGone, ChatGone or TelegramError."""

    def __init__(self, bot: Bot, sender: Sender, group: ChatId, sends: Callable[[], None] = lambda: None) -> None:
        """`sends` is called before each message that `sender` does not send."""
        self._bot = bot
        self._sender = sender
        self._group = group
        self._sends = sends

    async def carry(self, errand: Errand) -> Delivered:
        """The ids of what was made."""
        try:
            match errand:
                case MakeTopic(name):
                    made = await self._patiently(partial(self._bot.create_forum_topic, self._group, name))
                    return Delivered(topic_id=made.message_thread_id)
                case SetTopic():
                    return await self._set(errand)
                case DropTopic():
                    return await self._drop(errand)
                case Post():
                    return Delivered(message_id=await self._post(errand))
        except BadRequest as refused:
            if any(words in refused.message.lower() for words in _NO_TOPIC):
                raise TopicGone from refused
            raise

    async def _set(self, topic: SetTopic) -> Delivered:
        """Name first: a closed topic is not renamed."""
        change = self._bot.close_forum_topic if topic.closed else self._bot.reopen_forum_topic
        rename = partial(self._bot.edit_forum_topic, self._group, topic.topic_id, name=topic.name)
        turn = partial(change, self._group, topic.topic_id)
        for call in (rename, turn):
            await self._changed(call)
        return Delivered()

    async def _changed(self, call: Callable[[], Awaitable[object]]) -> None:
        try:
            await self._patiently(call)
        except BadRequest as refused:
            if not any(words in refused.message.lower() for words in _AS_IT_IS):
                raise

    async def _drop(self, topic: DropTopic) -> Delivered:
        """Deleted; without the right to do so, at least its name and card tell of nobody any more."""
        try:
            await self._patiently(partial(self._bot.delete_forum_topic, self._group, topic.topic_id))
        except BadRequest as refused:
            if any(words in refused.message.lower() for words in _NO_TOPIC):
                return Delivered()
            _log.error("a topic is not deleted: may the bot delete messages in the group?", error=refused.message)
            await self._changed(partial(self._bot.reopen_forum_topic, self._group, topic.topic_id))
            if topic.card.reply.edits:
                await self._post(topic.card)
            await self._set(SetTopic(topic.topic_id, topic.name, closed=True))
            return Delivered(topic_id=topic.topic_id)
        return Delivered()

    async def _post(self, post: Post) -> int | None:
        chat_id = self._group if post.chat_id is None else post.chat_id
        if post.caption and post.reply.edits:
            return await self._caption(post, chat_id)
        if post.copies and not post.reply.edits:
            return await self._copied(post, post.copies, chat_id)
        place = Place(post.topic_id, post.reply_to)
        sent = (await self._sender.send(chat_id, [post.reply.but(panel=True)], place=place)).panel
        if post.pin and sent:
            await self._pinned(chat_id, sent)
        return sent

    async def _pinned(self, chat_id: ChatId, message_id: int) -> None:
        """A card that cannot be pinned is still a card."""
        try:
            await self._patiently(partial(self._bot.pin_chat_message, chat_id, message_id, disable_notification=True))
        except (TelegramError, ChatGone) as error:
            _log.warning("a card was not pinned", error=type(error).__name__)

    async def _caption(self, post: Post, chat_id: ChatId) -> int | None:
        """Changed in its place; words that are too long for a caption follow as an answer to it."""
        caption, rest = _captioned(post)
        edit = partial(
            self._bot.edit_message_caption, chat_id, post.reply.edits,
            caption=caption, parse_mode=ParseMode.HTML, reply_markup=inline(post.reply),
        )  # fmt: skip
        try:
            await self._patiently(edit)
        except BadRequest as refused:
            if _NO_CAPTION in refused.message.lower():  # words stand there, since it could not be copied
                return (
                    await self._sender.send(chat_id, [post.reply.but(panel=True)], place=Place(post.topic_id))
                ).panel
            if "not modified" not in refused.message.lower():
                raise
        if rest:
            await self._sender.send(chat_id, [rest], place=Place(post.topic_id, post.reply.edits))
        return post.reply.edits

    async def _copied(self, post: Post, copy: Copy, chat_id: ChatId) -> int | None:
        """What its sender sent, with the words that are too long for a caption after it; where Telegram has it no more,
        or never lets it be copied (as an invoice or a story), at least words tell of it."""
        caption, rest = _captioned(post)
        buttons = None if rest else inline(post.reply)
        given: dict[str, Any] = {"reply_markup": buttons, **Place(post.topic_id, post.reply_to).parameters()}
        if caption:
            given |= {"caption": caption, "parse_mode": ParseMode.HTML}
        sent = await self._file(post, copy, chat_id, given)
        if sent is None:
            told = post.reply.but(text=copy.instead, panel=True)
            return (await self._sender.send(chat_id, [told], place=Place(post.topic_id, post.reply_to))).panel
        if rest:
            await self._sender.send(chat_id, [rest], place=Place(post.topic_id, sent))
        return sent

    async def _file(self, post: Post, copy: Copy, chat_id: ChatId, given: dict[str, Any]) -> int | None:
        """Copied, or sent by its file; None if Telegram will have neither."""
        source = self._group if post.source is None else post.source
        send = getattr(self._bot, f"send_{copy.attachment.kind}", self._bot.send_document)
        ways: list[Callable[[], Awaitable[MessageId | Message]]] = []
        if copy.message_id is not None:
            ways.append(partial(self._bot.copy_message, chat_id, source, copy.message_id, **given))
        if copy.attachment.file_id:
            ways.append(partial(send, chat_id, copy.attachment.file_id, **given))
        for way in ways:
            try:
                return (await self._patiently(way)).message_id
            except BadRequest as refused:
                if any(words in refused.message.lower() for words in _NO_TOPIC):
                    raise
                _log.info("something sent to support is not passed on so", error=refused.message)
        return None

    async def _patiently(self, call: Callable[[], Awaitable[Result]]) -> Result:
        self._sends()
        return await patiently(call, patience=Patience(_PATIENCE))


def _captioned(post: Post) -> tuple[str, Reply | None]:
    """The caption of a file, and what has to follow it because it is too long for one."""
    if not post.caption:
        return "", None
    text, head = post.reply.text, post.copies.head if post.copies else ""
    if units(plain(text)) <= CAPTION_LIMIT:
        return text, None
    return head, post.reply.but(text=text.removeprefix(head).lstrip("\n"), edits=None)


class Carries(Protocol):
    """What takes an errand to the far end."""

    async def carry(self, errand: Errand) -> Delivered: ...


class Relay:
    """A job: each round takes the tickets that are due; one that is slow keeps the others waiting for nothing."""

    def __init__(self, relaying: Relaying, word: Word, carrier: Carries, clock: Clock) -> None:
        self._relaying = relaying
        self._word = word
        self._carrier = carrier
        self._clock = clock
        self._slots = asyncio.Semaphore(_TOGETHER)

    async def run(self) -> int:
        """How many tickets were taken up."""
        due = await asyncio.to_thread(self._relaying.due, self._clock.now())
        carrying = (self._ticket(user_id, ticket_id) for user_id, ticket_id in due)
        for outcome in await asyncio.gather(*carrying, return_exceptions=True):
            if outcome is not None:
                raise outcome  # a mistake of ours: the other tickets have been carried all the same
        return len(due)

    async def _ticket(self, user_id: UserId, ticket_id: TicketId) -> None:
        async with self._slots:
            try:
                ticket = await asyncio.to_thread(self._relaying.lease, user_id, ticket_id, self._clock.now())
                while ticket and ticket.outbox:
                    ticket = await self._one(ticket, ticket.outbox[0])
            except (YatriError, TelegramError, OSError) as error:
                # Its lease ends by itself, and somebody takes it up again.
                _log.warning(
                    "a ticket could not be relayed", ticket=ticket_id, error=f"{type(error).__name__}: {error}"
                )

    async def _one(self, ticket: Ticket, delivery: Delivery) -> Ticket | None:
        """The ticket after this one was carried out; None if it has to wait."""
        try:
            result = await self._carried(ticket, delivery)
        except TopicGone:
            return await asyncio.to_thread(self._relaying.topic_lost, ticket, self._clock.now())
        except (Busy, Conflict, OSError):
            raise  # the store is away: nothing is wrong with the delivery
        except Exception as failure:
            if not await self._given_up(ticket, delivery, failure):
                return None
            result = Delivered(lost=True)
        return await asyncio.to_thread(self._relaying.done, ticket, delivery, result, self._clock.now())

    async def _carried(self, ticket: Ticket, delivery: Delivery) -> Delivered:
        """What came of it; lost if the passenger, or what it is about, is not there any more."""
        try:
            errand = await asyncio.to_thread(self._word, ticket, delivery)
        except NotFound:
            return Delivered(lost=True)
        if errand is None:
            return Delivered()
        try:
            return await self._carrier.carry(errand)
        except ChatGone:
            if not isinstance(errand, Post) or errand.chat_id is None:
                raise
            await asyncio.to_thread(self._relaying.left, ticket, errand.chat_id, self._clock.now())
            return Delivered(lost=True, gone=True)

    async def _given_up(self, ticket: Ticket, delivery: Delivery, failure: Exception) -> bool:
        """Was what cannot succeed tried often enough? Else it is put off, and so is all that may succeed later. Nothing
        can be shown without a topic, and who has left is to be forgotten: these are tried for ever."""
        pause, hopeless = min(_LONGEST_PAUSE, 2.0**ticket.attempts), False
        match failure:
            case ChatGone():
                _log.error("the staff group cannot be reached: is the bot a member, and the chat id right?")
                pause = _GROUP_PAUSE
            case RetryAfter():
                pause = seconds_of(failure) + 1
            case BadRequest():
                _log.error("telegram refuses part of a ticket", kind=delivery.kind, error=failure.message)
                hopeless = True
            case TelegramError():
                _log.info("telegram is hard to reach", error=type(failure).__name__)
            case _:  # a mistake of ours: it must not keep the rest of its ticket back for ever
                _log.error("part of a ticket cannot be carried", kind=delivery.kind, exc_info=failure)
                hopeless = True
        if hopeless and ticket.attempts >= _ATTEMPTS and delivery.kind not in _NEVER_GIVEN_UP:
            _log.error("part of a ticket is given up", ticket=ticket.ticket_id, kind=delivery.kind)
            return True
        await self._put_off(ticket, pause)
        return False

    async def _put_off(self, ticket: Ticket, seconds: float) -> None:
        until = self._clock.now() + timedelta(seconds=seconds)
        await asyncio.to_thread(self._relaying.put_off, ticket, until)
