"""The CSV trio: a good one is read exactly, a bad row is told with file, line and reason."""

import gzip
from pathlib import Path

import pytest

from bot.feeds.feed import read_feed
from domain.errors import FeedError
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import DAY, Stop, TravelClass
from tests.unit.feeds.folders import TRIO, folder

STATIONS, TRAINS, STOPS = TRIO["stations.csv"], TRIO["trains.csv"], TRIO["stops.csv"]


def refused(path: Path) -> str:
    """What the person is told about a feed that is not taken."""
    with pytest.raises(FeedError) as told:
        read_feed(path)
    return str(told.value)


def test_a_train_over_midnight_is_read_with_every_detail(tmp_path: Path) -> None:
    feed = read_feed(folder(tmp_path / "railway", TRIO))

    assert feed.source == "railway"
    assert feed.skipped == ()
    assert feed.stations[0] == Station(
        StationCode("NDLS"), "New Delhi", "नई दिल्ली", "Delhi", "Delhi", "NR", 28.6425, 77.2201
    )
    (train,) = feed.trains
    assert (train.number, train.name, train.type, train.zone) == ("12398", "Magadh Express", "SUF", "ECR")
    assert train.days == "1000011"
    assert train.classes == (TravelClass.FIRST_AC, TravelClass.SECOND_AC, TravelClass.THIRD_AC, TravelClass.SLEEPER)
    assert train.stops == (
        Stop(StationCode("NDLS"), None, 18 * 60 + 10, 0),
        Stop(StationCode("CNB"), 23 * 60 + 55, DAY + 5, 440),  # it arrives on day 1 and leaves on day 2
        Stop(StationCode("PNBE"), DAY + 9 * 60 + 10, None, 1000),
    )


def test_gzipped_files_and_rows_in_any_order_make_no_difference(tmp_path: Path) -> None:
    plain = read_feed(folder(tmp_path / "railway", TRIO))
    header, *rest = STOPS.splitlines(keepends=True)
    packed = tmp_path / "packed" / "railway"
    packed.mkdir(parents=True)
    for name, text in {**TRIO, "stops.csv": header + "".join(reversed(rest))}.items():
        (packed / f"{name}.gz").write_bytes(gzip.compress(text.encode("utf-8-sig")))

    assert read_feed(packed) == plain


def test_progress_is_heard_to_the_end_of_each_file(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    read_feed(folder(tmp_path, TRIO), progress=lambda *step: heard.append(step))

    assert [file for file, done, total in heard if done == total] == ["stations.csv", "stops.csv", "trains.csv"]


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("stations", "28.6425", "98.6425", "stations.csv:2: coordinates 98.6425, 77.2201 are not on the Earth"),
        ("stations", "28.6425", "nan", "stations.csv:2: coordinates nan, 77.2201 are not on the Earth"),
        ("stations", "28.6425", "north", "stations.csv:2: 'north' is not a number of degrees"),
        ("stations", "28.6425", "", "stations.csv:2: has a latitude or a longitude, but not both"),
        ("stations", "CNB,Kanpur", "NDLS,Kanpur", "stations.csv:3: station NDLS is already in line 2"),
        ("stations", "NDLS,", "N#S,", "stations.csv:2: station code 'N#S' is not 1 to 12 letters, digits or _ . -"),
        ("stations", "New Delhi,", ",", "stations.csv:2: the station has no name"),
        ("stations", ",zone,", ",", "stations.csv:2: has 8 fields where the header has 7"),
        ("stations", "code,", "kode,", "stations.csv:1: has no column code"),
        ("trains", "1000011", "10011", "trains.csv:2: days of run '10011' are not seven of 0 and 1, Monday first"),
        ("trains", "1A|2A", "1A|9Z", "trains.csv:2: class '9Z' is not one of 1A 2A 3A 3E EC EV CC SL 2S FC EA"),
        ("trains", "1A|2A", "2A|2A", "trains.csv:2: a class is named twice"),
        ("trains", "SUF", "FAST", "trains.csv:2: type 'FAST' is not one of"),
        ("trains", "NDLS,PNBE", "NDLS,CNB", "trains.csv:2: goes NDLS to CNB, but its stops go NDLS to PNBE"),
        ("trains", "12398,M", "12398\x01,M", "trains.csv:2: train number '12398\\x01' is not"),
        ("stops", "2,CNB", "2,XYZ", "stops.csv:3: station XYZ of train 12398 is not among the stations"),
        ("stops", "23:55", "25:55", "stops.csv:3: '25:55' is not a time of the day, 00:00 to 23:59"),
        ("stops", "23:55", "late", "stops.csv:3: 'late' is not a time such as 09:05"),
        ("stops", "23:55,00:05", "23:55,12:05", "stops.csv:3: it leaves before it arrives"),
        ("stops", "23:55,00:05", ",", "stops.csv:3: neither arrival nor departure is given"),
        ("stops", "23:55,00:05,1", "17:55,18:05,1", "stops.csv:3: train 12398 at CNB: is there at 17:55 of day 1"),
        ("stops", ",2,1000", ",1,1000", "stops.csv:4: train 12398 at PNBE: is there at 09:10 of day 1, before it left"),
        ("stops", ",2,1000", ",2,439", "stops.csv:4: train 12398 at PNBE: 439 km from the origin, after 440 km"),
        ("stops", ",2,1000", ",2,-1", "stops.csv:4: '-1' is not a whole number"),
        ("stops", "12398,3", "12398,2", "stops.csv:4: seq 2 is in line 3 too"),
        ("stops", "12398,3", "11111,3", "stops.csv:4: train 11111 is not in trains.csv"),
        ("stops", "18:10,1", "18:10,2", "stops.csv:2: train 12398 must leave its first station on day 1"),
        ("stops", '12398,2', '"12398,2', "stops.csv:4: is not CSV"),
    ],
)  # fmt: skip
def test_a_bad_row_is_told_with_file_line_and_reason(
    tmp_path: Path, file: str, before: str, after: str, told: str
) -> None:
    text = TRIO[f"{file}.csv"]
    assert before in text
    assert told in refused(folder(tmp_path, TRIO, **{file: text.replace(before, after, 1)}))


def test_a_train_with_one_call_and_a_number_there_twice_are_refused(tmp_path: Path) -> None:
    lonely = folder(tmp_path / "lonely", TRIO, trains=TRAINS + "12399,Other,SUF,ECR,,,,,,\n")
    twice = folder(tmp_path / "twice", TRIO, trains=TRAINS + TRAINS.splitlines()[1] + "\n")

    assert "trains.csv:3: train 12399 has 0 calls; a train needs two at least" in refused(lonely)
    assert "trains.csv:3: train 12398 is there twice" in refused(twice)


def test_up_to_twenty_further_faults_are_told_with_the_first(tmp_path: Path) -> None:
    bad = folder(tmp_path, TRIO, stations=STATIONS + "".join(f"S{n},Halt {n},,,,,95,77\n" for n in range(50)))
    with pytest.raises(FeedError) as told:
        read_feed(bad)

    assert (told.value.file, told.value.line) == ("stations.csv", 5)
    assert len(told.value.reason.splitlines()) == 21
    assert told.value.reason.splitlines()[-1] == "stations.csv:25: coordinates 95.0, 77.0 are not on the Earth"


def test_classes_that_are_not_sold_are_left_out_and_noted(tmp_path: Path) -> None:
    feed = read_feed(folder(tmp_path, TRIO, trains=TRAINS.replace("1A|2A|3A|SL", "EC|EA|FC")))

    assert feed.trains[0].classes == (TravelClass.EXECUTIVE_CHAIR,)
    assert feed.skipped == (
        "Class EA (Anubhuti class) is not sold here and is left out of 12398",
        "Class FC (first class without air conditioning) is not sold here and is left out of 12398",
    )


def test_unknown_days_stay_unknown_and_a_train_of_no_day_is_left_out(tmp_path: Path) -> None:
    more = TRAINS.replace("1000011", "") + "12399,Never Express,SUF,ECR,,,,,0000000,\n"
    stops = STOPS + "12399,1,NDLS,,18:10,1,0\n12399,2,CNB,23:55,,1,440\n"
    feed = read_feed(folder(tmp_path, TRIO, trains=more, stops=stops))

    assert [(train.number, train.days) for train in feed.trains] == [("12398", "")]
    assert feed.skipped == ("12399 Never Express: left out, it runs on no day of the week",)


def test_what_is_no_timetable_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.zip").write_text("not a zip")
    latin = folder(tmp_path / "latin", TRIO)
    (latin / "stations.csv").write_bytes(STATIONS.replace("नई दिल्ली", "Neu-Delhi ü").encode("latin-1", "replace"))
    broken = folder(tmp_path / "broken", TRIO)
    (broken / "stops.csv").unlink()
    (broken / "stops.csv.gz").write_bytes(gzip.compress(STOPS.encode())[:40])
    partial = folder(tmp_path / "partial", TRIO)
    (partial / "trains.csv").unlink()
    endless = folder(tmp_path / "endless", TRIO, stations=STATIONS + "x" * 200_000)

    assert refused(tmp_path / "nowhere") == "nowhere: there is no such file or folder"
    assert refused(tmp_path / "empty").startswith("empty: holds no timetable")
    assert refused(tmp_path / "notes.zip").startswith("notes.zip: is neither a folder nor a zip")
    assert refused(latin).startswith("stations.csv:2: is not UTF-8 text")
    assert refused(broken).startswith("stops.csv.gz:")
    assert refused(partial).startswith("trains.csv: is missing")
    assert refused(endless).startswith("stations.csv:5: the line is longer than")
