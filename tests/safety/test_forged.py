"""Five hundred payloads that nobody of us made: nothing is shown, nothing changes, and nothing breaks."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.errors import Problem
from domain.ids import ChatId
from domain.services.signing_in import SigningIn
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.router import DIALOGUES, Router
from handlers.texts import LANGUAGES, say
from handlers.turns import Turns
from tests.dialogues.accounts import at_home
from tests.dialogues.desk import GROUP, Group
from tests.dialogues.test_cancelling import booked
from tests.dialogues.transcript import Passenger, World
from tests.engines import Storage
from tests.safety.forging import Forger
from tests.safety.matrix import PASSENGERS, Who
from tests.safety.victim import Victim, a_victim, rows_about

SEED = 1853  # the first train of India
TAPS, COMMANDS, LINKS = 500, 150, 50
BROKEN = {
    getattr(say(code), how)(key)
    for code in LANGUAGES
    for key in ("sorry-failed", "sorry-busy")
    for how in ("text", "label")
}
# What is open while the taps come: the question behind each of these.
OPENERS = (
    "/book",
    "/support",
    "/topup",
    "/withdraw",
    "/promo",
    "/quiet",
    "/trips",
    "new delhi to mumbai central tomorrow",
    "/start",
)
_updates = itertools.count(10**12)


@pytest.fixture(scope="module")
def group(world: World) -> Group:
    return Group(world).relayed()


@pytest.fixture(scope="module")
def victim(world: World, group: Group) -> Victim:
    return a_victim(world, group)


class Attacker:
    """A chat from which anything may come, as fast as it likes: floods are another story."""

    def __init__(self, world: World, passenger: Passenger) -> None:
        self.turns = Turns(world.sessions, Router(world.services), most=10**9)
        self.passenger = passenger
        self._now: datetime = world.clock.now()

    @property
    def session(self) -> tuple[int, int]:
        session = self.turns._sessions.load(self.passenger.chat_id)
        return session.serial, session.rev

    def sends(self, kind: Kind, text: str) -> tuple[Reply, ...]:
        said = Incoming(next(_updates), self.passenger.chat_id, self._now, kind, text=text, html=text, message_id=1)
        return self.turns.run(replace(said, callback_id="c") if kind is Kind.TAP else said).replies


def attackers(world: World) -> list[Attacker]:
    """A stranger, somebody who looks around, somebody registered, somebody with a ticket."""
    looks = world.passenger("Eve Rao").says("/start").taps("English").taps("Look around first")
    return [Attacker(world, each) for each in (world.passenger(), looks, at_home(world, "Mallory Iyer"), booked(world))]


def names(world: World) -> list[str]:
    """Of every command and tap there is, of passengers and of the desk."""
    from handlers.desk.router import ACTS

    return sorted({*Router(world.services).names, *ACTS, "nonsense", ""})


def slots() -> list[str]:
    return sorted(
        {step.slot for dialogue in DIALOGUES.values() for step in dialogue.steps} | {"back", "_at", "booking"}
    )


def forger(world: World, victim: Victim) -> Forger:
    """Of payloads about the victim."""
    aims = [
        (name, row.names) for name, row in PASSENGERS.items() if row.who is Who.OWNER or row.names in ("alert", "pnr")
    ]
    aims += [
        ("which", "ticket"),
        ("ticket", "ticket"),
        ("trip", "booking"),
        ("booking", "booking"),
        ("topup", "payment"),
    ]
    return Forger(SEED, victim.things, names(world), slots(), aims)


def check(replies: tuple[Reply, ...], victim: Victim, sent: str) -> None:
    """Nothing of the victim's is in words, buttons or pictures, and nothing broke."""
    for reply in replies:
        assert reply.text not in BROKEN, sent
        assert reply.toast not in BROKEN, sent
        shown = reply.model_dump_json()
        for secret in victim.private:
            assert secret not in shown, (sent, shown)
        if reply.picture:
            drawn = reply.picture.model_dump_json()
            assert not [each for each in victim.ids if each in drawn], (sent, drawn)


def test_five_hundred_forged_taps(world: World, storage: Storage, victim: Victim) -> None:
    before = rows_about(storage, victim)
    forge = forger(world, victim)
    crowd = attackers(world)
    for number in range(TAPS):
        attacker = crowd[number % len(crowd)]
        if number % 20 < len(crowd):
            attacker.sends(Kind.TEXT, OPENERS[number // 20 % len(OPENERS)])
        tap = forge.tap(*attacker.session)
        check(attacker.sends(Kind.TAP, tap), victim, tap)
    assert rows_about(storage, victim) == before


def test_forged_commands_and_links(world: World, storage: Storage, victim: Victim) -> None:
    before = rows_about(storage, victim)
    forge = forger(world, victim)
    crowd = attackers(world)
    said = [forge.command() for _ in range(COMMANDS)] + [f"/start {forge.value()}" for _ in range(LINKS)]
    for number, text in enumerate(said):
        check(crowd[number % len(crowd)].sends(Kind.TEXT, text), victim, text)
    assert rows_about(storage, victim) == before


def test_forged_taps_of_a_stranger_in_the_staff_group(
    world: World, storage: Storage, victim: Victim, group: Group
) -> None:
    before = rows_about(storage, victim)
    forge = forger(world, victim)
    topic = max(group.topics)
    for number in range(100):
        tap = forge.tap(1, 1).replace("g.", "d.", 1) if number % 2 else f"/{forge.command()[1:]}"
        kind = Kind.TAP if number % 2 else Kind.TEXT
        said = Incoming(
            next(_updates), GROUP, group.clock.now(), kind, text=tap, html=tap, in_group=True, language="en",
            sender=world.passenger().chat_id, first_name="Eve", message_id=1, thread_id=topic,
        )  # fmt: skip
        check(group.run(replace(said, callback_id="c") if kind is Kind.TAP else said), victim, tap)
    assert rows_about(storage, victim) == before


def test_a_pnr_alone_shows_places_and_never_names(world: World, victim: Victim) -> None:
    with world.units() as work:
        booking = work.bookings.of_user(victim.user.user_id)[-1]
    for eve in attackers(world):
        replies = eve.sends(Kind.TEXT, f"/pnr {booking.pnr}")
        check(replies, victim, "/pnr")
        assert booking.pnr in replies[0].text
        assert "CNF" in replies[0].text
        assert not replies[0].buttons


class Plain:
    """The Passwords port without its slowness: what is tested is who is told what."""

    def hash(self, password: str) -> str:
        return password

    def is_right(self, hashed: str, password: str) -> bool:
        return hashed == password

    def check(self, password: str, known: tuple[str, ...]) -> None:
        return None


def test_guessing_passwords_tells_not_where_there_is_an_account(world: World, victim: Victim) -> None:
    """From chat after chat, at an account and at none: the same answers in the same order."""
    service, now, answers = SigningIn(world.units, Plain()), world.clock.now(), []
    for phone in (victim.user.phone, "+919000000017"):
        said = []
        for chat in range(4):
            for _ in range(4):
                with pytest.raises(Problem) as refused:
                    service.sign_in(ChatId(victim.passenger.chat_id + chat + 1), phone, "a guess", now)
                said.append(refused.value.key)
        answers.append(said)
        now += timedelta(days=1)
    assert answers[0] == answers[1] == ["sign-in-wrong"] * 10 + ["sign-in-too-often"] * 6
