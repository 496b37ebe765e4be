"""The timetable in memory: from the snapshot on disk or from DynamoDB, and exchanged when a new one is current."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from bot.logs import logger
from domain.catalogue import Catalogue
from domain.errors import CatalogueEmpty, Conflict, SettingError
from storage.catalogue import CatalogueStore, EditionInfo
from storage.client import connect
from storage.editions import decode
from storage.settings import StorageSettings
from storage.snapshot import SnapshotFile
from storage.timetable import Timetable

_log = logger(__name__)
_STAY = timedelta(days=7)  # after its last run a special is still shown to those who were on it
_ABANDONED = timedelta(minutes=15)  # rows that are not done after this were left by an import that died


class CatalogueHolder:
    """`current` answers at once, in any thread; `refresh` takes up a newer edition beside it."""

    def __init__(self, store: CatalogueStore, snapshot: SnapshotFile) -> None:
        self._store = store
        self._snapshot = snapshot
        self._catalogue: Catalogue | None = None
        self._specials = -1  # the version of those in it
        self._content: Timetable = ((), ())  # the edition's own, so that a special more does not read it again
        self.trains = 0

    def current(self) -> Catalogue:
        """The timetable to answer from. Raises CatalogueEmpty before the first import."""
        if self._catalogue is None:
            raise CatalogueEmpty("no timetable has been imported")
        return self._catalogue

    def refresh(self) -> bool:
        """Take up the current edition and the special trains of the desk, if either is another; True if it was.
        Blocking. Raises CatalogueEmpty or Busy."""
        info = self._store.current()
        if info is None:
            raise CatalogueEmpty("no timetable has been imported")
        version = self._store.specials_version()  # read before they are: what comes between is seen at the next look
        same = self._catalogue is not None and self._catalogue.edition == info.edition_id
        if same and version == self._specials:
            return False
        content = self._content if same else decode(self._edition(info))
        specials = self._store.specials(datetime.now(UTC).date() - _STAY) if version else []
        self._catalogue = Catalogue(info.edition_id, *content, [special.train for special in specials])
        self._content, self._specials = content, version
        self.trains = len(self._catalogue.timetable)
        _log.info(
            "timetable loaded",
            edition=info.edition_id,
            stations=info.stations,
            trains=info.trains,
            specials=len(specials),
        )
        return True

    def finish_abandoned(self, now: datetime) -> None:
        """If an import died after it became current, write the rows that it still owes the tables."""
        info = self._store.current()
        if info is not None and info.rows != "done" and info.imported_at < now - _ABANDONED:
            self._store.roll_forward(now)

    def _edition(self, info: EditionInfo) -> bytes:
        edition = self._snapshot.load(info.edition_id)
        if edition is None:
            edition = self._store.load(info.edition_id)
            try:
                self._snapshot.save(info.edition_id, edition)
            except OSError as error:
                # Only the next start is slower.
                _log.warning("the timetable's snapshot was not saved", error=str(error))
        return edition


def load_or_import_starter(
    holder: CatalogueHolder, store: CatalogueStore, now: datetime, tell: Callable[[str], None]
) -> None:
    """Load the current edition; at the first run ever, import the starter network."""
    try:
        holder.refresh()
    except CatalogueEmpty:
        tell("First start: loading the starter network of trains")
        feed = read_feed(starter_path())
        try:
            store.publish(feed.stations, feed.trains, feed.source, now)
        except Conflict:
            _log.info("another worker loaded the starter network first")
        holder.refresh()


def catalogue_of_feed(path: Path) -> Catalogue:
    """A catalogue straight from a feed, with no database. Raises FeedError."""
    feed = read_feed(path, days_go_on=True)
    return Catalogue(f"feed:{feed.source}", feed.stations, feed.trains)


def stored_catalogue(storage: StorageSettings, data_dir: Path) -> Catalogue:
    """What the bot answers from. Raises CatalogueEmpty also when there are no tables yet."""
    holder = CatalogueHolder(CatalogueStore(connect(storage), storage), SnapshotFile(data_dir))
    try:
        holder.refresh()
    except SettingError as error:
        if error.name == "YATRI_TABLE_PREFIX":
            raise CatalogueEmpty("there are no tables") from error
        raise
    return holder.current()
