"""Leaving: an account put to rest by its user, opened again, or deleted; what the law wants kept stays without the
person."""

from datetime import datetime
from functools import partial

from domain.adminlog import entry
from domain.bookings import PAID, Booking, BookingStatus
from domain.errors import Problem
from domain.ids import ChatId, UserId
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.services.under_way import check_nothing_under_way
from domain.support import Ticket
from domain.users import DELETED, SELF, KycStatus, Preferences, User

LOOKED_AT = 1000  # bookings of a user: years of what a month allows
_LIVE = {*PAID, BookingStatus.HELD}


class Leaving:
    """Every call may be repeated. Deleting takes the person out of their account at once; tickets, news and words to
    support follow row by row, as long as the account stands on a list."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def rest(self, user_id: UserId, now: datetime) -> User:
        """Deactivated by its user: nothing is sent but what is about their tickets and money, nothing can be booked."""
        return until_settled(partial(self._change, user_id, now, False))

    def wake(self, user_id: UserId, now: datetime) -> User:
        """Active again. Problem `account-closed` if it was the desk that closed it."""
        return until_settled(partial(self._change, user_id, now, True))

    def check(self, user_id: UserId, now: datetime) -> None:
        """May this account be deleted now? Problem `delete-trips-first`, `delete-wallet-first` (with the `balance`),
        those of `check_nothing_under_way`, or `account-closed`: the desk's word stands, or who is banned would only
        come back."""
        with self._units() as work:
            self._check(work, work.users.get(user_id), now)

    def delete(self, user_id: UserId, now: datetime) -> None:
        """The person is gone from the account, and its chat, phone and e-mail are free. Problems as `check`.

        It is put to rest first: from then on no berth can be held for it, so that what is looked at stays so."""
        before = self.of(user_id)
        if before.closed_by == DELETED:
            return
        self.check(user_id, now)
        self.rest(user_id, now)
        try:
            until_settled(partial(self._delete_once, user_id, now))
        except Problem:
            if before.is_active:
                self.wake(user_id, now)
            raise
        self.scrub(user_id, now)

    def of(self, user_id: UserId) -> User:
        """The account as it stands."""
        with self._units() as work:
            return work.users.get(user_id)

    def run(self, now: datetime) -> int:
        """Goes on with whatever was begun; the number of accounts done."""
        with self._units() as work:
            listed = work.users.to_scrub()
        for user_id in listed:
            self.scrub(user_id, now)
            with self._units() as work:
                work.users.scrubbed(user_id)
                work.commit()
        return len(listed)

    def scrub(self, user_id: UserId, now: datetime) -> None:
        """Takes the names out of the tickets, and the words out of news and support, of a deleted account. What was
        written this very second may not be found yet: so `run` does it once more."""
        with self._units() as work:
            bookings = work.bookings.of_user(user_id, LOOKED_AT)
        for booking in bookings:
            until_settled(partial(self._scrub_booking, booking, now))
        with self._units() as work:
            tickets, alerts = work.tickets.of_user(user_id, LOOKED_AT), work.alerts.of_user(user_id)
        for ticket in tickets:
            until_settled(partial(self._scrub_ticket, ticket))
        for alert in alerts:
            with self._units() as work:
                work.alerts.remove(alert)
                work.commit()
        with self._units() as work:
            work.notifications.forget(user_id)

    def _scrub_booking(self, booking: Booking, now: datetime, _: int) -> None:
        with self._units() as work:
            stored = work.bookings.get(booking.booking_id)
            people = tuple(p.but(name=str(n), id_proof=None) for n, p in enumerate(stored.passengers, 1))
            if people != stored.passengers:
                work.bookings.save(stored.but(passengers=people, updated_at=now))
                work.commit()

    def _scrub_ticket(self, ticket: Ticket, _: int) -> None:
        with self._units() as work:
            work.tickets.blank(work.tickets.get(ticket.user_id, ticket.ticket_id))
            work.commit()

    def _delete_once(self, user_id: UserId, now: datetime, _: int) -> None:
        with self._units() as work:
            user = work.users.get(user_id)
            if user.closed_by == DELETED:
                return
            self._check(work, user, now)
            work.users.leave(_without_person(user, now))
            work.withdrawals.undraft(user.wallet_id)  # in which a bank account may stand
            work.logs.add(entry("account-deleted", user_id, user_id, now))
            work.commit()

    def _check(self, work: UnitOfWork, user: User, now: datetime) -> None:
        if user.closed_by not in ("", SELF):
            raise Problem("account-closed")
        latest = work.bookings.of_user(user.user_id, LOOKED_AT)
        if any(one.booking_status in _LIVE and one.arrival_at > now for one in latest):
            raise Problem("delete-trips-first")
        wallet = work.wallets.get(user.wallet_id)
        if wallet.balance:
            raise Problem("delete-wallet-first", balance=wallet.balance)
        check_nothing_under_way(work, user, wallet, now)

    def _change(self, user_id: UserId, now: datetime, active: bool, _: int) -> User:
        with self._units() as work:
            user = work.users.get(user_id)
            if user.closed_by not in ("", SELF):
                raise Problem("account-closed")
            if user.is_active != active:
                changed = user.but(is_active=active, closed_by="" if active else SELF, updated_at=now)
                work.users.save(changed)
                act = "account-activated" if active else "account-deactivated"
                work.logs.add(entry(act, user_id, user_id, now))
                work.commit()
            return work.users.get(user_id)


def _without_person(user: User, now: datetime) -> User:
    return user.but(
        full_name="",
        phone="",
        email="",
        chat_id=ChatId(0),
        password_hash=None,
        identity=None,
        kyc_status=KycStatus.PENDING,
        preferences=Preferences(),
        is_active=False,
        closed_by=DELETED,
        updated_at=now,
    )
