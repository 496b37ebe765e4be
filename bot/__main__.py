"""The command line: `yatri`, or `python -m bot`."""

import gc
import sys

import typer
from typer.exceptions import TyperException

from bot.commands import (
    ask,
    audit,
    broadcast,
    catalog,
    check,
    fares,
    keys,
    log,
    outbox,
    payouts,
    promo,
    reconcile,
    refunds,
    run,
    runs,
    stations,
    tables,
    train,
    trains,
    work,
)
from bot.commands.speaking import WrongArgument, note, tell_help
from bot.logs import configure

_ABOUT = """Yatri books train tickets in a Telegram chat.

`yatri run` starts everything and prints the address of the chat. Settings are environment variables that begin with
YATRI_; `yatri check` shows them. Commands that answer take --json for scripts.
"""

app = typer.Typer(
    name="yatri",
    help=_ABOUT,
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback(invoke_without_command=True)(tell_help)
app.command()(run.run)
app.command()(check.check)
app.add_typer(catalog.app, name="catalog")
app.add_typer(tables.app, name="tables")
app.command()(stations.stations)
app.command()(ask.ask)
app.command()(trains.trains)
app.command()(train.train)
app.command()(fares.fare)
app.command()(refunds.refund)
app.command()(reconcile.reconcile)
app.add_typer(runs.app, name="runs")
app.add_typer(promo.app, name="promo")
app.command()(payouts.payouts)
app.command()(audit.audit)
app.command()(log.log)
app.command()(outbox.outbox)
app.add_typer(broadcast.app, name="broadcast")
app.add_typer(keys.app, name="keys")
app.command()(work.work)
app.command()(run.sandbox)


def main() -> None:
    """Exit code 0; 1 if something failed; 2, with one line on stderr, if a setting or an argument is wrong."""
    gc.set_threshold(20_000, 20, 20)  # modules and timetables are no garbage: to look for some takes a sixth of a start
    sys.exit(run_command(sys.argv[1:]))


def run_command(arguments: list[str]) -> int:
    """The exit code of a command."""
    configure("WARNING")  # answers are on stdout alone; `run` sets its own level
    try:
        return int(app(arguments, prog_name="yatri", standalone_mode=False) or 0)
    except TyperException as error:
        note(f"yatri: {error.format_message()}")
        return 2
    except WrongArgument as error:
        note(f"yatri: {error}")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> int:
    """What Yatri raises on purpose is told in one line; anything else is a mistake of ours and shows its trace."""
    from domain.errors import FeedError, SettingError, YatriError

    if not isinstance(error, YatriError):
        raise error
    note(f"yatri: {error}")
    return 2 if isinstance(error, SettingError | FeedError) else 1


if __name__ == "__main__":
    main()
