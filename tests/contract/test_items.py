"""Items: numbers exact, times in text order, and nothing for None."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.bookings import Booking
from storage.items import decode, dump, encode, load, stamp
from tests.contract.samples import NOW, a_booking, a_notification

IST = timezone(timedelta(hours=5, minutes=30))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**37), 10**37) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_any_json_comes_back(value: object) -> None:
    assert decode(encode(value)) == value


@given(st.decimals(-(10**12), 10**12, places=2))
def test_money_comes_back_to_the_paisa(amount: Decimal) -> None:
    assert decode(encode(amount)) == amount


@given(st.lists(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(IST)), min_size=2))  # noqa: DTZ001
def test_stamps_sort_as_time_does(instants: list[datetime]) -> None:
    assert sorted(instants) == sorted(instants, key=stamp)
    assert len({len(stamp(instant)) for instant in instants}) == 1


def test_a_stamp_is_utc() -> None:
    assert stamp(datetime(2026, 11, 23, 5, 0, tzinfo=IST)) == "2026-11-22T23:30:00.000000Z"


def test_an_entity_comes_back_whole_and_keeps_no_none() -> None:
    booking = a_booking()
    item = dump(booking)
    assert load(Booking, item | {"PK": {"S": "BOOKING#1"}, "later": {"S": "unknown"}}) == booking
    assert item["class"] == {"S": "3A"}
    assert item["fare"] == {"N": "1015.35"}
    assert item["hold_until"] == {"S": "2026-11-23T06:46:15.120034Z"}
    assert "payment_id" not in item
    assert item["passengers"]["L"][0]["M"]["gender"] == {"S": "F"}


def test_free_values_keep_their_none() -> None:
    assert decode(dump(a_notification())["args"])["nobody"] is None


def test_what_has_no_place_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no place"):
        encode(object())


def test_the_clock_of_a_stamp_does_not_matter() -> None:
    assert stamp(NOW) == stamp(NOW.astimezone(IST)) == stamp(NOW.astimezone(UTC))
