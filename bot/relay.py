"""Carries support tickets between passengers and the staff group's topics: leased, done at Telegram, noted."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any, Protocol, TypeVar

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.logs import logger
from bot.telegram_calls import ChatGone, Patience, patiently, seconds_of
from bot.telegram_keyboards import inline
from bot.telegram_send import Place, Sender
from domain.deliveries import Delivered, Delivery, DeliveryKind
from domain.errors import NotFound, YatriError
from domain.ids import ChatId, TicketId, UserId
from domain.ports import Clock
from domain.services.relaying import Relaying
from domain.support import Ticket
from handlers.errand import Copy, Errand, MakeTopic, Post, SetTopic

Word = Callable[[Ticket, Delivery], Errand | None]  # blocking
Result = TypeVar("Result")
_log = logger(__name__)
_TOGETHER = 8  # tickets at a time
_PATIENCE = 3.0  # seconds that a message waits for a flood limit; after that its ticket is put off
_LONGEST_PAUSE = 300.0
_GROUP_PAUSE = 30.0  # seconds until a group that does not let us in is tried again
_ATTEMPTS = 5  # after which something that Telegram refuses is given up
_NO_TOPIC = ("thread not found", "topic_id_invalid", "topic_deleted")
_AS_IT_IS = ("topic_not_modified", "not modified")
_NO_SOURCE = ("message to copy not found", "message can't be copied", "message_id_invalid")


class TopicGone(Exception):
    """Somebody deleted the topic."""


class Carrier:
    """Does one errand at Telegram. Raises TopicGone, ChatGone or TelegramError."""

    def __init__(self, bot: Bot, sender: Sender, group: ChatId) -> None:
        self._bot = bot
        self._sender = sender
        self._group = group

    async def carry(self, errand: Errand) -> Delivered:
        """The ids of what was made."""
        try:
            match errand:
                case MakeTopic(name):
                    made = await self._patiently(partial(self._bot.create_forum_topic, self._group, name))
                    return Delivered(topic_id=made.message_thread_id)
                case SetTopic():
                    return await self._set(errand)
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
            try:
                await self._patiently(call)
            except BadRequest as refused:
                if not any(words in refused.message.lower() for words in _AS_IT_IS):
                    raise
        return Delivered()

    async def _post(self, post: Post) -> int | None:
        chat_id = self._group if post.chat_id is None else post.chat_id
        if post.caption and post.reply.edits:
            return await self._caption(post, chat_id)
        if post.copies:
            return await self._copied(post, post.copies, chat_id)
        place = Place(post.topic_id, post.reply_to)
        sent = await self._sender.send(chat_id, [post.reply.but(panel=True)], place=place)
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
        edit = partial(
            self._bot.edit_message_caption, chat_id, post.reply.edits,
            caption=post.reply.text, parse_mode=ParseMode.HTML, reply_markup=inline(post.reply),
        )  # fmt: skip
        try:
            await self._patiently(edit)
        except BadRequest as refused:
            if "not modified" not in refused.message.lower():
                raise
        return post.reply.edits

    async def _copied(self, post: Post, copy: Copy, chat_id: ChatId) -> int:
        """The message as its sender sent it; by its file where that message is gone."""
        given: dict[str, Any] = {"reply_markup": inline(post.reply), **Place(post.topic_id, post.reply_to).parameters()}
        if post.caption and post.reply.text:
            given |= {"caption": post.reply.text, "parse_mode": ParseMode.HTML}
        source = self._group if post.source is None else post.source
        if copy.message_id is not None:
            try:
                call = partial(self._bot.copy_message, chat_id, source, copy.message_id, **given)
                return (await self._patiently(call)).message_id
            except BadRequest as refused:
                if not any(words in refused.message.lower() for words in _NO_SOURCE):
                    raise
        kind = copy.attachment.kind
        send = getattr(self._bot, f"send_{kind}", self._bot.send_document)
        sent = await self._patiently(partial(send, chat_id, copy.attachment.file_id, **given))
        return int(sent.message_id)

    async def _patiently(self, call: Callable[[], Awaitable[Result]]) -> Result:
        return await patiently(call, patience=Patience(_PATIENCE))


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
        result, errand = Delivered(), None
        try:
            errand = await asyncio.to_thread(self._word, ticket, delivery)
            if errand is not None:
                result = await self._carrier.carry(errand)
        except TopicGone:
            return await asyncio.to_thread(self._relaying.topic_lost, ticket, self._clock.now())
        except NotFound:
            result = Delivered(lost=True)
        except ChatGone:
            if not isinstance(errand, Post) or errand.chat_id is None:
                # Nothing is given up for that: somebody has to let the bot into the group again.
                _log.error("the staff group cannot be reached: is the bot a member, and the chat id right?")
                await self._put_off(ticket, _GROUP_PAUSE)
                return None
            result = Delivered(lost=True)
        except RetryAfter as asked:
            await self._put_off(ticket, seconds_of(asked) + 1)
            return None
        except BadRequest as refused:
            _log.error("telegram refuses part of a ticket", kind=delivery.kind, error=refused.message)
            if ticket.attempts < _ATTEMPTS or delivery.kind is DeliveryKind.TOPIC:
                await self._put_off(ticket, min(_LONGEST_PAUSE, 2.0**ticket.attempts))
                return None
            result = Delivered(lost=True)
        except TelegramError as error:
            _log.info("telegram is hard to reach", error=type(error).__name__)
            await self._put_off(ticket, min(_LONGEST_PAUSE, 2.0**ticket.attempts))
            return None
        return await asyncio.to_thread(self._relaying.done, ticket, delivery, result, self._clock.now())

    async def _put_off(self, ticket: Ticket, seconds: float) -> None:
        until = self._clock.now() + timedelta(seconds=seconds)
        await asyncio.to_thread(self._relaying.put_off, ticket, until)
