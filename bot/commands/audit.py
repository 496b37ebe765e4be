"""`yatri audit`: does everything that is stored agree? Wallets, ledgers, payments, tickets and berths."""

import time
from datetime import UTC, datetime

import typer

from bot.commands.speaking import AsJson, tell_json, tell_table
from bot.commands.store import open_store

_PAUSE_SECONDS = 0.25  # between two looks at what seems wrong


def audit(as_json: AsJson = False) -> None:
    """Check the whole database: every balance against its ledger, every payment, refund, promo code, withdrawal, ticket
    and berth against what belongs to it.

    It reads whole tables and changes nothing; a bot may run beside it. Exit code 1 if anything differs, and every
    difference is named with its rows.
    """
    from domain.services.auditing import Auditing
    from storage.audit import Books

    with open_store(create=False) as store:
        books = Books(store.client, store.storage)
        auditing = Auditing(store.units, books, lambda: time.sleep(_PAUSE_SECONDS))
        found = list(auditing.run(datetime.now(UTC)))
    if as_json:
        told = [{"rule": one.rule.value, "rows": list(one.rows), "words": one.words} for one in found]
        tell_json({"clean": not found, "differences": told})
    else:
        title = f"Differences: {len(found)}" if found else "Everything agrees."
        tell_table(title, ["Rule", "Rows", "What differs"], [[d.rule, "\n".join(d.rows), d.words] for d in found])
    if found:
        raise typer.Exit(1)
