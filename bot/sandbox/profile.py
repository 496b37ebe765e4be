"""What a bot tells about itself: names, descriptions, commands and menu buttons, by scope and language."""

from __future__ import annotations

from bot.sandbox.store import Json, Store


class Profile:
    """Words by language; commands by scope and language; menu buttons by chat."""

    def __init__(self, store: Store, bot_id: int) -> None:
        self._store = store
        self._kind = f"profile:{bot_id}"
        self._kept = store.all(self._kind)
        self.me: Json = {
            "id": bot_id,
            "is_bot": True,
            "first_name": "Yatri",
            "username": f"yatri_{bot_id % 10_000}_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
        }

    def as_user(self) -> Json:
        """The bot as the sender of a message."""
        return {name: self.me[name] for name in ("id", "is_bot", "username")} | {"first_name": self.word("name", "")}

    def word(self, which: str, language: str) -> str:
        """The name, description or short description in a language, else in the default one."""
        own = str(self._kept.get(f"{which}/{language}", {}).get("text", ""))
        default = str(self._kept.get(f"{which}/", {}).get("text", ""))
        return own or default or (str(self.me["first_name"]) if which == "name" else "")

    def translations(self, which: str) -> dict[str, str]:
        """One of them in every language in which it was set."""
        places = ((*key.partition("/"), kept) for key, kept in self._kept.items())
        return {language: str(kept["text"]) for word, _, language, kept in places if word == which and language}

    def set_word(self, which: str, language: str, text: str) -> None:
        """Set one of them; an empty text removes it."""
        self._put(f"{which}/{language}", {"text": text} if text else None)

    def commands(self, scope: str, language: str) -> list[Json]:
        """Exactly what was set for that scope and language."""
        commands: list[Json] = self._kept.get(f"commands/{scope}/{language}", {}).get("commands", [])
        return commands

    def set_commands(self, scope: str, language: str, commands: list[Json]) -> None:
        """Set them; an empty list removes them."""
        self._put(f"commands/{scope}/{language}", {"commands": commands} if commands else None)

    def resolved(self, scopes: list[str], language: str) -> list[Json]:
        """What somebody sees: the first scope that has commands, in their language before without one."""
        for scope in scopes:
            for spoken in (language, ""):
                if found := self.commands(scope, spoken):
                    return found
        return []

    def menu_button(self, chat_id: int | None) -> Json:
        """The menu button of a chat, else the default one."""
        default = self._kept.get("menu/", {"type": "default"})
        return self._kept.get(f"menu/{chat_id}", default) if chat_id is not None else default

    def set_menu_button(self, chat_id: int | None, button: Json) -> None:
        """Set it for one chat, or for all that have none of their own."""
        self._put(f"menu/{'' if chat_id is None else chat_id}", button)

    def _put(self, key: str, value: Json | None) -> None:
        if value is None:
            self._kept.pop(key, None)
            self._store.delete(self._kind, key)
        else:
            self._kept[key] = value
            self._store.put(self._kind, key, value)


def scopes_for(chat: Json, user_id: int) -> list[str]:
    """The scopes that apply to somebody in a chat, narrowest first."""
    if chat["type"] == "private":
        return [f"chat:{chat['id']}", "all_private_chats", "default"]
    admin = user_id in chat.get("staff", [])
    narrow = [f"chat_member:{chat['id']}:{user_id}"]
    if admin:
        narrow.append(f"chat_administrators:{chat['id']}")
    wide = ["all_chat_administrators"] if admin else []
    return [*narrow, f"chat:{chat['id']}", *wide, "all_group_chats", "default"]
