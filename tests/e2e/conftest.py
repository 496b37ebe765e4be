"""What the tests in a browser start with."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from bot.sandbox.running import RunningSandbox
from tests.aside import aside
from tests.e2e.chatpage import Bot, ChatPage, chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[RunningSandbox]:
    running = RunningSandbox(data_dir=tmp_path, flood=False)
    yield running
    aside(running.close)


@pytest.fixture
def bot(sandbox: RunningSandbox) -> Bot:
    return Bot(sandbox)


@pytest.fixture
def page(browser: Browser, sandbox: RunningSandbox) -> Iterator[ChatPage]:
    opened = ChatPage(browser, sandbox.url)
    yield opened
    opened.context.close()
    assert opened.problems == []


@pytest.fixture
def picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 40), "#1b6fb5").save(drawn, "PNG")
    return drawn.getvalue()
