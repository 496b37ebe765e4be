"""`yatri reconcile`: our payments against the gateway's, and what differs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table
from bot.commands.store import bot_clock, open_store

if TYPE_CHECKING:
    from domain.services.reconciling import ReconcilingService, Report

_COLUMNS = ["Differs", "At the gateway", "Payment", "Ours", "The gateway's"]


def reconcile(
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="Compare what the gateway took from this day on.")
    ] = "yesterday",
    as_json: AsJson = False,
) -> int:
    """Finish what is open past its time, compare our payments with the gateway's, and show what differs.

    A difference is never put right by itself: it is shown here and in the admin log. Exit code 1 if there is one, or if
    a payment could not be finished.
    """
    from bot.commands.answering import day_meant

    begins = day_meant(since, "--since")
    with _reconciling() as (reconciling, now):
        report = reconciling.report(_midnight(begins), now)
    if as_json:
        tell_json(_told(report, begins))
    else:
        _tell(report, begins)
    return 1 if report.differences or report.troubles else 0


def _told(report: "Report", begins: date) -> dict[str, Any]:
    differences = [
        {
            "kind": each.kind,
            "reference": each.reference,
            "payment_id": each.payment_id,
            "ours": each.ours,
            "theirs": each.theirs,
        }
        for each in report.differences
    ]
    lists = {"open": report.still_open, "finished": report.finished, "troubles": report.troubles}
    return {"since": begins, **{name: list(lines) for name, lines in lists.items()}, "differences": differences}


def _tell(report: "Report", begins: date) -> None:
    title = f"Since {begins:%a %d %b %Y}: {len(report.still_open)} open, {len(report.finished)} finished now"
    tell_table(f"{title}, {len(report.differences)} differences", [], [])
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
    """Over the store, beside the bot if one runs on the same data directory, and the gateway of the settings. Raises
    WrongArgument if these have no keys."""
    from bot.gateways.choosing import open_gateway
    from bot.settings import read_settings
    from domain.services.paying import PayingService
    from domain.services.reconciling import ReconcilingService
    from domain.services.refunding import RefundingService

    settings = read_settings()
    with bot_clock(settings) as clock:
        try:
            gateway = open_gateway(settings, clock.now)
        except ValueError:
            keys = "the keys of the payment gateway are not set (`yatri check` shows the settings)"
            raise WrongArgument(keys) from None
        with open_store(settings, create=settings.embedded) as store:
            units = store.units
            paying = PayingService(units, gateway)
            yield ReconcilingService(units, gateway, paying, RefundingService(units, gateway)), clock.now()
