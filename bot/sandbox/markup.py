"""Keyboards under messages, checked as Telegram checks them."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.links import is_https_or_loopback, link_problem
from bot.sandbox.store import Json
from bot.sandbox.textspan import units

MAX_BUTTONS = 100
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_FLAGS = ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective", "force_reply", "remove_keyboard")
_INLINE_ACTIONS = (
    *("url", "callback_data", "copy_text", "web_app", "switch_inline_query", "switch_inline_query_current_chat"),
    *("switch_inline_query_chosen_chat", "login_url", "callback_game", "pay"),
)


def checked_markup(value: Any, *, inline_only: bool = False) -> Json | None:
    """The reply markup to keep; None where there is none or it is empty. Raises ApiError."""
    if value is None or value == "" or value == {}:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    for flag in _FLAGS:
        if not isinstance(value.get(flag, False), bool):
            raise bad_request(f'field "{flag}" must be of type Boolean')
    kind = next((name for name in _KINDS if value.get(name) not in (None, False)), None)
    if kind is None:
        return None
    if kind == "inline_keyboard":
        return _inline(value["inline_keyboard"])
    if inline_only:
        raise bad_request("inline keyboard expected")
    return _reply_keyboard(value) if kind == "keyboard" else dict(value)


def _rows(value: Any, name: str, button: str) -> list[list[Any]]:
    if not isinstance(value, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{name}" must be an Array of Arrays of {button}')
    if sum(len(row) for row in value) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row for row in value if row]


def _inline(value: Any) -> Json | None:
    rows = _rows(value, "inline_keyboard", "InlineKeyboardButton")
    kept = [[_inline_button(button) for button in row] for row in rows]
    return {"inline_keyboard": kept} if kept else None


def _cannot(kind: str, why: str) -> Exception:
    return bad_request(f"can't parse {kind}: {why}")


def _text_of(button: Json, kind: str) -> str:
    if "text" not in button:
        raise _cannot(kind, 'Can\'t find field "text"')
    text = button["text"]
    if not isinstance(text, str):
        raise _cannot(kind, 'Field "text" must be of type String')
    if not text.strip():
        raise _cannot(kind, "text must be non-empty")
    return text


def _inline_button(button: Any) -> Json:
    kind = "inline keyboard button"
    if not isinstance(button, dict):
        raise _cannot(kind, "InlineKeyboardButton must be an Object")
    text = _text_of(button, kind)
    empty_means_none = ("url", "callback_data")
    present = (name for name in _INLINE_ACTIONS if button.get(name) is not None)
    action = next((name for name in present if button[name] != "" or name not in empty_means_none), None)
    if action is None:
        raise _cannot(kind, "Text buttons are unallowed in the inline keyboard")
    _check_action(action, button[action])
    kept = {"text": text, action: button[action]}
    return kept | {name: button[name] for name in ("style", "icon_custom_emoji_id") if button.get(name)}


def _check_action(action: str, value: Any) -> None:
    if action == "url":
        if problem := link_problem(str(value)):
            raise bad_request(f"inline keyboard button URL '{value}' is invalid: {problem}")
    elif action == "callback_data":
        if not isinstance(value, str):
            raise _cannot("inline keyboard button", 'Field "callback_data" must be of type String')
        if len(value.encode()) > 64:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not isinstance(copied, str) or not 1 <= units(copied) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif action == "web_app":
        _check_web_app("inline keyboard button", value)
    elif action in ("pay", "callback_game"):
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_web_app(kind: str, value: Any) -> None:
    url = str(value.get("url", "")) if isinstance(value, dict) else ""
    if not is_https_or_loopback(url):
        raise bad_request(f"{kind} Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _reply_keyboard(value: Json) -> Json:
    rows = _rows(value["keyboard"], "keyboard", "KeyboardButton")
    kept = {**value, "keyboard": [[_key(button) for button in row] for row in rows]}
    if not kept["keyboard"]:
        raise bad_request("reply keyboard must have at least one button")
    placeholder = kept.get("input_field_placeholder")
    if placeholder is not None and len(str(placeholder)) > 64:
        raise bad_request("input field placeholder is too long")
    return kept


def _key(button: Any) -> Json:
    kind = "keyboard button"
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise _cannot(kind, "KeyboardButton must be an Object")
    _text_of(button, kind)
    for name in ("request_contact", "request_location"):
        if not isinstance(button.get(name, False), bool):
            raise _cannot(kind, f'Field "{name}" must be of type Boolean')
    if "web_app" in button:
        _check_web_app(kind, button["web_app"])
    return dict(button)


def has_callback(markup: Json | None, data: str) -> bool:
    """Whether an inline keyboard has a button with these callback data."""
    rows = (markup or {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == data for row in rows for button in row)
