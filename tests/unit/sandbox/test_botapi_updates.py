"""Updates: polled or sent to a webhook, kept until the bot has them."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.unit.sandbox.clients import ASHA, RAVI, Json, RawBot, Stage

BUTTONS = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}


def test_an_offset_acknowledges_what_came_before(stage: Stage) -> None:
    for word in ("one", "two", "three"):
        stage.asha.says(word)
    updates = stage.bot("getUpdates", limit=2)
    assert [update["message"]["text"] for update in updates] == ["one", "two"]
    assert updates[1]["update_id"] == updates[0]["update_id"] + 1
    assert [u["message"]["text"] for u in stage.bot("getUpdates", offset=updates[1]["update_id"])] == ["two", "three"]
    assert [u["message"]["text"] for u in stage.bot("getUpdates", offset=-1)] == ["three"]
    assert len(stage.bot("getUpdates")) == 1


def test_a_long_poll_ends_with_the_first_message(stage: Stage) -> None:
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(stage.bot, "getUpdates", timeout=20)
        time.sleep(0.1)
        stage.asha.says("hello")
        assert waiting.result(5)[0]["message"]["text"] == "hello"


def test_the_older_of_two_pollers_is_ended(stage: Stage) -> None:
    older, newer = (RawBot(stage.sandbox.url, stage.sandbox.token) for _ in range(2))
    with ThreadPoolExecutor() as threads:
        first = threads.submit(older.answer, "getUpdates", timeout=20)
        time.sleep(0.1)
        second = threads.submit(newer.answer, "getUpdates", timeout=20)
        ended = first.result(5)
        assert ended["error_code"] == 409
        assert ended["description"] == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        stage.asha.says("hello")
        assert second.result(5)["result"][0]["message"]["text"] == "hello"


def test_only_wanted_kinds_are_kept(stage: Stage) -> None:
    stage.bot("getUpdates", allowed_updates=["callback_query"])
    sent = stage.bot("sendMessage", chat_id=ASHA, text="x", reply_markup=BUTTONS)
    stage.asha.says("not wanted")
    stage.asha.taps(sent["message_id"], "yes")
    assert [set(update) for update in stage.bot.take()] == [{"update_id", "callback_query"}]


def test_a_tap_is_answered_once_and_in_time(stage: Stage) -> None:
    sent = stage.bot("sendMessage", chat_id=ASHA, text="x", reply_markup=BUTTONS)
    query_id = stage.asha.taps(sent["message_id"], "yes")
    query = stage.bot.take()[0]["callback_query"]
    assert (query["id"], query["data"], query["message"]["text"]) == (query_id, "yes", "x")
    assert stage.bot("answerCallbackQuery", callback_query_id=query_id, text="Good")
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert stage.bot.refusal("answerCallbackQuery", callback_query_id=query_id) == late
    forgotten = stage.asha.taps(sent["message_id"], "yes")
    stage.asha.post("/clock", advance=120)
    assert stage.bot.refusal("answerCallbackQuery", callback_query_id=forgotten) == late


def test_what_people_send_arrives_as_telegram_sends_it(stage: Stage) -> None:
    stage.asha.shares(contact={"phone_number": "+919876500001", "first_name": "Asha", "user_id": ASHA})
    stage.asha.shares(contact={"phone_number": "+911234567890", "first_name": "Uncle"})
    stage.asha.shares(location={"latitude": 28.64, "longitude": 77.22})
    stage.asha.shares(sticker={"emoji": "🚂"})
    stage.asha.shares(voice={"duration": 3})
    said = stage.asha.says("x" * 5000)
    stage.asha.post(f"/page/chats/{ASHA}/edit", user_id=ASHA, message_id=said["message_id"], text="shorter")
    stage.asha.shares(contact={"phone_number": "+91222", "first_name": "Friend"}, forwarded=True)
    own, other, place, sticker, voice, first, second, edited, passed_on = stage.bot.take()
    assert own["message"]["contact"]["user_id"] == ASHA
    assert "user_id" not in other["message"]["contact"]
    assert place["message"]["location"] == {"latitude": 28.64, "longitude": 77.22}
    assert sticker["message"]["sticker"]["emoji"] == "🚂"
    assert voice["message"]["voice"]["duration"] == 3
    assert [len(update["message"]["text"]) for update in (first, second)] == [4096, 904]
    assert edited["edited_message"]["text"] == "shorter"
    assert passed_on["message"]["forward_origin"]["type"] == "hidden_user"


class Hook:
    """A bot's webhook that refuses the first calls."""

    def __init__(self, refusals: int = 0, never: str = "", reply: Json | None = None) -> None:
        self.calls: list[tuple[str | None, Json]] = []
        self.refusals = refusals
        self.never = never
        self.reply = reply or {}

    def answer(self, secret: str | None, update: Json) -> int:
        self.calls.append((secret, update))
        self.refusals -= 1
        return 500 if self.refusals >= 0 or update["message"]["text"] == self.never else 200

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.calls]

    @contextmanager
    def listening(self) -> Iterator[str]:
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(hook.answer(self.headers["X-Telegram-Bot-Api-Secret-Token"], body))
                reply = json.dumps(hook.reply).encode()
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *_: Any) -> None:
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/hook"
        server.shutdown()
        server.server_close()


def eventually(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_webhook_gets_its_secret_and_every_update_until_it_takes_it(stage: Stage) -> None:
    hook = Hook(refusals=2)
    with hook.listening() as url:
        assert stage.bot("setWebhook", url=url, secret_token="s3cret_-")
        polling = stage.bot.answer("getUpdates")
        assert polling["error_code"] == 409
        assert polling["description"] == (
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
        stage.asha.says("one")
        stage.asha.says("two")
        eventually(lambda: hook.texts == ["one", "one", "one", "two"])
        assert {secret for secret, _ in hook.calls} == {"s3cret_-"}
        eventually(lambda: stage.bot("getWebhookInfo")["pending_update_count"] == 0)
        info = stage.bot("getWebhookInfo")
        assert (info["url"], info["last_error_message"]) == (
            url,
            "Wrong response from the webhook: 500 Internal Server Error",
        )
        stage.bot("deleteWebhook")
    assert stage.bot("getWebhookInfo")["url"] == ""
    stage.asha.says("three")
    assert stage.bot.take()[0]["message"]["text"] == "three"


def test_one_chat_does_not_wait_for_another(stage: Stage) -> None:
    ravi = stage.person(RAVI)
    hook = Hook(never="stuck")
    with hook.listening() as url:
        stage.asha.says("stuck")
        stage.asha.says("behind it")
        ravi.says("free")
        stage.bot("setWebhook", url=url)
        eventually(lambda: "free" in hook.texts)
        assert "behind it" not in hook.texts
        stage.bot("deleteWebhook", drop_pending_updates=True)
    assert stage.bot("getUpdates") == []


def test_a_webhook_may_answer_with_a_method(stage: Stage) -> None:
    hook = Hook(reply={"method": "sendMessage", "chat_id": ASHA, "text": "at once"})
    with hook.listening() as url:
        stage.bot("setWebhook", url=url)
        stage.asha.says("quick?")
        eventually(lambda: stage.asha.sees()[-1]["text"] == "at once")
        stage.bot("deleteWebhook")
