"""The whole way with Stripe: booked in the chat, paid on its checkout page, and the books agree afterwards."""

import json
import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from bot.__main__ import run_command
from tests.e2e.chatpage import ASHA, DESKTOP, IN_A_BROWSER, ChatPage
from tests.e2e.test_booking_in_browser import newest, register
from tests.e2e.yatri import RunningYatri

pytestmark = [*IN_A_BROWSER, pytest.mark.timeout(120)]


def test_a_ticket_is_paid_on_stripes_page_and_comes_by_itself(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data_dir = tmp_path / "data"
    with RunningYatri(data_dir, YATRI_GATEWAY="stripe") as yatri:
        chat = ChatPage(browser, yatri.url, DESKTOP)
        chat.open(ASHA)
        register(chat, "Asha Verma", "asha@example.com")
        chat.say("new delhi to mumbai tomorrow")
        chat.sees("Choose train and class")
        newest(chat, "12952 · 3A").click()
        chat.sees("Who travels?")
        chat.say("Asha 34 F lower")
        newest(chat, "Done").click()
        newest(chat, "Pay ₹").click()
        chat.sees("Your berths are held until")
        with chat.context.expect_page() as opened:
            newest(chat, " now").click()
        pay = opened.value
        assert re.search("/pay/cs_test_", pay.url)
        pay.get_by_test_id("pay-card").click()
        pay.get_by_test_id("pay-submit").click()
        expect(pay.get_by_text("Your ticket is in the chat.")).to_be_visible()
        chat.sees("Booked and paid")
        chat.sees("The same as PDF")
        assert chat.problems == []

        httpx.post(f"{yatri.url}/clock", json={"advance": 360}, timeout=5).raise_for_status()
        monkeypatch.setenv("YATRI_DATA_DIR", str(data_dir))
        assert run_command(["reconcile", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["differences"], told["elsewhere"], told["open"]) == ([], 0, [])
    assert not (data_dir / "sandbox.json").exists()
