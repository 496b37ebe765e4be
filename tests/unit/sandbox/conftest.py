"""A stage for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.running import RunningSandbox
from tests.aside import aside
from tests.unit.sandbox.clients import Stage
from tests.unit.sandbox.merchant import Merchant, WebhookListener


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A new sandbox without flood limits."""
    opened = Stage.open(tmp_path, flood=False)
    yield opened
    aside(opened.sandbox.close)


@pytest.fixture(scope="module")
def shared_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One sandbox for a whole table of cases that do not disturb each other."""
    opened = Stage.open(tmp_path_factory.mktemp("sandbox"), flood=False)
    yield opened
    aside(opened.sandbox.close)


@pytest.fixture
def listener() -> Iterator[WebhookListener]:
    """Hears the webhooks of `merchant`."""
    listener = WebhookListener()
    yield listener
    listener.close()


@pytest.fixture
def merchant(tmp_path: Path, listener: WebhookListener) -> Iterator[Merchant]:
    """A shop at a sandbox of its own."""
    sandbox = RunningSandbox(data_dir=tmp_path, razorpay_webhook_url=listener.url)
    yield Merchant(sandbox.settings)
    aside(sandbox.close)
