"""The scenery: two trains that meet, with so few berths that all of them are soon sold, and their stations."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.ids import StationCode
from domain.inventory import Coach
from domain.quotas import Quota
from domain.stations import Station
from domain.trains import DAY, Stop, Train, TravelClass

A1, A2, A3, SL = TravelClass.FIRST_AC, TravelClass.SECOND_AC, TravelClass.THIRD_AC, TravelClass.SLEEPER
TQ, LD = Quota.TATKAL, Quota.LADIES
BEGINS = datetime(2026, 11, 26, 4, 30, tzinfo=UTC)  # Tatkal of the first day opens
DAY_OF_RUNS = date(2026, 11, 27)
STATIONS = tuple(Station(StationCode(code), code, zone="NR") for code in ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF"))
TRAINS = (
    Train(
        "16001", "Slow Express", "MEX", "NR", "1111111", (SL, A3, A2, A1),
        (
            Stop(StationCode("AAA"), None, 16 * 60, 0), Stop(StationCode("BBB"), 18 * 60, 18 * 60, 300),
            Stop(StationCode("CCC"), 20 * 60, 20 * 60, 500), Stop(StationCode("DDD"), 22 * 60, 22 * 60, 700),
            Stop(StationCode("EEE"), DAY, None, 1000),
        ),
    ),
    Train(
        "16002", "Other Express", "MEX", "NR", "1111111", (SL, A3),
        (
            Stop(StationCode("CCC"), None, 22 * 60, 0), Stop(StationCode("AAA"), DAY, DAY, 400),
            Stop(StationCode("FFF"), DAY + 120, None, 700),
        ),
    ),
)  # fmt: skip
Rake = tuple[Coach, ...]
RAKES: tuple[Rake, ...] = (
    (Coach("S1", SL, 8, ((TQ, (1, 2)), (LD, (3,))), (7,)), Coach("S2", SL, 3),
     Coach("B1", A3, 8, ((TQ, (1, 2)), (LD, (3,))), (7,)), Coach("A1", A2, 3), Coach("H1", A1, 2, queues=False)),
    (Coach("S1", SL, 8, ((TQ, (1, 2, 3, 4)),), (7,)), Coach("B1", A3, 7, (), (7,)),
     Coach("B2", A3, 8, ((TQ, (1, 2)), (LD, (4, 5, 6, 8))), (7,)), Coach("A1", A2, 6, (), (5,)),
     Coach("H1", A1, 1, queues=False)),
)  # fmt: skip


def legs_of(train: Train, start: int, end: int) -> dict[str, Any]:
    """The fields of a request for this part of the run."""
    day = DAY_OF_RUNS + timedelta(days=train.stops[start].leaves // DAY)
    ends = {"origin": train.stops[start].station, "destination": train.stops[end].station}
    return {"train_number": train.number, "journey_date": day, **ends}
