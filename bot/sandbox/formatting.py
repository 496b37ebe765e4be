"""From what a bot sends (text, parse mode, entities) to the text Telegram shows, with Telegram's checks."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.html_text import parse_html
from bot.sandbox.links import link_problem
from bot.sandbox.markdown_text import parse_markdown, parse_markdown_v2
from bot.sandbox.store import Json
from bot.sandbox.textspan import Text, cleaned, trimmed, units, with_automatic

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_MODES = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}
_PLAIN_KINDS = {
    *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline"),
    *("strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"),
}
_NEEDS = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}


def message_text(text: str | None, parse_mode: str | None, entities: Any) -> Text:
    """The text of a message: 1 to 4096 UTF-16 units after parsing. Raises ApiError."""
    if not text:
        raise bad_request("message text is empty")
    span = _formatted(text, parse_mode, entities)
    if not span.text:
        raise bad_request("text must be non-empty")
    if span.length > TEXT_LIMIT:
        raise bad_request("message is too long")
    return with_automatic(span)


def caption_text(text: str | None, parse_mode: str | None, entities: Any) -> Text:
    """A caption: up to 1024 UTF-16 units after parsing. Raises ApiError."""
    span = _formatted(text or "", parse_mode, entities)
    if span.length > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return with_automatic(span)


def _formatted(text: str, parse_mode: str | None, entities: Any) -> Text:
    mode = (parse_mode or "").lower()
    if mode and mode not in _MODES:
        raise bad_request("unsupported parse_mode")
    text = cleaned(text)
    if mode in _MODES:
        return trimmed(_MODES[mode](text))
    return trimmed(Text(text, _checked(entities, units(text))))


def _checked(entities: Any, length: int) -> list[Json]:
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise bad_request("expected an Array of MessageEntity")
    return sorted((_entity(each, length) for each in entities), key=lambda e: (e["offset"], -e["length"]))


def _entity(entity: Any, length: int) -> Json:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    for name in ("offset", "length", "type"):
        if name not in entity:
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
    kind, offset, size = entity["type"], entity["offset"], entity["length"]
    if kind not in _PLAIN_KINDS and kind not in _NEEDS:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    if kind in _NEEDS and _NEEDS[kind] not in entity:
        raise bad_request(f"can't parse MessageEntity: Can't find field \"{_NEEDS[kind]}\"")
    _check_place(offset, size, length)
    if kind == "text_link" and (problem := link_problem(str(entity["url"]))):
        raise bad_request(f"entity URL '{entity['url']}' is invalid: {problem}")
    return dict(entity)


def _check_place(offset: Any, size: Any, length: int) -> None:
    if not isinstance(offset, int) or offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if not isinstance(size, int) or size < 0:
        raise bad_request(f"receive an entity with incorrect length {size}")
    if offset > length:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + size > length:
        where = f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset"
        raise bad_request(f"{where} {offset + size}")
