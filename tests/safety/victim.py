"""Somebody whose data nobody else may ever see: tickets, money, talks with support, documents."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from domain.alerts import Wanted
from domain.ids import StationCode
from domain.quotas import Quota
from domain.users import User
from storage.tables import show_tables
from tests.dialogues.desk import Group, open_ticket
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.transcript import Passenger, World
from tests.engines import Storage

NAME, PARTY = "Quilla Zanzibar", "Xenophon 34 F lower\nZuleika 40 M"
PROOF = "432187652109"
WORDS = "the plumtree grievance"
PRIVATE = ("Quilla", "Zanzibar", "Xenophon", "Zuleika", "7,391", "4,219", "plumtree", PROOF, "quilla", "Wanderlust")


@dataclass(frozen=True, slots=True)
class Victim:
    """`things` are ids by kind, as the matrix names kinds; `private` what must never be shown to another."""

    passenger: Passenger
    user: User
    things: Mapping[str, tuple[str, ...]]
    private: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """All by which their things could be asked for."""
        return tuple(dict.fromkeys(each for ids in self.things.values() for each in ids if each))


def a_victim(world: World, group: Group) -> Victim:
    """With everything that one can have."""
    quilla = at_payment(world.passenger(NAME), PARTY).pays().taps("I have paid").sees("Booked and paid")
    now, services = world.clock.now(), world.services
    with world.units() as work:
        user = work.users.by_chat(quilla.chat_id)
        assert user is not None
        (booking,) = work.bookings.of_user(user.user_id)
        people = tuple(person.but(id_proof=PROOF) for person in booking.passengers)
        work.bookings.save(booking.but(passengers=people))
        work.commit()
    services.invoicing.issue(booking.booking_id, user.user_id, now)
    services.wallets.adjust(user.user_id, Decimal("7391.37"), "Wanderlust", "STAFF#1", now, f"v{user.user_id}")
    far = Wanted(StationCode("NDLS"), StationCode("HWH"), date(2030, 6, 3), quota=Quota.GENERAL)
    services.alerting.remind(user.user_id, far, now)
    quilla.says("/topup").says("4219").sees("4,219").says("/book")
    open_ticket(quilla.says("/cancel"), group, WORDS)
    quilla.says("/cancel").says("/book").says("new delhi").says("mumbai central").says("tomorrow").taps("12952 · 3A")
    quilla.says("Xenophon 34 F\nZuleika 40 M").taps("Done").taps("Pay ₹")
    return Victim(quilla, user, _things(world, quilla, user), (*PRIVATE, user.phone[-10:], user.email))


def _things(world: World, quilla: Passenger, user: User) -> Mapping[str, tuple[str, ...]]:
    """Of everything of theirs, as it stands in the tables."""
    with world.units() as work:
        bookings = work.bookings.of_user(user.user_id)
        payments = work.payments.of_user(user.user_id)
        ledger = work.wallets.ledger(user.wallet_id)
        (ticket,) = work.tickets.of_user(user.user_id)
        alerts = work.alerts.of_user(user.user_id)
        news = work.notifications.newest(user.user_id, 20)
        invoice = work.invoices.of_booking(bookings[-1].booking_id)
    assert len(bookings) == 2
    assert invoice
    found: dict[str, list[str]] = {
        "booking": [one.booking_id for one in bookings],
        "pnr": [one.pnr for one in bookings],
        "payment": [one.payment_id for one in payments],
        "reference": [each for one in payments for each in (one.link_id or "", one.transaction_reference or "")],
        "invoice": [invoice.number],
        "movement": [one.txn_id for one in ledger],
        "alert": [one.alert_id for one in alerts],
        "news": [one.notif_id for one in news],
        "ticket": [ticket.ticket_id],
        "ticket by name": [ticket.ref, str(ticket.topic_id)],
        "account": [user.user_id, user.wallet_id, str(quilla.chat_id)],
    }
    assert all(found.values())
    return {kind: tuple(ids) for kind, ids in found.items()}


def rows_about(storage: Storage, victim: Victim) -> Mapping[tuple[str, str, str], str]:
    """Every row of theirs in every table, as it is stored: an id of theirs is in its key or is one of its attributes.
    The admin log is left out, which says what others tried."""
    found = {}
    for table in (each.name for each in show_tables(storage.client, storage.settings)):
        for row in _rows(storage, table):
            key = row["PK"]["S"], row["SK"]["S"]
            values = {value.get("S") for value in row.values()}
            theirs = values.intersection(victim.ids) or any(each in "#".join(key) for each in victim.ids)
            if theirs and not table.endswith("-admin-logs"):
                found[table, *key] = json.dumps(row, sort_keys=True, default=str)
    return found


def _rows(storage: Storage, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    page: Mapping[str, Any] = {}
    while not page or page.get("LastEvaluatedKey"):
        more = {"ExclusiveStartKey": page["LastEvaluatedKey"]} if page else {}
        page = storage.client.scan(TableName=table, **more)
        rows += page["Items"]
    return rows
