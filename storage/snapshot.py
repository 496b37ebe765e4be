"""The current edition on this machine's disk, so that a start does not fetch the timetable again."""

import hashlib
import os
import tempfile
from pathlib import Path

NAME = "catalogue.snapshot"


class SnapshotFile:
    """One file: a line with the edition's id and the SHA-256 of the bytes that follow."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / NAME

    def load(self, edition_id: str) -> bytes | None:
        """The edition's bytes; None if the file is of another edition, damaged or not there."""
        try:
            heading, _, edition = self._path.read_bytes().partition(b"\n")
        except OSError:
            return None
        return edition if heading == _heading(edition_id, edition) else None

    def save(self, edition_id: str, edition: bytes) -> None:
        """Replaces the file at once: a reader sees the old one or the new one whole. Raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=self._path.parent, prefix=f".{NAME}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_heading(edition_id, edition) + b"\n" + edition)
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(self._path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise


def _heading(edition_id: str, edition: bytes) -> bytes:
    return f"{edition_id} {hashlib.sha256(edition).hexdigest()}".encode()
