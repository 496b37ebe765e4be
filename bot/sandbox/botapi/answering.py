"""answerCallbackQuery."""

from __future__ import annotations

from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.textspan import units


def answer_callback_query(call: Call) -> bool:
    """answerCallbackQuery: once, in time, with at most 200 UTF-16 units."""
    text, url = call.text("text"), call.text("url")
    if text and units(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not url.startswith(f"https://t.me/{call.world.profile.me['username']}?"):
        raise bad_request("URL_INVALID")
    tap = call.world.callbacks.answer(call.text("callback_query_id"), call.world.clock.now())
    answer = {"text": text or "", "show_alert": call.flag("show_alert"), "url": url}
    call.world.events.publish("callback_answer", id=tap["id"], user_id=tap["user_id"], **answer)
    return True


METHODS = {"answerCallbackQuery": answer_callback_query}
