"""Text with entities, measured as Telegram measures: in UTF-16 code units."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.sandbox.store import Json


def units(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text) + sum(sign > "\uffff" for sign in text)


@dataclass
class Text:
    """A text and its entities, offsets and lengths in UTF-16 code units."""

    text: str
    entities: list[Json] = field(default_factory=list)

    @property
    def length(self) -> int:
        """UTF-16 code units."""
        return units(self.text)


_CONTROL = {code: " " for code in range(32) if code != 10} | {13: None}


def cleaned(text: str) -> str:
    """Without carriage returns and control signs, as Telegram keeps it."""
    return text.translate(_CONTROL)


def trimmed(span: Text) -> Text:
    """Without white space at both ends, entities moved along and cut to what is left."""
    core = span.text.lstrip()
    shift = units(span.text) - units(core)
    core = core.rstrip()
    end = units(core)
    kept = []
    for entity in span.entities:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] - shift + entity["length"], end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return Text(core, kept)


_AUTOMATIC = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]+[^\s<>\".,;:!?)\]']", re.IGNORECASE)),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b", re.ASCII)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{3,31}\b", re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w#&])#(?=\w*[^\W\d])\w{1,256}")),
)
_SEPARATE = ("code", "pre", "text_link", "text_mention")


def with_automatic(span: Text) -> Text:
    """Adds what Telegram finds by itself: links, e-mail addresses, commands, mentions and hashtags."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in span.entities if e["type"] in _SEPARATE]
    found = list(span.entities)
    for kind, pattern in _AUTOMATIC:
        for match in pattern.finditer(span.text):
            start = units(span.text[: match.start()])
            stop = start + units(match.group())
            if all(stop <= low or start >= high for low, high in taken):
                taken.append((start, stop))
                found.append({"type": kind, "offset": start, "length": stop - start})
    return Text(span.text, sorted(found, key=lambda e: (e["offset"], -e["length"])))
