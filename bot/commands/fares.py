"""`yatri fare`: what a journey costs."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, day_meant, opened, some_run, stations_meant
from bot.commands.kinds import Kind, QuotaCode, kind_meant
from bot.commands.refusals import by_key, refusals
from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table

if TYPE_CHECKING:
    from pathlib import Path

    from domain.fares import FareBreakup
    from domain.trains import Train, TravelClass

_PARTS = ("base", "dynamic", "reservation", "superfast", "tatkal", "gst", "rounding", "convenience", "total")
_REFUSALS = {
    "no-tatkal": "--quota: Tatkal is not sold in {travel_class} of this train; GN is",
    "no-premium-tatkal": "--quota: the price of premium Tatkal is not published; TQ and GN are",
    "no-half-fare": "--half-fares: in {travel_class} a child of 5 to 11 needs a seat and pays in full",
}


class YesNo(StrEnum):
    """As --superfast is answered."""

    YES = "yes"
    NO = "no"


TrainNumber = Annotated[str | None, typer.Argument(metavar="TRAIN", help="The train's number.")]
From = Annotated[str | None, typer.Argument(metavar="FROM", help="Station code, name or city.")]
To = Annotated[str | None, typer.Argument(metavar="TO", help="Station code, name or city.")]
Class = Annotated[str | None, typer.Argument(metavar="CLASS", help="1A 2A 3A 3E EC EV CC SL 2S")]
Day = Annotated[str, typer.Option("--date", metavar="DATE", help="Day of the journey.")]
BookedOn = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day of booking, whose tariff counts; else that of --date.")
]
Km = Annotated[int | None, typer.Option(min=1, max=6000, help="How far, for any train: CLASS alone is enough then.")]
Superfast = Annotated[
    YesNo | None, typer.Option(help="Is it a superfast train? Else its number tells (12..., 20..., 22...).")
]
Passengers = Annotated[int, typer.Option(min=1, max=6, help="How many travel; the fare is for all.")]
HalfFares = Annotated[int, typer.Option(min=0, max=6, help="Of them, children of 5 to 11 without a berth.")]
Sold = Annotated[
    float, typer.Option(min=0, max=100, metavar="PERCENT", help="Berths sold, for trains with flexi fares.")
]
Upi = Annotated[bool, typer.Option("--upi", help="The convenience fee of paying by UPI.")]


def fare(
    train: TrainNumber = None,
    origin: From = None,
    destination: To = None,
    travel_class: Class = None,
    day: Day = "today",
    quota: QuotaCode = "GN",
    tariff: BookedOn = None,
    km: Km = None,
    superfast: Superfast = None,
    train_type: Kind = None,
    passengers: Passengers = 1,
    half_fares: HalfFares = 0,
    sold: Sold = 0,
    upi: Upi = False,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Tell a fare and what it is made of.

    TRAIN FROM TO CLASS answers from the timetable; with --km also a train that is not in it: CLASS, or TRAIN CLASS.
    """
    words = [word for word in (train, origin, destination, travel_class) if word is not None]
    ride_class = _class_meant(words, km)
    on = day_meant(day, "--date")
    ride = _ride_of_km(words[:-1], km, train_type, catalog) if km is not None else _ride_of_run(words, on, catalog)
    if km is not None and superfast is None and not ride.number:
        raise WrongArgument("--superfast: say yes or no, or give the TRAIN's number")
    if train_type is not None:
        kind, name = kind_meant(train_type, "--train-type")
        ride = replace(ride, kind=kind, name=name or ride.name)
    if half_fares > passengers:
        raise WrongArgument(f"--half-fares: {half_fares} of {passengers} passengers cannot be children")
    booked = on if tariff is None else day_meant(tariff, "--tariff")
    asked = Asked(ride_class, quota.upper(), booked, passengers, half_fares, sold, superfast, upi)
    _tell(ride, asked, _price(ride, asked), on, as_json=as_json)


@dataclass(frozen=True, slots=True)
class Ride:
    """How far on what train; `run_km` is how far the train itself goes, if known; `ends` as in the timetable or as
    typed."""

    km: int
    number: str = ""
    kind: str = ""
    name: str = ""
    run_km: int | None = None
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What else makes the price; `sold` in percent."""

    travel_class: "TravelClass"
    quota: str
    booked: date
    passengers: int
    half_fares: int
    sold: float
    superfast: YesNo | None
    upi: bool


def _class_meant(words: list[str], km: int | None) -> "TravelClass":
    from domain.trains import CLASSES, TravelClass

    if not words or (km is None and len(words) < 4):
        raise WrongArgument("CLASS: give TRAIN FROM TO CLASS, or --km and CLASS")
    if words[-1].upper() not in CLASSES:
        raise WrongArgument(f"CLASS: {words[-1].upper()!r} is none of {' '.join(CLASSES)}")
    return TravelClass(words[-1].upper())


def _ride_of_run(words: list[str], on: date, catalog: "Path | None") -> Ride:
    """From the timetable."""
    with opened(catalog) as timetable:
        starts, ends = stations_meant(timetable, words[1], "FROM"), stations_meant(timetable, words[2], "TO")
        journey = some_run(timetable, words[0], starts, ends, on)
    if words[-1].upper() not in journey.train.classes:
        raise WrongArgument(f"CLASS: {journey.train.number} has no {words[-1].upper()}")
    train = journey.train
    return Ride(journey.km, train.number, train.type, train.name, _run_km(train), (journey.origin, journey.destination))


def _ride_of_km(words: list[str], km: int, train_type: str | None, catalog: "Path | None") -> Ride:
    """From the distance; the train's kind from the timetable, if it has the train and nobody says the kind."""
    ride = Ride(km, words[0] if words and words[0].isdecimal() else "", ends=tuple(words[1:]))
    if not ride.number or train_type is not None:
        return ride
    with opened(catalog) as timetable:
        train = timetable.train(ride.number)
    return replace(ride, kind=train.type, name=train.name, run_km=_run_km(train)) if train else ride


def _run_km(train: "Train") -> int:
    return train.terminus.km - train.origin.km


def _price(ride: Ride, asked: Asked) -> "FareBreakup":
    from domain.fares import fare as fare_of
    from domain.quotas import Quota

    if asked.quota not in list(Quota):
        raise WrongArgument(f"--quota: {asked.quota!r} is none of {' '.join(Quota)}")
    with refusals(by_key(_REFUSALS)):
        price = fare_of(
            ride.kind,
            ride.number,
            ride.name,
            asked.travel_class,
            ride.km,
            asked.passengers,
            asked.booked,
            quota=Quota(asked.quota),
            half_fares=asked.half_fares,
            sold=Decimal(str(asked.sold)) / 100,
            superfast=None if asked.superfast is None else asked.superfast is YesNo.YES,
            run_km=ride.run_km,
            upi=asked.upi,
        )
    if price is None:
        where = f"train {ride.number}" if ride.number else "such a train"
        raise WrongArgument(f"CLASS: {where} has no published fare in {asked.travel_class}")
    return price


def _tell(ride: Ride, asked: Asked, price: "FareBreakup", on: date, *, as_json: bool) -> None:
    if as_json:
        tell_json(_fare_json(ride, asked, price, on))
        return
    who = " ".join(word for word in (ride.number, ride.name) if word)
    title = ", ".join(part for part in (who, " to ".join(ride.ends), f"{ride.km} km", asked.travel_class) if part)
    shown = [part for part in _PARTS if getattr(price, part) or part in ("base", "total")]
    tell_table(title, ["Part", "Rupees"], [[part, str(getattr(price, part))] for part in shown], (1,))


def _fare_json(ride: Ride, asked: Asked, price: "FareBreakup", on: date) -> dict[str, Any]:
    return {
        "train": ride.number or None,
        **dict(zip(("from", "to"), ride.ends, strict=False)),
        "class": asked.travel_class,
        "km": ride.km,
        "date": on,
        "tariff": asked.booked,
        "quota": asked.quota,
        "passengers": asked.passengers,
        "fare": price.ticket,
        **{part: getattr(price, part) for part in _PARTS},
    }
