"""One engine, one sandbox and one catalogue for all transcripts of a worker; every passenger is new."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
import requests

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from bot.gateways.razorpay import RazorpayGateway
from bot.sandbox.running import RunningSandbox
from domain.catalogue import Catalogue
from storage.client import Client, connect
from storage.embedded import EmbeddedEngine
from storage.sessions import Sessions
from tests.dialogues.transcript import MovedClock, World
from tests.engines import Storage, prepared

NEW_YEAR = "2030-01-07T04:30:00+00:00"  # a Monday, 10:00 in India


@pytest.fixture(scope="session")
def starter() -> Catalogue:
    feed = read_feed(starter_path())
    return Catalogue("starter", feed.stations, feed.trains)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[RunningSandbox]:
    with RunningSandbox() as running:
        requests.post(f"{running.url}/clock", json={"to": NEW_YEAR}, timeout=5).raise_for_status()
        yield running


@pytest.fixture(scope="session")
def dialogues() -> Iterator[EmbeddedEngine]:
    with EmbeddedEngine(ephemeral=True) as engine:
        yield engine


@pytest.fixture(scope="session")
def line(dialogues: EmbeddedEngine) -> Client:
    return connect(dialogues.settings())


@pytest.fixture(scope="module")
def storage(dialogues: EmbeddedEngine, line: Client) -> Storage:
    """Tables of each file's own: how full a train is, and so what it costs, is no business of other files."""
    return prepared(dialogues.settings(f"d{uuid4().hex[:8]}"), line)


@pytest.fixture(scope="module")
def world(starter: Catalogue, sandbox: RunningSandbox, storage: Storage) -> World:
    clock = MovedClock(sandbox)
    known = sandbox.settings
    gateway = RazorpayGateway(
        key_id=known.razorpay_key_id,
        key_secret=known.razorpay_key_secret,
        webhook_secret=known.razorpay_webhook_secret,
        base_url=sandbox.url,
    )
    sessions = Sessions(storage.client, storage.settings, clock)
    return World(storage.units, sessions, gateway, starter, clock)
