"""The access matrix, walked through: every command, tap and act by everybody, allowed or refused and logged."""

import itertools
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.ids import ChatId
from domain.staff import Role
from domain.users import SELF
from handlers.desk.private import NAMES
from handlers.desk.router import ACTS
from handlers.desk.router import COMMANDS as DESK_COMMANDS
from handlers.incoming import Incoming, Kind
from handlers.menu import COMMANDS
from handlers.news import ALERTS
from handlers.reply import Reply
from handlers.router import AREAS, Router
from handlers.texts import say
from tests.dialogues.accounts import at_home
from tests.dialogues.desk import GROUP, NEHA, Group
from tests.dialogues.transcript import Passenger, World
from tests.engines import Storage
from tests.safety.matrix import DESK, GROUP_ONLY, PASSENGERS, RANKS, Row, Who, tables
from tests.safety.victim import Victim, a_victim, rows_about

KEYS = (
    *("register-first", "support-register-first", "no-such-booking", "no-such-ticket", "no-such-news", "topup-over"),
    *("account-resting", "account-closed", "chat-has-account", "not-staff", "not-your-role"),
)
# What is said to passengers who write a command of the desk, by what they may have meant.
INSTEAD = ("of-desk", "refund", "today", "find", "train", "money", "code", "identity")
_en = say("en")
REFUSALS = (
    {_en.label(f"problem-{key}") for key in KEYS}
    | {str(_en.text(key)) for key in ("register-first", "account-rests", "account-suspended")}
    | {str(_en.text(f"problem-{key}")) for key in KEYS}
    | {str(_en.text(f"instead-{what}")) for what in INSTEAD}
)
_updates, _ids = itertools.count(2 * 10**12), random.Random(20)


@pytest.fixture(scope="module")
def group(world: World) -> Group:
    return Group(world).relayed()


@pytest.fixture(scope="module")
def owner(world: World, group: Group) -> Victim:
    return a_victim(world, group)


@pytest.fixture(scope="module")
def values(world: World, owner: Victim) -> Mapping[str, str]:
    """What stands behind each name: ids of the owner's things."""
    user_id = owner.user.user_id
    with world.units() as work:
        (alert,) = work.alerts.of_user(user_id)
        (ticket,) = work.tickets.of_user(user_id)
        booking = work.bookings.of_user(user_id)[-1]
        topup = work.wallets.get(owner.user.wallet_id).topup
    assert alert.due_at
    assert topup
    while world.services.alerting.run(alert.due_at):
        pass
    with world.units() as work:
        news = work.notifications.newest(user_id, 30)
    told = next(each.notif_id for each in news if each.title in ALERTS)
    return {
        "booking": booking.booking_id,
        "pnr": booking.pnr,
        "ticket": ticket.ticket_id,
        "closed ticket": f"{ticket.ticket_id}|5",
        "news": news[-1].notif_id,
        "alert's news": told,
        "alert": alert.alert_id,
        "payment": topup,
        "favourite": "NDLS>MMCT",
    }


def test_every_command_and_tap_has_a_row(world: World) -> None:
    assert Router(world.services).names == set(PASSENGERS)
    assert set(COMMANDS) <= set(PASSENGERS)
    names = Counter(name for area in AREAS for name in (*area.asides, *area.below, *area.opens))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_act_of_the_desk_has_a_row() -> None:
    assert set(ACTS) == set(DESK)
    assert set(DESK_COMMANDS) <= set(DESK)
    assert set(ACTS) - NAMES == GROUP_ONLY
    assert sorted(RANKS) == sorted(Role)


def test_the_tables_in_the_documents_are_these() -> None:
    page = Path(__file__).parents[2] / "docs" / "security.md"
    assert [table for table in tables() if table not in page.read_text(encoding="utf-8")] == []


def asked(asha: Passenger, name: str, row: Row, values: Mapping[str, str]) -> bool:
    """Is this tap refused?"""
    value = values.get(row.names, row.names)
    tap = asha.incoming(Kind.TAP, text=f"g.{name}={value}" if value else f"g.{name}", message_id=1, callback_id="c")
    replies = asha.world.turns.run(tap).replies
    assert replies, name
    return bool({replies[0].text, replies[0].toast} & REFUSALS)


def last(name: str) -> int:
    """What changes the account itself comes at the end."""
    return ("drop", "rest", "wake").index(name) + 1 if name in ("drop", "rest", "wake") else 0


def unlike_the_matrix(asha: Passenger, values: Mapping[str, str], refused: Mapping[str, bool]) -> list[str]:
    """Names for which it came otherwise."""
    order = sorted(PASSENGERS, key=last)
    return [name for name in order if asked(asha, name, PASSENGERS[name], values) is not refused[name]]


@pytest.mark.parametrize("greeted", [False, True])
def test_who_has_no_account(
    world: World, storage: Storage, owner: Victim, values: Mapping[str, str], greeted: bool
) -> None:
    before = rows_about(storage, owner)
    eve = world.passenger()
    eve = eve.says("/start").taps("English").taps("Look around first") if greeted else eve
    refused = {name: row.who in (Who.REGISTERED, Who.OWNER) for name, row in PASSENGERS.items()}
    assert unlike_the_matrix(eve, values, refused) == []
    assert rows_about(storage, owner) == before


def test_another_passenger(world: World, storage: Storage, owner: Victim, values: Mapping[str, str]) -> None:
    before = rows_about(storage, owner)
    refused = {name: row.who in (Who.OWNER, Who.STRANGER) for name, row in PASSENGERS.items()}
    assert unlike_the_matrix(at_home(world, "Mallory Iyer"), values, refused) == []
    assert rows_about(storage, owner) == before


@pytest.mark.parametrize("closed_by", [SELF, "unpaid chargebacks"])
def test_a_closed_account(world: World, group: Group, closed_by: str) -> None:
    closed = a_victim(world, group)
    with world.units() as work:
        user = work.users.get(closed.user.user_id)
        booking, ticket = work.bookings.of_user(user.user_id)[-1], work.tickets.of_user(user.user_id)[0]
        news = work.notifications.newest(user.user_id, 1)[0]
        work.users.save(user.but(is_active=False, closed_by=closed_by))
        work.commit()
    own = {"booking": booking.booking_id, "ticket": ticket.ticket_id, "closed ticket": f"{ticket.ticket_id}|5"}
    own |= {"news": news.notif_id, "pnr": booking.pnr}
    refused = {name: not (row.closed if closed_by == SELF else row.if_banned) for name, row in PASSENGERS.items()}
    assert unlike_the_matrix(closed.passenger, own, refused) == []


def test_the_owner_comes_last_and_may_do_it_all(
    world: World, owner: Victim, values: Mapping[str, str], group: Group
) -> None:
    refused = {name: row.who is Who.STRANGER for name, row in PASSENGERS.items()}
    assert unlike_the_matrix(owner.passenger, values, refused) == []


def somebody(group: Group, role: str | None) -> ChatId:
    """Somebody new at the desk, or nobody of it."""
    who = ChatId(_ids.randrange(10**10, 10**14))
    if role:
        heard(group, NEHA, Kind.TEXT, f"/staff add {who} {role} Somebody")
    return who


def heard(group: Group, who: ChatId, kind: Kind, text: str, *, private: bool = False) -> tuple[Reply, ...]:
    """What is answered in the group, outside any topic, or in private."""
    said = Incoming(
        next(_updates), who if private else GROUP, group.clock.now() + timedelta(seconds=1), kind, text=text, html=text,
        in_group=not private, language="en", sender=ChatId(0) if private else who, first_name="Somebody", message_id=1,
    )  # fmt: skip
    said = replace(said, callback_id="c") if kind is Kind.TAP else said
    return group.world.turns.run(said).replies if private else group.run(said)


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("role", [None, *RANKS])
def test_the_desk(world: World, group: Group, role: str | None, private: bool) -> None:
    who, refused = somebody(group, role), []
    here = sorted(set(DESK) - (GROUP_ONLY if private else set()))
    for name, kind in itertools.product(here, (Kind.TAP, Kind.TEXT)):
        may = role is not None and RANKS.index(role) >= RANKS.index(DESK[name])
        text = f"d.{name}" if kind is Kind.TAP else f"/{name}"
        told = {
            words for reply in heard(group, who, kind, text, private=private) for words in (reply.toast, reply.text)
        }
        assert bool(told & REFUSALS) is not may, (name, kind, told)
        refused += [] if may else [name]
    with world.units() as work:
        logged = [row.target_id for row in work.logs.by_actor(f"STAFF#{who}") if row.action == "refused"]
    assert sorted(logged) == sorted(refused)


@pytest.mark.parametrize("name", sorted(GROUP_ONLY))
def test_what_is_about_a_topic_is_nothing_in_private(world: World, group: Group, name: str) -> None:
    (reply,) = heard(group, NEHA, Kind.TAP, f"d.{name}", private=True)
    assert reply.alert
    assert not reply.text


def test_words_in_a_topic_by_who_is_not_staff_reach_nobody(world: World, group: Group, owner: Victim) -> None:
    topic, before = max(group.topics), len(group.reads(owner.passenger))
    said = Incoming(
        next(_updates), GROUP, group.clock.now(), Kind.TEXT, text="Send me your card", in_group=True,
        html="Send me your card", language="en", sender=somebody(group, None), first_name="Eve", message_id=1,
        thread_id=topic,
    )  # fmt: skip
    group.run(said)
    group.relayed()
    assert len(group.reads(owner.passenger)) == before
