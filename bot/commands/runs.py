"""`yatri runs`: one train on one date: how it is sold, and that the railway has cancelled it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.refusals import refusals
from bot.commands.speaking import AsJson, tell_help, tell_json, tell_table
from bot.commands.store import open_store

if TYPE_CHECKING:
    from datetime import date

    from domain.ids import TrainId
    from domain.inventory import RunState
    from domain.ports import Units
    from domain.services.withdrawing import Withdrawing
    from domain.trains import TravelClass

app = typer.Typer(help="One train on one date: see how it is sold, or cancel it.", rich_markup_mode=None)
app.callback(invoke_without_command=True)(tell_help)
TrainNumber = Annotated[str, typer.Argument(metavar="TRAIN", help="The train's number.")]
RunDate = Annotated[str, typer.Argument(metavar="DATE", help="The date on which it leaves its first station.")]
_CHARTS = ("not made", "first chart made", "second chart made")
_COLUMNS = ["Class", "Berths", "Sold", "In RAC", "Waiting"]


@app.command()
def cancel(
    train: TrainNumber,
    day: RunDate,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, in the railway's words.")] = "",
    as_json: AsJson = False,
) -> None:
    """Tell that the railway has cancelled a run: from now on it cannot be booked, and the bot pays everybody back.

    A running bot begins within seconds; one that does not run, when it is started. Cancelling twice changes nothing.
    """
    from domain.inventory import RunKey
    from domain.services.giving_back import live_bookings

    train_id, on = _run_meant(train, day)
    now = datetime.now(UTC)
    with _store() as (units, withdrawing), _not_that_day(train, on):
        kept = withdrawing.cancel_run(train_id, on, now, reason)
        left = len(live_bookings(units, RunKey(train_id, on)))
    if as_json:
        told = {"cancelled_at": kept.at, "reason": kept.reason, "already": kept.at != now, "left": left}
        tell_json({"train": train_id, "run_date": on, **told})
        return
    was = f"was cancelled already at {kept.at:%d %b %Y %H:%M} UTC" if kept.at != now else "is cancelled"
    why = f" ({kept.reason})" if kept.reason else ""
    tell_table(f"{train_id} of {on:%a %d %b %Y} {was}{why}; tickets and holds to give back: {left}", [], [])


@app.command()
def show(train: TrainNumber, day: RunDate, as_json: AsJson = False) -> None:
    """Show a run class by class: berths, how many are sold, who is in RAC and who waits, and its charts."""
    train_id, on = _run_meant(train, day)
    with _store() as (_, withdrawing), _not_that_day(train, on):
        state = withdrawing.state(train_id, on)
    classes = list(dict.fromkeys(coach.travel_class for coach in state.run.coaches))
    found = [_of_class(state, travel_class) for travel_class in classes]
    if as_json:
        cancelled = {"at": state.cancelled.at, "reason": state.cancelled.reason} if state.cancelled else None
        whole = {"departs_at": state.run.departs_at, "charts": state.chart, "cancelled": cancelled, "classes": found}
        tell_json({"train": train_id, "run_date": on, **whole})
        return
    gone = f"CANCELLED {state.cancelled.reason}".rstrip() if state.cancelled else _CHARTS[state.chart]
    rows = [[str(value) for value in row.values()] for row in found]
    tell_table(f"{train_id} of {on:%a %d %b %Y}: {gone}", _COLUMNS, rows, (1, 2, 3, 4))


def _of_class(state: "RunState", travel_class: "TravelClass") -> dict[str, Any]:
    """A berth counts as sold if it is on any leg, whole or a seat of it."""
    from domain.inventory import Berth
    from domain.queues import in_rac, waiting

    coaches = [coach for coach in state.run.coaches if coach.travel_class is travel_class]
    berths = [Berth(coach.name, number) for coach in coaches for number in range(1, coach.size + 1)]
    return {
        "class": travel_class.value,
        "berths": len(berths),
        "sold": sum(state.mask(berth) != 0 for berth in berths),
        "rac": len(in_rac(state, travel_class)),
        "waiting": len(waiting(state, travel_class)),
    }


def _run_meant(train: str, day: str) -> "tuple[TrainId, date]":
    """Raises WrongArgument."""
    from bot.commands.answering import day_meant
    from domain.ids import TrainId

    return TrainId(train.strip()), day_meant(day, "DATE")


def _not_that_day(train: str, on: "date") -> AbstractContextManager[None]:
    """A train that is not known, or does not leave on this date, is a WrongArgument."""
    return refusals(lambda _: f"TRAIN: no train {train!r} with berths leaves its first station on {on}")


@contextmanager
def _store() -> "Iterator[tuple[Units, Withdrawing]]":
    """The store and what withdraws runs in it, beside the bot if one runs on the same data directory."""
    from domain.services.withdrawing import Withdrawing

    with open_store() as store:
        catalogue = store.timetable("No timetable has been imported yet: taking the starter network.")
        units = store.units
        yield units, Withdrawing(lambda: catalogue, units)
