"""`yatri reconcile`: our payments against the gateway's, and what differs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table
from bot.commands.store import bot_clock, open_store

if TYPE_CHECKING:
    from domain.services.reconciling import ReconcilingService, Report

_COLUMNS = ["Differs", "At the gateway", "Payment", "Ours", "The gateway's"]
_MOST_DAYS = 366
_NO_KEYS = (
    "the keys of the payment gateway are not set (`yatri check` shows the settings), and no `yatri run` goes on in a "
    "sandbox on this data directory"
)


def reconcile(
    first: Annotated[
        str, typer.Option("--from", "--since", metavar="DATE", help="Compare from this day on; yesterday, if not told.")
    ] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Up to the end of this day; to now, if not.")] = "",
    days: Annotated[
        int | None, typer.Option("--days", metavar="COUNT", min=1, max=_MOST_DAYS, help="So many days, with today.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Finish what is open past its time, compare our payments with the gateway's, and show what differs.

    Both ways: what the gateway took or sent back and we do not know, and what we have and the gateway lacks or tells
    otherwise. A difference is never put right by itself: it is shown here and in the admin log. Exit code 1 if there is
    one, or if a payment could not be finished. Beside a `yatri run` in the sandbox it asks the sandbox.
    """
    if days and (first or last):
        raise WrongArgument("choose either --days, or --from and --to")
    wished = _wished(first, last)
    with _reconciling() as (reconciling, now):
        begins, ends = _days(*wished, days or 2, now)
        report = reconciling.report(_midnight(begins), now, _midnight(ends + timedelta(days=1)))
    if as_json:
        tell_json(_told(report, begins, ends))
    else:
        _tell(report, begins, ends)
    return 1 if report.differences or report.troubles else 0


def _wished(first: str, last: str) -> tuple[date | None, date | None]:
    """The days that are told. Raises WrongArgument."""
    from bot.commands.answering import day_meant

    if last and not first:
        raise WrongArgument("--to: from which day on is told by --from")
    begins, ends = day_meant(first, "--from") if first else None, day_meant(last, "--to") if last else None
    if begins and ends and begins > ends:
        raise WrongArgument(f"--from: {begins} is after {ends}")
    return begins, ends


def _days(first: date | None, last: date | None, count: int, now: datetime) -> tuple[date, date]:
    """The first and the last day, in India; of days that are not told, today is the last and `count` how many."""
    from domain.railtime import today

    ends = last or today(now)
    return first or ends - timedelta(days=count - 1), ends


def _told(report: "Report", begins: date, ends: date) -> dict[str, Any]:
    differences = [asdict(each) for each in report.differences]
    lists = {"open": report.still_open, "finished": report.finished, "troubles": report.troubles}
    counted = {"differences": differences, "elsewhere": report.elsewhere}
    return {"from": begins, "to": ends, **{name: list(lines) for name, lines in lists.items()}, **counted}


def _tell(report: "Report", begins: date, ends: date) -> None:
    title = f"{begins:%a %d %b %Y} to {ends:%a %d %b %Y}: {len(report.still_open)} open"
    title += f", {len(report.finished)} finished now, {len(report.differences)} differences"
    tell_table(title, [], [])
    if report.elsewhere:
        tell_table(f"{report.elsewhere} not compared: they were paid through another gateway", [], [])
    for name, lines in (("finished", report.finished), ("open", report.still_open), ("trouble", report.troubles)):
        if lines:
            tell_table("", [name.capitalize()], [[line] for line in lines])
    rows = [[each.kind, each.reference, each.payment_id, each.ours, each.theirs] for each in report.differences]
    tell_table("", _COLUMNS, rows, (3, 4))


def _midnight(day: date) -> datetime:
    from domain.railtime import INDIA

    return datetime.combine(day, time(), INDIA)


@contextmanager
def _reconciling() -> "Iterator[tuple[ReconcilingService, datetime]]":
    """Over the store, beside the bot if one runs on the same data directory, and the gateway of the settings; where
    these name none, that of the sandbox in which the bot runs. Raises WrongArgument if there is neither."""
    from bot.gateways.choosing import open_gateway
    from bot.processes import beside
    from bot.settings import read_settings
    from domain.services.comparing import Comparing
    from domain.services.paying import PayingService
    from domain.services.reconciling import ReconcilingService
    from domain.services.refunding import RefundingService

    settings = read_settings()
    if settings.sandboxed:
        settings = beside(settings) or settings
    with bot_clock(settings) as clock:
        try:
            gateway = open_gateway(settings, clock.now)
        except ValueError:
            raise WrongArgument(_NO_KEYS) from None
        with open_store(settings, create=settings.embedded) as store:
            units = store.units
            paying = PayingService(units, gateway)
            comparing = Comparing(units, gateway, paying, RefundingService(units, gateway))
            yield ReconcilingService(units, gateway, paying, comparing), clock.now()
