"""Telegram's side of one update: who is meant and what was done, as the conversations know it."""

from datetime import datetime

from telegram import CallbackQuery, Message, Update, User

from domain.ids import ChatId
from handlers.incoming import Contact, Incoming, Kind

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_READABLE_NOT = (
    *("sticker", "voice", "photo", "video", "video_note", "audio", "animation", "document", "poll", "dice", "story"),
    *("game", "invoice", "venue", "paid_media", "checklist"),
)


def chat_of(update: Update) -> ChatId:
    """The chat whose order this update must keep; 0 for one that has none."""
    chat = update.effective_chat
    return ChatId(chat.id if chat else 0)


def incoming(update: Update, now: datetime) -> Incoming | None:
    """What the person did; None for what needs no answer (groups, service messages, being blocked)."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None or chat.type != "private" or user.is_bot:
        return None
    if update.callback_query:
        return _tap(update.update_id, chat.id, update.callback_query, now)
    if update.edited_message:
        return _other(update.update_id, update.edited_message, user, now, "edited")
    if update.message:
        return _said(update.update_id, update.message, user, now)
    return None


def _tap(update_id: int, chat_id: int, query: CallbackQuery, now: datetime) -> Incoming:
    return Incoming(
        update_id=update_id,
        chat_id=ChatId(chat_id),
        now=now,
        kind=Kind.TAP,
        text=query.data or "",
        message_id=query.message.message_id if query.message else None,
        callback_id=query.id,
        language=query.from_user.language_code,
        first_name=query.from_user.first_name,
    )


def _said(update_id: int, message: Message, user: User, now: datetime) -> Incoming | None:
    if message.text is not None:
        return _message(update_id, message, user, now, Kind.TEXT, text=message.text)
    if message.contact:
        shared = Contact(message.contact.phone_number, own=message.contact.user_id == user.id)
        return _message(update_id, message, user, now, Kind.CONTACT, contact=shared)
    if message.location:
        place = (message.location.latitude, message.location.longitude)
        return _message(update_id, message, user, now, Kind.LOCATION, location=place)
    what = next((name for name in _READABLE_NOT if getattr(message, name)), None)
    return _other(update_id, message, user, now, what) if what else None


def _other(update_id: int, message: Message, user: User, now: datetime, what: str) -> Incoming:
    return _message(update_id, message, user, now, Kind.OTHER, what=what)


def _message(
    update_id: int,
    message: Message,
    user: User,
    now: datetime,
    kind: Kind,
    *,
    text: str = "",
    contact: Contact | None = None,
    location: tuple[float, float] | None = None,
    what: str = "",
) -> Incoming:
    return Incoming(
        update_id=update_id,
        chat_id=ChatId(message.chat.id),
        now=now,
        kind=kind,
        text=text,
        message_id=message.message_id,
        contact=contact,
        location=location,
        what=what,
        language=user.language_code,
        first_name=user.first_name,
    )
