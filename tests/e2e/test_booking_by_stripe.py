"""The whole way with Stripe: booked in the chat, paid on its checkout page, and the books agree afterwards."""

import json
import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from bot.__main__ import run_command
from tests.e2e.chatpage import ASHA, DESKTOP, IN_A_BROWSER, ChatPage
from tests.e2e.journeys import hold, is_booked, pay_page, register
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
        hold(chat, "new delhi to mumbai tomorrow", "12952 · 3A", "Asha 34 F lower")
        chat.newest("QR code").click()
        chat.sees("Scan this")
        pay = pay_page(chat)
        assert re.search("/pay/cs_test_", pay.url)
        pay.get_by_test_id("pay-card").click()
        pay.get_by_test_id("pay-submit").click()
        expect(pay.get_by_text("Your ticket is in the chat.")).to_be_visible()
        is_booked(chat)
        expect(chat.newest(" now")).to_have_count(0)
        assert chat.problems == []

        httpx.post(f"{yatri.url}/clock", json={"advance": 360}, timeout=5).raise_for_status()
        monkeypatch.setenv("YATRI_DATA_DIR", str(data_dir))
        assert run_command(["reconcile", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["differences"], told["elsewhere"], told["open"]) == ([], 0, [])
    assert not (data_dir / "sandbox.json").exists()
