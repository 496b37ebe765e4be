"""`yatri outbox`: news that wait to be sent, are being sent, or were given up."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table
from bot.commands.store import bot_clock, open_store

if TYPE_CHECKING:
    from domain.notifications import Notification
    from domain.ports import Units

_SOON = timedelta(days=1)  # what is due later than that is left out
_COLUMNS = ["Notification", "User", "Type", "Title", "State", "Due (UTC)", "Tries", "Why not"]


def outbox(
    dead: Annotated[bool, typer.Option("--dead", help="Only what was given up.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Only what should have been sent by now.")] = False,
    retry: Annotated[str, typer.Option("--retry", metavar="ID", help="Put one that was given up back.")] = "",
    limit: Annotated[int, typer.Option(help="The most to be shown.", min=1, max=10_000)] = 100,
    as_json: AsJson = False,
) -> None:
    """Show the news of the next day that are due, under way or waiting, and those that were given up."""
    with _units() as (units, now):
        if retry:
            _put_back(units, retry, now, as_json)
            return
        found = _found(units, now, limit, dead=dead, due=due)
    if as_json:
        tell_json({"now": now, "notifications": [_row(each, now) for each in found]})
        return
    counts: dict[str, int] = {}
    for each in found:
        counts[_state(each, now)] = counts.get(_state(each, now), 0) + 1
    title = ", ".join(f"{count} {state}" for state, count in counts.items()) or "Nothing waits."
    tell_table(title, _COLUMNS, [[str(value) for value in _row(each, now).values()] for each in found], (6,))


def _found(units: "Units", now: datetime, limit: int, *, dead: bool, due: bool) -> "list[Notification]":
    with units() as work:
        waiting = [] if dead else work.notifications.due(now if due else now + _SOON, limit)
        given_up = [] if due else work.notifications.dead(limit)
    return [*given_up, *waiting][:limit]  # a long line must not hide what needs a hand


def _put_back(units: "Units", notif_id: str, now: datetime, as_json: bool) -> None:
    """Raises WrongArgument."""
    with units() as work:
        found = next((each for each in work.notifications.dead(10_000) if each.notif_id == notif_id), None)
        if found is None or not work.notifications.revive(found, now):
            raise WrongArgument(f"ID: nothing that was given up is called {notif_id!r}")
    if as_json:
        tell_json({"retried": notif_id})
    else:
        tell_table(f"{notif_id} will be tried again.", [], [])


def _row(notification: "Notification", now: datetime) -> dict[str, Any]:
    return {
        "notif_id": notification.notif_id,
        "user_id": notification.user_id,
        "type": notification.type.value,
        "title": notification.title,
        "state": _state(notification, now),
        "due_at": f"{notification.due_at:%Y-%m-%d %H:%M:%S}" if notification.due_at else "",
        "tries": notification.attempts,
        "failure": notification.failure,
    }


def _state(notification: "Notification", now: datetime) -> str:
    """As people say it."""
    if notification.failed_at:
        return "dead"
    if notification.claimed_until and notification.claimed_until > now:
        return "under way"
    if notification.due_at and notification.due_at <= now:
        return "due"
    return "to be tried again" if notification.attempts else "waiting"


@contextmanager
def _units() -> "Iterator[tuple[Units, datetime]]":
    """The store, beside the bot if one runs on the same data directory, and the time by the bot's clock."""
    from bot.settings import read_settings

    settings = read_settings()
    with bot_clock(settings) as clock, open_store(settings) as store:
        yield store.units, clock.now()
