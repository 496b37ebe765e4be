"""Tables: made once, however often asked, and shown as they are."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from storage.client import connect
from storage.schema import TABLES, Index, Table
from storage.tables import create_tables, show_tables
from tests.contract import dynamodb_local
from tests.contract.conftest import ENGINES, Engines
from tests.engines import Storage

PEOPLE_AND_MONEY = ["users", "bookings", "payments", "wallets", "wallet-transactions"]
NAMES = [
    *PEOPLE_AND_MONEY,
    *("trains", "stations", "notifications", "support-tickets", "admin-logs", "inventory", "sessions"),
]


def test_all_tables_are_there_with_their_indexes(steady: Storage) -> None:
    shown = show_tables(steady.client, steady.settings)
    assert [report.name for report in shown] == [f"contract-{name}" for name in NAMES]
    assert {report.status for report in shown} == {"ACTIVE"}
    assert {report.name: report.indexes for report in shown}["contract-notifications"] == ("by-user", "due")


def test_making_them_again_changes_nothing(steady: Storage) -> None:
    again = create_tables(steady.client, steady.settings)
    assert not any(report.created for report in again)
    assert [report.indexes for report in again] == [
        tuple(sorted(index.name for index in table.indexes)) for table in TABLES
    ]


def test_what_an_engine_lacks_is_said_and_suffered(steady: Storage) -> None:
    lacking = {word for report in create_tables(steady.client, steady.settings) for word in report.lacking}
    assert lacking <= {"point-in-time recovery"}


@pytest.fixture(params=ENGINES)
def alone(request: pytest.FixtureRequest, engines: Engines) -> Iterator[Storage]:
    """An engine with no other tables: among some dozens of them DynamoDB Local takes minutes to add an index."""
    if request.param == "roto":
        yield engines.get("roto")
    elif reason := dynamodb_local.missing():
        pytest.skip(reason)
    else:
        with dynamodb_local.running() as settings:
            yield Storage(connect(settings), settings)


def test_an_index_that_a_later_version_brings_is_added(alone: Storage) -> None:
    settings = replace(alone.settings, prefix="grown")
    create_tables(alone.client, settings, [Table("tickets")])
    later = Table("tickets", (Index("by-user", "user_id", "SK"),), ttl=True)
    (report,) = create_tables(alone.client, settings, [later])
    assert (report.created, report.indexes) == (False, ("by-user",))


def test_tables_that_are_not_there_are_shown_missing(steady: Storage) -> None:
    shown = show_tables(steady.client, replace(steady.settings, prefix="nowhere"))
    assert {report.status for report in shown} == {"MISSING"}
