"""The staff group at Telegram, as far as the sandbox is Telegram: people at its chat page, and our carrier."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import httpx
from telegram import Bot

from bot.relay import Carrier, Relay
from bot.sandbox.chats import SUPPORT_CHAT_ID
from bot.sandbox.running import RunningSandbox
from bot.telegram import incoming
from bot.telegram_send import Sender
from domain.ids import ChatId
from handlers.desk.carrying import Carrying
from handlers.desk.router import DeskRouter
from handlers.desk.turns import DeskTurns
from handlers.reply import Picture, PictureKind
from tests.dialogues.desk import NEHA
from tests.dialogues.transcript import Passenger, World
from tests.unit.bot.chatters import dot, with_bot

GROUP = ChatId(SUPPORT_CHAT_ID)
PHOTO = Picture(kind=PictureKind.TICKET_IMAGE, language="en")


class AtTelegram:
    """Asha and Neha write at the chat page; what they say goes through the turns and is carried at once."""

    def __init__(self, world: World, sandbox: RunningSandbox) -> None:
        self._world = world
        self._sandbox = sandbox
        self._http = httpx.Client(base_url=sandbox.url, trust_env=False)
        person = self._http.post("/page/users", json={"first_name": "Asha"}).json()["id"]
        self.asha = Passenger(world, ChatId(person), "Asha Verma").says("/start").taps("English").registers()

    def asks(self, command: str, topic: int) -> None:
        """Neha in a topic."""
        body = {"user_id": NEHA, "text": command, "topic_id": topic}
        self._said(self._http.post(f"/page/chats/{GROUP}/send", json=body))

    def writes(self, text: str) -> None:
        """Asha in her chat."""
        self._said(self._http.post(self._chat, json={"user_id": self.asha.chat_id, "text": text}))

    def sends_photo(self, caption: str) -> None:
        """Asha in her chat."""
        form = {"user_id": str(self.asha.chat_id), "kind": "photo", "caption": caption}
        self._said(self._http.post(self._chat, data=form, files={"file": ("fan.png", dot(PHOTO)[0])}))

    def does(self, act: Callable[[Bot], Awaitable[Any]]) -> Any:
        """What the bot, or somebody with its rights, does at Telegram."""
        return with_bot(self._sandbox.token, self._sandbox.url, act)

    def topics(self) -> dict[int, bool]:
        """The topics of the group, and whether each is closed."""
        chats = self._http.get("/page/state").json()["chats"]
        group = next(each for each in chats if each["id"] == GROUP)
        return {topic["id"]: topic["closed"] for topic in group["topics"]}

    def reads(self, topic: int) -> list[str]:
        """The words and captions in a topic, oldest first."""
        shown = self._http.get(f"/page/chats/{GROUP}/messages", params={"topic": topic}).json()["messages"]
        return [words for each in shown if (words := each.get("text") or each.get("caption"))]

    @property
    def _chat(self) -> str:
        return f"/page/chats/{self.asha.chat_id}/send"

    def _said(self, sent: httpx.Response) -> None:
        assert sent.status_code == 200, sent.text
        self.does(self._hears)

    async def _hears(self, bot: Bot) -> None:
        """Takes what was said, and carries what comes of it."""
        updates = await bot.get_updates(timeout=0)
        await bot.get_updates(offset=updates[-1].update_id + 1, timeout=0)
        services, clock = self._world.services, self._world.clock
        for update in updates:
            heard = incoming(update, clock.now(), GROUP)
            if heard and heard.in_group:
                DeskTurns(DeskRouter(services)).run(heard)
            elif heard and heard.chat_id == self.asha.chat_id:
                told_in_order = self.asha.incoming(heard.kind).update_id
                self.asha.receives(self._world.turns.run(replace(heard, update_id=told_in_order)))
        await Relay(services.relaying, Carrying(services).word, Carrier(bot, Sender(bot, dot), GROUP), clock).run()
