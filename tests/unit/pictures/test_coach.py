"""What a coach picture shows of a booking."""

import pytest

from bot.pictures.coach import CoachView, coach_view, first_name
from bot.pictures.coach_words import WORDS
from domain.bookings import BookingStatus
from domain.errors import NotFound
from domain.inventory import BerthKind
from domain.trains import TravelClass
from tests.unit.pictures.coaches import A3, SL, party, seated, train


def told(view: CoachView) -> list[str]:
    """A line for each coach: its name, class and size, and who is where."""
    return [
        f"{panel.name} {panel.travel_class} {panel.size}: "
        + ", ".join(f"{own.berth.number} {own.first_name}" for own in panel.own)
        for panel in view.panels
    ]


def test_a_family_in_one_bay_is_shown_in_its_coach_by_number() -> None:
    view = coach_view(party(SL, "S1-28 Asha Sharma", "S1-25 Ravi Sharma"), train("MEX", SL))
    assert told(view) == ["S1 SL 72: 25 Ravi, 28 Asha"]
    assert [own.name for own in view.own] == ["Asha Sharma", "Ravi Sharma"]  # the list keeps the ticket's order
    assert (view.pnr, view.train_number, view.left_out) == ("8512345678", "12951", ())


def test_a_coach_is_as_large_as_the_type_of_train_has_it() -> None:
    booking = seated(A3, "B2-35")
    assert told(coach_view(booking, train("MEX", A3))) == ["B2 3A 64: 35 Asha"]
    assert told(coach_view(booking, train("RAJ", A3))) == ["B2 3A 72: 35 Asha"]


def test_a_train_that_is_gone_is_told_by_the_coachs_letters() -> None:
    view = coach_view(seated(SL, "S4-72"), None)
    assert told(view) == ["S4 SL 72: 72 Asha"]
    assert (view.train_number, view.train_name_hi) == ("12951", "")


def test_a_coach_never_ends_before_the_berth_that_was_sold() -> None:
    assert told(coach_view(seated(A3, "B2-70", "B2-3"), train("MEX", A3))) == ["B2 3A 70: 3 राजकुमार, 70 Asha"]


def test_who_was_upgraded_sits_in_a_coach_of_the_better_class() -> None:
    for found in (train("RAJ", A3, TravelClass.SECOND_AC), None):
        view = coach_view(seated(A3, "A1-6"), found)
        assert view.panels[0].travel_class is TravelClass.SECOND_AC
        assert view.own[0].kind is BerthKind.SIDE_UPPER


def test_coaches_come_in_the_order_of_their_numbers_and_at_most_three() -> None:
    view = coach_view(seated(SL, "S10-1", "S9-1", "S2-2", "S2-1", "S11-5"), train("MEX", SL))
    assert [panel.name for panel in view.panels] == ["S2", "S9", "S10"]
    assert view.left_out == ("S11",)
    assert len(view.own) == 5  # in the list there is everybody


def test_the_two_of_a_shared_side_lower_have_a_half_each() -> None:
    view = coach_view(seated(SL, "S3-7/1", "S3-7/2"), train("MEX", SL))
    assert [(own.berth.number, own.berth.half, own.kind) for own in view.panels[0].own] == [
        (7, 1, BerthKind.SIDE_LOWER),
        (7, 2, BerthKind.SIDE_LOWER),
    ]


def test_who_waits_is_not_in_the_picture() -> None:
    view = coach_view(party(SL, "WL Ravi Rao", "S1-1 Asha Rao"), train("MEX", SL))
    assert [own.first_name for own in view.own] == ["Asha"]


def test_who_has_left_the_ticket_is_not_in_the_picture() -> None:
    booking = seated(SL, "S1-1", "S1-2")
    asha, other = booking.passengers
    view = coach_view(booking.but(passengers=(asha.but(status="CAN"), other)), train("MEX", SL))
    assert told(view) == ["S1 SL 72: 2 राजकुमार"]


@pytest.mark.parametrize("status", [BookingStatus.CANCELLED, BookingStatus.REFUNDED, BookingStatus.EXPIRED])
def test_a_booking_that_was_given_up_has_no_coach(status: BookingStatus) -> None:
    with pytest.raises(NotFound, match="b-1"):
        coach_view(seated(SL, "S1-1").but(booking_status=status), train("MEX", SL))


def test_a_party_that_all_waits_has_no_coach() -> None:
    with pytest.raises(NotFound):
        coach_view(party(SL, "WL Ravi Rao", "WL Asha Rao"), train("MEX", SL))


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Asha Sharma", "Asha"),
        ("Mrs. Kamala Devi", "Kamala"),
        ("M. S. Subrahmanyam Iyer", "Subrahmanyam"),
        ("श्रीमती लक्ष्मी देवी", "लक्ष्मी"),
        ("Dr A", "Dr"),
        ("Raj", "Raj"),
    ],
)
def test_people_are_called_by_their_first_names(name: str, called: str) -> None:
    assert first_name(name) == called


def test_both_languages_have_every_word() -> None:
    assert WORDS["en"].keys() == WORDS["hi"].keys()
