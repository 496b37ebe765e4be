"""`yatri check`: what is configured (secrets hidden), and whether it can be reached."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import typer

from bot.commands.speaking import AsJson, note, tell_json, tell_table

if TYPE_CHECKING:
    from bot.settings import Settings

_STARTED = "the sandbox, started by `yatri run`"


@dataclass(frozen=True)
class Finding:
    """One thing that Yatri needs; `ok` is None where there is nothing to reach."""

    what: str
    configured: str
    ok: bool | None = None
    detail: str = ""


def check(as_json: AsJson = False) -> None:
    """Show what is configured, secrets hidden, and try to reach it; exit code 1 if something is not there."""
    import os

    from bot.settings import own_variables, read_settings, unknown_variables

    settings = read_settings()
    for line in unknown_variables(os.environ):
        note(line)
    findings = [_telegram(settings), _gateway(settings), *_store(settings)]
    shown = {name: _shown(settings, field) for name, field in own_variables().items()}
    if as_json:
        tell_json({"settings": shown, "findings": [asdict(finding) for finding in findings]})
    else:
        given = [[name, value] for name, value in shown.items() if value]
        tell_table("Settings", ["Variable", "Value"], given)
        words = {True: "reachable", False: "NOT reachable", None: ""}
        rows = [[found.what, found.configured, words[found.ok], found.detail] for found in findings]
        tell_table("Parts", ["Part", "Configured", "State", ""], rows)
    if any(finding.ok is False for finding in findings):
        raise typer.Exit(1)


def _shown(settings: "Settings", name: str) -> str:
    from pydantic import SecretStr

    value = getattr(settings, name)
    if settings.sandboxed and name in ("telegram_api", "razorpay_url", "stripe_url"):
        return "the sandbox"
    if value is None:
        return ""
    return "set, hidden" if isinstance(value, SecretStr) else str(value)


def _tried(what: str, configured: str, attempt: Callable[[], str]) -> Finding:
    """The finding with what the attempt told, or with what it raised."""
    from bot.logs import redacted

    try:
        return Finding(what, configured, True, attempt())
    except Exception as error:
        return Finding(what, configured, False, redacted(str(error) or type(error).__name__))


def _telegram(settings: "Settings") -> Finding:
    if settings.sandboxed:
        return Finding("Telegram", _STARTED)

    def attempt() -> str:
        import asyncio

        from bot.telegram_calls import connect

        token = settings.bot_token.get_secret_value() if settings.bot_token else ""
        bot = connect(token, settings.telegram_api, local=settings.telegram_api.startswith("http://"))

        async def greet() -> str:
            async with bot:
                return f"@{bot.username}"

        return asyncio.run(greet())

    how = f"webhook at {settings.webhook_url}" if settings.webhook_url else "polling"
    return _tried("Telegram", f"{settings.telegram_api}, {how}", attempt)


def _gateway(settings: "Settings") -> Finding:
    if settings.sandboxed:
        return Finding("Payments", _STARTED)
    where = settings.stripe_url if settings.gateway == "stripe" else settings.razorpay_url

    def attempt() -> str:
        from datetime import UTC, datetime

        from bot.gateways.choosing import open_gateway

        now = datetime.now(UTC)
        open_gateway(settings, lambda: now).payments_between(now, now)
        return "key accepted"

    return _tried("Payments", where, attempt)


def _store(settings: "Settings") -> list[Finding]:
    from bot.engine import storage_of
    from storage.catalogue import CatalogueStore
    from storage.client import connect
    from storage.tables import show_tables

    where = settings.dynamodb_endpoint or settings.dynamodb_region or f"embedded, in {settings.data_dir}"

    def tables() -> str:
        missing = [table.name for table in show_tables(client, storage) if table.status == "MISSING"]
        return f"tables missing: {len(missing)} (`yatri tables create`)" if missing else "all tables there"

    def timetable() -> str:
        info = CatalogueStore(client, storage).current()
        return f"{info.source}: {info.stations:,} stations, {info.trains:,} trains" if info else "none imported yet"

    if settings.embedded and not (settings.data_dir / "engine").exists():
        return [Finding("DynamoDB", where, None, "made at the first `yatri run`")]
    with storage_of(settings, join=True) as storage:
        client = connect(storage)
        found = _tried("DynamoDB", where, tables)
        return [found, _tried("Timetable", "", timetable)] if found.detail == "all tables there" else [found]
