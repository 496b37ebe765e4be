"""Telegram's side of one update: who is meant and what was done, as the conversations know it."""

from dataclasses import replace
from datetime import datetime

from telegram import CallbackQuery, Message, Update, User

from domain.ids import ChatId
from domain.support import Attachment
from handlers.incoming import Contact, Incoming, Kind

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_TOPICS = 2**32  # more than a chat can have
_READABLE_NOT = (
    *("sticker", "voice", "photo", "video", "video_note", "audio", "animation", "document", "poll", "dice", "story"),
    *("game", "invoice", "venue", "paid_media", "checklist"),
)


def chat_of(update: Update) -> ChatId:
    """The chat whose order this update must keep; 0 for one that has none. Each topic of a group counts as a chat of
    its own (by a number that no chat has), so that one that is slow keeps the others waiting for nothing."""
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return ChatId(0)
    topic = _topic(message) if message else None
    return ChatId(chat.id if topic is None else chat.id * _TOPICS - topic)


def incoming(update: Update, now: datetime, staff_group: ChatId | None = None) -> Incoming | None:
    """What the person did; None for what needs no answer (other groups, service messages, being blocked)."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None or user.is_bot or (chat.type != "private" and chat.id != staff_group):
        return None
    said = _incoming(update, user, chat.id, now)
    return replace(said, in_group=True) if said and chat.id == staff_group else said


def _incoming(update: Update, user: User, chat_id: int, now: datetime) -> Incoming | None:
    if update.callback_query:
        return _tap(update.update_id, chat_id, update.callback_query, now)
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
        sender=ChatId(query.from_user.id),
        thread_id=_topic(query.message) if isinstance(query.message, Message) else None,
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
        html=_formatted(message),
        attachment=_file(message) if kind is Kind.OTHER else None,
        answers=_answered(message),
        sender=ChatId(user.id),
        thread_id=_topic(message),
        answers_sender=_answered_sender(message),
    )


def _formatted(message: Message) -> str:
    """The text or caption as Telegram HTML."""
    if message.text is not None:
        return message.text_html
    return message.caption_html if message.caption is not None else ""


def _file(message: Message) -> Attachment | None:
    """What came along, by its file at Telegram; of a photo the largest size."""
    for kind in _READABLE_NOT:
        if found := getattr(message, kind):
            part = found[-1] if isinstance(found, list | tuple) else found
            return Attachment(
                kind=kind, file_id=getattr(part, "file_id", ""), name=getattr(part, "file_name", None) or ""
            )
    return None


def _topic(message: Message) -> int | None:
    """The forum topic; a thread of replies in another group has a number too, which means nothing to us."""
    return message.message_thread_id if message.is_topic_message else None


def _answered(message: Message) -> int | None:
    """The message that is replied to. In a topic every message answers to the one that made it: that is no reply."""
    to = message.reply_to_message
    return None if to is None or to.forum_topic_created else to.message_id


def _answered_sender(message: Message) -> tuple[ChatId, str] | None:
    to = message.reply_to_message
    if to is None or to.from_user is None or to.from_user.is_bot:
        return None
    return ChatId(to.from_user.id), to.from_user.first_name
