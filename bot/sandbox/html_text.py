"""Telegram's HTML style, and its complaints."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.links import link_problem
from bot.sandbox.store import Json
from bot.sandbox.textspan import Text, units

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9._-]+)))?""")


class _Open(NamedTuple):
    tag: str
    offset: int
    attributes: dict[str, str]
    piece: int


def parse_html(source: str) -> Text:
    """The text and entities of an HTML message. Raises ApiError with the byte offset Telegram would name."""
    return _Parser(source).parse()


def cannot_parse(why: str) -> ApiError:
    """The refusal of a formatted text."""
    return bad_request(f"can't parse entities: {why}")


def unescape(text: str) -> str:
    """Resolves the four named references Telegram knows and the numeric ones; others stay as written."""
    return _REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._pieces: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def parse(self) -> Text:
        while self._at < len(self._source):
            stop = self._source.find("<", self._at)
            self._add(self._source[self._at : stop if stop >= 0 else None])
            if stop < 0:
                break
            self._at = stop
            if self._source.startswith("</", stop):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return Text("".join(self._pieces), sorted(self._entities, key=lambda e: (e["offset"], -e["length"])))

    def _add(self, raw: str) -> None:
        text = unescape(raw)
        self._pieces.append(text)
        self._offset += units(text)

    def _byte(self) -> int:
        return len(self._source[: self._at].encode())

    def _start_tag(self) -> None:
        end = _tag_end(self._source, self._at)
        if end < 0:
            raise cannot_parse(f"Unclosed start tag at byte offset {self._byte()}")
        inside = self._source[self._at + 1 : end]
        name = re.split(r"[\s/]", inside, maxsplit=1)[0] if inside[:1] != "/" else ""
        tag = name.lower()
        if tag not in _KINDS:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self._byte()}')
        attributes = _attributes(inside[len(name) :])
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte()}')
        self._open.append(_Open(tag, self._offset, attributes, len(self._pieces)))
        self._at = end + 1

    def _end_tag(self) -> None:
        end = self._source.find(">", self._at)
        if not self._open:
            raise cannot_parse(f"Unexpected end tag at byte offset {self._byte()}")
        if end < 0:
            raise cannot_parse(f"Unclosed end tag at byte offset {self._byte()}")
        found = self._source[self._at + 2 : end].strip().lower()
        last = self._open.pop()
        if found and found != last.tag:
            expected = f'expected "</{last.tag}>", found "</{found}>"'
            raise cannot_parse(f"Unmatched end tag at byte offset {self._byte()}, {expected}")
        self._at = end + 1
        if self._offset > last.offset:
            self._close(last)

    def _close(self, last: _Open) -> None:
        entity: Json = {"type": _KINDS[last.tag], "offset": last.offset, "length": self._offset - last.offset}
        if last.tag == "a":
            url = last.attributes.get("href") or "".join(self._pieces[last.piece :])
            if link_problem(url):
                return
            entity["url"] = url
        elif last.tag == "blockquote" and "expandable" in last.attributes:
            entity["type"] = "expandable_blockquote"
        elif last.tag == "tg-emoji":
            entity["custom_emoji_id"] = _emoji_id(last.attributes.get("emoji-id", ""))
        elif last.tag == "code" and last.attributes.get("class", "").startswith("language-"):
            entity["language"] = last.attributes["class"].removeprefix("language-")
        elif last.tag == "pre":
            self._take_language(entity)
        self._entities.append(entity)

    def _take_language(self, pre: Json) -> None:
        inner = self._entities[-1] if self._entities else {}
        if inner.get("type") == "code" and all(inner[key] == pre[key] for key in ("offset", "length")):
            self._entities.pop()
            if "language" in inner:
                pre["language"] = inner["language"]


def _tag_end(source: str, start: int) -> int:
    quote = ""
    for at in range(start, len(source)):
        sign = source[at]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and source[at - 1] == "=":
            quote = sign
        elif sign == ">":
            return at
    return -1


def _attributes(written: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(next((value for value in match.groups()[1:] if value is not None), ""))
        for match in _ATTRIBUTE.finditer(written)
    }


def _emoji_id(written: str) -> str:
    if not written.isdecimal() or int(written) >= 1 << 63:
        raise cannot_parse("Invalid custom emoji identifier specified")
    return written
