"""Reading a feed's files line by line and row by row, so that whatever is wrong has a line number."""

import csv
from collections.abc import Iterator, Sequence
from functools import partial

from bot.feeds.draft import Draft
from bot.feeds.source import UNREADABLE, Source
from domain.errors import FeedError

MAX_LINE = 100_000  # bytes; a longer line is not a timetable
REPORT_EVERY = 5_000  # lines between two reports of progress


def lines(source: Source, name: str, draft: Draft) -> Iterator[str]:
    """The lines of a file as text, its progress reported. Raises FeedError for what is not readable UTF-8."""
    label, number = source.label(name), 0
    try:
        with source.open(name) as file:
            for number, raw in enumerate(iter(partial(file.stream.readline, MAX_LINE), b""), start=1):
                if len(raw) == MAX_LINE:
                    raise FeedError(label, number, f"the line is longer than {MAX_LINE} bytes")
                if number % REPORT_EVERY == 0:
                    draft.progress(label, min(file.done(), file.total), file.total)
                yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
            draft.progress(label, file.total, file.total)
    except UnicodeDecodeError as error:
        raise FeedError(label, number, f"is not UTF-8 text ({error.reason})") from error
    except UNREADABLE as error:
        raise FeedError(label, number, f"cannot be read ({error})") from error


def rows(
    source: Source, name: str, draft: Draft, needed: Sequence[str], optional: Sequence[str] = ()
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each row of a CSV file as (line, values of `needed` then of `optional` columns), stripped; blank lines pass.

    An optional column that is not there reads as "". A row with too few or too many fields is a fault of the draft;
    a missing column raises FeedError.
    """
    label = source.label(name)
    reader = csv.reader(lines(source, name, draft), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        columns = _columns(label, header, needed, optional)
        for row in reader:
            if len(row) != len(header):
                if any(row):
                    draft.fault(label, reader.line_num, f"has {len(row)} fields where the header has {len(header)}")
                continue
            row.append("")
            yield reader.line_num, tuple([row[column].strip() for column in columns])
    except csv.Error as error:
        raise FeedError(label, reader.line_num, f"is not CSV ({error})") from error


def _columns(label: str, header: Sequence[str], needed: Sequence[str], optional: Sequence[str]) -> list[int]:
    """Where the wanted columns are; one that is not there points behind the row, at the "" put there."""
    missing = [column for column in needed if column not in header]
    if missing:
        raise FeedError(label, 1, f"has no column {', '.join(missing)}")
    return [header.index(column) if column in header else len(header) for column in [*needed, *optional]]
