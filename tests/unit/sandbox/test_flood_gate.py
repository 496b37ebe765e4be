"""The limits on a bot's speed, without a server in between."""

from __future__ import annotations

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.flood import BURST, OVERALL, FloodGate


def test_thirty_a_second_over_all_chats() -> None:
    gate = FloodGate(enabled=True)
    for chat_id in range(1, OVERALL + 1):
        gate.check(chat_id)
    with pytest.raises(ApiError, match=r"retry after 1$"):
        gate.check(OVERALL + 1)


def test_a_burst_in_one_chat() -> None:
    gate = FloodGate(enabled=True)
    for _ in range(BURST):
        gate.check(1)
    with pytest.raises(ApiError) as refused:
        gate.check(1)
    assert refused.value.as_json()["parameters"] == {"retry_after": 1}


def test_what_is_refused_is_not_counted() -> None:
    gate = FloodGate(enabled=True)
    with pytest.raises(ApiError):
        gate.check(1, messages=BURST + 1)
    gate.check(1, messages=BURST)


def test_it_can_be_switched_off() -> None:
    gate = FloodGate(enabled=False)
    gate.check(1, messages=10_000)
