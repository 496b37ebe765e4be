"""A feed while it is being read: what it holds so far, what was left out and why, and what is wrong with it."""

from collections.abc import Callable, Sequence

from bot.feeds.checks import call_faults, station_faults, train_faults
from domain.errors import FeedError
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import Train

MORE_FAULTS = 20  # told after the first one; then the reading stops

Progress = Callable[[str, int, int], None]


class Draft:
    """Collects stations, trains, notes and faults; `settle` raises if there was any fault: all or nothing."""

    def __init__(self, progress: Progress | None = None) -> None:
        """`progress(file, done, total)` hears how far the reading of a file is, in bytes."""
        self.progress: Progress = progress or (lambda _file, _done, _total: None)
        self.stations: dict[StationCode, Station] = {}
        self.trains: dict[str, Train] = {}
        self.notes: list[str] = []
        self._lines: dict[str, int] = {}
        self._faults: list[FeedError] = []

    def note(self, text: str) -> None:
        """Says what was left out or repaired, and why."""
        self.notes.append(text)

    def fault(self, file: str, line: int, reason: str) -> None:
        """Keeps a fault and reads on; raises FeedError as soon as there are more than anybody would read."""
        self._faults.append(FeedError(file, line, reason))
        if len(self._faults) > MORE_FAULTS:
            self.settle()

    def settle(self) -> None:
        """Raises FeedError of the first fault, the further ones on lines of their own in its reason; else nothing."""
        if self._faults:
            first, *others = self._faults
            self._faults = []
            raise FeedError(first.file, first.line, "\n".join([first.reason, *map(str, others)]))

    def add_station(self, file: str, line: int, station: Station) -> None:
        """Takes a station, or faults the row."""
        reasons = list(station_faults(station))
        if station.code in self.stations:
            reasons.append(f"station {station.code} is already in line {self._lines[station.code]}")
        for reason in reasons:
            self.fault(file, line, reason)
        self.stations.setdefault(station.code, station)
        self._lines.setdefault(station.code, line)

    def add_train(self, file: str, line: int, train: Train, stops_file: str, stop_lines: Sequence[int]) -> None:
        """Takes a train whose calls stand in `stop_lines` of `stops_file`, or faults its row or theirs."""
        found = False
        for reason in train_faults(train):
            self.fault(file, line, reason)
            found = True
        for index, reason in call_faults(train, self.stations):
            self.fault(stops_file, stop_lines[index], reason)
            found = True
        if train.number in self.trains:
            self.fault(file, line, f"train {train.number} is there twice")
        elif train.days and "1" not in train.days:
            self.note(f"{train.number} {train.name}: left out, it runs on no day of the week")
        elif not found:
            self.trains[train.number] = train
