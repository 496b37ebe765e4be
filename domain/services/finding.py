"""Finding: a user, booking, payment or support ticket by whatever the desk was told; that somebody looked is logged."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from domain.adminlog import LogEntry, entry
from domain.bookings import Booking
from domain.errors import NotFound, Problem
from domain.ids import BookingId, ChatId, PaymentId, Pnr, UserId, WithdrawalId
from domain.names import asked_words
from domain.payments import Payment
from domain.ports import UnitOfWork, Units
from domain.services.staffing import Hand, Staffing
from domain.staff import Right
from domain.support import Ticket
from domain.users import User, clean_email, clean_phone
from domain.wallets import Wallet

SHOWN = 5  # bookings and tickets of a card
NAMED = 10  # users of one name who are offered
_PNR, _REF, _ID = re.compile(r"\d{10}"), re.compile(r"#?[0-9A-Fa-f]{6}"), re.compile(r"[0-9a-f-]{36}")


@dataclass(frozen=True, slots=True)
class Person:
    """A user as their card shows them; the newest bookings and tickets first."""

    user: User
    wallet: Wallet
    bookings: tuple[Booking, ...]
    tickets: tuple[Ticket, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Users of whose names the words are beginnings, at most NAMED; `more`: there may be others."""

    users: tuple[User, ...]
    more: bool


class Finding:
    """Reads; each look at a person is a row of the admin log."""

    def __init__(self, units: Units, staffing: Staffing) -> None:
        self._units = units
        self._staffing = staffing

    def find(self, hand: Hand, text: str) -> UserId | Booking:
        """What is meant: a booking by PNR, by its id or its payment's, else the user by phone, e-mail, Telegram id, by
        the id of themselves or of a withdrawal, or by the number of a support ticket. Problem `find-how`,
        `found-nothing`, and as Staffing.allow."""
        self._staffing.allow(hand, Right.FIND, "find")
        wanted = text.strip()[:80]
        if not wanted:
            raise Problem("find-how")
        with self._units() as work:
            for look in _LOOKS:
                if found := look(work, wanted):
                    return found
        raise Problem("found-nothing", text=wanted)

    def by_name(self, hand: Hand, text: str) -> Named:
        """Who is called so: each word of `text` begins one of their name's. The words are a row of the admin log, for
        each name that is shown was looked for. Problem `found-nothing`, `find-name-short`, and as Staffing.allow."""
        staff = self._staffing.allow(hand, Right.FIND, "find")
        words = asked_words(text)
        if not words:
            raise Problem("found-nothing", text=text.strip()[:80])
        with self._units() as work:
            users, more = work.users.by_name(words, NAMED)
            told = {"words": " ".join(typed for typed, *_ in words), "found": len(users), "more": more}
            work.logs.add(entry("name-searched", staff.actor_id, "names", hand.now, **told))
            work.commit()
        if not users and not more:
            raise Problem("found-nothing", text=text.strip()[:80])
        return Named(tuple(sorted(users, key=lambda user: user.full_name.casefold())), more)

    def person(self, hand: Hand, user_id: UserId) -> Person:
        """The user, for the card. Problem `found-nothing`, and as Staffing.allow."""
        staff = self._staffing.allow(hand, Right.FIND, user_id)
        with self._units() as work:
            try:
                user = work.users.get(user_id)
            except NotFound:
                raise Problem("found-nothing", text=user_id[:40]) from None
            wallet = work.wallets.get(user.wallet_id)
            bookings = tuple(work.bookings.of_user(user_id, SHOWN))
            tickets = tuple(work.tickets.of_user(user_id, SHOWN))
            work.logs.add(entry("user-looked-at", staff.actor_id, user_id, hand.now))
            work.commit()
        return Person(user, wallet, bookings, tickets)

    def waiting_identities(self, hand: Hand) -> list[UserId]:
        """Whose documents wait for the desk, the longest first. Problem as Staffing.allow."""
        self._staffing.allow(hand, Right.IDENTITY, "identities")
        with self._units() as work:
            return work.identities.waiting()

    def own(self, hand: Hand) -> UserId | None:
        """The passenger who this one of the staff is, too."""
        with self._units() as work:
            return _id_of(work.users.by_chat(hand.telegram_id))

    def named(self, user_id: UserId) -> str:
        """A user's name. Problem `found-nothing`."""
        with self._units() as work:
            try:
                return work.users.get(user_id).full_name or "-"
            except NotFound:
                raise Problem("found-nothing", text=user_id[:40]) from None

    def pnr_of(self, booking_id: BookingId) -> Pnr:
        """A booking's PNR. Problem `found-nothing`."""
        with self._units() as work:
            try:
                return work.bookings.get(booking_id).pnr
            except NotFound:
                raise Problem("found-nothing", text=booking_id[:40]) from None

    def booking(self, hand: Hand, pnr: str) -> tuple[Booking, User, Payment | None]:
        """A booking with whose it is and how it was paid. Problem `found-nothing`, and as Staffing.allow."""
        staff = self._staffing.allow(hand, Right.FIND, pnr)
        with self._units() as work:
            booking = work.bookings.by_pnr(Pnr(pnr))
            if booking is None:
                raise Problem("found-nothing", text=pnr[:40])
            user = work.users.get(booking.user_id)
            payment = work.payments.get(booking.payment_id) if booking.payment_id else None
            told = {"pnr": booking.pnr, "user": user.user_id}
            work.logs.add(entry("booking-looked-at", staff.actor_id, booking.booking_id, hand.now, **told))
            work.commit()
        return booking, user, payment

    def log(self, hand: Hand, about: "date | str", limit: int) -> list[LogEntry]:
        """The admin log, newest first: of a day in India, by an actor (`STAFF#…`, or a user's own acts too) or about a
        target. Problem as Staffing.allow."""
        self._staffing.allow(hand, Right.AUDIT, str(about))
        with self._units() as work:
            if isinstance(about, date):
                return work.logs.of_day(about, limit)
            if about.startswith("STAFF#") or about == "system":
                return work.logs.by_actor(about, limit)
            return work.logs.about(about, limit)


def _by_pnr(work: UnitOfWork, text: str) -> Booking | None:
    return work.bookings.by_pnr(Pnr(text)) if _PNR.fullmatch(text) and text.isascii() else None


def _by_id(work: UnitOfWork, text: str) -> UserId | Booking | None:
    """Of a booking, user, payment or withdrawal."""
    if not _ID.fullmatch(text):
        return None
    with suppress(NotFound):
        return work.bookings.get(BookingId(text))
    with suppress(NotFound):
        return work.users.get(UserId(text)).user_id
    with suppress(NotFound):
        return _paid_for(work, work.payments.get(PaymentId(text)))
    found = work.withdrawals.find(WithdrawalId(text))
    return found.user_id if found else None


def _paid_for(work: UnitOfWork, payment: Payment) -> UserId | Booking:
    return work.bookings.get(payment.booking_id) if payment.booking_id else payment.user_id


def _by_phone(work: UnitOfWork, text: str) -> UserId | None:
    with suppress(Problem):
        return _id_of(work.users.by_phone(clean_phone(text)))
    return None


def _by_email(work: UnitOfWork, text: str) -> UserId | None:
    with suppress(Problem):
        return _id_of(work.users.by_email(clean_email(text))) if "@" in text else None
    return None


def _by_ref(work: UnitOfWork, text: str) -> UserId | None:
    if not _REF.fullmatch(text):
        return None
    tickets = work.tickets.by_ref(text.lstrip("#").upper())
    return tickets[-1].user_id if tickets else None


def _by_chat(work: UnitOfWork, text: str) -> UserId | None:
    return _id_of(work.users.by_chat(ChatId(int(text)))) if text.isascii() and text.isdecimal() else None


def _id_of(user: User | None) -> UserId | None:
    return user.user_id if user else None


_LOOKS: tuple[Callable[[UnitOfWork, str], UserId | Booking | None], ...] = (
    *(_by_pnr, _by_id, _by_email, _by_phone, _by_ref, _by_chat),
)
