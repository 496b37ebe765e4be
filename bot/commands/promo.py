"""`yatri promo`: codes that put rupees into the wallets of those who type them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.numbers import number_meant
from bot.commands.refusals import by_key, refusals
from bot.commands.speaking import AsJson, tell_help, tell_json, tell_table
from bot.commands.store import open_store

if TYPE_CHECKING:
    from domain.promos import Promo
    from domain.services.promos import PromoService

app = typer.Typer(help="Promo codes: make them, see them, end them.", rich_markup_mode=None)
app.callback(invoke_without_command=True)(tell_help)
Code = Annotated[str, typer.Argument(metavar="CODE", help="4 to 20 letters, digits and dashes.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it, for the admin log.")]
_COLUMNS = ["Code", "Rupees", "From", "Until", "Uses", "Of", "Made by", ""]
_WRONG = {
    "promo-unreadable": "CODE: use 4 to 20 letters A to Z, digits and dashes",
    "promo-there-already": "CODE: there is such a code already",
    "promo-unknown": "CODE: there is no such code",
    "promo-not-possible": "--amount, --uses, --from or --until: a code gives more than 0 and at most 10,000 rupees, "
    "to 1 user or more, on days that are not all over",
}


@app.command()
def add(
    code: Code,
    amount: Annotated[str, typer.Option("--amount", metavar="RUPEES", help="For each who types it.")],
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Its last day, in India.")],
    uses: Annotated[int, typer.Option("--uses", metavar="COUNT", help="How many users may have it; each once.")],
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="Its first day, in India.")] = "today",
    by: By = "command line",
    as_json: AsJson = False,
) -> None:
    """Make a code."""
    from bot.commands.answering import day_meant

    days = day_meant(first, "--from"), day_meant(until, "--until")
    with _service() as promos:
        rupees = number_meant(amount, "--amount", "number of rupees")
        made = promos.make(code, rupees, *days, uses, by, datetime.now(UTC))
    _tell([made], as_json)


@app.command("list")
def show(as_json: AsJson = False) -> None:
    """Show all codes, and how often they have been used."""
    with _service() as promos:
        found = promos.all()
    _tell(found, as_json)


@app.command()
def end(code: Code, by: By = "command line", as_json: AsJson = False) -> None:
    """End a code before its time; who has had it keeps the money."""
    with _service() as promos:
        ended = promos.close(code, by, datetime.now(UTC))
    _tell([ended], as_json)


def _tell(promos: "list[Promo]", as_json: bool) -> None:
    if as_json:
        tell_json([_json(promo) for promo in promos])
        return
    tell_table("" if promos else "No codes yet.", _COLUMNS, list(map(_row, promos)), (1, 4, 5))


def _row(promo: "Promo") -> list[str]:
    ended = "ended" if promo.closed else ""
    told = (promo.code, f"{promo.amount:f}", promo.first, promo.last, promo.uses, promo.limit, promo.made_by, ended)
    return list(map(str, told))


def _json(promo: "Promo") -> dict[str, Any]:
    days = {"from": promo.first, "until": promo.last}
    counts = {"amount": promo.amount, "uses": promo.uses, "limit": promo.limit}
    return {"code": promo.code, **counts, **days, "made_by": promo.made_by, "ended": promo.closed}


@contextmanager
def _service() -> "Iterator[PromoService]":
    """Over the store, beside the bot if one runs; what it refuses is a WrongArgument."""
    from domain.services.promos import PromoService

    with open_store() as store, refusals(by_key(_WRONG)):
        yield PromoService(store.units)
