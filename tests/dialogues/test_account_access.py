"""The way into an account and out of it: password, another chat, rest, closing and deletion; no secret stays."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest

from domain.approvals import Call, CallKind
from domain.bookings import BookingStatus, Gender, PassengerDetails
from domain.errors import Problem
from domain.ids import PaymentId, StationCode, UserId
from domain.payments import GatewayPayment
from domain.services.booking import HoldRequest
from domain.services.calling import Calling
from domain.trains import TravelClass
from domain.users import DELETED, User
from handlers.desk.calls import call_reply
from handlers.incoming import Kind
from handlers.texts import say
from storage.schema import TABLES
from tests.dialogues.accounts import (
    ANOTHER,
    PAN,
    PASSWORD,
    at_home,
    deleted,
    forged,
    shows,
    types,
    types_secret,
    user_of,
    with_password,
)
from tests.dialogues.desk import Group
from tests.dialogues.test_happy_path import at_payment, credit
from tests.dialogues.test_part_wallet import expire
from tests.dialogues.test_wallet_in_and_out import asked, withdrawing
from tests.dialogues.transcript import World
from tests.dialogues.wallets import ANJALI, acts_about
from tests.engines import Storage


@pytest.mark.parametrize(
    ("typed", "why"), [("short", "too short"), ("password123", "known or easy"), ("x" * 73, "too long")]
)
def test_a_weak_password_is_refused_and_deleted_all_the_same(world: World, typed: str, why: str) -> None:
    asha = at_home(world)
    asha.says("/password")
    types_secret(asha, typed).sees(why)
    assert user_of(asha).password_hash is None
    types_secret(asha, PASSWORD)
    assert user_of(asha).password_hash


def test_a_password_typed_behind_the_command_is_taken_and_deleted(world: World) -> None:
    asha = at_home(world)
    types_secret(asha, f"/password {PASSWORD}").sees("The password is set")
    types_secret(asha, "/password short").sees("too short")
    types(asha, "/password")
    asha.sees("type a new password")
    assert deleted(asha) == []
    types_secret(asha, f"/{ANOTHER}").sees("The password is set")
    types(asha, "hello")
    assert deleted(asha) == []


def test_a_changed_message_is_deleted_where_a_secret_is_asked_for(world: World) -> None:
    asha = at_home(world)
    asha.says("/password")
    asha.receives(world.turns.run(asha.incoming(Kind.OTHER, what="edited", message_id=4711, text=PASSWORD)))
    assert deleted(asha) == [4711]


def test_the_account_goes_along_to_another_telegram_account(world: World) -> None:
    asha = with_password(at_home(world))
    user, new = user_of(asha), world.passenger("Asha, new phone")
    asha.says("patna to delhi").sees("When?")
    new.says("/signin").sees("Which account").says("nobody at all").sees("phone number or the e-mail")
    new.says(user.phone.removeprefix("+91")).sees("password")
    types_secret(new, "eleven-quiet-mango-kite").sees("do not belong together")
    types_secret(new, PASSWORD).sees("You are signed in", "Hello Asha Verma")
    assert user_of(new).user_id == user.user_id
    with world.units() as work:
        assert work.users.by_chat(asha.chat_id) is None
        (news,) = [each for each in work.notifications.due(world.clock.now()) if each.user_id == user.user_id]
    assert news.chat_id == asha.chat_id
    (told,) = world.pushes.word(news, user)
    assert "opened in another Telegram account" in told.text
    assert world.sessions.load(asha.chat_id).flow is None
    asha.says("/trips").sees_not("Patna")
    new.says("/signin").sees("has a Yatri account already")


def test_who_tries_too_often_is_stopped(world: World) -> None:
    asha = with_password(at_home(world))
    thief = world.passenger("Thief")
    thief.says("/signin").says(user_of(asha).email)
    for _ in range(5):
        types(thief, ANOTHER)
        thief.sees("do not belong together")
    types(thief, PASSWORD)
    thief.sees("tried too often")
    assert user_of(asha).chat_id == asha.chat_id


def test_whether_there_is_such_an_account_is_not_told(world: World) -> None:
    thief = world.passenger("Thief")
    thief.says("/signin").says("nobody.at.all@example.com").sees("password?")
    types(thief, ANOTHER)
    thief.sees("do not belong together")


def test_an_account_at_rest_books_nothing_and_is_opened_again(world: World) -> None:
    asha = at_payment(world.passenger()).pays().taps("I have paid")
    asha.is_told()
    asha.says("/profile").taps("Close account").taps("Put to rest").sees("Your account rests", "Open again")
    asha.says("patna to delhi tomorrow").sees("Your account rests").sees_not("Which train")
    asha.says("/book").sees("Your account rests")
    asha.says("/wallet").sees("Your account rests")
    asha.taps_old(forged("g.name")).sees("Open it again")
    asha.says("/trips").sees("NDLS → MMCT")
    asha.says("/help").sees("How Yatri works")
    asha.says("/profile").taps("Open again").sees("Welcome back")
    asha.says("patna to delhi").sees("When?")


def test_an_account_that_the_desk_closed_is_led_to_support(world: World) -> None:
    asha = at_home(world)
    user = user_of(asha)
    with world.units() as work:
        work.users.save(user.but(is_active=False, closed_by="fraud"))
        work.commit()
    asha.says("/book").sees("closed by our desk", "/support").sees_not("Open again", "fraud")
    asha.says("/profile").sees("closed by our desk")
    asha.taps_old(forged("g.wake")).sees("closed by our desk")
    asha.says("/delete").sees("closed by our desk")
    asha.says("/support").sees("What is it about")
    assert not user_of(asha).is_active
    assert world.services.exporting.of_user(user.user_id, at(world))["user"]["closed_by"] == "desk"


def test_deleting_is_refused_while_there_are_trips_or_money(world: World) -> None:
    asha = at_payment(world.passenger()).pays().taps("I have paid")
    asha.says("/delete").sees("trips ahead", "/trips")
    ravi = at_home(world, "Ravi Rao")
    credit(ravi, Decimal("12.50"))
    ravi.says("/delete").sees("₹12.50 in your wallet", "/wallet")
    payouts, now = world.services.payouts, at(world)
    wanted = asked(withdrawing(ravi, "12.50").taps("Yes, withdraw"))
    ravi.says("/delete").sees("withdrawal of yours is still under way")
    payouts.approve(wanted, ANJALI, now)
    payouts.sent(wanted, "UTR1", ANJALI, now)
    ravi.says("/delete").sees("₹12.50 was sent to you just now", "until Wed 9 Jan")
    ravi.says("/topup").says("500")
    later = now + timedelta(days=2, minutes=1)
    with pytest.raises(Problem, match="delete-money-first") as told:
        world.services.leaving.delete(user_of(ravi).user_id, later)
    assert told.value.args_for_text["kind"] == "link"
    ravi.taps("Give it up")
    gone = user_of(ravi).user_id
    world.services.leaving.delete(gone, later)
    payouts.fail(wanted, "the account is closed", ANJALI, later)
    assert "₹12.50" in called_for(world, gone)


def called_for(world: World, gone: UserId) -> str:
    """What the desk is told of the money of a deleted account, which the admin log knows, too."""
    calling, call = Calling(world.units), Call(kind=CallKind.STRANDED, about=gone)
    assert call in calling.waiting()
    assert "money-stranded" in acts_about(world, gone)
    with world.units() as work:
        assert not [news for news in work.notifications.due(at(world) + timedelta(days=9)) if news.user_id == gone]
    about = calling.about(call, at(world))
    assert about is not None
    return call_reply(world.services, about).text


def test_a_deleted_account_leaves_its_tickets_without_the_person(world: World, storage: Storage) -> None:
    asha = at_payment(world.passenger(), party="Zubeida 61 F lower")
    user, group = user_of(asha), Group(world).relayed()
    expire(asha)
    asha.says("/cancel").says("/support").taps("On the journey").says("Zubeida lost her umbrella")
    here = group.relayed().latest().topic_id
    asha.says("/cancel").says("/delete").sees("Delete your account?").says("no").sees("Nothing is deleted")
    asha.taps("Yes, delete it").sees("Really?").taps("Delete for good").sees("Your account is deleted")
    assert rows_with(storage, "Zubeida") == []
    assert rows_with(storage, user.email) == []
    assert rows_with(storage, user.phone) == []
    with world.units() as work:
        assert work.users.get(user.user_id).full_name == ""
        (booking,) = work.bookings.of_user(user.user_id)
        assert [person.age for person in booking.passengers] == [61]
    money = GatewayPayment("pay_late", booking.fare, "upi", "captured")
    world.services.paying.settle(PaymentId(booking.payment_id or ""), money, at(world))
    with world.units() as work:
        assert work.bookings.get(booking.booking_id).booking_status is BookingStatus.EXPIRED
        assert "account deleted" in str(work.logs.about(booking.payment_id or ""))
    assert say("en").money(booking.fare) in called_for(world, user.user_id)
    world.services.leaving.run(at(world))
    assert here not in group.passes(days=2).topics
    with world.units() as work:
        (ticket,) = work.tickets.of_user(user.user_id)
        assert (ticket.is_closed, ticket.topic_id, ticket.due_at) == (True, None, None)
    asha.says("/profile").sees("no Yatri account")
    asha.says("/book").sees("Where do you start?")
    again = at_home(world, "Asha Verma")
    assert user_of(again).user_id != user.user_id


def test_the_word_typed_whole_deletes_at_once_and_keeping_is_one_tap(world: World) -> None:
    asha = at_home(world)
    asha.says("/delete").taps("Keep my account").sees("stays as it was")
    asha.says("/delete").says("DELETE").sees("Your account is deleted")
    asha.says("/profile").sees("no Yatri account")


def test_no_secret_is_left_in_any_row_or_line_of_the_log(
    world: World, storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    asha = with_password(at_home(world))
    new = world.passenger()
    new.says("/signin").says(user_of(asha).email)
    types(new, ANOTHER)
    types(new, PASSWORD)
    new.says("/verify").taps("PAN card")
    types(new, PAN)
    assert rows_with(storage, "FILE-OF-ASHA") == rows_with(storage, PAN) == []
    shows(new, "photo", "FILE-OF-ASHA")
    secrets = (PASSWORD, ANOTHER, PAN, "FILE-OF-ASHA")
    assert [row for secret in secrets for row in rows_with(storage, secret)] == []
    assert caplog.text
    assert [secret for secret in secrets if secret in caplog.text] == []
    assert rows_with(storage, user_of(new).email), "what is no secret would have been found"


def rows_with(storage: Storage, words: str) -> list[str]:
    """Rows of any table in which these words stand, as they are stored."""
    found = []
    for table in TABLES:
        name = storage.settings.table(table.name)
        pages = storage.client.get_paginator("scan").paginate(TableName=name, ConsistentRead=True)
        rows = [row for page in pages for row in page["Items"]]
        found += [f"{table.name} {row['PK']}" for row in rows if words in str(row)]
    return found


def test_who_leaves_while_they_book_has_either_gone_or_a_booking(world: World) -> None:
    outcomes = set()
    for turn in range(6):
        user = user_of(at_home(world))
        with ThreadPoolExecutor(2) as pool:
            held = pool.submit(outcome_of, partial(hold, world, user))
            left = pool.submit(outcome_of, partial(world.services.leaving.delete, user.user_id, at(world)))
        with world.units() as work:
            stands = [one for one in work.bookings.of_user(user.user_id) if one.booking_status is BookingStatus.HELD]
            gone = work.users.get(user.user_id).closed_by == DELETED
        assert gone is not bool(stands), (turn, held.result(), left.result())
        assert gone or work.users.get(user.user_id).is_active
        outcomes.add((held.result(), left.result()))
    assert outcomes <= {("done", "delete-trips-first"), ("account-resting", "done"), ("account-closed", "done")}


def at(world: World) -> datetime:
    return world.clock.now()


def hold(world: World, user: User) -> None:
    day = (at(world) + timedelta(days=9)).date()
    party = (PassengerDetails(name="Asha", age=34, gender=Gender.FEMALE),)
    ends = StationCode("NDLS"), StationCode("MMCT")
    request = HoldRequest(user.user_id, "12952", TravelClass.THIRD_AC, *ends, day, party)
    world.services.booking.hold(request, f"race {user.user_id}", at(world))


def outcome_of(act: Callable[[], object]) -> str:
    """done, or the key of the Problem."""
    try:
        act()
    except Problem as problem:
        return problem.key
    return "done"
