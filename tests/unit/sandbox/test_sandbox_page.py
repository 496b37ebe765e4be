"""The chat page's own API: history, events, and who may call it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.unit.sandbox.clients import ASHA, MEERA, NEHA, SUPPORT, Stage

BUTTONS = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}


class Events:
    """An EventSource, as far as tests need one."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.last_id = ""

    def next(self) -> dict[str, Any]:
        for line in self._lines:
            if line.startswith("id: "):
                self.last_id = line.removeprefix("id: ")
            if line.startswith("data: "):
                event: dict[str, Any] = json.loads(line.removeprefix("data: "))
                return event
        raise AssertionError("the stream ended")

    def until(self, kind: str) -> dict[str, Any]:
        while (event := self.next())["type"] != kind:
            continue
        return event


@contextmanager
def events(stage: Stage, after: str | None = None, **headers: str) -> Iterator[Events]:
    url = "/page/events" + (f"?after={after}" if after else "")
    with stage.http.stream("GET", url, headers=headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Events(response.iter_lines())


def test_the_first_start_brings_people_and_a_support_group(stage: Stage) -> None:
    state = stage.asha.get("/page/state")
    names = [(user["first_name"], user["language_code"]) for user in state["users"]]
    assert names == [("Asha", "en"), ("Ravi", "hi"), ("Meera", "en"), ("Neha", "en")]
    group = state["chats"][-1]
    assert (group["id"], group["title"], group["type"], group["is_forum"]) == (
        SUPPORT,
        "Yatri Support",
        "supergroup",
        True,
    )


def test_a_new_person_can_talk_at_once(stage: Stage) -> None:
    new = stage.asha.post("/page/users", first_name="Zoya", language_code="hi")
    stage.person(new["id"]).says("/start")
    heard = stage.bot.take()[0]["message"]
    assert heard["from"]["language_code"] == "hi"
    assert heard["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


def test_the_page_has_the_bots_description_in_every_language(stage: Stage) -> None:
    stage.bot("setMyDescription", description="I book trains")
    stage.bot("setMyDescription", description="मैं ट्रेन बुक करता हूँ", language_code="hi")
    bot = stage.asha.get("/page/state")["me"]["bot"]
    assert (bot["description"], bot["descriptions"]) == ("I book trains", {"hi": "मैं ट्रेन बुक करता हूँ"})


def test_events_are_resumed_where_the_browser_left(stage: Stage) -> None:
    seq = str(stage.asha.get("/page/state")["seq"])
    sent = stage.bot("sendMessage", chat_id=ASHA, text="one", reply_markup=BUTTONS)
    with events(stage, after=seq) as page:
        assert page.until("message")["message"]["text"] == "one"
        left_at = page.last_id
    stage.bot("editMessageText", chat_id=ASHA, message_id=sent["message_id"], text="two")
    stage.bot("sendChatAction", chat_id=ASHA, action="typing")
    stage.bot("deleteMessage", chat_id=ASHA, message_id=sent["message_id"])
    stage.asha.post("/clock", advance=60)
    with events(stage, after=seq, **{"Last-Event-ID": left_at}) as page:
        assert page.until("edit")["message"]["text"] == "two"
        assert page.until("chat_action") == {
            "type": "chat_action",
            "chat_id": ASHA,
            "action": "typing",
            "topic_id": None,
        }
        assert page.until("delete")["message_id"] == sent["message_id"]
        assert page.until("clock")["clock"]["offset"] == 60


@pytest.mark.parametrize("unknown", ["1", "99999999999999999"])
def test_a_browser_from_another_time_starts_anew(shared_stage: Stage, unknown: str) -> None:
    with events(shared_stage, after=unknown) as page:
        assert page.next() == {"type": "reset"}
        shared_stage.bot("sendMessage", chat_id=ASHA, text="now")
        assert page.until("message")["message"]["text"] == "now"


def test_the_answer_to_a_tap_is_an_event(shared_stage: Stage) -> None:
    sent = shared_stage.bot("sendMessage", chat_id=ASHA, text="x", reply_markup=BUTTONS)
    query_id = shared_stage.asha.taps(sent["message_id"], "yes")
    with events(shared_stage, after=str(shared_stage.asha.get("/page/state")["seq"])) as page:
        shared_stage.bot("answerCallbackQuery", callback_query_id=query_id, text="Booked", show_alert=True)
        answer = page.until("callback_answer")
    assert (answer["id"], answer["user_id"], answer["text"], answer["show_alert"]) == (query_id, ASHA, "Booked", True)


def test_only_buttons_that_are_there_can_be_tapped(shared_stage: Stage) -> None:
    sent = shared_stage.bot("sendMessage", chat_id=ASHA, text="x", reply_markup=BUTTONS)
    shared_stage.bot("editMessageReplyMarkup", chat_id=ASHA, message_id=sent["message_id"])
    tap = {"user_id": ASHA, "chat_id": ASHA, "message_id": sent["message_id"], "data": "yes"}
    assert shared_stage.http.post("/page/callback", json=tap).status_code == 400


def test_history_comes_in_pages_with_reply_keyboards(stage: Stage) -> None:
    for number in range(5):
        stage.bot("sendMessage", chat_id=ASHA, text=f"m{number}")
    keyboard = {"keyboard": [[{"text": "Share", "request_contact": True}]], "resize_keyboard": True}
    stage.bot("sendMessage", chat_id=ASHA, text="last", reply_markup=keyboard)
    newest = stage.asha.get(f"/page/chats/{ASHA}/messages?limit=3")
    assert [message["text"] for message in newest["messages"]] == ["m3", "m4", "last"]
    assert newest["messages"][-1]["reply_markup"] == keyboard
    assert newest["more"]
    older = stage.asha.get(f"/page/chats/{ASHA}/messages?limit=9&before={newest['messages'][0]['message_id']}")
    assert [message["text"] for message in older["messages"]] == ["/start", "m0", "m1", "m2"]
    assert not older["more"]
    private = next(chat for chat in stage.asha.get("/page/state")["chats"] if chat["id"] == ASHA)
    assert (private["unread"], private["last"]["text"]) == (6, "last")
    assert stage.asha.post(f"/page/chats/{ASHA}/open", user_id=ASHA)["unread"] == 0


def test_uploads_reach_the_bot(stage: Stage, tmp_path: Path) -> None:
    paper = tmp_path / "id proof.txt"
    paper.write_bytes(b"<script>")
    shown = stage.asha.uploads(paper, "document", caption="My ID")
    heard = stage.bot.take()[0]["message"]
    assert (heard["document"]["file_name"], heard["caption"]) == ("id proof.txt", "My ID")
    served = stage.http.get(f"/page/file/{shown['document']['file_id']}")
    assert served.headers["content-disposition"].startswith("attachment")
    assert served.headers["x-content-type-options"] == "nosniff"


def test_nobody_writes_where_they_do_not_belong(shared_stage: Stage) -> None:
    def status(chat_id: int, user_id: int) -> int:
        body = {"user_id": user_id, "text": "hi"}
        return shared_stage.http.post(f"/page/chats/{chat_id}/send", json=body).status_code

    assert [status(MEERA, ASHA), status(SUPPORT, ASHA), status(SUPPORT, NEHA), status(5, ASHA)] == [400, 400, 200, 400]


NONSENSE = [
    b"{",
    b"[]",
    b'{"user_id": "x"}',
    b'{"user_id": 600000001, "text": "\\ud800"}',
    b'{"user_id": 600000001, "location": 5}',
    b'{"user_id": 600000001, "location": {"latitude": 1e999, "longitude": 0}}',
]


@pytest.mark.parametrize("body", NONSENSE)
def test_nonsense_is_refused_and_changes_nothing(shared_stage: Stage, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    url = f"/page/chats/{ASHA}/send"
    shared_stage.bot.take()
    assert shared_stage.http.post(url, content=body, headers=headers).status_code == 400
    assert shared_stage.bot.take() == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example:80"}, 403),
        ({}, 200),
    ],
)
def test_other_web_sites_cannot_drive_the_sandbox(shared_stage: Stage, headers: dict[str, str], status: int) -> None:
    assert shared_stage.http.post("/clock", json={"advance": 0}, headers=headers).status_code == status
    if "Host" in headers:
        assert shared_stage.http.get("/page/state", headers=headers).status_code == 403


def test_the_own_page_may(shared_stage: Stage) -> None:
    port = shared_stage.sandbox.settings.port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        headers = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
        assert shared_stage.http.post("/clock", json={"advance": 0}, headers=headers).status_code == 200
