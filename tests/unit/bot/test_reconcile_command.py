"""`yatri reconcile`: what it shows, and how scripts learn that something differs."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.__main__ import run_command
from bot.gateways.choosing import open_gateway
from bot.sandbox.running import RunningSandbox
from bot.settings import read_settings
from domain.ids import new_id
from domain.payments import LinkWish


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch, own_data: Path) -> Iterator[RunningSandbox]:
    """A gateway whose keys the settings know."""
    monkeypatch.setenv("YATRI_DATA_DIR", str(own_data / "data"))
    with RunningSandbox(data_dir=own_data / "sandbox") as running:
        known = running.settings
        monkeypatch.setenv("YATRI_RAZORPAY_URL", running.url)
        monkeypatch.setenv("YATRI_RAZORPAY_KEY_ID", known.razorpay_key_id)
        monkeypatch.setenv("YATRI_RAZORPAY_KEY_SECRET", known.razorpay_key_secret)
        monkeypatch.setenv("YATRI_RAZORPAY_WEBHOOK_SECRET", known.razorpay_webhook_secret)
        monkeypatch.setenv("YATRI_CLOCK_URL", running.url)
        monkeypatch.setenv("YATRI_BOT_TOKEN", running.token)
        yield running


def reconciled(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = run_command(["reconcile", "--json", *arguments])
    answer = capsys.readouterr()
    assert answer.out, answer.err
    return code, json.loads(answer.out)


def test_a_difference_is_shown_and_told_by_the_exit_code(
    sandbox: RunningSandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reconciled(capsys) == (0, since(1) | {"open": [], "finished": [], "troubles": [], "differences": []})
    stray(sandbox)
    code, told = reconciled(capsys, "--since", "today")
    assert code == 1
    (difference,) = told["differences"]
    assert (difference["kind"], difference["theirs"], difference["payment_id"]) == ("unknown", "77.00", "")
    assert run_command(["reconcile"]) == 1
    assert "1 differences" in capsys.readouterr().out


def since(days: int) -> dict[str, Any]:
    """The first day that was looked at."""
    india = timedelta(hours=5, minutes=30)
    return {"since": (datetime.now(UTC) + india - timedelta(days=days)).date().isoformat()}


def stray(sandbox: RunningSandbox) -> None:
    """₹77 for somebody else's link, six minutes ago."""
    now = datetime.now(UTC)
    link = open_gateway(read_settings(), lambda: now).create_link(
        LinkWish(
            reference_id=new_id(now),
            amount=Decimal(77),
            description="another program",
            expires_at=now + timedelta(minutes=30),
            customer_name="Ravi",
        )
    )
    form = {"method": "upi", "outcome": "success", "webhook": "never", "callback": "closed"}
    requests.post(link.url, data=form, timeout=5, headers={"Origin": sandbox.url}).raise_for_status()
    requests.post(f"{sandbox.url}/clock", json={"advance": 360}, timeout=5).raise_for_status()


def test_without_keys_it_says_so(
    sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("YATRI_BOT_TOKEN")
    for secret in ("KEY_ID", "KEY_SECRET", "WEBHOOK_SECRET"):
        monkeypatch.delenv(f"YATRI_RAZORPAY_{secret}")
    assert run_command(["reconcile"]) == 2
    assert "keys of the payment gateway" in capsys.readouterr().err
