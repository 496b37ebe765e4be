"""The sandbox's chat page on narrow and wide windows, light and dark, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from bot.sandbox.running import RunningSandbox
from tests.e2e.chatpage import ASHA, IN_A_BROWSER, PHONE, SUPPORT, Bot, ChatPage

pytestmark = IN_A_BROWSER

# Contrast of text and ground by WCAG 2: 4.5 is enough for small letters.
_CONTRAST = """node => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = node;
  while (ground && (parts(getComputedStyle(ground).backgroundColor)[3] ?? 1) < 0.5) ground = ground.parentElement;
  const [a, b] = [getComputedStyle(node).color, getComputedStyle(ground).backgroundColor].map(light);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


@pytest.fixture
def phone(browser: Browser, sandbox: RunningSandbox) -> Iterator[ChatPage]:
    opened = ChatPage(browser, sandbox.url, PHONE)
    yield opened
    opened.context.close()
    assert opened.problems == []


def test_a_phone_shows_the_list_or_one_chat_and_never_scrolls_sideways(phone: ChatPage, bot: Bot) -> None:
    phone.open()
    expect(phone.part("composer")).to_be_hidden()
    assert phone.width() <= PHONE[0]
    phone.part(f"chat-item-{ASHA}").click()
    expect(phone.part("chat-list")).to_be_hidden()
    phone.part("start").click()
    bot.hears("message")
    rows = [[{"text": f"A rather long button {i}-{j}", "callback_data": "x"} for j in range(3)] for i in range(2)]
    bot.say(ASHA, "Vizianagaram" * 20 + "<pre>" + "x" * 200 + "</pre>", rows)
    bot.say(ASHA, "Choose", reply_markup={"keyboard": [[{"text": "From here to there, please"}] * 4]})
    phone.sees("Choose")
    assert phone.width() <= PHONE[0]
    phone.part("clock-chip").click()
    phone.part("clock-advance-60").click()
    phone.page.get_by_role("button", name="Done").click()
    phone.part("back").click()
    expect(phone.part("chat-list")).to_be_visible()
    expect(phone.part("clock-ahead")).to_have_text("1 min ahead of real time")
    phone.open(SUPPORT)
    expect(phone.part("topic-tabs")).to_be_visible()
    assert phone.width() <= PHONE[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_out_from_their_ground(browser: Browser, sandbox: RunningSandbox, bot: Bot, scheme: str) -> None:
    page = ChatPage(browser, sandbox.url, scheme=scheme)
    page.start(bot)
    bot.say(ASHA, "Write to a@example.org, or press /help", [[{"text": "Yes", "callback_data": "y"}]])
    page.sees("press /help")
    names = (".text", ".meta", ".link", ".inline-button", ".chat-title", ".chat-time", ".sandbox-note", ".small-button")
    for name in (*names, ".day .pill", ".head-state", ".phone-of", ".own .meta", ".own .link", ".clock-ahead"):
        assert page.page.locator(name).first.evaluate(_CONTRAST) >= 4.5, (scheme, name)
    page.context.close()


def test_the_chosen_theme_stays(page: ChatPage) -> None:
    page.open(ASHA)
    root = page.page.locator("html")
    expect(root).to_have_attribute("data-theme", "light")
    page.part("theme").click()
    expect(root).to_have_attribute("data-theme", "dark")
    page.page.reload()
    expect(root).to_have_attribute("data-theme", "dark")


def test_everything_can_be_done_by_keyboard(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    keyboard = page.page.keyboard
    sent = bot.say(ASHA, "Which?", [[{"text": "One", "callback_data": "1"}, {"text": "Two", "callback_data": "2"}]])
    expect(page.message(sent)).to_be_visible()
    page.button("One").focus()
    keyboard.press("Tab")
    expect(page.button("Two")).to_be_focused()
    keyboard.press("Enter")
    assert bot.hears("callback_query")["data"] == "2"
    page.part("attach").focus()
    keyboard.press("Enter")
    keyboard.press("ArrowDown")
    expect(page.part("attach-file")).to_be_focused()
    keyboard.press("Escape")
    expect(page.part("attach")).to_be_focused()
    nameless = "[...document.querySelectorAll('button, a, input, textarea, select')].filter(one => !one.ariaLabel"
    nameless += " && !one.textContent.trim() && !one.closest('label') && !one.ariaHidden).length"
    assert page.page.evaluate(nameless) == 0
