"""What reached us, free of Telegram's shapes: one text, tap, contact, location or something unreadable."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import ChatId
from domain.support import Attachment

NOBODY = ChatId(0)


class Kind(StrEnum):
    """What the person did."""

    TEXT = "text"
    TAP = "tap"
    CONTACT = "contact"
    LOCATION = "location"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Contact:
    """A shared phone number; `own` is true only if Telegram says that it is the sender's."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update. `message_id` is the tapped message's; `text` is a message's text or a tap's callback data;
    `what` names what OTHER was (sticker, voice, photo, edited ...); `language` is the app's, as `hi`.

    `html` is a text or caption with its formatting, of an edited message too; `answers` the message that this one
    replies to. In the staff group (`in_group`) `sender` is who did it and `thread_id` the topic; `answers_sender` wrote
    the message that is replied to."""

    update_id: int
    chat_id: ChatId
    now: datetime
    kind: Kind
    text: str = ""
    message_id: int | None = None
    callback_id: str | None = None
    contact: Contact | None = None
    location: tuple[float, float] | None = None
    what: str = ""
    language: str | None = None
    first_name: str = ""
    html: str = ""
    attachment: Attachment | None = None
    answers: int | None = None
    in_group: bool = False
    sender: ChatId = NOBODY
    thread_id: int | None = None
    answers_sender: tuple[ChatId, str] | None = None

    @property
    def words(self) -> str:
        """What was said, in plain words also where it was a place or a phone number."""
        if self.location:
            return f"📍 {self.location[0]}, {self.location[1]}"
        return f"📱 {self.contact.phone}" if self.contact else self.text
