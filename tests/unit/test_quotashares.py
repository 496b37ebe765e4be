"""Which berths are set aside: for whom, how many, together in bays, and never a RAC berth."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.coaches import BAYS, ICF_SIZE, LHB_SIZE, PREFIX, bay_of, kind_of, rake
from domain.inventory import Berth, BerthKind, Coach
from domain.quotas import Quota
from domain.rules.quotashares import confirmed_only, rac_berths, shares
from domain.trains import CLASSES, Train, TravelClass

C = TravelClass
MAIL = (*(Coach(f"S{n}", C.SLEEPER, 72) for n in range(1, 4)), Coach("B1", C.THIRD_AC, 64))
RAJDHANI = (*(Coach(f"B{n}", C.THIRD_AC, 72) for n in range(1, 4)), Coach("A1", C.SECOND_AC, 54))

coaches = st.lists(
    st.builds(Coach, st.text("ABCDEHMS", min_size=1, max_size=2), st.sampled_from(CLASSES), st.integers(1, 120)),
    max_size=8,
    unique_by=lambda coach: coach.name,
)


def numbers(held: dict[Berth, Quota], quota: Quota, coach: str) -> list[int]:
    return sorted(berth.number for berth, its in held.items() if its is quota and berth.coach == coach)


def train(train_type: str, *classes: TravelClass) -> Train:
    return Train("12345", "A train", train_type, "NR", "", classes, ())


def test_a_sleeper_of_72_keeps_its_nine_side_lowers_for_eighteen_rac_passengers() -> None:
    berths = rac_berths(Coach("S1", C.SLEEPER, 72), "MEX")
    assert berths == (7, 15, 23, 31, 39, 47, 55, 63, 71)
    assert len(rac_berths(Coach("S1", C.SLEEPER, 80), "SUF")) == 10


def test_a_3a_coach_has_four_such_berths_and_a_2a_coach_two_in_old_and_new_coaches() -> None:
    for sizes in (ICF_SIZE, LHB_SIZE):
        counts = {cls: len(rac_berths(Coach("X", cls, sizes[cls]), "SUF")) for cls in CLASSES if cls is not C.SLEEPER}
        assert {cls: count for cls, count in counts.items() if count} == {
            C.SECOND_AC: 2,
            C.THIRD_AC: 4,
            C.THIRD_ECONOMY: 4,
        }


def test_vande_bharat_sleepers_and_amrit_bharats_have_neither_rac_nor_a_waiting_list() -> None:
    assert confirmed_only("VNDB", C.THIRD_AC)
    assert confirmed_only("AMTB", C.SLEEPER)
    assert not confirmed_only("VNDB", C.CHAIR_CAR)
    assert not confirmed_only("RAJ", C.THIRD_AC)
    assert rac_berths(Coach("B1", C.THIRD_AC, 72), "VNDB") == ()
    assert rac_berths(Coach("S1", C.SLEEPER, 80), "AMTB") == ()


def test_before_they_were_ruled_to_be_so_amrit_bharats_had_rac() -> None:
    assert not confirmed_only("AMTB", C.SLEEPER, date(2025, 12, 31))
    assert len(rac_berths(Coach("S1", C.SLEEPER, 80), "AMTB", date(2025, 12, 31))) == 10


def test_a_mail_train_sets_aside_what_the_railway_told() -> None:
    held = dict(shares(MAIL, "MEX"))
    assert Counter(held.values()) == {
        Quota.TATKAL: 3 * 14 + 16,  # two bays of each coach, in SL without their side lowers
        Quota.LADIES: 6,  # a train
        Quota.SENIOR: 3 * 7 + 4,  # each coach
        Quota.DIVYANG: 4 + 4,  # each class
    }


def test_a_train_that_is_all_ac_has_its_ladies_in_3a_and_one_more_lower_for_seniors() -> None:
    held = dict(shares(RAJDHANI, "RAJ"))
    assert numbers(held, Quota.LADIES, "B1") == [1, 2, 3, 4, 5, 6]
    assert len(numbers(held, Quota.SENIOR, "B3")) == 5
    assert len(numbers(held, Quota.SENIOR, "A1")) == 4


def test_a_class_with_one_coach_has_fewer_berths_for_seniors() -> None:
    held = dict(shares(MAIL[:1], "MEX"))
    assert len(numbers(held, Quota.SENIOR, "S1")) == 6


def test_tatkal_parties_ladies_and_couples_sit_together() -> None:
    held = dict(shares(MAIL, "MEX"))
    assert {bay_of(C.SLEEPER, n) for n in numbers(held, Quota.TATKAL, "S1")} == {7, 8}
    assert len({bay_of(C.SLEEPER, n) for n in numbers(held, Quota.LADIES, "S1")}) == 1
    seniors = Counter(bay_of(C.SLEEPER, n) for n in numbers(held, Quota.SENIOR, "S2"))
    assert sorted(seniors.values()) == [1, 2, 2, 2]


def test_divyang_have_two_lower_and_two_middle_berths_of_one_bay() -> None:
    held = dict(shares(MAIL, "MEX"))
    kinds = Counter(kind_of(C.SLEEPER, n) for n in numbers(held, Quota.DIVYANG, "S1"))
    assert kinds == {BerthKind.LOWER: 2, BerthKind.MIDDLE: 2}


def test_3e_has_divyang_berths_only_where_there_is_no_3a() -> None:
    economy = Coach("M1", C.THIRD_ECONOMY, 83)
    assert len(numbers(dict(shares([economy])), Quota.DIVYANG, "M1")) == 4
    assert numbers(dict(shares([economy, MAIL[-1]])), Quota.DIVYANG, "M1") == []


def test_first_ac_sets_nothing_aside_and_chair_cars_tatkal_and_divyang_seats() -> None:
    assert shares([Coach("H1", C.FIRST_AC, 24)]) == {}
    assert Counter(shares([Coach("C1", C.CHAIR_CAR, 78)]).values()) == {Quota.TATKAL: 15, Quota.DIVYANG: 4}


def test_where_no_tatkal_is_sold_none_is_set_aside() -> None:
    for train_type, coach in (("AMTB", MAIL[0]), ("VNDB", MAIL[-1])):
        held = shares([coach], train_type)
        assert Quota.TATKAL not in held.values()
        assert Quota.SENIOR in held.values()


def test_every_usual_rake_leaves_most_of_a_class_to_everybody() -> None:
    for train_type in ("RAJ", "SUF", "MEX", "SHT", "JSH", "GBR", "AMTB", "VNDB", "DRNT"):
        coaches_of = rake(train(train_type, *CLASSES))
        held = shares(coaches_of, train_type)
        for cls in CLASSES:
            prefix = PREFIX[cls]
            berths = sum(coach.size for coach in coaches_of if coach.travel_class is cls)
            aside = sum(berth.coach.rstrip("0123456789") == prefix for berth in held)
            assert aside * 2 < berths, (train_type, cls)


@given(coaches, st.sampled_from(["", "MEX", "RAJ", "VNDB", "AMTB"]))
def test_shares_are_berths_of_the_run_and_never_those_of_rac(run: list[Coach], train_type: str) -> None:
    held = shares(run, train_type)
    everything = {Berth(coach.name, n) for coach in run for n in range(1, coach.size + 1)}
    rac = {Berth(coach.name, n) for coach in run for n in rac_berths(coach, train_type)}
    assert set(held) <= everything
    assert rac <= everything
    assert not rac & set(held)
    assert Quota.GENERAL not in held.values()
    assert held == shares(run, train_type)


@given(coaches)
def test_tatkal_has_at_most_three_tenths_of_a_coach_in_whole_bays_and_seniors_only_lowers(run: list[Coach]) -> None:
    held = dict(shares(run))
    for coach in run:
        tatkal = set(numbers(held, Quota.TATKAL, coach.name))
        assert len(tatkal) * 10 <= coach.size * 3
        rac = set(rac_berths(coach, ""))
        length = len(BAYS[coach.travel_class])
        for bay in {bay_of(coach.travel_class, n) for n in tatkal}:
            assert set(range(bay * length + 1, bay * length + length + 1)) - rac <= tatkal
        lowers = {kind_of(coach.travel_class, n) for n in numbers(held, Quota.SENIOR, coach.name)}
        assert lowers <= {BerthKind.LOWER}


@given(coaches)
def test_small_coaches_still_leave_berths_to_everybody(run: list[Coach]) -> None:
    held = shares(run)
    for coach in run:
        taken = sum(berth.coach == coach.name for berth in held) + len(rac_berths(coach, ""))
        assert taken < coach.size
