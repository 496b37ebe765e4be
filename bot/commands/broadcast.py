"""`yatri broadcast`: one message to many users."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.refusals import refusals
from bot.commands.speaking import AsJson, WrongArgument, tell_help, tell_json, tell_table
from bot.commands.store import open_store

if TYPE_CHECKING:
    from domain.broadcasts import Audience, Broadcast, Progress
    from domain.errors import Problem
    from domain.services.broadcasting import Broadcasting, Reach

app = typer.Typer(help="One message to many users: send it, see how far it is, stop it.", rich_markup_mode=None)
app.callback(invoke_without_command=True)(tell_help)
_ACTOR = "STAFF#cli"
_COLUMNS = ["Broadcast", "To", "Status", "Listed", "Sent", "Left", "Inbox only", "Gone", "Failed", "Begun (UTC)"]


@app.command()
def send(
    english: Annotated[str, typer.Argument(metavar="TEXT", help="The message, in English.")],
    hindi: Annotated[str, typer.Option("--hindi", metavar="TEXT", help="The same for those who read Hindi.")] = "",
    language: Annotated[str, typer.Option(metavar="CODE", help="Only to users of this language.")] = "",
    train: Annotated[
        str, typer.Option(metavar="NUMBER", help="Only to who has a ticket on this train, on --date.")
    ] = "",
    date: Annotated[str, typer.Option(metavar="DATE", help="The date on which it leaves its first station.")] = "",
    city: Annotated[str, typer.Option(metavar="NAME", help="Only to who lately travelled from or to this city.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count whom it would reach.")] = False,
    as_json: AsJson = False,
) -> None:
    """Send a message as promos, after all other news. A running bot begins within seconds."""
    audience = _audience(language, train, date, city)
    texts, now = {"en": english, "hi": hindi}, datetime.now(UTC)
    with _broadcasting() as broadcasting:
        if dry_run:
            _tell_reach(broadcasting.reach(texts, audience, now), as_json)
            return
        begun = broadcasting.begin(texts, audience, _ACTOR, now)
        _tell([broadcasting.progress(begun.broadcast_id)], as_json)


@app.command(name="list")
def list_them(as_json: AsJson = False) -> None:
    """Show the latest broadcasts and how far each is."""
    with _broadcasting() as broadcasting:
        _tell(broadcasting.latest(), as_json)


@app.command()
def stop(broadcast_id: Annotated[str, typer.Argument(metavar="ID")], as_json: AsJson = False) -> None:
    """Send no more of a broadcast."""
    from domain.errors import NotFound
    from domain.ids import BroadcastId

    with _broadcasting() as broadcasting:
        try:
            broadcasting.stop(BroadcastId(broadcast_id), _ACTOR, datetime.now(UTC))
        except NotFound:
            raise WrongArgument(f"ID: there is no broadcast {broadcast_id!r}") from None
        _tell([broadcasting.progress(BroadcastId(broadcast_id))], as_json)


def _audience(language: str, train: str, date: str, city: str) -> "Audience":
    """Raises WrongArgument."""
    from bot.commands.answering import day_meant
    from domain.broadcasts import Audience, AudienceKind

    if sum(map(bool, (language, train, city))) > 1:
        raise WrongArgument("choose one of --language, --train and --city")
    if bool(train) != bool(date):
        raise WrongArgument("--train and --date go together")
    if train:
        return Audience(kind=AudienceKind.RUN, value=f"{train}#{day_meant(date, '--date')}")
    if language:
        return Audience(kind=AudienceKind.LANGUAGE, value=language)
    return Audience(kind=AudienceKind.CITY, value=city) if city else Audience(kind=AudienceKind.ALL)


def _tell_reach(reach: "Reach", as_json: bool) -> None:
    whole = {**reach.by_language}
    if as_json:
        tell_json({"by_language": whole, "inbox_only": reach.inbox_only, "gone": reach.gone})
        return
    rows = [[f"sent, {language}", f"{count:,}"] for language, count in sorted(whole.items())]
    rows += [["in the inbox only", f"{reach.inbox_only:,}"], ["blocked the bot", f"{reach.gone:,}"]]
    tell_table("It would reach:", ["", "Users"], rows, (1,))


def _tell(found: "list[tuple[Broadcast, Progress]]", as_json: bool) -> None:
    rows = [_row(broadcast, progress) for broadcast, progress in found]
    if as_json:
        tell_json({"broadcasts": rows})
        return
    tell_table("", _COLUMNS, [[str(value) for value in row.values()] for row in rows], (3, 4, 5, 6, 7, 8))


def _row(broadcast: "Broadcast", progress: "Progress") -> dict[str, Any]:
    return {
        "broadcast_id": broadcast.broadcast_id,
        "to": f"{broadcast.audience.kind.value} {broadcast.audience.value}".strip(),
        "status": broadcast.status.value,
        "listed": progress.listed,
        "sent": progress.sent,
        "left": progress.left,
        "inbox_only": progress.kept,
        "gone": progress.gone,
        "failed": progress.failed,
        "begun": f"{broadcast.created_at:%Y-%m-%d %H:%M}",
    }


def _in_english(problem: "Problem") -> str:
    from handlers.texts import say

    return say("en").label(f"problem-{problem.key}", **problem.args_for_text)


@contextmanager
def _broadcasting() -> "Iterator[Broadcasting]":
    """What carries broadcasts out; a Problem is a WrongArgument here."""
    from domain.services.audiences import Audiences
    from domain.services.broadcasting import Broadcasting

    with open_store() as store:
        catalogue = store.timetable()
        with refusals(_in_english):
            yield Broadcasting(store.units, Audiences(lambda: catalogue))
