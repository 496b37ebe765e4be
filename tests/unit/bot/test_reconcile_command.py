"""`yatri reconcile`: what it shows, and how scripts learn that something differs."""

import json
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.__main__ import run_command
from bot.gateways.choosing import open_gateway
from bot.processes import SandboxSecrets, beside, noted
from bot.sandbox.running import RunningSandbox
from bot.settings import read_settings
from domain.ids import new_id
from domain.payments import LinkWish

KEYS = ("URL", "KEY_ID", "KEY_SECRET", "WEBHOOK_SECRET")


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
    empty: dict[str, Any] = {"open": [], "finished": [], "troubles": [], "differences": [], "elsewhere": 0}
    assert reconciled(capsys, "--from", day(3), "--to", day(2)) == (0, {"from": day(3), "to": day(2)} | empty)
    stray(sandbox)
    code, told = reconciled(capsys)
    assert (told["from"], told["to"]) == (day(1), day(0))
    assert code == 1
    (difference,) = told["differences"]
    assert (difference["kind"], difference["theirs"], difference["payment_id"]) == ("unknown", "77.00", "")
    assert run_command(["reconcile", "--from", "today"]) == 1
    assert "1 differences" in capsys.readouterr().out


def day(ago: int) -> str:
    """So many days before today, in India."""
    india = timedelta(hours=5, minutes=30)
    return (datetime.now(UTC) + india - timedelta(days=ago)).date().isoformat()


@pytest.mark.parametrize(
    "arguments",
    [("--days", "2", "--from", "today"), ("--to", "today"), ("--from", "today", "--to", "yesterday"), ("--days", "0")],
)
def test_days_that_cannot_be_meant_are_refused(
    own_data: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["reconcile", *arguments]) == 2
    assert arguments[0] in capsys.readouterr().err


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
    for secret in KEYS[1:]:
        monkeypatch.delenv(f"YATRI_RAZORPAY_{secret}")
    assert run_command(["reconcile"]) == 2
    assert "keys of the payment gateway" in capsys.readouterr().err


def test_it_finds_the_sandbox_of_a_bot_that_runs_beside_it(
    sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stray(sandbox)
    known, settings = sandbox.settings, read_settings()
    for name in ("YATRI_BOT_TOKEN", "YATRI_CLOCK_URL", *(f"YATRI_RAZORPAY_{end}" for end in KEYS)):
        monkeypatch.delenv(name)
    agreed = SandboxSecrets(
        key_secret=known.razorpay_key_secret, webhook_secret=known.razorpay_webhook_secret, key_id=known.razorpay_key_id
    )
    note = settings.data_dir / "sandbox.json"
    settings.make_data_dir()
    with noted(settings, sandbox.url, agreed, "http://127.0.0.1:1"):
        assert stat.S_IMODE(note.stat().st_mode) == 0o600
        code, told = reconciled(capsys, "--days", "1")
        left_behind = note.read_text()
    assert (code, len(told["differences"])) == (1, 1)
    assert not note.exists()
    note.write_text(left_behind.replace(str(os.getpid()), "999999999"))  # as a killed bot leaves it
    assert beside(read_settings()) is None
