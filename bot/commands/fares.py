"""`yatri fare`: what a journey costs."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, day_meant, opened, some_run, stations_meant
from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table

if TYPE_CHECKING:
    from domain.fares import FareBreakup
    from domain.journeys import Journey


def fare(
    train: Annotated[str, typer.Argument(metavar="TRAIN", help="The train's number.")],
    origin: Annotated[str, typer.Argument(metavar="FROM", help="Station code, name or city.")],
    destination: Annotated[str, typer.Argument(metavar="TO", help="Station code, name or city.")],
    travel_class: Annotated[str, typer.Argument(metavar="CLASS", help="1A 2A 3A 3E EC EV CC SL 2S")],
    day: Annotated[str, typer.Option("--date", metavar="DATE", help="Day of booking: tariffs change.")] = "today",
    passengers: Annotated[int, typer.Option(min=1, max=6, help="How many travel.")] = 1,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Tell a fare and what it is made of."""
    on = day_meant(day, "--date")
    with opened(catalog) as timetable:
        starts, ends = stations_meant(timetable, origin, "FROM"), stations_meant(timetable, destination, "TO")
        journey = some_run(timetable, train, starts, ends, on)
    price = _price(journey, travel_class.upper(), passengers, on)
    if as_json:
        tell_json(_fare_json(journey, travel_class.upper(), price, on))
        return
    parts = ["base", "reservation", "superfast", "gst", "rounding", "convenience", "total"]
    title = f"{train} {journey.train.name}, {journey.origin} to {journey.destination}, {journey.km} km, {travel_class}"
    tell_table(title, ["Part", "Rupees"], [[part, str(getattr(price, part))] for part in parts], (1,))


def _price(journey: "Journey", travel_class: str, passengers: int, on: date) -> "FareBreakup":
    from domain.services.searching import fare_of
    from domain.trains import CLASSES, TravelClass

    if travel_class not in CLASSES:
        raise WrongArgument(f"CLASS: {travel_class!r} is none of {' '.join(CLASSES)}")
    if travel_class not in journey.train.classes:
        raise WrongArgument(f"CLASS: {journey.train.number} has no {travel_class}")
    price = fare_of(journey, TravelClass(travel_class), passengers, on)
    if price is None:
        raise WrongArgument(f"CLASS: train {journey.train.number} has no published fare in {travel_class}")
    return price


def _fare_json(journey: "Journey", travel_class: str, price: "FareBreakup", on: date) -> dict[str, Any]:
    parts = price.model_dump()
    return {
        "train": journey.train.number,
        "from": journey.origin,
        "to": journey.destination,
        "class": travel_class,
        "km": journey.km,
        "date": on,
        "fare": price.ticket,
        **parts,
    }
