"""Every table, index and time to live, on one page, with the keys of each; storage/keys.py writes these.

All keys are strings named PK and SK; every table is on demand and has point-in-time recovery. Beside its entities a
table may hold claims: an item under SK `UNIQUE` that exists once for what must be unique, and names its owner.
"""

from dataclasses import dataclass
from datetime import timedelta

Key = tuple[str, str]

NOTIFICATIONS_KEPT = timedelta(days=90)
LOGS_KEPT = timedelta(days=400)
RUNS_KEPT = timedelta(days=120)
SESSIONS_KEPT = timedelta(days=180)
SHARDS = 4  # of a due list, so that one partition's 1,000 writes a second are not its limit
NEWS_SHARDS = 8  # of what is to be pushed, by user: the most workers that can push at the same time


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
BY_SHARD = "by-shard"
BY_REFUND_DAY = "by-refund-day"
LEASES = "LEASES"
NUMBERS = {"topic_id"}  # index keys that are numbers; all others are strings

TABLES = (
    # USER#<user_id> / PROFILE; claims CHAT#<chat_id>, PHONE#<phone>, EMAIL#<email>
    # STAFF#<telegram id> / ROLE, STAFF / <telegram id>; claims GUEST#<telegram id>
    # IDENTITIES / <asked_at>#<user_id>: documents that wait for the desk; by-shard lists all users, a page at a time
    # NAME#<first two letters> / <word of the name>#<user_id>: for finding somebody by the beginning of any such word
    Table("users", (Index(BY_SHARD, "user_shard", "user_id", keys_only=True),)),
    # BOOKING#<booking_id> / METADATA; claims PNR#<pnr>, which keep the idempotency key
    Table(
        "bookings",
        (
            Index(BY_USER, "user_id", "booking_id", keys_only=True),
            Index(BY_TRAIN, "train_id", "run_date", keys_only=True),
            Index(BY_PNR, "pnr", "booking_id", keys_only=True),
        ),
    ),
    # PAYMENT#<payment_id> / METADATA; `refund_day`, as 2026-12-24#<shard> in UTC, is there only once the gateway was
    # asked to send some of it back; INVOICE#<booking_id> / INVOICE, INVOICES#<series>#<year> / COUNTER
    Table(
        "payments",
        (
            Index(BY_USER, "user_id", "payment_id", keys_only=True),
            Index(BY_BOOKING, "booking_id", "payment_id", keys_only=True),
            Index(BY_REFUND_DAY, "refund_day", "refunded_at", keys_only=True),
        ),
    ),
    # WALLET#<wallet_id> / METADATA, / DRAFT: a withdrawal that is being thought about; WITHDRAWAL#<id> / METADATA;
    # WITHDRAWALS / <id>: those that wait for the desk; PROMO#<code> / METADATA and / USER#<user_id>: who had it;
    # APPROVAL#<id> / METADATA, APPROVALS / <id>: those that wait; PROMOS / <code>: all of them;
    # GUESSES#<user_id> / METADATA: wrong codes; claims KEY#<idempotency key>
    Table("wallets"),
    # WALLET#<wallet_id> / TXN#<txn_id>
    Table("wallet-transactions", (Index(BY_USER, "user_id", "txn_id"),)),
    # TRAIN#<train_id> / METADATA; SPECIALS / <number>: trains that the desk put on; CATALOGUE / SPECIALS: their version
    Table("trains"),
    # STATION#<station_code> / METADATA; CATALOGUE / CURRENT; CATALOGUE / EDITION#<id>; EDITION#<id> / PART#<n>
    Table("stations"),
    # USER#<user_id> / NOTIF#<notif_id>; `due_shard` and `due_at` are there only until it has been pushed: the shard is
    # <lane>#<shard of the user>, or `dead` for what was given up
    Table("notifications", (Index(BY_USER, "user_id", "created_at"), Index(DUE, "due_shard", "due_at")), ttl=True),
    # USER#<user_id> / TICKET#<ticket_id>; `topic_id` is the support group's forum topic; what is too much for the row
    # is under USER#<user_id> / TICKET#<ticket_id>#MORE#<first response>; claims KEY#<user_id>#<idempotency key>;
    # REF#<ref> / <ticket_id>; CANNED / <name>; DUE#SUPPORT#<shard> / <due_at>#<ticket_id>
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
    # DUE#AGENDA#<shard> / <at>#<booking_id>, DUE#PROMOTE#<shard> / <run>#<mark>, DUE#CHART#<shard> / <due>#<run>,
    # DUE#REFUND#<shard> / <due>#<payment_id>, DUE#PAYMENT#<shard> / <due>#<payment_id>,
    # ALERTS#<user_id> / <alert_id>; WATCH#<train_id>#<run_date> / <class>#<created_at>#<user_id>#<alert_id>;
    # DUE#ALERT#<shard> / <due>#<user_id>#<alert_id>, DUE#WATCH#<shard> / <at>#<run>;
    # DUE#CANCELLED#<shard> / <run>, DUE#LATE#<shard> / <run>;
    # HISTORY#<train_id> / <class>: what became of those who waited, without an end;
    # LEASES / WORKER#<worker> and / HELD#<thing>; PACE#<name> / PACE; BROADCASTS / <broadcast_id>,
    # BROADCAST#<broadcast_id> / COUNT#<shard>, DUE#BROADCAST#0 / <broadcast_id>;
    # DUE#CALL#0 / <call_id>: what the staff group is still to be told of
    Table("inventory", ttl=True),
    # STAFF#<telegram id> / QUESTION: what they were asked by the bot;
    # CHAT#<chat_id> / SESSION; UPDATE#<update_id> / DONE for the staff group, which has no session;
    # LIMIT#<what> / <first second of its window>: a counter
    Table("sessions", ttl=True),
)
