"""`yatri tables`: make the tables, see how they stand, and list the names of users from before they were listed."""

import dataclasses

import typer

from bot.commands.speaking import AsJson, note, tell_help, tell_json, tell_table
from bot.commands.store import open_store

app = typer.Typer(help="The DynamoDB tables: make them, see them.", rich_markup_mode=None)
app.callback(invoke_without_command=True)(tell_help)


@app.command()
def create(as_json: AsJson = False) -> None:
    """Make the tables and indexes that are missing; running it again changes nothing."""
    _report(make=True, as_json=as_json)


@app.command()
def show(as_json: AsJson = False) -> None:
    """Show the tables with their status, items and indexes."""
    _report(make=False, as_json=as_json)


@app.command()
def names(as_json: AsJson = False) -> None:
    """Let the desk find users by name who were stored before it could; running it again changes nothing."""
    from domain.services.listing_names import list_names

    with open_store() as store:
        users, listed = list_names(store.units)
    if as_json:
        tell_json({"users": users, "listed": listed})
        return
    tell_table("", ["Users", "Found by name from now on"], [[f"{users:,}", f"{listed:,}"]], (0, 1))


def _report(*, make: bool, as_json: bool) -> None:
    from storage.tables import create_tables, show_tables

    with open_store(create=False) as store:
        tables = (create_tables if make else show_tables)(store.client, store.storage)
    if as_json:
        tell_json({"tables": [dataclasses.asdict(table) for table in tables]})
        return
    columns = ["Table", "Status", "Items", "Bytes", "Indexes"]
    rows = [
        [table.name, "created" if table.created else table.status.lower(), f"{table.items:,}", f"{table.size:,}",
         " ".join(table.indexes)]
        for table in tables
    ]  # fmt: skip
    tell_table("", columns, rows, (2, 3))
    lacking = sorted({what for table in tables for what in table.lacking})
    if lacking:
        note(f"This engine does not offer {', '.join(lacking)}: fine for trying, not for production.")
