"""Turns under trouble: twice delivered, two at once, another device, a worker that dies between two lines."""

from concurrent.futures import ThreadPoolExecutor

from handlers.incoming import Kind
from handlers.router import Router
from handlers.turns import Turns
from tests.dialogues.test_happy_path import at_review
from tests.dialogues.transcript import World, build_services


def test_an_update_delivered_twice_is_run_once(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("/book")
    update = asha.incoming(Kind.TEXT, text="new delhi")
    asha.receives(world.turns.run(update))
    assert world.turns.run(update).replies == ()
    asha.says("mumbai central").sees("When?")


def test_what_was_not_sent_before_a_crash_is_sent_when_the_update_comes_again(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("/book")
    update = asha.incoming(Kind.TEXT, text="new delhi")
    committed = world.turns.run(update)  # and here the worker dies: nothing is sent
    again = world.turns.run(update)
    assert again.replies == committed.replies
    asha.receives(again)
    asha.sees("Where do you want to go?")


def test_another_worker_goes_on_where_the_first_stopped(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("/book").says("new delhi")
    other = Turns(world.sessions, Router(build_services(world.units, world.gateway, world.catalogue)))
    asha.receives(other.run(asha.incoming(Kind.TEXT, text="mumbai central")))
    asha.sees("New Delhi → Mumbai Central", "When?")


def test_two_messages_at_once_are_both_answered_in_some_order(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("/book")
    both = [asha.incoming(Kind.TEXT, text=text) for text in ("new delhi", "mumbai central")]
    with ThreadPoolExecutor(2) as pool:
        turns = list(pool.map(world.turns.run, both))
    assert {turn.session.rev for turn in turns} == {turns[0].session.rev, turns[1].session.rev}
    last = max(turns, key=lambda turn: turn.session.rev).session
    assert {last.draft["origin"], last.draft["destination"]} == {"NDLS", "MMCT"}


def test_pay_tapped_on_two_devices_at_once_holds_once(world: World) -> None:
    asha = at_review(world.passenger())
    data = asha.button("Pay ₹").data
    taps = [asha.incoming(Kind.TAP, text=data, message_id=1, callback_id="c") for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(world.turns.run, taps))
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        assert len(work.bookings.of_user(user.user_id)) == 1


def test_a_worker_that_died_after_the_hold_does_not_hold_again(world: World) -> None:
    asha = at_review(world.passenger())
    update = asha.incoming(Kind.TAP, text=asha.button("Pay ₹").data, message_id=1, callback_id="c")
    session = world.sessions.load(asha.chat_id)
    Router(world.services).answer(session, update)  # the berths are held, the turn is not committed
    asha.receives(world.turns.run(update))
    asha.sees("held until")
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        assert len(work.bookings.of_user(user.user_id)) == 1
