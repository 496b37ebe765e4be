"""The access matrix of the desk: every act by every role, and payloads that nobody of us made."""

import random
from dataclasses import replace

import pytest

from domain.ids import ChatId
from domain.staff import LEAST, Role
from handlers.desk.router import ACTS
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.texts import say
from tests.dialogues.desk import GROUP, NEHA, Group
from tests.dialogues.transcript import World

_ids = random.Random(7)
REFUSED = {say("en").label(f"problem-{key}") for key in ("not-staff", "not-your-role")}


def somebody(group: Group, role: Role | None) -> ChatId:
    """Somebody new with this role; None: not staff."""
    who = ChatId(_ids.randrange(10**10, 10**14))
    if role:
        heard(group, NEHA, Kind.TEXT, f"/staff add {who} {role} Somebody")
    return who


def heard(group: Group, who: ChatId, kind: Kind, text: str) -> tuple[Reply, ...]:
    """What the group is told, outside any topic."""
    said = Incoming(
        _ids.randrange(10**15), GROUP, group.clock.now(), kind, text=text, html=text, in_group=True,
        language="en", sender=who, first_name="Somebody", message_id=1,
    )  # fmt: skip
    return group.run(replace(said, callback_id="c") if kind is Kind.TAP else said)


@pytest.mark.parametrize("role", [None, *Role])
def test_every_act_is_refused_to_who_may_not_and_that_is_logged(world: World, role: Role | None) -> None:
    group = Group(world)
    who = somebody(group, role)
    refused = []
    for name, act in ACTS.items():
        may = role is not None and role.rank >= LEAST[act.right].rank
        for kind, text in ((Kind.TAP, f"d.{name}"), (Kind.TEXT, f"/{name}")):
            told = {reply.toast or reply.text for reply in heard(group, who, kind, text)}
            assert bool(told & REFUSED) is not may, (name, kind, told)
            refused += [] if may else [name]
    with world.units() as work:
        logged = [row.target_id for row in work.logs.by_actor(f"STAFF#{who}") if row.action == "refused"]
    assert sorted(logged) == sorted(refused)


def test_forged_taps_of_strangers_change_nothing(world: World) -> None:
    group = Group(world)
    who = somebody(group, None)
    names = [*ACTS, "g.trip", "s1.1.agreed", "", "d", "..", "=", "\u202e"]
    for _ in range(60):
        name, value = _ids.choice(names), _ids.choice(["", "1", "yes|100", "x" * 40, "../..", "refund"])
        for reply in heard(group, who, Kind.TAP, f"d.{name}={value}"[:64]):
            assert reply.alert
            assert not reply.text
    with world.units() as work:
        assert {row.action for row in work.logs.by_actor(f"STAFF#{who}")} <= {"refused"}
