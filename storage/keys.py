"""The keys of every row, as storage/schema.py lists them."""

from datetime import date
from zlib import crc32

from domain.ids import (
    AlertId,
    BookingId,
    ChatId,
    LogId,
    NotifId,
    PaymentId,
    Pnr,
    StationCode,
    TicketId,
    TrainId,
    TxnId,
    UserId,
    WalletId,
    WithdrawalId,
)
from storage.schema import LEASES, NEWS_SHARDS, SHARDS, Key


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


def name_key(word: str, user_id: UserId) -> Key:
    """Where a user is found by a word of their name; words that begin with the same two letters stand together."""
    return f"NAME#{word[:2]}", f"{word}#{user_id}"


def booking_key(booking_id: BookingId) -> Key:
    """A booking's row."""
    return f"BOOKING#{booking_id}", "METADATA"


def pnr_claim(pnr: Pnr) -> Key:
    """Held by the booking with this PNR."""
    return f"PNR#{pnr}", "UNIQUE"


def due_partition(kind: str, shard: int) -> str:
    """One part of a due list: AGENDA, PROMOTE, CHART or CANCELLED."""
    return f"DUE#{kind}#{shard}"


def scrub_key(user_id: UserId) -> Key:
    """Listed while something of a deleted user may be left; so few are at a time that one shard does."""
    return due_partition("SCRUB", 0), user_id


def payment_key(payment_id: PaymentId) -> Key:
    """A payment's row."""
    return f"PAYMENT#{payment_id}", "METADATA"


def refunds_partition(day: str, shard: int) -> str:
    """One part of the payments of which some was asked back on a day, as 2026-12-24 in UTC."""
    return f"{day}#{shard}"


def invoice_key(booking_id: BookingId) -> Key:
    """The invoice of a booking's convenience fee."""
    return f"INVOICE#{booking_id}", "INVOICE"


def invoice_book_key(series: str, year: int) -> Key:
    """The counter of a series of invoices in the financial year that began in `year`."""
    return f"INVOICES#{series}#{year}", "COUNTER"


def wallet_key(wallet_id: WalletId) -> Key:
    """A wallet's row."""
    return f"WALLET#{wallet_id}", "METADATA"


def ledger_key(wallet_id: WalletId, txn_id: TxnId) -> Key:
    """A row of a wallet's ledger."""
    return f"WALLET#{wallet_id}", f"TXN#{txn_id}"


def money_claim(key: str) -> Key:
    """Names what a request about a wallet made, by its idempotency key."""
    return f"KEY#{key}", "UNIQUE"


def draft_key(wallet_id: WalletId) -> Key:
    """The withdrawal that a wallet's user is thinking about."""
    return f"WALLET#{wallet_id}", "DRAFT"


def withdrawal_key(withdrawal_id: WithdrawalId) -> Key:
    """A withdrawal's row."""
    return f"WITHDRAWAL#{withdrawal_id}", "METADATA"


def open_withdrawal_key(withdrawal_id: WithdrawalId) -> Key:
    """Where a withdrawal waits for the desk, in the order in which they were asked for."""
    return "WITHDRAWALS", withdrawal_id


def promo_key(code: str) -> Key:
    """A promo code's row."""
    return f"PROMO#{code}", "METADATA"


def listed_promo_key(code: str) -> Key:
    """A promo code's line in the list of all."""
    return "PROMOS", code


def redemption_key(code: str, user_id: UserId) -> Key:
    """A user's use of a promo code."""
    return f"PROMO#{code}", f"USER#{user_id}"


def guesses_key(user_id: UserId) -> Key:
    """The wrong codes that a user typed lately."""
    return f"GUESSES#{user_id}", "METADATA"


def notification_key(user_id: UserId, notif_id: NotifId) -> Key:
    """A notification's row."""
    return f"USER#{user_id}", f"NOTIF#{notif_id}"


def alert_key(user_id: UserId, alert_id: AlertId) -> Key:
    """What a user asked to be told of."""
    return f"ALERTS#{user_id}", alert_id


def watch_partition(train_id: TrainId, run_date: date) -> str:
    """Who watches the berths of a run."""
    return f"WATCH#{train_id}#{run_date.isoformat()}"


def log_key(log_id: LogId) -> Key:
    """A row of the admin log."""
    return f"LOG#{log_id}", "METADATA"


def ticket_key(user_id: UserId, ticket_id: TicketId) -> Key:
    """A support ticket's row."""
    return f"USER#{user_id}", f"TICKET#{ticket_id}"


def thread_key(user_id: UserId, ticket_id: TicketId, first: int) -> Key:
    """Older responses of a ticket, from number `first` on."""
    return f"USER#{user_id}", f"TICKET#{ticket_id}#MORE#{first:07}"


def ticket_claim(user_id: UserId, key: str) -> Key:
    """Held by the ticket that was added with this idempotency key."""
    return f"KEY#{user_id}#{key}", "UNIQUE"


def canned_key(name: str) -> Key:
    """A canned reply of the desk's own."""
    return "CANNED", name


def staff_key(telegram_id: ChatId) -> Key:
    """Somebody's row in the roster of staff."""
    return f"STAFF#{telegram_id}", "ROLE"


def roster_key(telegram_id: ChatId) -> Key:
    """That somebody is staff, where all of them are listed."""
    return "STAFF", f"{telegram_id}"


def guest_claim(telegram_id: ChatId) -> Key:
    """Held by who wrote in the staff group without being staff."""
    return f"GUEST#{telegram_id}", "UNIQUE"


def act_claim(update_id: int) -> Key:
    """Held by the act that an update of the staff group asked for."""
    return f"UPDATE#{update_id}", "DONE"


def question_key(telegram_id: ChatId) -> Key:
    """What one of the staff was asked by the bot."""
    return f"STAFF#{telegram_id}", "QUESTION"


def approval_key(approval_id: str) -> Key:
    """An act on money that waits for a second person, or waited."""
    return f"APPROVAL#{approval_id}", "METADATA"


def pending_approval_key(approval_id: str) -> Key:
    """Where it is listed while it waits."""
    return "APPROVALS", approval_id


def call_key(call_id: str) -> Key:
    """Listed until the staff group has been told that a second person is needed; so few wait that one shard does."""
    return due_partition("CALL", 0), call_id


def ticket_ref_key(ref: str, ticket_id: TicketId) -> Key:
    """By what people call a ticket; two may be called the same."""
    return f"REF#{ref}", ticket_id


def waiting_identity_key(asked_at: str, user_id: UserId) -> Key:
    """Where a document waits for the desk."""
    return "IDENTITIES", f"{asked_at}#{user_id}"


def train_key(train_id: TrainId) -> Key:
    """A train's row."""
    return f"TRAIN#{train_id}", "METADATA"


def station_key(code: StationCode) -> Key:
    """A station's row."""
    return f"STATION#{code}", "METADATA"


def special_key(number: str) -> Key:
    """A special train that the desk put on, where all of them are listed."""
    return "SPECIALS", number


# Counts what the desk changed of special trains: workers look at it to know whether they have them all.
SPECIALS_VERSION: Key = ("CATALOGUE", "SPECIALS")
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


def limit_key(what: str, begun: int) -> Key:
    """The counter of a window of time, which began at this second of the epoch."""
    return f"LIMIT#{what}", str(begun)


def worker_key(name: str) -> Key:
    """A worker that is there."""
    return LEASES, f"WORKER#{name}"


def lease_key(thing: str) -> Key:
    """Who of the workers holds this thing."""
    return LEASES, f"HELD#{thing}"


def pace_key(name: str) -> Key:
    """From when on the next slot for sending is free."""
    return f"PACE#{name}", "PACE"


def broadcast_key(broadcast_id: str) -> Key:
    """A broadcast's row."""
    return "BROADCASTS", broadcast_id


def broadcast_count_key(broadcast_id: str, shard: int) -> Key:
    """What became of a broadcast's messages to one shard of the users."""
    return f"BROADCAST#{broadcast_id}", f"COUNT#{shard}"


def running_broadcast_key(broadcast_id: str) -> Key:
    """Listed while a broadcast goes on."""
    return due_partition("BROADCAST", 0), broadcast_id


def news_shard_of(user_id: UserId) -> int:
    """The shard in which a user's news wait: one worker pushes all that is for one person."""
    return crc32(user_id.encode()) % NEWS_SHARDS


def shard_of(row_id: str) -> int:
    """The shard of a due list that an id belongs to, always the same."""
    return crc32(row_id.encode()) % SHARDS
