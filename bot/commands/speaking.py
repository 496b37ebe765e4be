"""How commands speak: answers on stdout (for people, or as JSON), notes and refusals on stderr."""

import json
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

import typer

_PIPE_WIDTH = 160  # columns, where nobody's window sets a width
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON, for scripts.")]


class WrongArgument(Exception):
    """An argument that cannot be used; the text says which and why."""


def note(line: str) -> None:
    """Tell something on the way, in a line of its own."""
    sys.stderr.write(f"{line}\n")


def tell_help(context: typer.Context) -> None:
    """Alone, a group of commands tells what it can do: the callback of every group."""
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


def typed_lines() -> Iterator[str]:
    """Lines of stdin without their ends, one question each; UTF-8 whatever the terminal says, and what is no UTF-8 as
    the replacement character."""
    for line in sys.stdin.buffer:
        yield line.decode(errors="replace").rstrip("\r\n")


def tell_json(answer: Mapping[str, Any] | list[Any]) -> None:
    """The answer as JSON: Decimals as numbers, all letters as they are."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, default=_plain) + "\n")


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def tell_table(title: str, columns: list[str], rows: list[list[str]], right: tuple[int, ...] = ()) -> None:
    """The answer as a table for people; `right` are the columns set to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=_PIPE_WIDTH)
    if title:
        console.print(escape(title), style="bold")
    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, show_edge=False)
    for index, column in enumerate(columns):
        table.add_column(column, justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console.print(table)
