"""The timetable's rows in the tables `trains` and `stations`, for whoever reads the tables beside the bot."""

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Literal

from domain.errors import Busy
from domain.stations import Station
from domain.trains import DAY, Stop, Train
from storage.client import Client
from storage.faults import persist
from storage.items import encode
from storage.keys import station_key, train_key
from storage.schema import Key
from storage.settings import StorageSettings
from storage.writes import as_key

BATCH = 25  # of one BatchWriteItem
THREADS = 4

Timetable = tuple[tuple[Station, ...], tuple[Train, ...]]
TableName = Literal["trains", "stations"]


@dataclass(frozen=True, slots=True)
class Change:
    """A row to write from its station or train; None: to delete."""

    table: TableName
    key: Key
    row: Station | Train | None

    def request(self, now: datetime) -> dict[str, Any]:
        """For BatchWriteItem. Built just before it is sent: a whole country of these is large."""
        if self.row is None:
            return {"DeleteRequest": {"Key": as_key(self.key)}}
        fields = train_fields(self.row) if isinstance(self.row, Train) else station_fields(self.row)
        item = {name: encode(value) for name, value in fields.items() if value is not None}
        return {"PutRequest": {"Item": {**item, "updated_at": encode(now), **as_key(self.key)}}}


def changes(before: Timetable, after: Timetable) -> list[Change]:
    """What differs, each row once."""
    old, new = _by_key(before), _by_key(after)
    written = [Change(_table(row), key, row) for key, row in new.items() if old.get(key) != row]
    gone = [Change(_table(row), key, None) for key, row in old.items() if key not in new]
    return written + gone


def write(
    client: Client,
    settings: StorageSettings,
    todo: list[Change],
    now: datetime,
    step: Callable[[int, int], bool],
) -> bool:
    """Writes all, in any order. `step(done, total)` is asked before each round whether to go on; False: it said no."""
    rounds = [todo[at : at + BATCH * THREADS] for at in range(0, len(todo), BATCH * THREADS)]
    done = 0
    with ThreadPoolExecutor(THREADS) as pool:
        for part in rounds:
            if not step(done, len(todo)):
                return False
            list(pool.map(lambda batch: _write_batch(client, settings, batch, now), _batches(part)))
            done += len(part)
    return step(done, len(todo))


def station_fields(station: Station) -> dict[str, Any]:
    """The attributes of a station's row."""
    return {
        "station_code": station.code,
        "station_name": station.name,
        "station_name_hi": station.name_hi,
        "city": station.city,
        "state": station.state,
        "latitude": station.latitude,
        "longitude": station.longitude,
        "zone": station.zone,
    }


def train_fields(train: Train) -> dict[str, Any]:
    """The attributes of a train's row. Clock times are HH:MM; `day` counts from 1 where the train starts."""
    origin, terminus = train.origin, train.terminus
    return {
        "train_id": train.train_id,
        "train_number": train.number,
        "train_name": train.name,
        "train_name_hi": train.name_hi,
        "train_type": train.type,
        "zone": train.zone,
        "route": {"origin": origin.station, "destination": terminus.station, "km": terminus.km},
        "classes_available": train.classes,
        "schedule": [_call(stop) for stop in train.stops],
        "days_of_run": train.days,
    }


def _call(stop: Stop) -> dict[str, Any]:
    times = {"arrival": stop.arrival, "departure": stop.departure}
    clock = {name: f"{at % DAY // 60:02}:{at % 60:02}" for name, at in times.items() if at is not None}
    return {"station_code": stop.station, **clock, "day": stop.day, "km": stop.km}


def _by_key(timetable: Timetable) -> dict[Key, Station | Train]:
    stations, trains = timetable
    rows: dict[Key, Station | Train] = {station_key(station.code): station for station in stations}
    return rows | {train_key(train.train_id): train for train in trains}


def _table(row: Station | Train) -> TableName:
    return "trains" if isinstance(row, Train) else "stations"


def _batches(part: list[Change]) -> Iterator[list[Change]]:
    return (part[at : at + BATCH] for at in range(0, len(part), BATCH))


def _write_batch(client: Client, settings: StorageSettings, batch: list[Change], now: datetime) -> None:
    requests: dict[str, Any] = {}
    for change in batch:
        requests.setdefault(settings.table(change.table), []).append(change.request(now))
    write_requests(client, settings, requests)


def write_requests(client: Client, settings: StorageSettings, requests: dict[str, Any]) -> None:
    """One BatchWriteItem, sent again with what DynamoDB left unprocessed; Busy when that leads nowhere."""
    left, pauses = requests, settings.backoff.pauses()
    while left:
        sent = left
        left = dict(persist(settings.backoff, partial(_send, client, sent)))
        if _count(left) < _count(sent):
            pauses = settings.backoff.pauses()
        if left:
            if (pause := next(pauses, None)) is None:
                raise Busy("the store leaves rows unprocessed")
            time.sleep(pause)


def _send(client: Client, requests: dict[str, Any]) -> Mapping[str, Any]:
    return client.batch_write_item(RequestItems=requests).get("UnprocessedItems", {})


def _count(requests: dict[str, Any]) -> int:
    return sum(map(len, requests.values()))
