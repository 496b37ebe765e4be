"""Every table, key, index and time to live, on one page.

All keys are strings named PK and SK; every table is on demand and has point-in-time recovery. Beside its entities a
table may hold claims: an item under SK `UNIQUE` that exists once for what must be unique, and names its owner.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from domain.ids import BookingId, ChatId, LogId, NotifId, PaymentId, Pnr, StationCode, TrainId, TxnId, UserId, WalletId

Key = tuple[str, str]

NOTIFICATIONS_KEPT = timedelta(days=90)
LOGS_KEPT = timedelta(days=400)
RUNS_KEPT = timedelta(days=120)
SESSIONS_KEPT = timedelta(days=180)
SHARDS = 4  # of a due list, so that one partition's 1,000 writes a second are not its limit


@dataclass(frozen=True, slots=True)
class Index:
    """A global secondary index: its name, hash key and range key. It holds whole items, or their keys only: then a
    write that changes none of them costs the index nothing."""

    name: str
    hash: str
    range: str
    keys_only: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name after the prefix, its indexes, and whether items end by themselves (attribute `ttl`)."""

    name: str
    indexes: tuple[Index, ...] = ()
    ttl: bool = False


BY_USER, BY_TRAIN, BY_PNR, BY_BOOKING, BY_TOPIC, DUE = "by-user", "by-train", "by-pnr", "by-booking", "by-topic", "due"
BY_DAY, BY_ACTOR, BY_TARGET = "by-day", "by-actor", "by-target"
NUMBERS = {"topic_id"}  # index keys that are numbers; all others are strings

TABLES = (
    # USER#<user_id> / PROFILE; claims CHAT#<chat_id>, PHONE#<phone>, EMAIL#<email>
    Table("users"),
    # BOOKING#<booking_id> / METADATA; claims PNR#<pnr>, KEY#<idempotency key>
    Table(
        "bookings",
        (
            Index(BY_USER, "user_id", "booking_id"),
            Index(BY_TRAIN, "train_id", "run_date"),
            Index(BY_PNR, "pnr", "booking_id", keys_only=True),
        ),
    ),
    # PAYMENT#<payment_id> / METADATA
    Table(
        "payments",
        (
            Index(BY_USER, "user_id", "payment_id", keys_only=True),
            Index(BY_BOOKING, "booking_id", "payment_id", keys_only=True),
        ),
    ),
    # WALLET#<wallet_id> / METADATA
    Table("wallets"),
    # WALLET#<wallet_id> / TXN#<txn_id>
    Table("wallet-transactions", (Index(BY_USER, "user_id", "txn_id"),)),
    # TRAIN#<train_id> / METADATA
    Table("trains"),
    # STATION#<station_code> / METADATA; CATALOGUE / CURRENT; CATALOGUE / EDITION#<id>; EDITION#<id> / PART#<n>
    Table("stations"),
    # USER#<user_id> / NOTIF#<notif_id>; `due_shard` and `due_at` are there only until it has been pushed
    Table("notifications", (Index(BY_USER, "user_id", "created_at"), Index(DUE, "due_shard", "due_at")), ttl=True),
    # USER#<user_id> / TICKET#<ticket_id>; `topic_id` is the support group's forum topic
    Table("support-tickets", (Index(BY_USER, "user_id", "updated_at"), Index(BY_TOPIC, "topic_id", "PK"))),
    # LOG#<log_id> / METADATA; `log_day` is the day in India
    Table(
        "admin-logs",
        (
            Index(BY_DAY, "log_day", "log_id"),
            Index(BY_ACTOR, "actor_id", "log_id"),
            Index(BY_TARGET, "target_id", "log_id"),
        ),
        ttl=True,
    ),
    # RUN#<train_id>#<run_date> / META, / COACH#<name>, / QUEUE#<class>#<turn> and / NUMBERS#<class>;
    # DUE#HOLD#<shard> / <hold_until>#<booking_id>, DUE#PROMOTE#<shard> / <run>#<mark>, DUE#CHART#<shard> / <due>#<run>,
    # DUE#CANCELLED#<shard> / <run>; HISTORY#<train_id> / <class>: what became of those who waited, without an end
    Table("inventory", ttl=True),
    # CHAT#<chat_id> / SESSION
    Table("sessions", ttl=True),
)


def user_key(user_id: UserId) -> Key:
    """A user's row."""
    return f"USER#{user_id}", "PROFILE"


def chat_claim(chat_id: ChatId) -> Key:
    """Held by the user of this private chat."""
    return f"CHAT#{chat_id}", "UNIQUE"


def phone_claim(phone: str) -> Key:
    """Held by the user with this phone (E.164)."""
    return f"PHONE#{phone}", "UNIQUE"


def email_claim(email: str) -> Key:
    """Held by the user with this e-mail address (lower case)."""
    return f"EMAIL#{email}", "UNIQUE"


def booking_key(booking_id: BookingId) -> Key:
    """A booking's row."""
    return f"BOOKING#{booking_id}", "METADATA"


def pnr_claim(pnr: Pnr) -> Key:
    """Held by the booking with this PNR."""
    return f"PNR#{pnr}", "UNIQUE"


def request_claim(key: str) -> Key:
    """Held by the booking that was added with this idempotency key."""
    return f"KEY#{key}", "UNIQUE"


def due_partition(kind: str, shard: int) -> str:
    """One part of a due list: HOLD, PROMOTE, CHART or CANCELLED."""
    return f"DUE#{kind}#{shard}"


def payment_key(payment_id: PaymentId) -> Key:
    """A payment's row."""
    return f"PAYMENT#{payment_id}", "METADATA"


def wallet_key(wallet_id: WalletId) -> Key:
    """A wallet's row."""
    return f"WALLET#{wallet_id}", "METADATA"


def ledger_key(wallet_id: WalletId, txn_id: TxnId) -> Key:
    """A row of a wallet's ledger."""
    return f"WALLET#{wallet_id}", f"TXN#{txn_id}"


def notification_key(user_id: UserId, notif_id: NotifId) -> Key:
    """A notification's row."""
    return f"USER#{user_id}", f"NOTIF#{notif_id}"


def log_key(log_id: LogId) -> Key:
    """A row of the admin log."""
    return f"LOG#{log_id}", "METADATA"


def train_key(train_id: TrainId) -> Key:
    """A train's row."""
    return f"TRAIN#{train_id}", "METADATA"


def station_key(code: StationCode) -> Key:
    """A station's row."""
    return f"STATION#{code}", "METADATA"


CURRENT_KEY: Key = ("CATALOGUE", "CURRENT")


def edition_key(edition_id: str) -> Key:
    """An edition's heading."""
    return "CATALOGUE", f"EDITION#{edition_id}"


def edition_prefix() -> dict[str, str]:
    """Where the headings of all editions are."""
    return {"all": "CATALOGUE", "edition": "EDITION#"}


def part_key(edition_id: str, number: int) -> Key:
    """A part of an edition's bytes, from 1."""
    return f"EDITION#{edition_id}", f"PART#{number:04}"


def run_partition(train_id: TrainId, run_date: date) -> str:
    """Everything of one run."""
    return f"RUN#{train_id}#{run_date.isoformat()}"


def history_key(train_id: TrainId, travel_class: str) -> Key:
    """What became of those who waited for this class of a train."""
    return f"HISTORY#{train_id}", travel_class


def session_key(chat_id: ChatId) -> Key:
    """A chat's session."""
    return f"CHAT#{chat_id}", "SESSION"


def shard_of(row_id: str) -> int:
    """The shard of a due list that an id belongs to, always the same."""
    return crc32(row_id.encode()) % SHARDS
