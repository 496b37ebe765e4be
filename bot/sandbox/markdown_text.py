"""Telegram's MarkdownV2 style (and the older Markdown), and their complaints."""

from __future__ import annotations

from bot.sandbox.html_text import cannot_parse
from bot.sandbox.links import link_problem
from bot.sandbox.store import Json
from bot.sandbox.textspan import Text, units

_RESERVED = "_*[]()~`>#+-=|{}.!"
_MARKS = {"*": "Bold", "_": "Italic", "__": "Underline", "~": "Strikethrough", "||": "Spoiler", "`": "Code"}


def parse_markdown_v2(source: str) -> Text:
    """The text and entities of a MarkdownV2 message. Raises ApiError."""
    return _Parser(source).parse()


def parse_markdown(source: str) -> Text:
    """The text and entities of a message in the older style: no nesting, four marks. Raises ApiError."""
    text, entities, at = "", [], 0
    while at < len(source):
        sign = source[at]
        if sign == "\\" and source[at + 1 : at + 2] in tuple("_*`["):
            text, at = text + source[at + 1], at + 2
        elif sign not in "_*`[":
            text, at = text + sign, at + 1
        else:
            mark = "```" if source.startswith("```", at) else sign
            begin = at + len(mark)
            stop = source.find("]" if mark == "[" else mark, begin)
            if stop < 0:
                place = len(source[:at].encode())
                raise cannot_parse(f"Can't find end of the entity starting at byte offset {place}")
            inside, at = source[begin:stop], stop + len(mark)
            entity: Json = {"type": _OLD[mark], "offset": units(text), "length": units(inside)}
            if mark == "[" and source.startswith("(", at):
                close = source.find(")", at)
                entity["url"], at = source[at + 1 : close], close + 1
            text += inside
            if inside and ("url" in entity or mark != "["):
                entities.append(entity)
    return Text(text, entities)


_OLD = {"*": "bold", "_": "italic", "`": "code", "```": "pre", "[": "text_link"}


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[tuple[str, int, int]] = []
        self._entities: list[Json] = []

    def parse(self) -> Text:
        while self._at < len(self._source):
            self._step()
        if self._open:
            mark, _, byte = self._open[-1]
            name = "PreCode" if mark == "```" else _MARKS.get(mark, "TextUrl")
            raise cannot_parse(f"Can't find end of {name} entity at byte offset {byte}")
        return Text("".join(self._text), sorted(self._entities, key=lambda e: (e["offset"], -e["length"])))

    def _step(self) -> None:
        sign = self._source[self._at]
        if sign == "\\" and self._at + 1 < len(self._source) and self._source[self._at + 1] < "\x7f":
            self._add(self._source[self._at + 1], 2)
        elif self._inside_code():
            self._code(sign)
        elif (mark := self._mark()) is not None:
            self._toggle(mark)
        elif sign in _RESERVED:
            raise cannot_parse(f"Character '{sign}' is reserved and must be escaped with the preceding '\\'")
        else:
            self._add(sign, 1)

    def _inside_code(self) -> bool:
        return bool(self._open) and self._open[-1][0] in ("`", "```")

    def _code(self, sign: str) -> None:
        mark = self._open[-1][0]
        if self._source.startswith(mark, self._at):
            self._toggle(mark)
        else:
            self._add(sign, 1)

    def _mark(self) -> str | None:
        if self._source.startswith("](", self._at) and self._open and self._open[-1][0] == "[":
            return "["
        for mark in ("```", "||", "__", "*", "_", "~", "`", "["):
            if self._source.startswith(mark, self._at):
                return mark
        return None

    def _add(self, sign: str, width: int) -> None:
        self._text.append(sign)
        self._offset += units(sign)
        self._at += width

    def _toggle(self, mark: str) -> None:
        if not self._open or self._open[-1][0] != mark:
            self._open.append((mark, self._offset, len(self._source[: self._at].encode())))
            self._at += len(mark)
            return
        _, offset, _ = self._open.pop()
        entity: Json = {"type": _kind(mark), "offset": offset, "length": self._offset - offset}
        self._at += len(mark)
        if mark == "[":
            entity["url"] = self._url()
        if entity["length"] and (mark != "[" or link_problem(entity["url"]) is None):
            self._entities.append(entity)

    def _url(self) -> str:
        stop = self._source.find(")", self._at)
        if stop < 0:
            raise cannot_parse("Can't find end of a URL at byte offset " + str(len(self._source[: self._at].encode())))
        url = self._source[self._at + 1 : stop].replace("\\", "")
        self._at = stop + 1
        return url


def _kind(mark: str) -> str:
    return {"```": "pre", "[": "text_link"}.get(mark) or _MARKS[mark].lower()
