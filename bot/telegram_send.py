"""Replies on their way to Telegram: sent anew, edited in place, with pictures, within the limits."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

from telegram import Bot, InputMediaDocument, InputMediaPhoto, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.logs import logger
from bot.telegram_calls import LONGEST_WAIT, ChatGone, Patience, patiently
from bot.telegram_keyboards import inline, markup
from bot.telegram_text import CAPTION_LIMIT, MESSAGE_LIMIT, pieces, plain
from domain.ids import ChatId
from handlers.incoming import Incoming
from handlers.reply import Picture, Reply

Draw = Callable[[Picture], tuple[bytes, str]]
Sent = TypeVar("Sent")
_log = logger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_CANNOT_EDIT = ("to edit not found", "can't be edited", "no text in the message", "message_id_invalid", "no caption")


class Sender:
    """Sends replies to a chat in their order; `draw` (blocking, called in a thread) makes bytes and a file name.

    `patience`: seconds that the messages of one `send` wait for a flood limit before RetryAfter is raised.
    """

    def __init__(self, bot: Bot, draw: Draw, patience: float = LONGEST_WAIT) -> None:
        self._bot = bot
        self._draw = draw
        self._patience = patience

    async def send(self, chat_id: ChatId, replies: Sequence[Reply], answering: Incoming | None = None) -> int | None:
        """Send all; the id of the message that is the open question, if one is. Raises ChatGone or TelegramError;
        what comes before the reply that failed is out then."""
        delivery = _Delivery(self._bot, self._draw, chat_id, Patience(self._patience))
        return await delivery.send(replies, answering)

    async def typing(self, chat_id: ChatId) -> None:
        """Show that an answer is on its way; a failure is no matter."""
        try:
            await self._bot.send_chat_action(chat_id, "typing")
        except TelegramError as error:
            _log.debug("typing was not shown", error=type(error).__name__)


class _Delivery:
    """The replies of one turn on their way to one chat, with one patience for all of them."""

    def __init__(self, bot: Bot, draw: Draw, chat_id: ChatId, patience: Patience) -> None:
        self._bot = bot
        self._draw = draw
        self._chat_id = chat_id
        self._patiently = partial(patiently, patience=patience)

    async def send(self, replies: Sequence[Reply], answering: Incoming | None) -> int | None:
        """See Sender.send."""
        if answering and answering.callback_id:
            await self._answer(answering.callback_id, next((r for r in replies if r.toast), None))
        tapped = answering.message_id if answering and answering.callback_id else None
        panel = None
        for reply in replies:
            if not reply.text and not reply.picture:
                continue
            message_id = await self._one(reply, tapped if reply.edit else reply.edits)
            panel = message_id if reply.panel else panel
        return panel

    async def _answer(self, callback_id: str, reply: Reply | None) -> None:
        """Stop the spinner on the tapped button, with a toast if there is one; a tap of long ago has none."""
        text, alert = (reply.toast[:200], reply.alert) if reply else (None, False)
        try:
            await self._patiently(
                partial(self._bot.answer_callback_query, callback_id, text=text, show_alert=alert), tries=2
            )
        except (TelegramError, ChatGone) as error:
            _log.info("a tap was not answered", error=type(error).__name__)

    async def _one(self, reply: Reply, edited: int | None) -> int:
        drawn = await self._drawn(reply.picture) if reply.picture else None
        if drawn:
            try:
                return await self._picture(reply, drawn, edited)
            except BadRequest as refused:
                _log.error("a picture was refused: its words go alone", error=refused.message)
                edited = None
        fits = len(reply.text) <= MESSAGE_LIMIT and not reply.keyboard
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
        sent = await self._formatted(partial(send, protect_content=reply.protect), "caption", caption)
        return await self._text(reply, rest) if rest else sent.message_id

    async def _drawn(self, picture: Picture) -> tuple[bytes, str] | None:
        """A picture that cannot be drawn must not keep the words back."""
        try:
            return await asyncio.to_thread(self._draw, picture)
        except Exception:
            _log.exception("a picture could not be drawn", kind=picture.kind, booking=picture.booking_id)
            return None

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


def _unchanged(refused: BadRequest) -> bool:
    return "not modified" in refused.message.lower()


def _is_document(name: str) -> bool:
    return not name.lower().endswith((".png", ".jpg", ".jpeg"))
