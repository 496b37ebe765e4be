"""Ids far longer than any of ours, as somebody may type them: nothing is there, on every engine."""

import pytest

from domain.errors import NotFound
from domain.ids import BookingId, NotifId, TicketId, UserId
from tests.engines import Storage

LONG = "न" * 1400  # characters of three bytes each


def test_what_is_asked_for_by_an_endless_id_is_not_there(storage: Storage) -> None:
    with storage.units() as work:
        with pytest.raises(NotFound):
            work.bookings.get(BookingId(LONG))
        with pytest.raises(NotFound):
            work.tickets.get(UserId("somebody"), TicketId(LONG))
        assert work.notifications.of_id(UserId("somebody"), NotifId(LONG)) is None
        assert work.users.by_phone(LONG) is None
