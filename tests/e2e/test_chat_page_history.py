"""The sandbox's chat page over time: what was said before, what was missed, and a clock that is moved."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
from playwright.sync_api import Browser, expect

from bot.sandbox.running import RunningSandbox
from tests.e2e.chatpage import ASHA, IN_A_BROWSER, Bot, ChatPage

pytestmark = IN_A_BROWSER

INDIA = ZoneInfo("Asia/Kolkata")


def test_older_messages_come_when_one_scrolls_up(page: ChatPage, bot: Bot, sandbox: RunningSandbox) -> None:
    words = {"user_id": ASHA, "text": "/start"}
    httpx.post(f"{sandbox.url}/page/chats/{ASHA}/send", json=words).raise_for_status()
    sent = [bot.say(ASHA, f"Train number {number}") for number in range(1, 91)]
    page.open(ASHA)
    expect(page.message(sent[-1])).to_be_in_viewport()
    expect(page.message(sent[0])).to_have_count(0)
    scroll_up = "document.querySelector('[data-testid=messages]').scrollTop = 0"
    page.page.evaluate(scroll_up)
    expect(page.message(sent[0])).to_have_count(1)
    page.page.evaluate(scroll_up)
    expect(page.message(sent[0])).to_be_in_viewport()
    bot.say(ASHA, "And one more")
    expect(page.part("to-bottom")).to_contain_text("1")
    expect(page.message(sent[0])).to_be_in_viewport()
    page.part("to-bottom").click()
    expect(page.part("messages").get_by_text("And one more")).to_be_in_viewport()
    expect(page.part("to-bottom")).to_be_hidden()


def test_the_clock_moves_forward_and_the_days_are_kept_apart(page: ChatPage, bot: Bot, sandbox: RunningSandbox) -> None:
    page.start(bot)
    before = sandbox_now(sandbox)
    page.part("clock-advance-900").click()
    expect(page.part("toast")).to_contain_text("The clock says")
    expect(page.part("clock-ahead")).to_have_text("15 min ahead of real time")
    page.part("clock-advance-86400").click()
    expect(page.part("clock-ahead")).to_have_text("1 d 15 min ahead of real time")
    assert sandbox_now(sandbox) - before >= timedelta(days=1, minutes=15)
    bot.say(ASHA, "Your train leaves today")
    days = page.part("messages").locator(".day")
    expect(days).to_have_text(["Yesterday", "Today"])
    target = (sandbox_now(sandbox) + timedelta(days=3)).astimezone(INDIA).replace(hour=6, minute=30)
    page.part("clock-to").fill(f"{target:%Y-%m-%dT%H:%M}")
    page.part("clock-go").click()
    expect(page.part("clock-now")).to_have_text(re.compile(r"^06:30:\d\d$"))
    expect(days.last).not_to_have_text("Today")


def sandbox_now(sandbox: RunningSandbox) -> datetime:
    return datetime.fromisoformat(httpx.get(f"{sandbox.url}/clock").json()["now"])


def test_what_was_said_while_the_line_was_down_is_there_afterwards(browser: Browser, tmp_path: Path) -> None:
    with RunningSandbox(data_dir=tmp_path, flood=False) as sandbox:
        page = ChatPage(browser, sandbox.url)
        page.start(Bot(sandbox))
        expect(page.part("connection")).to_have_text("Telegram on this computer")
        settings = sandbox.settings
    expect(page.part("connection")).to_have_text("Connecting…")
    page.say("Are you there?")
    page.sees("Not sent")
    with RunningSandbox(settings) as sandbox:
        bot = Bot(sandbox)
        bot.say(ASHA, "I am back")
        page.sees("I am back")
        expect(page.part("connection")).to_have_text("Telegram on this computer")
        assert bot.hears("message")["text"] == "/start", "never confirmed to the sandbox, so it is still to be had"
        page.page.get_by_role("button", name="Try again").click()
        assert bot.hears("message")["text"] == "Are you there?"
        expect(page.page.get_by_role("button", name="Try again")).to_have_count(0)
        page.context.close()
