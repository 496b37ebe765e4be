"""`yatri refund`: what comes back for a ticket that is given up."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import day_meant
from bot.commands.kinds import Kind, QuotaCode, kind_meant
from bot.commands.numbers import number_meant
from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table

if TYPE_CHECKING:
    from domain.quotas import Quota
    from domain.refunds import Cancellation, Event, PartyRefund, Refund, Standing

_MOST = 6  # passengers on a ticket (railway rules)
_DEAREST = Decimal(1_000_000)  # rupees; more is a slip of the hand
_LONGEST = Decimal(10_000)  # hours
_WAITING = re.compile(r"[A-Z]{0,2}WL")
_WHY = {
    "train-cancelled": "the train is cancelled: nothing is kept",
    "late": "over 3 hours late or diverted and not travelled: nothing is kept, on request (TDR)",
    "tatkal": "a confirmed Tatkal ticket: all is kept",
    "assured": "a train on which every berth is confirmed: {part} of the fare",
    "flat": "confirmed, long before: the flat charge of the class",
    "part": "confirmed: the larger of {part} of the fare and the flat charge",
    "too-late": "confirmed, too late: all is kept",
    "clerkage": "RAC or waiting list: clerkage",
    "clerkage-too-late": "RAC or waiting list, less than 30 minutes before: all is kept",
    "chart": "all on the waiting list when the chart was made: clerkage",
    "partly-confirmed": "only some confirmed, all given up: clerkage for each",
}


Class = Annotated[str, typer.Option("--class", metavar="CLASS", help="1A 2A 3A 3E EC EV CC SL 2S FC")]
Status = Annotated[
    str, typer.Option(metavar="STATUS", help="CNF, RAC or WL (GNWL, RLWL ...); for a mixed party CNF,WL,WL.")
]
Fare = Annotated[str, typer.Option(metavar="RUPEES", help="Of ONE passenger, without convenience fee and insurance.")]
Passengers = Annotated[int | None, typer.Option(min=1, max=_MOST, help="How many give up; the answer is for all.")]
Hours = Annotated[
    str | None, typer.Option(metavar="HOURS", help="Before the scheduled departure: 72, 7.5; -1 is after it.")
]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="Day of the cancellation: rules change.")]
Happened = Annotated[
    str | None, typer.Option(metavar="EVENT", help="train-cancelled, late (over 3 h, or diverted) or chart.")
]


def refund(
    travel_class: Class,
    status: Status,
    fare: Fare,
    passengers: Passengers = None,
    hours: Hours = None,
    train_type: Kind = None,
    quota: QuotaCode = "GN",
    on: On = "today",
    event: Happened = None,
    as_json: AsJson = False,
) -> None:
    """Tell what comes back for a ticket that is given up, and why.

    --fare is that of one passenger; refund and deduction are for all of them.
    """
    from domain.refunds import Cancellation, party_refund

    standings = _standings_meant(status, passengers)
    happened = _event_meant(event, standings)
    cancelled = Cancellation(
        travel_class=_class_meant(travel_class),
        ahead=_ahead_meant(hours, happened),
        on=day_meant(on, "--on"),
        train_type=kind_meant(train_type, "--train-type")[0] if train_type else "",
        quota=_quota_meant(quota),
        event=happened,
    )
    each = _rupees_meant(fare)
    returned = party_refund([(standing, each) for standing in standings], cancelled)
    if as_json:
        tell_json(_refund_json(returned, cancelled, standings))
    else:
        _tell(returned, standings)


def _standings_meant(text: str, passengers: int | None) -> "list[Standing]":
    """Where each passenger stands: one word for all, or as many as there are passengers."""
    standings = [_standing_meant(word) for word in text.split(",")]
    if len(standings) == 1:
        return standings * (passengers or 1)
    if len(standings) > _MOST or passengers not in (None, len(standings)):
        raise WrongArgument(f"--status: {len(standings)} are told for {passengers or f'at most {_MOST}'} passengers")
    return standings


def _standing_meant(word: str) -> "Standing":
    """From the words on tickets: `GNWL52/WL33` stood 52nd and stands 33rd now, `GNWL1/RAC6` has become RAC."""
    from domain.refunds import Standing

    now = re.sub(r"[\s\d]+", "", word.upper().rpartition("/")[2])
    if now in ("CNF", "CONFIRMED", "CONFIRM"):
        return Standing.CONFIRMED
    if now == "RAC":
        return Standing.RAC
    if _WAITING.fullmatch(now):
        return Standing.WAITING
    raise WrongArgument(f"--status: {word!r} is none of CNF RAC WL")


def _class_meant(text: str) -> str:
    from domain.rules.refund_rules import FIRST_CLASS
    from domain.trains import CLASSES

    known = [*CLASSES, FIRST_CLASS]
    if text.upper() not in known:
        raise WrongArgument(f"--class: {text!r} is none of {' '.join(known)}")
    return text.upper()


def _quota_meant(text: str) -> "Quota":
    from domain.quotas import Quota

    if text.upper() not in list(Quota):
        raise WrongArgument(f"--quota: {text!r} is none of {' '.join(Quota)}")
    return Quota(text.upper())


def _event_meant(text: str | None, standings: "list[Standing]") -> "Event | None":
    from domain.refunds import Event, Standing

    if text is None:
        return None
    if text not in list(Event):
        raise WrongArgument(f"--event: {text!r} is none of {' '.join(Event)}")
    if text == Event.CHART and set(standings) != {Standing.WAITING}:
        raise WrongArgument(
            "--event: a chart drops only tickets on which everybody is on the waiting list (--status WL)"
        )
    return Event(text)


def _ahead_meant(text: str | None, event: "Event | None") -> timedelta:
    """To the microsecond; not needed where an event decides."""
    if text is None and event is None:
        raise WrongArgument("--hours: say how many hours before the scheduled departure")
    hours = number_meant(text or "0", "--hours")
    if abs(hours) > _LONGEST:
        raise WrongArgument(f"--hours: {text} is more than {_LONGEST} hours")
    return timedelta(microseconds=int(hours * 3600 * 1_000_000))


def _rupees_meant(text: str) -> Decimal:
    rupees = number_meant(text, "--fare")
    if not 0 <= rupees <= _DEAREST:
        raise WrongArgument(f"--fare: {text} is not from 0 to {_DEAREST} rupees")
    if rupees != round(rupees, 2):
        raise WrongArgument(f"--fare: {text} has less than a paisa")
    return rupees


def _why(line: "Refund") -> str:
    return _WHY[line.rule].format(part=f"{line.part:.0%}" if line.part is not None else "")


def _refund_json(returned: "PartyRefund", cancelled: "Cancellation", standings: "list[Standing]") -> dict[str, Any]:
    lines = returned.lines
    return {
        "refund": returned.refund,
        "deduction": returned.deduction,
        "rule": ", ".join(dict.fromkeys(line.rule for line in lines)),
        "why": "; ".join(dict.fromkeys(_why(line) for line in lines)),
        "fare_per_passenger": lines[0].fare,
        "fare_total": returned.fare,
        "on": cancelled.on,
        "passengers": [
            {"status": standing, "refund": line.refund, "deduction": line.deduction, "rule": line.rule}
            for standing, line in zip(standings, lines, strict=True)
        ],
    }


def _tell(returned: "PartyRefund", standings: "list[Standing]") -> None:
    lines = zip(standings, returned.lines, strict=True)
    rows = [[standing, f"{r.fare:.2f}", f"{r.deduction:.2f}", f"{r.refund:.2f}", _why(r)] for standing, r in lines]
    total = ["", f"{returned.fare:.2f}", f"{returned.deduction:.2f}", f"{returned.refund:.2f}", "all together"]
    tell_table(
        "", ["Status", "Fare", "Kept", "Comes back", "Why"], [*rows, *([total] if len(rows) > 1 else [])], (1, 2, 3)
    )
