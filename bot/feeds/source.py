"""Where a feed's files lie: a folder or a zip, whose members are read line by line and never unpacked."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Self, cast

from domain.errors import FeedError

# What zipfile and gzip raise for damaged files, and RuntimeError for members under a password.
UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, struct.error, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file being read: its bytes, how far the reading is (`done()`) and the end (`total`), both in stored bytes."""

    stream: IO[bytes]
    done: Callable[[], int]
    total: int


class Source:
    """The files of a feed by their plain names (`stops.csv` also for `stops.csv.gz`). Close it after use."""

    def __init__(self, path: Path) -> None:
        """Raises FeedError when there is nothing at `path`, or a file that is not a zip."""
        self.path = path
        self._zip: zipfile.ZipFile | None = None
        if path.is_dir():
            self._files = {child.name.removesuffix(".gz"): str(child) for child in sorted(path.iterdir())}
        elif path.exists():
            self._zip = _open_zip(path)
            self._files = _members(self._zip)
        else:
            raise FeedError(path, 0, "there is no such file or folder")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._zip:
            self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def label(self, name: str) -> str:
        """The name under which the person knows the file (`stops.csv.gz`)."""
        return PurePosixPath(self._files.get(name, name)).name

    @contextmanager
    def open(self, name: str) -> Iterator[Opened]:
        """The bytes of one file, unzipped as they are read. Raises FeedError when the feed has no such file."""
        if name not in self._files:
            raise FeedError(name, 0, "is missing from the feed")
        stored = self._files[name]
        with self._raw(stored) as (raw, total):
            if stored.endswith(".gz"):
                with gzip.open(raw) as unzipped:
                    yield Opened(cast(IO[bytes], unzipped), raw.tell, total)
            else:
                yield Opened(raw, raw.tell, total)

    @contextmanager
    def _raw(self, stored: str) -> Iterator[tuple[IO[bytes], int]]:
        if self._zip is None:
            with Path(stored).open("rb") as file:
                yield file, Path(stored).stat().st_size
            return
        # A zip member has no fast readline of its own: the buffer brings one.
        with self._zip.open(stored) as member, io.BufferedReader(cast(io.RawIOBase, member), 1 << 16) as buffered:
            yield buffered, self._zip.getinfo(stored).file_size


def _open_zip(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise FeedError(path, 0, f"is neither a folder nor a zip that can be read ({error})") from error


def _members(archive: zipfile.ZipFile) -> dict[str, str]:
    """Plain name -> member; feeds are often zipped with a folder around them, and the shallowest file wins."""
    members: dict[str, str] = {}
    for member in sorted(archive.namelist(), key=lambda name: name.count("/"), reverse=True):
        if not member.endswith("/") and not member.startswith("__MACOSX/"):
            members[PurePosixPath(member).name.removesuffix(".gz")] = member
    return members
