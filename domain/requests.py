"""Requests: one sentence of free text, read into as much of a journey as it tells."""

import datetime
import re
from dataclasses import dataclass, field

from domain.catalogue import Catalogue
from domain.dates import DaysMeant, find_days
from domain.daytimes import TimeOfDay, find_clock, find_time_of_day, take_greetings
from domain.quotas import Quota
from domain.reading.classwords import find_classes
from domain.reading.headcounts import HeadCount, find_head_count
from domain.reading.places import PlacesTold, RequestPlaces
from domain.reading.quotawords import find_general, find_quotas
from domain.reading.sentences import Sentence, pattern
from domain.stations import Match
from domain.trains import TravelClass
from domain.words import END, LONGEST, START, lowered

__all__ = ["Request", "read_request"]

_CORRECTION = re.compile(
    rf"(?:no|nope|nahi|nahin|sorry|wait|oops|actually|rather|change|make it|make that|instead|नहीं|नही|बदलो){END}"
    rf"|.*{START}(?:instead|badlo|बदलो|नहीं){END}"
)
_RETURN = pattern(
    "(?:in |the |on )*(?:return|round trip|roundtrip|up down|come back|coming back|going back|way back|back)"
    "(?: (?:journey|ticket|trip|train|ki|ka|के|की|का))*"
)
_PERSON = re.compile(rf"{START}\d\d ?(?:f|m|male|female){END}")  # "Bina Rani SL 34 F", named like two stations
_LEFT_OVER = re.compile(r"\d{1,2}(?:[-/.]\d{1,4})*(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Request:
    """What a sentence told; the lists hold the stations that may be meant, likeliest first, and are empty if untold.

    `place` is one named without saying which end of the journey it is. `correction`: it takes back something said.
    `unknown`: the words for the other end, if they are no place that we know.
    Dates and numbers of passengers are as said, sensible or not. `dates` are all that may be meant, the likeliest
    first, where there are several; `date` is that one. `passengers` are all, the `children` among them. `added`: so
    many more than said before (fewer below zero), `added_children` of them children. `is_return`: the way back is
    spoken of; `return_date`, its day where it is named beside another. `unclear`: the fields (origin, destination,
    date, time_of_day, class, quota, passengers) that are named, but not so that they could be taken without asking.
    """

    origin: list[Match] = field(default_factory=list)
    destination: list[Match] = field(default_factory=list)
    date: datetime.date | None = None
    travel_class: TravelClass | None = None
    passengers: int | None = None
    correction: bool = False
    place: list[Match] = field(default_factory=list)
    unknown: str = ""
    dates: tuple[datetime.date, ...] = ()
    time_of_day: TimeOfDay | None = None
    quota: Quota | None = None
    children: int | None = None
    added: int | None = None
    added_children: int | None = None
    is_return: bool = False
    return_date: datetime.date | None = None
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """All but the places; of each what is said, in its order."""

    days: DaysMeant
    parts: list[TimeOfDay]
    classes: list[TravelClass]
    quotas: list[Quota]
    heads: HeadCount
    class_unclear: bool
    numbers_left: bool


def read_request(text: str, today: datetime.date, catalogue: Catalogue) -> Request:
    """Reads "2 sleeper tickets patna to delhi tomorrow", "delhi se mumbai kal 3a", "no, from Kanpur". Takes any text;
    `today` is the date in India."""
    if len(text) > LONGEST:
        return Request()
    stations = catalogue.stations
    sentence = Sentence(text, lambda word: bool(stations.find(word, 1, exactly=True)))
    told = _told(sentence, today)
    is_return = _take_return(sentence)
    is_journey = bool(told.days.days or told.classes or told.quotas) and not told.numbers_left
    is_person = _PERSON.search(lowered(text))
    places = PlacesTold() if is_person else RequestPlaces(stations).read(sentence.words, is_journey=is_journey)
    takes_back = sentence.takes_back or places.takes_back
    days, heads = told.days, told.heads
    return Request(
        origin=places.origin,
        destination=places.destination,
        date=next(iter(days.days), None),
        travel_class=next(iter(told.classes), None),
        passengers=heads.passengers,
        correction=takes_back or bool(_CORRECTION.match(lowered(text))),
        place=places.place,
        unknown=places.unknown,
        dates=days.days if len(days.days) > 1 else (),
        time_of_day=next(iter(told.parts), None),
        quota=next(iter(told.quotas), None),
        children=heads.children,
        added=heads.added,
        added_children=heads.added_children,
        is_return=is_return,
        return_date=days.back,
        unclear=_unclear(told, places),
    )


def _told(sentence: Sentence, today: datetime.date) -> _Told:
    """Takes out of the sentence what it tells: numbers of dates before those of classes, and of people last."""
    take_greetings(sentence)
    clock = find_clock(sentence)
    days = find_days(sentence, today)
    parts = find_time_of_day(sentence) or ([clock] if clock else [])
    quotas = find_quotas(sentence)
    classes, class_unclear = find_classes(sentence)
    general, general_unclear = find_general(sentence, class_named=bool(classes))
    quotas += [general] if general else []
    heads = find_head_count(sentence)
    numbers_left = any(_LEFT_OVER.fullmatch(word.typed) for word in sentence.words)
    return _Told(days, parts, classes, quotas, heads, class_unclear or general_unclear, numbers_left)


def _unclear(told: _Told, places: PlacesTold) -> tuple[str, ...]:
    """The fields to ask about. A number that is left over in a journey may be its day, else how many travel."""
    left = told.numbers_left and bool(places.origin or places.destination)
    doubts = {
        "origin": "origin" in places.unclear or _is_guessed(places.origin),
        "destination": "destination" in places.unclear or _is_guessed(places.destination),
        "date": told.days.unclear or (left and not told.days.days),
        "time_of_day": len(told.parts) > 1,
        "class": told.class_unclear,
        "quota": len(told.quotas) > 1,
        "passengers": told.heads.unclear or (left and bool(told.days.days) and told.heads.passengers is None),
    }
    return tuple(name for name, doubted in doubts.items() if doubted)


def _take_return(sentence: Sentence) -> bool:
    found = sentence.first(_RETURN)
    if found:
        sentence.take(found, "return")
    return bool(found)


def _is_guessed(matches: list[Match]) -> bool:
    return bool(matches) and not (matches[0].sure or matches[0].whole_city)
