"""A passenger at the sandbox's chat page, in a real browser; and a bot that a test plays by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.sandbox.running import RunningSandbox

ASHA, RAVI, MEERA, NEHA = 600_000_001, 600_000_002, 600_000_003, 600_000_004
SUPPORT = -1_001_000_000_001
DESKTOP, PHONE = (1280, 860), (360, 740)
CHROMIUM = shutil.which("chromium")
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed (apt-get install chromium)"),
]
_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless chromium for one module's tests: while it is open, `asyncio.run` cannot be used in this thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_ARGUMENTS))
        yield browser
        browser.close()


class Bot:
    """The Bot API over HTTP."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self._http = httpx.Client(base_url=f"{sandbox.url}/bot{sandbox.token}", timeout=15)
        self._offset = 0

    def call(self, method: str, **parameters: Any) -> Any:
        """The result of a method. Raises AssertionError with Telegram's words."""
        answer = self.refusable(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    def refusable(self, method: str, **parameters: Any) -> Any:
        """The whole answer of a method, an error too."""
        return self._http.post(f"/{method}", json=parameters).json()

    def upload(self, method: str, field: str, file: tuple[str, bytes, str], **parameters: Any) -> Any:
        """Send a file by multipart form."""
        answer = self._http.post(f"/{method}", data=parameters, files={field: file}).json()
        assert answer["ok"], answer
        return answer["result"]

    def say(self, chat: int, text: str, keyboard: Any = None, **parameters: Any) -> Any:
        """Send HTML text, with an inline keyboard of rows of buttons."""
        if keyboard is not None:
            parameters["reply_markup"] = {"inline_keyboard": keyboard}
        return self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", **parameters)

    def hears(self, kind: str) -> Any:
        """The next update, which must be of this kind."""
        updates = self.call("getUpdates", offset=self._offset, timeout=10, limit=1)
        assert updates, f"no {kind} came"
        self._offset = updates[0]["update_id"] + 1
        assert kind in updates[0], updates[0]
        return updates[0][kind]


class ChatPage:
    """What a person does on the page, and sees there."""

    def __init__(self, browser: Browser, url: str, size: tuple[int, int] = DESKTOP, scheme: str = "light") -> None:
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        self.url = url
        self.problems: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(8_000)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda line: self.problems.append(line.text) if line.type == "error" else None)

    def open(self, chat: int | None = None, topic: int | None = None) -> None:
        """Go to a chat by its address."""
        words = "" if chat is None else f"#chat={chat}" + ("" if topic is None else f"&topic={topic}")
        self.page.goto(f"{self.url}/{words}")

    def start(self, bot: Bot, chat: int = ASHA) -> None:
        """Open a chat in which nothing was said yet, and press Start."""
        self.open(chat)
        self.part("start").click()
        assert bot.hears("message")["text"] == "/start"

    def part(self, name: str) -> Locator:
        """The part of the page with this test id."""
        return self.page.get_by_test_id(name)

    def message(self, message: Any) -> Locator:
        """The bubble of a message, given as the Bot API returned it."""
        return self.part(f"message-{message['message_id']}")

    def button(self, text: str) -> Locator:
        """The newest inline button with this text."""
        return self.page.locator(f'[data-testid="inline-button"][data-text="{text}"]').last

    def newest(self, words: str) -> Locator:
        """The newest inline button that has these words among others."""
        return self.page.locator('[data-testid="inline-button"]').filter(has_text=words).last

    def answer(self, text: str) -> Locator:
        """The button of the reply keyboard with this text."""
        return self.page.locator(f'[data-testid="reply-button"][data-text="{text}"]')

    def say(self, text: str) -> None:
        """Type and send."""
        self.part("composer").fill(text)
        self.part("composer").press("Enter")

    def reply(self, words: str, text: str) -> None:
        """Type and send it as a reply to the newest message that has these words."""
        self.page.locator("article[data-id]").filter(has_text=words).last.click(button="right")
        self.part("action-reply").click()
        self.say(text)

    def sees(self, text: str) -> None:
        """Wait until the conversation shows this."""
        expect(self.part("messages")).to_contain_text(text)

    def width(self) -> int:
        """How wide the page is; more than the window means that it scrolls sideways."""
        return int(self.page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"))
