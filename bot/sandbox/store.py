"""What the sandbox keeps on disk: one SQLite file that survives kill -9."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_TABLES = """
CREATE TABLE IF NOT EXISTS item (kind TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS blob (id TEXT PRIMARY KEY, bytes BLOB NOT NULL);
"""


def from_json(text: str | bytes) -> Any:
    """What JSON says. Raises ValueError, also for NaN, infinite numbers and halves of characters."""
    value = json.loads(text)
    json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    return value


class Store:
    """Values by kind and key, and blobs by id; every call is on disk when it returns. Safe to share between threads.

    One process at a time: what a second one wrote would not be seen by the first. Raises OSError.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._depth = 0
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=2)
        try:
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.executescript(_TABLES)
            self.put("store", "format", {"version": 1})
        except sqlite3.DatabaseError as problem:
            self._db.close()
            raise OSError(f"cannot use {path}, is another sandbox running on it? ({problem})") from problem
        path.chmod(0o600)

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is put inside is kept as one, or, when an exception leaves the block, not at all."""
        with self._lock:
            if self._depth == 0:
                self._db.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._db.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._db.execute("COMMIT")

    def put(self, kind: str, key: str, value: Json) -> None:
        """Keep the value, replacing what was there."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        with self._lock:
            self._db.execute("INSERT OR REPLACE INTO item VALUES (?, ?, ?)", (kind, key, text))

    def delete(self, kind: str, key: str) -> None:
        """Forget the value, if it is there."""
        with self._lock:
            self._db.execute("DELETE FROM item WHERE kind = ? AND key = ?", (kind, key))

    def get(self, kind: str, key: str) -> Json | None:
        """The value under a key."""
        with self._lock:
            row = self._db.execute("SELECT value FROM item WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def all(self, kind: str) -> dict[str, Json]:
        """Every value of a kind by its key, in the order of the keys as text."""
        with self._lock:
            rows = self._db.execute("SELECT key, value FROM item WHERE kind = ? ORDER BY key", (kind,)).fetchall()
        return {key: json.loads(value) for key, value in rows}

    def put_blob(self, blob_id: str, content: bytes) -> None:
        """Keep the bytes of a file."""
        with self._lock:
            self._db.execute("INSERT OR REPLACE INTO blob VALUES (?, ?)", (blob_id, content))

    def blob(self, blob_id: str) -> bytes | None:
        """The bytes of a file."""
        with self._lock:
            row = self._db.execute("SELECT bytes FROM blob WHERE id = ?", (blob_id,)).fetchone()
        return None if row is None else bytes(row[0])

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()
