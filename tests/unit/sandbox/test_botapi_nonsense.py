"""Whatever a bot sends, the answer is a Bot API answer."""

from __future__ import annotations

import random
from typing import Any

from bot.sandbox.botapi.calling import known_methods
from tests.unit.sandbox.clients import ASHA, SUPPORT, Stage

NAMES = (
    *("chat_id", "text", "entities", "parse_mode", "reply_markup", "message_id", "message_ids", "from_chat_id"),
    *("reply_parameters", "link_preview_options", "photo", "document", "media", "commands", "scope", "language_code"),
    *("message_thread_id", "name", "icon_color", "caption", "offset", "limit", "allowed_updates", "url", "user_id"),
    *("reaction", "menu_button", "file_id", "callback_query_id", "action", "latitude", "longitude", "secret_token"),
)
VALUES: tuple[Any, ...] = (
    *("", "x", "[", "[[]]", "{}", '[{"text":1}]', "null", -1, 0, 2**70, 1.5, True, None, [], [[]], [None], {}),
    *({"type": 5}, {"inline_keyboard": [[5]]}, {"keyboard": [[None]]}, {"message_id": "x"}, [{"type": "bold"}]),
    *([{"command": 5, "description": []}], {"type": "chat", "chat_id": []}, "\ud800x".encode("utf-16", "ignore").hex()),
)
CHATS = (ASHA, SUPPORT, str(ASHA), "x", None)


def test_nonsense_gets_an_answer(shared_stage: Stage) -> None:
    chance = random.Random(7)
    methods = [name for name in known_methods() if name not in ("getupdates", "logout", "close")]
    for round_number in range(600):
        method = methods[round_number % len(methods)]
        params = {name: chance.choice(VALUES) for name in chance.sample(NAMES, 8)}
        params |= {"chat_id": chance.choice(CHATS), "message_id": chance.choice((1, 2, "x", None))}
        answer = shared_stage.bot.answer(method, **params)
        assert answer["ok"] or answer["error_code"] in (400, 403), (method, params, answer)
    assert shared_stage.bot("deleteWebhook")
    assert shared_stage.bot("getMe")["is_bot"]


def test_bodies_that_are_no_parameters(shared_stage: Stage) -> None:
    url = f"/bot{shared_stage.sandbox.token}/sendMessage"
    for kind, body in (("application/json", b"{"), ("application/json", b"[1]"), ("multipart/form-data", b"x")):
        answer = shared_stage.http.post(url, content=body, headers={"Content-Type": kind})
        assert (answer.status_code, answer.json()["ok"]) == (400, False)


def test_half_a_character_is_no_text(shared_stage: Stage) -> None:
    url = f"/bot{shared_stage.sandbox.token}/sendMessage"
    body = f'{{"chat_id": {ASHA}, "text": "half \\ud83d"}}'.encode()
    assert shared_stage.http.post(url, content=body, headers={"Content-Type": "application/json"}).status_code == 400
    assert shared_stage.asha.sees()
