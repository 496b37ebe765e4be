"""Billing: in which messages a passenger is asked to pay, so that none of them asks once there is nothing to pay."""

from collections.abc import Sequence

from domain.bookings import Bill, Booking, BookingStatus
from domain.errors import NotFound
from domain.ids import BookingId, ChatId
from domain.ports import Units
from domain.services.retrying import until_settled

KEPT = 20  # messages of one booking: who looks more often has the oldest of them stay as they are


class Billing:
    """Every call may be repeated and may race with any other: the booking's own row knows whether it is paid."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def note(self, booking_id: BookingId, chat_id: ChatId, messages: Sequence[int]) -> tuple[int, ...]:
        """These messages of the chat ask for the booking's money. Returns those that must not ask any more, because it
        was paid or given up while they were on their way."""

        def once(_: int) -> tuple[int, ...]:
            with self._units() as work:
                try:
                    booking = work.bookings.get(booking_id)
                except NotFound:
                    return tuple(messages)
                if booking.booking_status is not BookingStatus.HELD:
                    return tuple(messages)
                new = [Bill(chat_id=chat_id, message_id=each) for each in messages]
                bills = (*booking.bills, *(bill for bill in new if bill not in booking.bills))[-KEPT:]
                if bills != booking.bills:
                    work.bookings.save(booking.but(bills=bills))
                    work.commit()
                return ()

        return until_settled(once)


def billed(booking: Booking, chat_id: ChatId) -> tuple[int, ...]:
    """The messages of this chat that ask for the booking's money, beside the open question."""
    return tuple(bill.message_id for bill in booking.bills if bill.chat_id == chat_id)
