"""A sandbox with people who write to the bot, and the bot's side of the line."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
from PIL import Image
from telegram import Bot, Update

from bot.sandbox.running import RunningSandbox
from bot.telegram_calls import connect
from domain.ids import ChatId
from handlers.reply import Picture, PictureKind

Json = dict[str, Any]


class Someone:
    """A person at the chat page, in a private chat of their own."""

    def __init__(self, http: httpx.Client, user: Json) -> None:
        self._http = http
        self.id = int(user["id"])
        self.chat_id = ChatId(self.id)

    def does(self, **content: Any) -> Json:
        """Send a text, contact, sticker ..."""
        return self._post(f"/page/chats/{self.id}/send", user_id=self.id, **content)

    def taps(self, message_id: int, data: str) -> str:
        """Tap a button; the query's id."""
        tap = self._post("/page/callback", user_id=self.id, chat_id=self.id, message_id=message_id, data=data)
        return str(tap["id"])

    def edits(self, message_id: int, text: str) -> None:
        """Edit an own message."""
        self._post(f"/page/chats/{self.id}/edit", user_id=self.id, message_id=message_id, text=text)

    def blocks(self) -> None:
        """Block the bot."""
        self._post(f"/page/users/{self.id}/block", blocked=True)

    def sees(self) -> list[Json]:
        """What the bot said, oldest first."""
        answer = self._http.get(f"/page/chats/{self.id}/messages").json()
        return [message for message in answer["messages"] if message["from_bot"]]

    def _post(self, path: str, **body: Any) -> Json:
        response = self._http.post(path, json=body)
        assert response.status_code == 200, response.text
        answer: Json = response.json()
        return answer


class Chatters:
    """The sandbox and who is in it."""

    def __init__(self, data_dir: Path, **settings: Any) -> None:
        self.sandbox = RunningSandbox(data_dir=data_dir, **settings)
        self.http = httpx.Client(base_url=self.sandbox.url, trust_env=False, timeout=20, verify=False)

    def close(self) -> None:
        """End it."""
        self.http.close()
        self.sandbox.close()

    def someone(self, greets: bool = True) -> Someone:
        """A new person, who has written to the bot if they greet."""
        user = self.http.post("/page/users", json={"first_name": "Kiran", "language_code": "hi"}).json()
        person = Someone(self.http, user)
        if greets:
            person.does(text="/start")
            self.updates()
        return person

    def updates(self) -> list[Update]:
        """What waits for the bot, acknowledged."""

        async def take(bot: Bot) -> list[Update]:
            waiting = await bot.get_updates(timeout=0)
            if waiting:
                await bot.get_updates(offset=waiting[-1].update_id + 1, timeout=0)
            return list(waiting)

        taken: list[Update] = self.with_bot(take)
        return taken

    @contextmanager
    def overhearing(self) -> Iterator[list[Json]]:
        """The events that the chat page is told while the block runs."""
        told: list[Json] = []
        with self.http.stream("GET", "/page/events") as stream:
            lines = stream.iter_lines()
            next(lines)
            listening = Thread(target=_note_events, args=(lines, told), daemon=True)
            listening.start()
            yield told
            listening.join(0.2)

    def with_bot(self, use: Callable[[Bot], Awaitable[Any]]) -> Any:
        """The result of `use` with a connected bot."""

        return with_bot(self.sandbox.token, self.sandbox.url, use)


def with_bot(token: str, api: str, use: Callable[[Bot], Awaitable[Any]]) -> Any:
    """The result of `use` with a bot connected to this API server."""

    async def run() -> Any:
        async with connect(token, api, local=True) as bot:
            return await use(bot)

    return asyncio.run(run())


def _note_events(lines: Iterator[str], told: list[Json]) -> None:
    with suppress(httpx.HTTPError):
        told.extend(json.loads(line.removeprefix("data:")) for line in lines if line.startswith("data:"))


def dot(picture: Picture) -> tuple[bytes, str]:
    """Draws the same for every picture: a dot as PNG, or a PDF of a few bytes."""
    if picture.kind is PictureKind.TICKET_PDF:
        return b"%PDF-1.4", "ticket.pdf"
    content = BytesIO()
    Image.new("RGB", (64, 64), "navy").save(content, "PNG")
    return content.getvalue(), "ticket.png"
