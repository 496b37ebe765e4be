"""The catalogue: stations and trains of one edition together."""

from domain.catalogue import importance
from tests.unit.network import STATIONS, TRAINS, catalogue, code, codes


def test_a_catalogue_answers_by_code_and_number() -> None:
    country = catalogue()
    assert country.edition == "test"
    assert country.station(code("LKO")) is STATIONS[3]
    assert country.station(code("XX")) is None
    assert country.train("12004") is TRAINS[1]
    assert country.train("0") is None


def test_terminals_of_reserved_trains_matter_more_than_the_halts_of_local_ones() -> None:
    counts = importance(TRAINS)
    assert counts[code("NDLS")] > counts[code("DLI")]
    assert counts[code("HWH")] > counts[code("KOAA")]
    assert counts[code("RJPB")] < counts[code("PNBE")]
    assert counts[code("KAL")] == 0


def test_every_train_is_found_between_its_ends() -> None:
    country = catalogue()
    for train in TRAINS:
        days = country.timetable.days_between(codes(train.origin.station), codes(train.terminus.station))
        assert "1" in days
