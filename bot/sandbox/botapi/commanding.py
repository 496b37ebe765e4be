"""Commands by scope and language, and the menu button."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.links import is_https_or_loopback
from bot.sandbox.store import Json

_COMMAND = re.compile(r"[a-z0-9_]+")
_WIDE = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def set_my_commands(call: Call) -> bool:
    """setMyCommands: up to 100."""
    wanted = call.structure("commands")
    if not isinstance(wanted, list):
        raise bad_request("expected an Array of BotCommand")
    if len(wanted) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return _keep(call, [_command(each) for each in wanted])


def delete_my_commands(call: Call) -> bool:
    """deleteMyCommands."""
    return _keep(call, [])


def get_my_commands(call: Call) -> list[Json]:
    """getMyCommands: exactly those of that scope and language."""
    return call.world.profile.commands(_scope(call), call.language())


def _keep(call: Call, commands: list[Json]) -> bool:
    call.world.profile.set_commands(_scope(call), call.language(), commands)
    call.world.events.publish("commands")
    return True


def _command(given: Any) -> Json:
    if not isinstance(given, dict):
        raise bad_request("expected an Object as BotCommand")
    command = str(given.get("command") or "").removeprefix("/")
    description = str(given.get("description") or "").strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > 32:
        raise bad_request("command length must not exceed 32")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    return {"command": command, "description": description}


def _scope(call: Call) -> str:
    scope = call.structure("scope") or {"type": "default"}
    if not isinstance(scope, dict) or "type" not in scope:
        raise bad_request("can't parse BotCommandScope: Can't find field \"type\"")
    kind = scope["type"]
    if kind in _WIDE:
        return str(kind)
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id = scope.get("chat_id")
    written = str(chat_id)
    chat = call.world.chats.named(int(written) if written.lstrip("-").isdecimal() else chat_id)
    if kind != "chat" and chat["type"] == "private":
        raise bad_request(f"can't use {kind} scope in private chats")
    return f"{kind}:{chat['id']}" + (f":{int(scope.get('user_id', 0))}" if kind == "chat_member" else "")


def set_chat_menu_button(call: Call) -> bool:
    """setChatMenuButton: for a private chat, or the default."""
    button = call.structure("menu_button") or {"type": "default"}
    kind = button.get("type") if isinstance(button, dict) else None
    if kind not in ("commands", "default", "web_app"):
        raise bad_request("can't parse menu button: Unsupported type specified")
    if kind == "web_app" and not is_https_or_loopback(str((button.get("web_app") or {}).get("url", ""))):
        raise bad_request("menu button Web App URL is invalid: Only HTTPS links are allowed")
    call.world.profile.set_menu_button(_menu_chat(call), button)
    call.world.events.publish("commands")
    return True


def get_chat_menu_button(call: Call) -> Json:
    """getChatMenuButton."""
    return call.world.profile.menu_button(_menu_chat(call))


def _menu_chat(call: Call) -> int | None:
    if call.chat_id() is None:
        return None
    chat = call.chat()
    if chat["type"] != "private":
        raise bad_request("chat not found")
    return int(chat["id"])


METHODS = {
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
