"""`yatri runs`: a run class by class, and that the railway has cancelled it; beside a bot that runs."""

import json
from datetime import date
from typing import Any

import pytest

from bot.__main__ import run_command
from bot.catalogue import catalogue_of_feed
from bot.feeds.starter import starter_path
from domain.ids import BookingId, TrainId
from domain.inventory import Berth, Place, RunKey
from domain.ports import Units
from domain.quotas import Quota
from domain.runs import run_on
from domain.trains import TravelClass
from tests.contract.samples import a_booking
from tests.engines import Storage

DAY = date(2030, 2, 3)
KEY = RunKey(TrainId("12310"), DAY)
CLASS = TravelClass.SECOND_AC

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def running(beside: Storage) -> Units:
    """The engine of a bot that runs on the same data directory."""
    return beside.units


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code = run_command(["runs", *arguments, "--json"])
    answer = capsys.readouterr()
    assert code == 0, answer.err
    return json.loads(answer.out)


def sell(units: Units) -> None:
    """Two berths on different legs, a seat in RAC, and somebody who waits behind it."""
    train = catalogue_of_feed(starter_path()).train(KEY.train_id)
    assert train is not None
    run = run_on(train, DAY)
    coach = next(coach for coach in run.coaches if coach.travel_class is CLASS and coach.rac)
    whole, seat = coach.numbers(Quota.GENERAL), Berth(coach.name, coach.rac[0], 1)
    place = Place(1, "RAC", 1, BookingId("b"), 0, CLASS, Quota.GENERAL, 1, berth=seat)
    waits = Place(2, "GNWL", 1, BookingId("b"), 1, CLASS, Quota.GENERAL, 1, slot=1)
    with units() as work:
        work.runs.open(run)
        berths = {Berth(coach.name, whole[0]): (0, 0b01), Berth(coach.name, whole[1]): (0, 0b10), seat: (0, 1)}
        work.runs.change(run.key, berths)
        work.runs.queue(run.key, place)
        work.runs.queue(run.key, waits)
        work.runs.chart(run.key, 1)
        work.bookings.add(a_booking(train_id=KEY.train_id, run_date=DAY))
        work.commit()


def test_a_run_that_nobody_has_booked_on_is_as_the_timetable_opens_it(capsys: pytest.CaptureFixture[str]) -> None:
    answer = told(capsys, "show", "12310", str(DAY))
    assert (answer["train"], answer["run_date"], answer["charts"], answer["cancelled"]) == ("12310", str(DAY), 0, None)
    assert [found["class"] for found in answer["classes"]] == ["1A", "2A", "3A"]
    assert all(found["berths"] > 0 for found in answer["classes"])
    assert {(found["sold"], found["rac"], found["waiting"]) for found in answer["classes"]} == {(0, 0, 0)}


def test_what_is_sold_is_counted_by_class(capsys: pytest.CaptureFixture[str], running: Units) -> None:
    sell(running)
    answer = told(capsys, "show", "12310", str(DAY))
    assert answer["charts"] == 1
    (second,) = [found for found in answer["classes"] if found["class"] == "2A"]
    assert (second["sold"], second["rac"], second["waiting"]) == (3, 1, 1)
    assert run_command(["runs", "show", "12310", str(DAY)]) == 0
    shown = capsys.readouterr().out
    assert "12310 of Sun 03 Feb 2030: first chart made" in shown
    assert next(line.split()[2:] for line in shown.splitlines() if line.split()[:1] == ["2A"]) == ["3", "1", "1"]


def test_a_run_is_cancelled_beside_a_running_bot(capsys: pytest.CaptureFixture[str], running: Units) -> None:
    sell(running)
    answer = told(capsys, "cancel", "12310", str(DAY), "--reason", "dense fog")
    assert (answer["already"], answer["left"], answer["reason"]) == (False, 1, "dense fog")
    with running() as work:
        cancelled = work.runs.cancelled(KEY)
        assert cancelled is not None
        assert cancelled.reason == "dense fog"
        assert work.runs.to_give_back() == [KEY]
    again = told(capsys, "cancel", "12310", str(DAY), "--reason", "no rake")
    assert (again["already"], again["reason"], again["cancelled_at"]) == (True, "dense fog", answer["cancelled_at"])
    assert told(capsys, "show", "12310", str(DAY))["cancelled"]["reason"] == "dense fog"
    assert run_command(["runs", "show", "12310", str(DAY)]) == 0
    assert "CANCELLED dense fog" in capsys.readouterr().out
    assert run_command(["runs", "cancel", "12310", str(DAY)]) == 0
    assert "was cancelled already" in capsys.readouterr().out


def test_a_run_that_nobody_has_booked_on_can_be_cancelled_too(
    capsys: pytest.CaptureFixture[str], running: Units
) -> None:
    assert told(capsys, "cancel", "12310", str(DAY))["left"] == 0
    with running() as work:
        state = work.runs.load(KEY)
    assert state is not None
    assert state.cancelled is not None


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("cancel", "99999", str(DAY)), "TRAIN"),
        (("cancel", "12304", "2030-02-05"), "TRAIN"),  # a Tuesday, when it does not run
        (("show", "12310", "someday"), "DATE"),
        (("show", "12310"), "DATE"),
    ],
)
def test_a_wrong_argument_gets_one_line(
    capsys: pytest.CaptureFixture[str], running: Units, arguments: tuple[str, ...], word: str
) -> None:
    code = run_command(["runs", *arguments])
    answer = capsys.readouterr()
    assert (code, answer.out) == (2, "")
    assert word in answer.err.splitlines()[-1]
