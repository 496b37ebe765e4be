"""Users: who they are, how they like to travel, and what makes a name, phone or e-mail acceptable."""

import re
from enum import StrEnum

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from pydantic import AwareDatetime, Field

from domain.bookings import Gender
from domain.errors import Problem
from domain.identity import IdKind
from domain.ids import BookingId, ChatId, UserId, WalletId
from domain.inventory import BerthKind
from domain.model import Entity, Rupees, Value
from domain.quiet import QuietHours
from domain.trains import TravelClass

MAX_SAVED = 12
RECENT = 10  # bookings kept on the user's own row, by their ids, which are in order of time
MAX_FAVOURITES = 5  # as many as are offered as buttons
# Possessive (*+): both alternatives take Indian letters, and trying them in turn would take ages over a long word.
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'\-\u0300-\u036f\u0900-\u0dff\u200c\u200d])*+")


SELF, DELETED = "self", "deleted"  # why an account is closed: its user put it to rest, or left for good


class KycStatus(StrEnum):
    """Identity check."""

    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"


class SavedPassenger(Value):
    """Somebody the user books for again and again."""

    name: str
    age: int
    gender: Gender
    berth: BerthKind | None = None


class Favourite(Value):
    """A journey that is booked again and again: codes of its ends, of a city with several stations all by commas."""

    origin: str
    destination: str


class Identity(Value):
    """A document that was shown to us. Its number and the picture's file are sealed; `masked` may be shown."""

    kind: IdKind
    masked: str
    sealed_number: str
    sealed_file: str
    asked_at: AwareDatetime
    refused_because: str = ""


class Preferences(Value):
    """What the user likes; more keys come with the features that need them. `push`: which news are sent, by
    `domain.notifications.NotifType`; a type that is not there is."""

    language: str = "en"
    passengers: tuple[SavedPassenger, ...] = ()
    push: dict[str, bool] = Field(default_factory=dict)
    quiet: QuietHours | None = None
    favourites: tuple[Favourite, ...] = ()
    usual_class: TravelClass | None = None
    usual_berth: BerthKind | None = None

    def liking(self, journey: Favourite) -> "Preferences":
        """With this journey in front, at most MAX_FAVOURITES."""
        others = tuple(one for one in self.favourites if one != journey)
        return self.but(favourites=(journey, *others)[:MAX_FAVOURITES])

    def remembering(self, fresh: tuple[SavedPassenger, ...]) -> "Preferences":
        """The list with `fresh` in front, one entry a name, at most MAX_SAVED."""
        names = {person.name.casefold() for person in fresh}
        kept = tuple(p for p in self.passengers if p.name.casefold() not in names)
        return self.but(passengers=(*fresh, *kept)[:MAX_SAVED])


class User(Entity):
    """A registered passenger. `chat_id` is the private chat, which in Telegram is the account's id too."""

    user_id: UserId
    chat_id: ChatId
    full_name: str
    phone: str
    email: str
    password_hash: str | None = None
    kyc_status: KycStatus = KycStatus.PENDING
    wallet_id: WalletId
    wallet_balance: Rupees
    recent_bookings: tuple[BookingId, ...] = ()
    preferences: Preferences = Field(default_factory=Preferences)
    is_active: bool = True
    closed_by: str = ""  # why it is not active: SELF, or the word of the desk
    identity: Identity | None = None
    blocked_at: AwareDatetime | None = None  # nothing can be sent to them since then, until they write again


def clean_name(text: str) -> str:
    """A person's name with single spaces, 2 to 60 letters in any script; Problem `bad-name` otherwise."""
    name = " ".join(text.split())
    if not 2 <= len(name) <= 60 or not _NAME.fullmatch(name):
        raise Problem("bad-name")
    return name


def clean_phone(text: str) -> str:
    """A phone number in E.164; numbers without a country code are Indian. Problem `bad-phone` otherwise."""
    try:
        number = phonenumbers.parse(text[:40], "IN")
    except phonenumbers.NumberParseException:
        raise Problem("bad-phone") from None
    if not phonenumbers.is_valid_number(number):
        raise Problem("bad-phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def clean_email(text: str) -> str:
    """An e-mail address in lower case, checked for form only; Problem `bad-email` otherwise."""
    try:
        return validate_email(text.strip()[:320], check_deliverability=False).normalized.casefold()
    except EmailNotValidError:
        raise Problem("bad-email") from None
