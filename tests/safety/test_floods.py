"""Floods: more than thirty updates a minute are answered with one kind word, until it calms."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.ids import ChatId
from domain.sessions import Session
from handlers.flood import MOST, counted
from handlers.incoming import Kind
from handlers.reply import Reply
from handlers.router import Router
from handlers.turns import Turns
from tests.dialogues.accounts import at_home
from tests.dialogues.desk import NEHA, Group
from tests.dialogues.test_cancelling import ticket
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.transcript import Passenger, World, build_services
from tests.safety.test_matrix import heard

WORD = "Please wait a minute"


class Hurried:
    """Somebody whose clock stands still unless it is moved, so that a minute is a minute on any machine."""

    def __init__(self, asha: Passenger) -> None:
        self.asha = asha
        self.turns = Turns(asha.world.sessions, Router(asha.world.services))
        self.now: datetime = asha.world.clock.now() + timedelta(hours=1)

    def sends(self, text: str = "/help", kind: Kind = Kind.TEXT, turns: Turns | None = None) -> tuple[Reply, ...]:
        said = replace(self.asha.incoming(kind, text=text), now=self.now)
        said = replace(said, callback_id="c", message_id=1) if kind is Kind.TAP else said
        return (turns or self.turns).run(said).replies

    def floods(self, updates: int = MOST) -> "Hurried":
        for _ in range(updates):
            self.sends()
        return self

    def waits(self, seconds: float) -> "Hurried":
        self.now += timedelta(seconds=seconds)
        return self


def said(replies: tuple[Reply, ...]) -> str:
    return " ".join(f"{reply.text}{reply.toast}" for reply in replies)


def test_the_thirty_first_update_of_a_minute_is_answered_kindly_and_the_next_with_nothing(world: World) -> None:
    asha = Hurried(at_home(world))
    assert all("Patna" in said(asha.sends()) for _ in range(MOST))
    assert WORD in said(asha.sends())
    assert [asha.sends() for _ in range(40)] == [()] * 40


def test_a_person_who_waits_a_minute_is_answered_again(world: World) -> None:
    asha = Hurried(at_home(world)).floods(MOST + 2)
    assert asha.waits(30).sends() == ()
    assert "Patna" in said(asha.waits(31).sends())


def test_who_goes_on_flooding_is_told_nothing_however_long_it_goes(world: World) -> None:
    asha = Hurried(at_home(world)).floods(MOST + 1)
    for _ in range(2):
        assert asha.floods(MOST + 5).waits(60).sends() == ()
    assert "Patna" in said(asha.waits(60).sends())


def test_a_steady_hand_is_never_hushed() -> None:
    session, now = Session(chat_id=ChatId(1)), datetime.fromisoformat("2030-01-07T10:00:00+05:30")
    for update in range(300):
        session = counted(session, now + timedelta(seconds=2 * update))
        assert not session.hushed


def test_taps_count_too_and_are_told_in_a_box(world: World) -> None:
    asha = Hurried(at_home(world)).floods(MOST)
    (word,) = asha.sends("g.help", Kind.TAP)
    assert WORD in word.toast
    assert word.alert
    assert asha.sends("g.help", Kind.TAP) == ()


def test_another_worker_counts_on_where_the_first_stopped(world: World) -> None:
    asha = Hurried(at_home(world)).floods(MOST)
    other = Turns(world.sessions, Router(build_services(world.units, world.gateway, world.catalogue)))
    assert WORD in said(asha.sends(turns=other))
    assert asha.sends() == ()


def test_the_same_update_delivered_many_times_counts_once(world: World) -> None:
    asha = Hurried(at_home(world))
    update = replace(asha.asha.incoming(Kind.TEXT, text="/help"), now=asha.now)
    for _ in range(MOST + 5):
        asha.turns.run(update)
    assert world.sessions.load(asha.asha.chat_id).turns == 1


def test_a_flood_of_one_chat_is_no_matter_to_another(world: World) -> None:
    Hurried(at_home(world)).floods(MOST + 3)
    assert "Patna" in said(Hurried(at_home(world)).sends())


def test_what_was_open_is_asked_again_when_it_calms(world: World) -> None:
    asha = Hurried(at_home(world))
    asha.sends("/book")
    asha.floods(MOST + 3)
    assert "Where do you want to go" in said(asha.waits(61).sends("new delhi"))


def test_money_and_tickets_come_although_the_chat_is_hushed(world: World) -> None:
    asha = at_payment(world.passenger())
    flood = Hurried(asha).floods(MOST + 5)
    asha.pays()
    world.services.agenda.run(world.clock.now() + timedelta(minutes=20))
    assert ticket(asha).booking_status == "confirmed"
    assert any("NDLS" in words or "Booked" in words for words in asha.is_told(timedelta(minutes=21)))
    assert flood.sends() == ()


def test_staff_may_be_quick_in_private_and_in_the_group(world: World) -> None:
    group = Group(world)
    assert all(heard(group, NEHA, Kind.TEXT, "/help") for _ in range(MOST + 5))
    neha = Hurried(Passenger(world, NEHA, "Neha"))
    neha.sends("/start")
    assert all("Patna" in said(neha.sends()) for _ in range(MOST + 5))
