"""Replies on their way to Telegram: sent anew, edited in place, with pictures, within the limits."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, InputMediaDocument, InputMediaPhoto, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.logs import logger
from bot.telegram_calls import LONGEST_WAIT, ChatGone, Patience, patiently
from bot.telegram_keyboards import inline, markup
from bot.telegram_text import CAPTION_LIMIT, MESSAGE_LIMIT, pieces, plain, units
from domain.ids import ChatId
from handlers.incoming import Incoming
from handlers.reply import Picture, PictureKind, Reply

Drawn = tuple[bytes, str]  # of a file and its name
Draw = Callable[[Picture], Drawn]
Sent = TypeVar("Sent")
_log = logger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_CANNOT_EDIT = ("to edit not found", "can't be edited", "no text in the message", "message_id_invalid", "no caption")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a chat: a forum's topic, and the message that is answered to (if it is still there)."""

    topic_id: int | None = None
    reply_to: int | None = None

    def parameters(self) -> dict[str, Any]:
        """As the Bot API's methods take them."""
        answered = ReplyParameters(self.reply_to, allow_sending_without_reply=True) if self.reply_to else None
        given = {"message_thread_id": self.topic_id, "reply_parameters": answered}
        return {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of it: the id of the message that is the open question, if one is, and beside it the ids of those that
    ask for the money of a booking."""

    panel: int | None
    bills: tuple[tuple[str, int], ...]


class Sender:
    """Sends replies to a chat in their order; `draw` (blocking, called in a thread) makes bytes and a file name.

    `patience`: seconds that the messages of one `send` wait for a flood limit before RetryAfter is raised. `sends` is
    called before each message.
    """

    def __init__(
        self, bot: Bot, draw: Draw, patience: float = LONGEST_WAIT, sends: Callable[[], None] = lambda: None
    ) -> None:
        self._bot = bot
        self._draw = draw
        self._patience = patience
        self._sends = sends

    async def send(
        self,
        chat_id: ChatId,
        replies: Sequence[Reply],
        answering: Incoming | None = None,
        drawn: Mapping[Picture, Drawn | None] | None = None,
        *,
        hasty: bool = False,
        place: Place = Place(),
    ) -> Delivered:
        """Send all; what is to be known of the messages afterwards. Raises ChatGone or TelegramError; what comes before
        the reply that failed is out then. `drawn`: pictures of `prepare`. `hasty`: if the very first message meets a
        flood limit, RetryAfter is raised at once, for nothing is out yet."""
        patience = Patience(self._patience)
        delivery = _Delivery(self._bot, self._draw, chat_id, patience, drawn or {}, self._sends, hasty=hasty)
        if answering and answering.thread_id:
            place = Place(answering.thread_id)
        return await delivery.send(replies, answering, place)

    async def prepare(self, replies: Sequence[Reply]) -> dict[Picture, Drawn | None]:
        """The pictures of these replies; None for one that cannot be drawn."""
        return {reply.picture: await drawing(self._draw, reply.picture) for reply in replies if reply.picture}

    async def typing(self, chat_id: ChatId) -> None:
        """Show that an answer is on its way; a failure is no matter."""
        try:
            await self._bot.send_chat_action(chat_id, "typing")
        except TelegramError as error:
            _log.debug("typing was not shown", error=type(error).__name__)


class _Delivery:
    """The replies of one turn on their way to one chat, with one patience for all of them."""

    def __init__(
        self,
        bot: Bot,
        draw: Draw,
        chat_id: ChatId,
        patience: Patience,
        ready: Mapping[Picture, Drawn | None],
        sends: Callable[[], None],
        *,
        hasty: bool,
    ) -> None:
        self._bot = bot
        self._draw = draw
        self._chat_id = chat_id
        self._ready = ready
        self._sends = sends
        self._place: dict[str, Any] = {}
        self._patience = patience
        self._patiently = partial(patiently, patience=Patience(0) if hasty else patience)

    async def send(self, replies: Sequence[Reply], answering: Incoming | None, place: Place) -> Delivered:
        """See Sender.deliver."""
        self._place = place.parameters()
        if answering and answering.callback_id:
            await self._answer(answering.callback_id, next((r for r in replies if r.toast), None))
        tapped = answering.message_id if answering and answering.callback_id else None
        panel, bills = None, list[tuple[str, int]]()
        for message_id in (each for reply in replies for each in reply.deletes):
            await self._deleted(message_id)
        for message_id in dict.fromkeys(each for reply in replies for each in reply.strips):
            await self._stripped(message_id)
        for reply in replies:
            if not reply.text and not reply.picture:
                continue
            self._sends()
            message_id = await self._one(reply, tapped if reply.edit else reply.edits)
            self._patiently = partial(patiently, patience=self._patience)
            panel = message_id if reply.panel else panel
            if reply.bill and not reply.panel:
                bills.append((reply.bill, message_id))
        return Delivered(panel, tuple(bills))

    async def _answer(self, callback_id: str, reply: Reply | None) -> None:
        """Stop the spinner on the tapped button, with a toast if there is one; a tap of long ago has none."""
        text, alert = (reply.toast[:200], reply.alert) if reply else (None, False)
        try:
            await self._patiently(
                partial(self._bot.answer_callback_query, callback_id, text=text, show_alert=alert), tries=2
            )
        except (TelegramError, ChatGone) as error:
            _log.info("a tap was not answered", error=type(error).__name__)

    async def _deleted(self, message_id: int) -> None:
        """Out of the chat; one that is gone, or too old, is no matter."""
        try:
            await self._patiently(partial(self._bot.delete_message, self._chat_id, message_id))
        except (TelegramError, ChatGone) as error:
            _log.info("a message was not deleted", error=type(error).__name__)

    async def _stripped(self, message_id: int) -> None:
        """Without its buttons; one that is gone, or whose chat is hard to reach, keeps no words back."""
        try:
            await self._without_buttons(message_id)
        except (NetworkError, ChatGone) as error:
            _log.info("a message keeps its buttons", error=type(error).__name__)

    async def _one(self, reply: Reply, edited: int | None) -> int:
        drawn = await self._drawn(reply.picture) if reply.picture else None
        if drawn:
            try:
                if reply.picture and reply.picture.kind is PictureKind.IDENTITY:
                    return await self._sent_on(reply, drawn[0].decode())
                return await self._picture(reply, drawn, edited)
            except BadRequest as refused:
                _log.error("a picture was refused: its words go alone", error=refused.message)
                edited = None
        fits = units(reply.text) <= MESSAGE_LIMIT and not reply.keyboard
        if edited and fits and await self._edited(reply, edited):
            return edited
        return await self._text(reply, pieces(reply.text or "…"))

    async def _text(self, reply: Reply, parts: Sequence[str]) -> int:
        """Each part a message; the keyboard goes under the last."""
        if len(parts) > 1:
            _log.warning("a text over the limit was split", parts=len(parts))
        sent = None
        for index, part in enumerate(parts):
            keyboard = markup(reply) if index == len(parts) - 1 else None
            send = partial(self._bot.send_message, self._chat_id, reply_markup=keyboard, protect_content=reply.protect)
            send = partial(send, **self._place)
            sent = await self._formatted(partial(send, link_preview_options=_NO_PREVIEW), "text", part)
        assert sent is not None
        return sent.message_id

    async def _picture(self, reply: Reply, drawn: tuple[bytes, str], edited: int | None) -> int:
        parts = pieces(reply.text, MESSAGE_LIMIT, first=CAPTION_LIMIT)
        caption, rest = parts[0], parts[1:]
        if edited and not rest and await self._edited_picture(reply, drawn, edited):
            return edited
        content, name = drawn
        keyboard = None if rest else markup(reply)
        if _is_document(name):
            send = partial(
                self._bot.send_document, self._chat_id, document=content, filename=name, reply_markup=keyboard
            )
        else:
            send = partial(self._bot.send_photo, self._chat_id, photo=content, filename=name, reply_markup=keyboard)
        send = partial(send, protect_content=reply.protect, **self._place)
        sent = await self._formatted(send, "caption", caption)
        return await self._text(reply, rest) if rest else sent.message_id

    async def _sent_on(self, reply: Reply, file_id: str) -> int:
        """A file that Telegram has: a photo, or what was sent as a file."""
        given: dict[str, Any] = {"reply_markup": markup(reply), "protect_content": reply.protect, **self._place}
        try:
            send = partial(self._bot.send_photo, self._chat_id, file_id, **given)
            sent = await self._formatted(send, "caption", reply.text)
        except BadRequest:
            send = partial(self._bot.send_document, self._chat_id, file_id, **given)
            sent = await self._formatted(send, "caption", reply.text)
        return sent.message_id

    async def _drawn(self, picture: Picture) -> Drawn | None:
        return self._ready[picture] if picture in self._ready else await drawing(self._draw, picture)

    async def _edited(self, reply: Reply, message_id: int) -> bool:
        edit = partial(
            self._bot.edit_message_text, chat_id=self._chat_id, message_id=message_id, reply_markup=inline(reply)
        )
        return await self._shown(partial(edit, link_preview_options=_NO_PREVIEW), "text", reply.text)

    async def _edited_picture(self, reply: Reply, drawn: tuple[bytes, str], message_id: int) -> bool:
        """In place of a picture or a text. If Telegram will not have it, the old message only loses its buttons."""
        content, name = drawn
        shape = InputMediaDocument if _is_document(name) else InputMediaPhoto
        media = shape(content, caption=reply.text, parse_mode=ParseMode.HTML, filename=name)
        try:
            await self._patiently(
                partial(self._bot.edit_message_media, media, self._chat_id, message_id, reply_markup=inline(reply))
            )
        except BadRequest as refused:
            if _unchanged(refused):
                return True
            await self._without_buttons(message_id)
            return False
        return True

    async def _without_buttons(self, message_id: int) -> None:
        try:
            await self._patiently(partial(self._bot.edit_message_reply_markup, self._chat_id, message_id))
        except BadRequest as refused:
            _log.debug("buttons stay", error=refused.message)

    async def _formatted(self, send: Callable[..., Awaitable[Sent]], field: str, text: str) -> Sent:
        """Send as HTML; if Telegram cannot read our HTML, the words alone."""
        try:
            return await self._patiently(partial(send, **{field: text, "parse_mode": ParseMode.HTML}))
        except BadRequest as refused:
            if "parse entities" not in refused.message.lower():
                raise
            _log.error("a text is not Telegram's HTML", error=refused.message)
            return await self._patiently(partial(send, **{field: plain(text)}))

    async def _shown(self, edit: Callable[..., Awaitable[Message | bool]], field: str, text: str) -> bool:
        """True if the message shows it now, False if it has to be sent anew."""
        try:
            await self._formatted(edit, field, text)
        except BadRequest as refused:
            if _unchanged(refused):
                return True
            if any(words in refused.message.lower() for words in _CANNOT_EDIT):
                _log.info("a message could not be edited: sent anew", error=refused.message)
                return False
            raise
        return True


async def drawing(draw: Draw, picture: Picture) -> Drawn | None:
    """None for what cannot be drawn: a picture must not keep the words back."""
    try:
        return await asyncio.to_thread(draw, picture)
    except Exception:
        _log.exception("a picture could not be drawn", kind=picture.kind, booking=picture.booking_id)
        return None


def _unchanged(refused: BadRequest) -> bool:
    return "not modified" in refused.message.lower()


def _is_document(name: str) -> bool:
    return not name.lower().endswith((".png", ".jpg", ".jpeg"))
