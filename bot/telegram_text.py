"""Fits Telegram HTML into Telegram's limits without breaking a tag in two."""

import html
import re

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
_TOKEN = re.compile(r"<(?P<close>/)?(?P<name>[a-z-]+)[^>]*>|&(?:#\d+|\w+);|.", re.DOTALL)

Tags = tuple[tuple[str, str], ...]  # name and opening tag of what is open, outermost first


def units(text: str) -> int:
    """As Telegram counts characters: in UTF-16, where 😀 is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, limit: int = MESSAGE_LIMIT, first: int | None = None) -> list[str]:
    """`text` in parts of at most `limit` units as written (the first of at most `first`), each well-formed.

    Cut after a line where that leaves the part more than half full; tags open at a cut are closed and opened again.
    """
    parts: list[str] = []
    room = first or limit
    while units(text) > room:
        cut, tags = _cut(text, room)
        parts.append(text[:cut].rstrip("\n") + "".join(f"</{name}>" for name, _ in reversed(tags)))
        text = "".join(opening for _, opening in tags) + text[cut:].lstrip("\n")
        room = limit
    return [*parts, text]


def plain(text: str) -> str:
    """The words of Telegram HTML without its tags."""
    return html.unescape(re.sub(r"</?[a-z-]+[^>]*>", "", text))


def _cut(text: str, room: int) -> tuple[int, Tags]:
    """Where to cut, and the tags that are open there."""
    tags: Tags = ()
    used = 0
    fits: tuple[int, Tags] = (room, ())
    after_line: tuple[int, Tags] | None = None
    for match in _TOKEN.finditer(text):
        if match.group("close"):
            tags = tags[:-1]
        elif match.group("name"):
            tags = (*tags, (match.group("name"), match.group()))
        used += units(match.group())
        if used + sum(len(name) + 3 for name, _ in tags) > room:
            break
        fits = (match.end(), tags)
        if match.group() == "\n" and used > room // 2:
            after_line = fits
    return after_line or fits
