"""The files that were sent: what the Bot API tells of them, and their bytes."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import dataclass
from pathlib import PurePath

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.pictures import photo_sizes
from bot.sandbox.store import Json, Store

UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file as it came in."""

    name: str
    content_type: str
    content: bytes


class Files:
    """File records {file_id, file_unique_id, file_size, file_path, mime_type, file_name, width, height, kind}."""

    def __init__(self, store: Store, bot_id: int) -> None:
        self._store = store
        self._kind = f"file:{bot_id}"
        self._records = store.all(self._kind)
        self._by_path = {record["file_path"]: file_id for file_id, record in self._records.items()}

    def add_photo(self, upload: Upload) -> list[Json]:
        """Keep a picture in its sizes; the records, smallest first. Raises ApiError."""
        _check_size(upload)
        return [
            self._add("photos", upload, size.content, {"width": size.width, "height": size.height})
            for size in photo_sizes(upload.content)
        ]

    def add_document(self, upload: Upload, folder: str = "documents") -> Json:
        """Keep any file. Raises ApiError."""
        _check_size(upload)
        return self._add(folder, upload, upload.content, {})

    def _add(self, folder: str, upload: Upload, content: bytes, more: Json) -> Json:
        number = len(self._records)
        suffix = ".jpg" if folder == "photos" else PurePath(upload.name).suffix[:12]
        file_id = f"{folder[:2].upper()}{number}-{secrets.token_urlsafe(36)}"
        record: Json = {
            "file_id": file_id,
            "file_unique_id": f"AQ{secrets.token_urlsafe(9)}",
            "file_size": len(content),
            "file_path": f"{folder}/file_{number}{suffix}",
            "file_name": upload.name,
            "mime_type": _mime(upload),
            "kind": folder,
            **more,
        }
        with self._store.together():
            self._store.put_blob(file_id, content)
            self._store.put(self._kind, file_id, record)
        self._records[file_id] = record
        self._by_path[record["file_path"]] = file_id
        return record

    def get(self, file_id: str) -> Json | None:
        """The record of a file, or None."""
        return self._records.get(file_id)

    def content(self, record: Json) -> bytes:
        """The bytes of a file."""
        return self._store.blob(record["file_id"]) or b""

    def at(self, path: str) -> Json | None:
        """The record of the file with that `file_path`."""
        file_id = self._by_path.get(path)
        return None if file_id is None else self._records[file_id]

    def for_download(self, file_id: str | None) -> Json:
        """A File with `file_path`, as getFile answers. Raises ApiError."""
        if not file_id:
            raise bad_request("file_id not specified")
        record = self.get(file_id)
        if record is None:
            raise bad_request("invalid file_id")
        if record["file_size"] > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {name: record[name] for name in ("file_id", "file_unique_id", "file_size", "file_path")}


def _check_size(upload: Upload) -> None:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")


def _mime(upload: Upload) -> str:
    if upload.content_type and upload.content_type != "application/octet-stream":
        return upload.content_type
    return mimetypes.guess_type(upload.name)[0] or "application/octet-stream"


def as_photo(sizes: list[Json]) -> list[Json]:
    """Records as the Bot API's list of PhotoSize."""
    names = ("file_id", "file_unique_id", "file_size", "width", "height")
    return [{name: size[name] for name in names} for size in sizes]


def as_document(record: Json) -> Json:
    """A record as the Bot API's Document."""
    return {name: record[name] for name in ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")}
