"""getMe, and the bot's name and descriptions by language."""

from __future__ import annotations

from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.store import Json

_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(call: Call) -> Json:
    """getMe."""
    profile = call.world.profile
    return {**profile.me, "first_name": profile.word("name", "")}


def _set(call: Call, which: str) -> bool:
    text = call.text(which) or ""
    if len(text) > _LIMITS[which]:
        raise bad_request(f"bot {which.replace('_', ' ')} is too long")
    call.world.profile.set_word(which, call.language(), text.strip())
    call.world.events.publish("commands")
    return True


def _get(call: Call, which: str) -> Json:
    return {which: call.world.profile.word(which, call.language())}


METHODS = {
    "getMe": get_me,
    "setMyName": lambda call: _set(call, "name"),
    "getMyName": lambda call: _get(call, "name"),
    "setMyDescription": lambda call: _set(call, "description"),
    "getMyDescription": lambda call: _get(call, "description"),
    "setMyShortDescription": lambda call: _set(call, "short_description"),
    "getMyShortDescription": lambda call: _get(call, "short_description"),
}
