"""GTFS feeds: from a folder or a zip, with all the ways in which they differ from a printed timetable."""

from datetime import date
from pathlib import Path

import pytest

from bot.feeds.feed import Feed, read_feed
from domain.errors import FeedError
from domain.ids import StationCode
from domain.trains import DAY, Stop
from tests.unit.feeds.folders import GTFS, folder, zipped

ENDS = "The calendars end on 2026-03-31; say that the days go on, or bring a newer feed"
TIMES, TRIPS, ROUTES, STOPS = GTFS["stop_times.txt"], GTFS["trips.txt"], GTFS["routes.txt"], GTFS["stops.txt"]


def read(path: Path, **changed: str) -> Feed:
    return read_feed(folder(path, GTFS, **changed))


def test_a_train_beyond_24_hours_is_read_from_its_origins_midnight(tmp_path: Path) -> None:
    feed = read(tmp_path)

    (train,) = feed.trains
    assert (train.number, train.name) == ("12398", "PNBE Magadh Express")  # a station's code stays a code
    assert (train.type, train.zone, train.classes, train.days) == ("", "", (), "0000011")
    assert train.stops == (
        Stop(StationCode("NDLS"), None, 18 * 60 + 10, 0),
        Stop(StationCode("CNB"), 23 * 60 + 55, DAY + 5, 440),
        Stop(StationCode("PNBE"), DAY + 9 * 60 + 10, None, 1000),
    )
    assert [station.name for station in feed.stations] == ["New Delhi", "Kanpur Central", "Patna Jn"]
    assert feed.skipped == (ENDS,)


def test_a_zip_reads_as_its_folder_does_also_with_a_folder_inside(tmp_path: Path) -> None:
    trains = read(tmp_path / "plain").trains

    assert read_feed(zipped(tmp_path / "flat.zip", GTFS)).trains == trains
    assert read_feed(zipped(tmp_path / "nested.zip", GTFS, inside="feed-2026/")).trains == trains


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "feed.zip", GTFS)
    path.write_bytes(path.read_bytes().replace(b"23:55:00", b"23:56:00"))
    with pytest.raises(FeedError, match=r"stop_times\.txt.* cannot be read"):
        read_feed(path)


def test_trips_with_the_same_calls_become_one_train_on_the_days_of_all(tmp_path: Path) -> None:
    more = "".join(line.replace("T1", "T2") for line in TIMES.splitlines(keepends=True)[1:])
    feed = read(tmp_path, trips=TRIPS + "R1,monday,T2\n", stop_times=TIMES + more)

    assert [train.days for train in feed.trains] == ["1000011"]


def test_of_differing_trips_the_one_of_the_most_days_is_kept_and_the_other_told(tmp_path: Path) -> None:
    more = "T2,10:00:00,10:00:00,NDLS,1,0\nT2,15:00:00,15:00:00,CNB,2,440\n"
    feed = read(tmp_path, trips=TRIPS + "R1,monday,T2\n", stop_times=TIMES + more)

    assert [(train.days, len(train.stops)) for train in feed.trains] == [("0000011", 3)]
    assert "12398 PNBE MAGADH EXPRESS: kept as on days 0000011, left out as on 1000000 (Monday first)" in feed.skipped


def test_a_trip_that_starts_after_24_hours_leaves_on_the_next_day(tmp_path: Path) -> None:
    late = TIMES.replace("33:10", "57:10").replace("24:05", "48:05").replace("23:55", "47:55").replace("18:10", "42:10")
    feed = read(tmp_path, stop_times=late)

    assert feed.trains[0].days == "1000001"  # Saturday and Sunday become Sunday and Monday
    assert feed.trains[0].stops == read(tmp_path / "same").trains[0].stops


def test_test_runs_cargo_and_buses_are_left_out_and_told(tmp_path: Path) -> None:
    more = "R2,00111,RAPID SERVICE,2\nR3,13001,NIGHT PARCEL EXP,2\nR4,404,CITY BUS,3\nR5,404,CITY BUS,3\n"
    trips = "R2,monday,T2\nR3,monday,T3\nR4,monday,T4\n"
    calls = "T2,10:00:00,10:00:00,NDLS,1,0\nT4,10:00:00,10:00:00,NDLS,1,0\n"
    feed = read(tmp_path, routes=ROUTES + more, trips=TRIPS + trips, stop_times=TIMES + calls)

    assert [train.number for train in feed.trains] == ["12398"]
    assert set(feed.skipped) == {
        "00111 RAPID SERVICE: left out, not for the public (a test, parcel, goods or hired train)",
        "13001 NIGHT PARCEL EXP: left out, not for the public (a test, parcel, goods or hired train)",
        "2 routes of type 3 are left out: they are not trains",
        ENDS,
    }


def test_calendars_that_end_are_told_or_taken_to_go_on(tmp_path: Path) -> None:
    path = folder(tmp_path, GTFS)

    assert read_feed(path, today=date(2026, 4, 1)).skipped == (ENDS,)
    going_on = read_feed(path, today=date(2026, 4, 1), days_go_on=True)
    assert going_on.skipped == ("The calendars end on 2026-03-31; their weekdays are taken to go on",)
    assert len(going_on.trains) == 1


def test_a_service_that_ended_while_others_run_is_left_out(tmp_path: Path) -> None:
    more = "T2,10:00:00,10:00:00,NDLS,1,0\nT2,15:00:00,15:00:00,CNB,2,440\n"
    files = {**GTFS, "routes.txt": ROUTES + "R2,12400,OTHER,2\n", "trips.txt": TRIPS + "R2,monday,T2\n"}
    feed = read_feed(folder(tmp_path, {**files, "stop_times.txt": TIMES + more}), today=date(2026, 2, 1))

    assert [train.number for train in feed.trains] == ["12400"]
    assert feed.skipped == ("12398 PNBE MAGADH EXPRESS: left out, its calendar has ended",)


def test_days_come_from_single_dates_where_there_is_no_weekly_calendar(tmp_path: Path) -> None:
    dates = "service_id,date,exception_type\nweekend,20260103,1\nweekend,20260104,1\nweekend,20260105,2\n"
    files = {name: text for name, text in GTFS.items() if name != "calendar.txt"}
    alone = read_feed(folder(tmp_path / "alone", {**files, "calendar_dates.txt": dates}))
    beside = read_feed(folder(tmp_path / "beside", {**GTFS, "calendar_dates.txt": dates}))

    assert alone.trains[0].days == "0000011"
    assert beside.trains[0].days == "0000011"
    assert "calendar_dates.txt: 3 single dates on which a weekly service differs are not kept" in beside.skipped


def test_metres_are_told_from_kilometres(tmp_path: Path) -> None:
    metres = TIMES.replace(",2,440", ",2,440123").replace(",3,1000", ",3,1000456")
    assert [stop.km for stop in read(tmp_path, stop_times=metres).trains[0].stops] == [0, 440, 1000]


@pytest.mark.parametrize("far", ["", "390"])
def test_missing_or_falling_distances_are_computed_from_coordinates_and_told(tmp_path: Path, far: str) -> None:
    feed = read(tmp_path, stop_times=TIMES.replace(",3,1000", f",3,{far}"))

    assert [stop.km for stop in feed.trains[0].stops] == [0, 452, 1013]
    assert "Kilometres are computed from coordinates x 1.15, since the feed" in feed.skipped[-1]
    assert feed.skipped[-1].endswith(": 12398")


def test_platforms_count_as_their_station_and_calls_for_nobody_are_left_out(tmp_path: Path) -> None:
    stops = "stop_id,stop_code,stop_name,stop_lat,stop_lon,location_type,parent_station\n" + (
        "D,NDLS,NEW DELHI,28.6425,77.2201,1,\nD16,,NEW DELHI,28.6425,77.2201,0,D\n"
        "CNB,CNB,KANPUR CENTRAL,26.4544,80.3511,0,\nPNBE,PNBE,PATNA JN,25.6029,85.1371,0,\n"
    )
    times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n" + (
        "T1,18:10:00,18:10:00,D16,1,0,1\nT1,23:55:00,24:05:00,CNB,2,1,1\nT1,33:10:00,33:10:00,PNBE,3,1,0\n"
    )
    feed = read(tmp_path, stops=stops, stop_times=times)

    assert [stop.station for stop in feed.trains[0].stops] == ["NDLS", "PNBE"]
    assert [station.code for station in feed.stations] == ["NDLS", "CNB", "PNBE"]
    assert "1 calls are left out: they have no time, or nobody may board or alight there" in feed.skipped


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("agency", "Asia/Kolkata", "Europe/Paris", "agency.txt:2: its clocks are of Europe/Paris"),
        ("stops", "CNB,KAN", "NDLS,KAN", "stops.txt:3: stop NDLS is there twice"),
        ("stops", "26.4544", "126.4544", "stops.txt:3: coordinates 126.4544, 80.3511 are not on the Earth"),
        ("trips", "R1", "R9", "trips.txt:2: route R9 of trip T1 is not in routes.txt"),
        ("trips", "weekend", "never", "trips.txt:2: service never of trip T1 is not in the calendars"),
        ("calendar", "20260131", "20261331", "calendar.txt:2: '20261331' is not a date such as 20261231"),
        ("calendar", "0,1,1,", "0,1,2,", "calendar.txt:2: the weekdays of service weekend are not 0 or 1"),
        ("stop_times", "T1,23", "T9,23", "stop_times.txt:3: trip T9 is not in trips.txt"),
        ("stop_times", "CNB", "XYZ", "stop_times.txt:3: stop XYZ of trip T1 is not in stops.txt"),
        ("stop_times", "23:55:00", "23.55", "stop_times.txt:3: trip T1: '23.55' is not a time such as 09:05"),
        ("stop_times", "24:05:00", "23:45:00", "stop_times.txt:3: train 12398 at CNB: leaves at 23:45 of day 1"),
        ("stop_times", "23:55:00", "17:55:00", "stop_times.txt:3: train 12398 at CNB: is there at 17:55 of day 1"),
        ("stop_times", "2,440", "2,nan", "stop_times.txt:3: trip T1: shape_dist_traveled 'nan' is not a distance"),
        ("stop_times", "CNB,2", "CNB,b", "stop_times.txt:3: trip T1: stop_sequence 'b' is not a whole number"),
    ],
)  # fmt: skip
def test_a_bad_row_is_told_with_file_line_and_reason(
    tmp_path: Path, file: str, before: str, after: str, told: str
) -> None:
    text = GTFS[f"{file}.txt"]
    assert before in text
    with pytest.raises(FeedError) as error:
        read(tmp_path, **{file: text.replace(before, after, 1)})
    assert told in str(error.value)
