"""The real size of a picture, and its thumbnail."""

from __future__ import annotations

import io
from typing import NamedTuple

from bot.sandbox.errors import bad_request

PHOTO_LIMIT = 10 * 1024 * 1024
_THUMBNAIL = 320


class Picture(NamedTuple):
    """One size of a picture; width and height in pixels."""

    width: int
    height: int
    content: bytes


def photo_sizes(content: bytes) -> list[Picture]:
    """The sizes of a photo, smallest first: a thumbnail of at most 320 pixels, and the picture itself. Raises ApiError.

    Telegram makes more sizes and a JPEG of each; here the last size is what was sent, byte for byte.
    """
    from PIL import Image  # here, since it takes longer to import than the sandbox has for its start

    if len(content) > PHOTO_LIMIT:
        why = f"file of size {len(content)} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        raise bad_request(why)
    try:
        with Image.open(io.BytesIO(content)) as image:
            width, height = image.size
            _check_shape(width, height)
            if max(width, height) <= _THUMBNAIL:
                image.load()
                return [Picture(width, height, content)]
            small = image.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise bad_request("IMAGE_PROCESS_FAILED") from problem
    small.thumbnail((_THUMBNAIL, _THUMBNAIL))
    saved = io.BytesIO()
    small.save(saved, "JPEG", quality=80)
    return [Picture(*small.size, saved.getvalue()), Picture(width, height, content)]


def _check_shape(width: int, height: int) -> None:
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
