"""Broadcasts: one message by the desk to many users, and how far it has come."""

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import Problem
from domain.ids import BroadcastId, ChatId, NotifId, UserId, same_id
from domain.model import Entity, Value
from domain.notifications import Notification, NotifType

LONGEST = 3000  # characters: with our closing line it still fits into one of Telegram's messages
FALLBACK = "en"  # whoever reads another language than the texts are in gets this one


class AudienceKind(StrEnum):
    """To whom."""

    ALL = "all"
    LANGUAGE = "language"
    RUN = "run"
    CITY = "city"


class Audience(Value):
    """`value`: a language's code, `<train>#<run date>` for who has a ticket on a run, or the name of a city that one of
    the user's latest journeys began or ended in."""

    kind: AudienceKind
    value: str = ""


class Shown(Value):
    """The message of the desk that shows how far a broadcast is, and is changed as it goes on."""

    chat_id: ChatId
    message_id: int
    language: str


class BroadcastStatus(StrEnum):
    """RUNNING until everybody it is for has been listed."""

    RUNNING = "running"
    LISTED = "listed"
    STOPPED = "stopped"


class Broadcast(Entity):
    """`texts` by language. `cursor` is how far its audience has been listed; `listed` how many messages that made, and
    `later` how many of these wait for their reader's quiet hours to end."""

    broadcast_id: BroadcastId
    actor_id: str
    texts: dict[str, str]
    audience: Audience
    status: BroadcastStatus = BroadcastStatus.RUNNING
    cursor: str = ""
    listed: int = 0
    later: int = 0
    shown: Shown | None = None

    def text(self, language: str) -> str:
        """What somebody reads whose language this is."""
        return self.texts.get(language) or self.texts[FALLBACK]

    def to(self, user_id: UserId) -> Notification:
        """The message to one user, always under the same id. Its text is chosen when it is worded."""
        return Notification(
            notif_id=NotifId(same_id(self.created_at, self.broadcast_id, user_id)),
            user_id=user_id,
            type=NotifType.PROMO,
            title="told-promo",
            args={"broadcast": self.broadcast_id},
            due_at=self.created_at,
            created_at=self.created_at,
            updated_at=self.created_at,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """Messages so far: `kept` are in inboxes only, `gone` of users who blocked the bot, `stopped` were taken back."""

    listed: int = 0
    sent: int = 0
    kept: int = 0
    gone: int = 0
    failed: int = 0
    stopped: int = 0

    @property
    def left(self) -> int:
        """Listed and not dealt with yet."""
        return self.listed - self.sent - self.kept - self.gone - self.failed - self.stopped


def checked_texts(texts: dict[str, str]) -> dict[str, str]:
    """Without what is blank. Problem `broadcast-empty` without one in FALLBACK, or `broadcast-long`."""
    said = {language: text.strip() for language, text in texts.items() if text.strip()}
    if FALLBACK not in said:
        raise Problem("broadcast-empty")
    if any(len(text) > LONGEST for text in said.values()):
        raise Problem("broadcast-long", most=LONGEST)
    return said
