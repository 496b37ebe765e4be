"""A new passenger books a train in a real browser, as the README promises; the steps are kept as screenshots."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.chatpage import ASHA, DESKTOP, IN_A_BROWSER, PHONE, RAVI, ChatPage
from tests.e2e.journeys import hold, hold_reviewed, is_booked, pay_page, register
from tests.e2e.yatri import RunningYatri

pytestmark = [*IN_A_BROWSER, pytest.mark.timeout(120)]


@pytest.fixture(scope="module")
def yatri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningYatri]:
    with RunningYatri(tmp_path_factory.mktemp("yatri") / "data") as running:
        yield running


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: YATRI_SCREENSHOTS, to look at them or to renew those of the README."""
    folder = Path(os.environ.get("YATRI_SCREENSHOTS", str(tmp_path)))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def photograph(page: Page, file: Path) -> None:
    page.wait_for_timeout(350)  # pictures and bubbles have come to rest
    page.screenshot(path=file)


def test_a_new_passenger_books_a_train(browser: Browser, yatri: RunningYatri, pictures: Path) -> None:
    chat = ChatPage(browser, yatri.url, DESKTOP)
    chat.open(ASHA)
    register(chat, "Asha Verma", "asha@example.com")
    photograph(chat.page, pictures / "chat.png")
    chat.say("new delhi to mumbai tomorrow")
    chat.sees("Choose train and class")
    photograph(chat.page, pictures / "trains.png")
    chat.newest("12952 · 3A").click()
    chat.sees("Who travels?")
    chat.say("Asha 34 F lower\nRavi 40 M")
    chat.sees("2. Ravi, 40, male")
    photograph(chat.page, pictures / "people.png")
    chat.newest("Done").click()
    chat.sees("Please check")
    photograph(chat.page, pictures / "review.png")
    hold_reviewed(chat)
    pay = pay_page(chat)
    expect(pay.get_by_test_id("pay-submit")).to_be_visible()
    photograph(pay, pictures / "pay.png")
    pay.get_by_test_id("pay-submit").click()
    expect(pay.get_by_text(re.compile("Paid"))).to_be_visible()
    is_booked(chat)
    expect(chat.part("messages").locator("img").last).to_be_visible()
    photograph(chat.page, pictures / "ticket.png")
    with chat.page.expect_download() as ticket:
        chat.part("messages").locator("a[download]").last.click()
    assert Path(ticket.value.path()).read_bytes().startswith(b"%PDF")
    assert chat.problems == []


def test_the_same_on_a_phone_from_the_wallets_point_of_view(
    browser: Browser, yatri: RunningYatri, pictures: Path
) -> None:
    """A failed payment first, then the same link again: the berths are still held. Of the money nobody tells, neither
    the gateway nor the browser, and nobody taps: the bot asks by itself."""
    chat = ChatPage(browser, yatri.url, PHONE, "dark")
    chat.open(RAVI)
    register(chat, "Ravi Kumar", "ravi@example.com")
    hold(chat, "howrah to new delhi tomorrow", "SL", "Ravi 40 M")
    assert chat.width() <= PHONE[0]
    pay = pay_page(chat)
    pay.get_by_test_id("outcome-fail").click()
    pay.get_by_test_id("pay-submit").click()
    expect(pay.get_by_test_id("pay-submit")).to_be_visible()
    pay.get_by_test_id("outcome-success").click()
    pay.get_by_test_id("webhook-never").click()
    pay.get_by_test_id("callback-closed").click()
    pay.get_by_test_id("pay-submit").click()
    expect(pay.get_by_text("The browser was closed here")).to_be_visible()
    httpx.post(f"{yatri.url}/clock", json={"advance": 17 * 60}, timeout=5).raise_for_status()
    is_booked(chat)
    photograph(chat.page, pictures / "phone.png")
    assert chat.problems == []
