"""Publishing a timetable: sealed as an edition first, made current by one conditional write, rolled into rows after.

Workers answer from the current edition, so the one write of `CATALOGUE / CURRENT` is the switch: before it everything
is as it was, after it the new timetable holds. What comes after can be finished by anybody (`roll_forward`).
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from domain.errors import Conflict
from domain.ids import new_id
from domain.specials import Special
from domain.stations import Station
from domain.trains import Train
from storage import editions, timetable
from storage.client import Client
from storage.faults import StorageFault
from storage.items import Item, decode, encode
from storage.keys import CURRENT_KEY, edition_key, edition_prefix, part_key
from storage.settings import StorageSettings
from storage.specials import Specials
from storage.timetable import Timetable
from storage.transaction import Transaction
from storage.writes import Write, delete, put

PART_BYTES = 350_000  # an item holds 400 KB
ABANDONED = timedelta(hours=1)  # an edition that is not current after this was left by a crashed import
WRITING, DONE = "writing", "done"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """What is known of an edition. `rows`: whether the tables' rows follow it (`done`) or do not yet (`writing`)."""

    edition_id: str
    source: str
    stations: int
    trains: int
    imported_at: datetime
    parts: int
    sha256: str
    previous: str | None
    rows: str


def quiet(stage: str, done: int, total: int) -> None:
    """No progress shown."""


class CatalogueStore:
    """The editions and which one is current. Also see the module's words."""

    def __init__(self, client: Client, settings: StorageSettings) -> None:
        self._client = client
        self._settings = settings
        self._rows = Transaction(client, settings).rows("stations")
        self._specials = Specials(Transaction(client, settings))

    def current(self) -> EditionInfo | None:
        """The edition to answer from; None before the first import."""
        item = self._rows.get(CURRENT_KEY)
        return _info(item) if item else None

    def publish(
        self,
        stations: Iterable[Station],
        trains: Iterable[Train],
        source: str,
        now: datetime,
        progress: Progress = quiet,
    ) -> EditionInfo:
        """Makes this the timetable. `progress(stage, done, total)`: stage `edition` before the switch, `rows` after it.

        Raises Conflict when another import was faster (then theirs is current), Busy when the store gives way.
        """
        content = (tuple(stations), tuple(trains))
        before = self.current()
        if before is not None and before.rows == WRITING:
            before = self.roll_forward(now, progress)
        info = self._seal(content, source, now, before.edition_id if before else None, progress)
        self._switch(info)
        finished = self._roll(info, content, now, progress)
        self._sweep(now)
        return finished

    def specials_version(self) -> int:
        """Another number whenever the desk has put on a special train or withdrawn one."""
        return self._specials.version()

    def specials(self, since: date) -> list[Special]:
        """Those that go, and run on this date or later."""
        return [one for one in self._specials.all() if one.last >= since and one.withdrawn_at is None]

    def load(self, edition_id: str) -> bytes:
        """An edition's bytes, checked. Raises StorageFault if it is not there whole (it may have been replaced)."""
        heading = self._rows.get(edition_key(edition_id))
        if heading is None:
            raise StorageFault(f"edition {edition_id} is not there")
        pages = self._rows.query("PK = :edition", {"edition": part_key(edition_id, 0)[0]})
        edition = b"".join(bytes(page["content"]["B"]) for page in pages)
        if hashlib.sha256(edition).hexdigest() != heading["sha256"]["S"]:
            raise StorageFault(f"edition {edition_id} is damaged")
        return edition

    def roll_forward(self, now: datetime, progress: Progress = quiet) -> EditionInfo | None:
        """Finishes the rows of the current edition if they are not done. Any number of workers may, at any time."""
        info = self.current()
        if info is None or info.rows == DONE:
            return info
        finished = self._roll(info, editions.decode(self.load(info.edition_id)), now, progress)
        self._sweep(now)
        return finished

    def headings(self) -> list[EditionInfo]:
        """All editions that are kept, oldest first; `rows` is told by `current` only."""
        rows = self._rows.query("PK = :all AND begins_with(SK, :edition)", edition_prefix())
        return [_info(row) for row in rows]

    def _seal(
        self, content: Timetable, source: str, now: datetime, previous: str | None, progress: Progress
    ) -> EditionInfo:
        """Writes the edition's heading and parts; nobody reads them yet."""
        edition = editions.encode(*content)
        parts = [edition[at : at + PART_BYTES] for at in range(0, len(edition), PART_BYTES)]
        sha256 = hashlib.sha256(edition).hexdigest()
        counts = (len(content[0]), len(content[1]))
        info = EditionInfo(new_id(now), source, *counts, now, len(parts), sha256, previous, WRITING)
        self._now(put("stations", edition_key(info.edition_id), _item(info), rev=0))
        for number, part in enumerate(parts, start=1):
            progress("edition", number - 1, len(parts))
            self._now(put("stations", part_key(info.edition_id, number), {"content": encode(part)}, rev=0))
        progress("edition", len(parts), len(parts))
        return info

    def _switch(self, info: EditionInfo) -> None:
        """The commit: from the edition that was current when this import began."""
        item = _item(info)
        if info.previous is None:
            self._now(put("stations", CURRENT_KEY, item, rev=0))
            return
        values = {"previous": info.previous, "done": DONE}
        condition = "edition_id = :previous AND row_state = :done"
        self._now(Write("Put", "stations", CURRENT_KEY, item, condition=condition, values=values))

    def _roll(self, info: EditionInfo, content: Timetable, now: datetime, progress: Progress) -> EditionInfo:
        """Writes the rows that differ from the edition before, as long as this edition is the current one."""
        todo = timetable.changes(self._content(info.previous), content)

        def step(done: int, total: int) -> bool:
            progress("rows", done, total)
            current = self.current()
            return current is not None and current.edition_id == info.edition_id and current.rows == WRITING

        if timetable.write(self._client, self._settings, todo, now, step):
            self._finish(info)
        return replace(info, rows=DONE)

    def _content(self, edition_id: str | None) -> Timetable:
        """Of an edition that may be gone: a later import finished its rows and swept it away."""
        try:
            return editions.decode(self.load(edition_id)) if edition_id else ((), ())
        except StorageFault:
            return (), ()

    def _finish(self, info: EditionInfo) -> None:
        condition, values = "edition_id = :edition", {"edition": info.edition_id}
        sets = {"row_state": encode(DONE)}
        try:
            self._now(Write("Update", "stations", CURRENT_KEY, sets, condition=condition, values=values))
        except Conflict:
            return  # a later edition is current, and its rows hold

    def _sweep(self, now: datetime) -> None:
        """Deletes what is neither the current edition nor the one before, nor perhaps being imported right now."""
        info = self.current()
        keep = {info.edition_id, info.previous} if info else set()
        for old in self.headings():
            replaced = info is not None and old.edition_id < info.edition_id
            if old.edition_id in keep or not (replaced or old.imported_at < now - ABANDONED):
                continue
            for number in range(1, old.parts + 1):
                self._now(delete("stations", part_key(old.edition_id, number)))
            self._now(delete("stations", edition_key(old.edition_id)))

    def _now(self, write: Write) -> None:
        Transaction(self._client, self._settings).add(write).commit()


def _item(info: EditionInfo) -> Item:
    values: dict[str, Any] = {
        "edition_id": info.edition_id,
        "source": info.source,
        "stations": info.stations,
        "trains": info.trains,
        "imported_at": info.imported_at,
        "parts": info.parts,
        "sha256": info.sha256,
        "previous": info.previous,
        "row_state": info.rows,
    }
    return {name: encode(value) for name, value in values.items() if value is not None}


def _info(item: Item) -> EditionInfo:
    values = {name: decode(value) for name, value in item.items()}
    return EditionInfo(
        edition_id=values["edition_id"],
        source=values["source"],
        stations=values["stations"],
        trains=values["trains"],
        imported_at=datetime.fromisoformat(values["imported_at"]),
        parts=values["parts"],
        sha256=values["sha256"],
        previous=values.get("previous"),
        rows=values["row_state"],
    )
