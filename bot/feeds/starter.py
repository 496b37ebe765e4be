"""Yatri's own plain-text form of a network, and the starter network that ships in it.

stations.txt has a line a station:   CODE Name | Hindi name | city | state | zone | latitude longitude
trains.txt has a block a train, its first line at the margin and a line for each call indented:

    12951 Name | Hindi name | TYPE ZONE | days | classes
      MMCT 17:00 0
      RTM 00:25-00:28+1 653
      NDLS 08:32+1 1386

Days: `daily`, `Mon Thu` or `except Sun`; classes by their codes, `-` for none. A call is a station, its arrival and
departure (at the ends the one there is) and its km. `+1` counts the days since the train left its origin up to the
departure (at the last station, the arrival); `23:55-00:05+1` arrives on the evening before. `#` starts a comment line.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.feeds.clock import clock, stay
from bot.feeds.draft import Draft
from bot.feeds.source import Source
from bot.feeds.table import lines
from domain.errors import FeedError
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import DAY, Stop, Train, TravelClass

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CALL = re.compile(r"(\S+)\s+(\d\d:\d\d)(?:-(\d\d:\d\d))?(?:\+(\d))?\s+(\d{1,5})", re.ASCII)

Block = list[tuple[int, str]]  # lines of a train: number of the line and its text


def starter_path() -> Path:
    """The folder of the starter network."""
    return Path(__file__).parent / "starter"


def read_starter(source: Source, draft: Draft) -> None:
    """Reads stations.txt and trains.txt into the draft; what is wrong becomes its faults."""
    label = source.label("stations.txt")
    for line, text in _told(source, "stations.txt", draft):
        try:
            draft.add_station(label, line, _station(text))
        except ValueError as error:
            draft.fault(label, line, str(error))
    label = source.label("trains.txt")
    for block in _blocks(source, draft):
        try:
            train = _train(label, block)
        except FeedError as error:
            draft.fault(label, error.line, error.reason)
            continue
        draft.add_train(label, block[0][0], train, label, [line for line, _ in block[1:]])


def _told(source: Source, name: str, draft: Draft) -> Iterator[tuple[int, str]]:
    """The lines that say something."""
    for line, text in enumerate(lines(source, name, draft), start=1):
        if text.strip() and not text.lstrip().startswith("#"):
            yield line, text.rstrip()


def _fields(text: str, count: int) -> list[str]:
    fields = [field.strip() for field in text.split("|")]
    if len(fields) != count:
        raise ValueError(f"has {len(fields)} fields between the bars, not {count}")
    return fields


def _station(text: str) -> Station:
    title, name_hi, city, state, zone, place = _fields(text, 6)
    code, _, name = title.partition(" ")
    try:
        latitude, longitude = map(float, place.split())
    except ValueError as error:
        raise ValueError(f"{place!r} is not a latitude and a longitude") from error
    return Station(StationCode(code), name.strip(), name_hi, city, state, zone, latitude, longitude)


def _blocks(source: Source, draft: Draft) -> Iterator[Block]:
    """The lines of each train: what is not indented starts the next one."""
    block: Block = []
    for line, text in _told(source, "trains.txt", draft):
        if not text[0].isspace():
            if block:
                yield block
            block = []
        elif not block:
            draft.fault(source.label("trains.txt"), line, "a call stands before the first train")
            continue
        block.append((line, text))
    if block:
        yield block


def _train(label: str, block: Block) -> Train:
    line, text = block[0]
    try:
        title, name_hi, sort, days, classes = _fields(text, 5)
        kind, zone = sort.split()
        number, _, name = title.partition(" ")
        taken = tuple(TravelClass(code) for code in classes.split() if code != "-")
        week = _week(days)
    except ValueError as error:
        raise FeedError(label, line, str(error)) from error
    stops: list[Stop] = []
    for line, text in block[1:]:
        try:
            stops.append(_stop(text.strip(), first=not stops, last=len(stops) == len(block) - 2))
        except ValueError as error:
            raise FeedError(label, line, str(error)) from error
    return Train(number, name.strip(), kind, zone, week, taken, tuple(stops), name_hi)


def _week(text: str) -> str:
    if text == "daily":
        return "1" * len(DAYS)
    off = text.startswith("except ")
    named = text.removeprefix("except ").split()
    if not named or not set(named) <= set(DAYS):
        raise ValueError(f"{text!r} is neither 'daily' nor days such as 'Mon Thu' or 'except Sun'")
    return "".join("1" if (day in named) != off else "0" for day in DAYS)


def _stop(text: str, *, first: bool, last: bool) -> Stop:
    match = _CALL.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a call such as 'RTM 00:25-00:28+1 653'")
    code, came, left, day, km = match.groups()
    if (left is None) != (first or last):
        raise ValueError("the first and last calls have one time, the calls between them two")
    departure = clock(left or came) + int(day or 0) * DAY
    arrival = departure - stay(clock(came), clock(left)) if left else departure
    return Stop(StationCode(code), None if first else arrival, None if last else departure, int(km))
