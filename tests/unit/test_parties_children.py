"""Children in a party: how they are typed, who may travel without a berth, where the others sit, what each pays."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.allocation import choose
from domain.bookings import Gender, PassengerDetails
from domain.coaches import kind_of
from domain.errors import Problem
from domain.fares import fare
from domain.ids import StationCode, TrainId
from domain.inventory import BerthKind, Coach, Run, RunKey, RunState, legs_between
from domain.parties import read_party, tells_no_name
from domain.quotas import Quota
from domain.rules.children import FULL_FARE_ONLY
from domain.rules.partyrules import check_children, check_quota_party, fare_shares
from domain.trains import TravelClass
from handlers.texts import LANGUAGES, say
from tests.contract.samples import a_booking

SL, CC = TravelClass.SLEEPER, TravelClass.CHAIR_CAR


def party(text: str) -> tuple[PassengerDetails, ...]:
    return read_party(text)


def refusal(text: str, travel_class: TravelClass = SL, quota: Quota = Quota.GENERAL) -> str:
    """The key of the Problem, or ""; its wording must be complete in every language."""
    try:
        check_quota_party(quota, party(text))
        check_children(party(text), travel_class)
    except Problem as problem:
        for language in LANGUAGES:
            say(language).text(f"problem-{problem.key}", **problem.args_for_text)  # KeyError if a blank stays empty
        return problem.key
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "Anu 7 F no berth", "Anu 7 F without berth", "Anu, 7, F, no-berth", "Anu 7 F w/o berth", "no berth Anu F 7",
        "Anu 7 F half fare", "Anu 7 F bina berth ke", "Anu 7 ladki bina berth", "Anu 7 saal F berth nahi chahiye",
        "Anu 7 महिला बिना बर्थ", "Anu ७ लड़की आधा टिकट", "Anu 7 F lower no berth",
    ],
)  # fmt: skip
def test_a_child_without_a_berth_in_many_words(text: str) -> None:
    (anu,) = party(text)
    assert (anu.name, anu.age, anu.gender, anu.berth_wanted, anu.preference) == ("Anu", 7, "F", False, None)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("8 months", 0), ("8 mahine", 0), ("8months", 0), ("८ महीने", 0), ("11 month old", 0), ("0", 0),
        ("18 months", 1), ("1", 1), ("2 years 6 months", 2), ("4 saal", 4),
    ],
)  # fmt: skip
def test_small_children_and_their_months(text: str, age: int) -> None:
    (kiran,) = party(f"Kiran {text} M")
    assert (kiran.name, kiran.age, kiran.is_free) == ("Kiran", age, True)


@pytest.mark.parametrize("words", ["with berth", "berth ke saath", "बर्थ के साथ", "own berth", "lower", "window seat"])
def test_who_asks_for_a_berth_for_a_small_child_gets_one(words: str) -> None:
    (kiran,) = party(f"Kiran 3 M {words}")
    assert (kiran.berth_wanted, kiran.is_free) == (True, False)


def test_a_family_in_one_line() -> None:
    people = party("Asha 34 F lower, Anu, 7, F, no berth and Kiran 8 months M")
    assert [(p.name, p.age, p.berth_wanted) for p in people] == [
        ("Asha", 34, True),
        ("Anu", 7, False),
        ("Kiran", 0, False),
    ]


def test_an_age_alone_belongs_to_somebody_named_before() -> None:
    assert all(map(tells_no_name, ("7", "8 months", "8 महीने पुरुष", "7 F no berth")))
    assert not any(map(tells_no_name, ("Anu 7", "Anu", "", "F", "no berth")))


def test_who_may_go_without_a_berth_by_age_and_class() -> None:
    asha = "Asha 34 F\n"
    assert refusal(asha + "Anu 5 F no berth\nMeera 11 F no berth\nKiran 4 M") == ""
    assert refusal(asha + "Anu 12 F no berth") == "berth-needed"
    for travel_class in FULL_FARE_ONLY:
        assert refusal(asha + "Anu 7 F no berth", travel_class) == "no-half-fare"
        assert refusal(asha + "Anu 7 F\nKiran 4 M", travel_class) == ""


def test_small_children_and_those_without_a_berth_travel_with_somebody_of_twelve() -> None:
    assert refusal("Kiran 4 M") == refusal("Kiran 4 M with berth") == refusal("Anu 7 F no berth") == "children-alone"
    assert refusal("Anu 7 F\nKiran 4 M") == "children-alone"
    assert refusal("Anu 7 F") == refusal("Meera 12 F\nKiran 4 M") == ""


def test_six_who_pay_and_two_small_children_beside_them() -> None:
    six = "\n".join(f"{name} 30 F" for name in ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff"))
    assert refusal(f"{six}\nKiran 1 M\nMeera 2 F") == ""
    assert refusal(f"{six}\nKiran 1 M\nMeera 2 F\nAnu 3 F") == "too-many-infants"
    assert refusal(f"{six}\nAnu 7 F no berth") == refusal(f"{six}\nKiran 1 M with berth") == "too-many-passengers"


def test_in_other_quotas_small_children_do_not_count() -> None:
    four = "\n".join(f"{name} 30 F" for name in ("Aa", "Bb", "Cc", "Dd"))
    assert refusal(f"{four}\nKiran 1 M", quota=Quota.TATKAL) == ""
    assert refusal(f"{four}\nAnu 7 F no berth", quota=Quota.TATKAL) == "too-many-for-quota"
    assert refusal("Dadi 70 F\nKiran 1 M", quota=Quota.SENIOR) == ""
    assert refusal("Dadi 70 F\nAnu 7 F no berth", quota=Quota.SENIOR) == "seniors-only"


@pytest.mark.parametrize(
    ("text", "lowers"),
    [
        ("Asha 34 F\nRavi 40 M", 1),  # for one child one lower berth
        ("Asha 34 F upper\nRavi 40 M", 1),
        ("Dadi 70 F\nRavi 40 M", 1),  # who is old has one already
    ],
)
def test_an_adult_with_a_berthless_child_gets_a_lower_berth(text: str, lowers: int) -> None:
    key = RunKey(TrainId("12345"), date(2030, 1, 7))
    # Free are a lower berth, and a middle and an upper one that are sold further on and so are taken first.
    sold = dict.fromkeys(range(4, 73), 7) | {2: 4, 3: 4}
    state = RunState(Run(key, tuple(map(StationCode, "ABCD")), (Coach("S1", SL, 72),)), {"S1": sold})
    legs = legs_between(0, 2)
    berths = choose(state, SL, legs, party(text), 0, children=1)
    assert berths is not None
    assert [kind_of(SL, berth.number) for berth in berths].count(BerthKind.LOWER) == lowers
    without = choose(state, SL, legs, party("Asha 34 F\nRavi 40 M"), 0)
    assert without is not None
    assert BerthKind.LOWER not in [kind_of(SL, berth.number) for berth in without]


PEOPLE = st.builds(
    PassengerDetails,
    name=st.sampled_from(["Asha", "Anu", "Kiran"]),
    age=st.integers(0, 125),
    gender=st.sampled_from(Gender),
    berth_wanted=st.booleans(),
)


@given(
    people=st.lists(PEOPLE, min_size=1, max_size=8),
    travel_class=st.sampled_from([SL, CC, TravelClass.THIRD_AC, TravelClass.SECOND_AC]),
    km=st.integers(1, 3000),
)
def test_what_everybody_pays_is_the_ticket(people: list[PassengerDetails], travel_class: TravelClass, km: int) -> None:
    shares = fare_shares(people, travel_class)
    paying, halves = sum(share > 0 for share in shares), shares.count(Decimal("0.5"))
    price = fare("SUF", "12303", "Poorva", travel_class, km, paying, date(2026, 11, 23), half_fares=halves)
    assert price is not None
    each = {Decimal(1): price.full, Decimal("0.5"): price.half, Decimal(0): Decimal(0)}
    assert None not in [each[share] for share in shares]
    assert sum(each[share] or 0 for share in shares) == price.ticket
    parts = (price.base, price.reservation, price.superfast, price.gst, price.rounding, price.convenience)
    assert sum(parts) == price.total


def test_a_booking_from_before_keeps_equal_shares_and_a_child_added_later_pays_nothing() -> None:
    old = a_booking()
    assert sum(old.paid_by(person) for person in old.passengers) == old.fare_breakup.ticket
    child = old.passengers[0].but(name="Kiran", age=1, fare=Decimal(0))
    more = old.but(passengers=(*old.passengers, child))
    assert [more.paid_by(p) for p in more.passengers] == [*(old.paid_by(p) for p in old.passengers), 0]
