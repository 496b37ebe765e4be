"""Two ends of the sandbox for tests: a bot that speaks the raw Bot API, and a person at the chat page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Self

import httpx

from bot.sandbox.running import RunningSandbox

Json = dict[str, Any]
ASHA, RAVI, MEERA, NEHA = 600_000_001, 600_000_002, 600_000_003, 600_000_004
SUPPORT = -1_001_000_000_001


class RawBot:
    """Calls methods and hands back the whole answer."""

    def __init__(self, url: str, token: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/bot{token}/", timeout=30, trust_env=False, verify=False)

    def answer(self, method: str, *, files: Any = None, **params: Any) -> Json:
        """The body, {"ok": ..., ...}; its code stands in the status too."""
        if files:
            flat = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
            response = self._http.post(method, data=flat, files=files)
        else:
            response = self._http.post(method, json=params)
        body: Json = response.json()
        assert response.status_code == (200 if body["ok"] else body["error_code"])
        return body

    def __call__(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        body = self.answer(method, **params)
        assert body["ok"], body
        return body["result"]

    def refusal(self, method: str, **params: Any) -> str:
        """The description of a call that must fail."""
        body = self.answer(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    def take(self) -> list[Json]:
        """What waits, acknowledged."""
        updates: list[Json] = self("getUpdates")
        if updates:
            self("getUpdates", offset=updates[-1]["update_id"] + 1)
        return updates


class Person:
    """Somebody at the chat page."""

    def __init__(self, url: str, user_id: int = ASHA, chat_id: int | None = None) -> None:
        self.id = user_id
        self.chat_id = chat_id or user_id
        self._http = httpx.Client(base_url=url, timeout=30, trust_env=False, verify=False)

    def post(self, path: str, **body: Any) -> Json:
        """POST JSON; the answer of one that must succeed."""
        response = self._http.post(path, json=body)
        assert response.status_code == 200, response.text
        answer: Json = response.json()
        return answer

    def get(self, path: str) -> Any:
        """GET JSON."""
        response = self._http.get(path)
        assert response.status_code == 200, response.text
        return response.json()

    def says(self, text: str, **more: Any) -> Json:
        """Send a text."""
        return self.post(f"/page/chats/{self.chat_id}/send", user_id=self.id, text=text, **more)

    def shares(self, **content: Any) -> Json:
        """Send a contact, location, sticker or voice message."""
        return self.post(f"/page/chats/{self.chat_id}/send", user_id=self.id, **content)

    def uploads(self, path: Path, kind: str, caption: str = "") -> Json:
        """Send a photo or document."""
        form = {"user_id": str(self.id), "kind": kind, "caption": caption}
        files = {"file": (path.name, path.read_bytes())}
        response = self._http.post(f"/page/chats/{self.chat_id}/send", data=form, files=files)
        assert response.status_code == 200, response.text
        answer: Json = response.json()
        return answer

    def taps(self, message_id: int, data: str) -> str:
        """Tap an inline button; the query's id."""
        tap = {"user_id": self.id, "chat_id": self.chat_id, "message_id": message_id, "data": data}
        return str(self.post("/page/callback", **tap)["id"])

    def sees(self) -> list[Json]:
        """The newest messages of the chat, oldest first."""
        messages: list[Json] = self.get(f"/page/chats/{self.chat_id}/messages")["messages"]
        return messages


class Stage:
    """A sandbox with the bot and Asha, who has already pressed Start; `http` is any other client."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self.sandbox = sandbox
        self.bot = RawBot(sandbox.url, sandbox.token)
        self.asha = Person(sandbox.url)
        self.http = httpx.Client(base_url=sandbox.url, timeout=30, trust_env=False, verify=False)
        self.asha.says("/start")
        self.bot.take()

    def person(self, user_id: int, chat_id: int | None = None) -> Person:
        """Somebody else."""
        return Person(self.sandbox.url, user_id, chat_id)

    @classmethod
    def open(cls, data_dir: Path, **settings: Any) -> Self:
        """Start one on a data directory; close it with `stage.sandbox.close()`."""
        return cls(RunningSandbox(data_dir=data_dir, **settings))
