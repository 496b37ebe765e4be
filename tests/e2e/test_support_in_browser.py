"""Passenger and desk side by side in a real browser: a ticket is opened, answered in its topic, and closed."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.chatpage import ASHA, IN_A_BROWSER, SUPPORT, ChatPage
from tests.e2e.journeys import register
from tests.e2e.yatri import RunningYatri, until

pytestmark = [*IN_A_BROWSER, pytest.mark.timeout(120)]


@pytest.fixture
def yatri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningYatri]:
    with RunningYatri(tmp_path_factory.mktemp("yatri") / "data") as running:
        yield running


def topics(yatri: RunningYatri) -> list[dict[str, object]]:
    """The topics of the staff group."""
    chats = httpx.get(f"{yatri.url}/page/state", timeout=10).json()["chats"]
    found: list[dict[str, object]] = next(chat["topics"] for chat in chats if chat["id"] == SUPPORT)
    return found


def test_a_passenger_and_the_desk_talk_about_a_refund(browser: Browser, yatri: RunningYatri) -> None:
    asha = ChatPage(browser, yatri.url)
    asha.open(ASHA)
    register(asha, "Asha Verma", "asha@example.com")
    asha.say("/support My refund has not come")
    asha.sees("What is it about?")
    asha.newest("A refund").click()
    asha.sees("You are writing with support")
    assert until(lambda: bool(topics(yatri)))
    topic = topics(yatri)[0]
    desk = ChatPage(browser, yatri.url)
    desk.open(SUPPORT, int(str(topic["id"])))
    desk.sees("My refund has not come")
    desk.sees("Asha Verma · +9198")
    desk.say("Which booking is it?")
    asha.sees("Neha · Yatri support")
    asha.sees("Which booking is it?")
    asha.say("The one of yesterday")
    desk.sees("The one of yesterday")
    desk.say("// look at the ledger first")
    desk.newest("Close").click()
    asha.sees("Support has closed")
    expect(asha.part("messages")).not_to_contain_text("ledger")
    asha.newest("5 ★").click()
    asha.sees("add a word")
    assert until(lambda: bool(topics(yatri)[0]["closed"]))
    desk.sees("★★★★★")
    assert asha.problems == desk.problems == []
