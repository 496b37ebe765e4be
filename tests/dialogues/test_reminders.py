"""Reminders, with the clock moved: the last minutes to pay, the chart, and the train that leaves soon."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

from telegram import Bot

from bot.clock import FollowedClock
from bot.jobs import BookingJobs
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.scheduler import Scheduler
from bot.telegram_send import Sender
from domain.bookings import Booking, BookingStatus
from domain.ids import made_at
from domain.notifications import NotifType, news
from domain.railtime import INDIA
from domain.reminders import EVE_SPREAD
from handlers.pushes import Pushes
from handlers.reply import Reply
from handlers.tickets import unbroken
from tests.dialogues.test_cancelling import ticket
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.test_two_tickets import at_review as at_review_of_two
from tests.dialogues.test_two_tickets import tickets
from tests.dialogues.test_waiting import a_full_day, books, chart
from tests.dialogues.transcript import Passenger, World
from tests.unit.bot.chatters import Chatters, dot

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_days = count(1)  # of March 2030


@dataclass
class At:
    """A clock that stands."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant


def replies_at(asha: Passenger, at: datetime) -> list[Reply]:
    """What is pushed to this chat at that time, after a round over the agenda."""
    world = asha.world
    while world.services.agenda.run(at).told:
        pass
    pushes = Pushes(world.services, world.sessions, At(at))
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        due = [one for one in work.notifications.due(at, 1000) if one.user_id == user.user_id]
        assert all(made_at(one.notif_id) <= at for one in due)  # so that what comes later stands above it in the inbox
        found = [reply for one in due for reply in pushes.word(one, user)]
        for one in due:
            work.notifications.pushed(one, "told")
    return found


def told_at(asha: Passenger, at: datetime) -> list[str]:
    return [reply.text for reply in replies_at(asha, at)]


def travels(
    world: World, party: str = "Asha 34 F\nRavi 40 M", asha: Passenger | None = None
) -> tuple[Passenger, Booking]:
    """With a paid ticket of which the passenger has been told."""
    on = date(2030, 1, 7) + timedelta(days=20 + next(_days))
    asha = asha or world.passenger()
    asha.says("/start").taps("English").taps("Look around")
    asha.says(f"new delhi to mumbai central on {on:%d %b}").taps("12952 · 3A").registers().says(party).taps("Done")
    asha.taps("Pay ₹").pays().taps("I have paid").is_told()
    return asha, ticket(asha)


def test_four_minutes_before_the_end_of_a_hold_there_is_one_last_call(world: World) -> None:
    asha = at_payment(world.passenger())
    booking = ticket(asha)
    assert told_at(asha, booking.hold_until - 5 * MINUTE) == []
    (reply,) = replies_at(asha, booking.hold_until - 4 * MINUTE)
    assert "4 minutes left to pay" in reply.text
    assert "held until 10:" in reply.text
    assert reply.buttons[0][0].text == "Show and pay"
    assert told_at(asha, booking.hold_until - 2 * MINUTE) == []
    (over,) = told_at(asha, booking.hold_until)
    assert "time to pay" in over
    assert ticket(asha).booking_status is BookingStatus.EXPIRED
    assert told_at(asha, booking.departure_at - HOUR) == []


def test_who_has_paid_hears_no_last_call(world: World) -> None:
    asha = at_payment(world.passenger())
    world.services.agenda.run(ticket(asha).hold_until - 4 * MINUTE)  # written, and then the money comes
    asha.pays().taps("I have paid")
    assert not any("left to pay" in words for words in told_at(asha, ticket(asha).hold_until - 3 * MINUTE))


def test_of_two_tickets_paid_as_one_one_last_call_is_made(world: World) -> None:
    asha = at_review_of_two(world).taps("Pay ₹")
    first, second = tickets(asha)
    assert first.hold_until == second.hold_until
    assert len(told_at(asha, first.hold_until - 3 * MINUTE)) == 1


def test_the_evening_before_four_hours_and_one_hour(world: World) -> None:
    asha, booking = travels(world)
    leaves = booking.departure_at.astimezone(INDIA)
    eve = leaves.replace(hour=18, minute=0) - timedelta(days=1)
    assert told_at(asha, eve - MINUTE) == []
    (words,) = told_at(asha, eve + EVE_SPREAD)
    assert "tomorrow" in words
    assert "16:55</b> from New Delhi" in words
    assert unbroken(str(booking.passengers[0].seat)) in words
    (words,) = told_at(asha, leaves - 4 * HOUR)
    assert "today at 16:55" in words
    (reply,) = replies_at(asha, leaves - HOUR)
    assert "One hour to go" in reply.text
    assert unbroken(str(booking.passengers[1].seat)) in reply.text
    asha.taps_old(reply.buttons[0][0])
    assert f"PNR {booking.pnr}" in asha.replies[0].text
    assert told_at(asha, leaves + HOUR) == []
    with world.units() as work:
        assert booking.booking_id not in {
            look.booking_id for look in work.bookings.due(leaves + timedelta(days=9), 1000)
        }


def test_reminders_come_by_themselves_while_the_clock_is_moved(world: World, tmp_path: Path) -> None:
    """Through the scheduler, the due list and the outbox, to a chat of the sandbox."""
    chat = Chatters(tmp_path)
    person = chat.someone()
    _, booking = travels(world, "Asha 34 F", Passenger(world, person.chat_id, "Asha Verma"))
    leaves, clock = booking.departure_at.astimezone(INDIA), FollowedClock(chat.sandbox.url).start()

    async def reads(bot: Bot) -> list[str]:
        word = Pushes(world.services, world.sessions, clock).word
        outbox = Outbox(world.units, word, Sender(bot, dot, PATIENCE), clock, Measures())
        looks = BookingJobs(world.services, clock, Measures()).all()["expiry"][1]
        scheduler = Scheduler({"expiry": (0.05, looks), "news": (0.05, outbox.push_due)})
        scheduler.start()
        for place, at in enumerate((leaves.replace(hour=18, minute=20) - DAY, leaves - 4 * HOUR, leaves - HOUR)):
            chat.http.post("/clock", json={"to": at.isoformat()}).raise_for_status()
            async with asyncio.timeout(20):
                while len(found := await asyncio.to_thread(person.sees)) <= place:
                    await asyncio.sleep(0.05)
        await scheduler.end()
        await outbox.finish()
        return [message["text"] for message in found]

    eve, hours, hour = chat.with_bot(reads)
    assert "tomorrow" in eve
    assert "today at 16:55" in hours
    assert "One hour to go" in hour
    clock.close()
    chat.close()


def test_two_sweeps_at_once_remind_once(world: World) -> None:
    asha, booking = travels(world)
    at = booking.departure_at - HOUR
    with world.units() as work:
        (look,) = [look for look in work.bookings.due(at, 1000) if look.booking_id == booking.booking_id]
    agenda = world.services.agenda
    assert [agenda._look(look, at, may_end=True), agenda._look(look, at, may_end=True)].count(None) == 1
    assert len(told_at(asha, at)) == 1


def test_who_boards_elsewhere_is_reminded_of_that_station_at_its_time(world: World) -> None:
    asha, booking = travels(world)
    asha.says("/trips").taps("NDLS → MMCT")
    asha.screen = asha.replies[0]
    asha.taps("Board elsewhere").taps("(KOTA)").taps("Yes, board at Kota").sees("You board at")
    changed = ticket(asha)
    assert changed.boarding_at is not None
    assert len(told_at(asha, booking.departure_at - HOUR)) == 1  # of the evening before; Kota is still far
    assert "today at 21:40" in told_at(asha, changed.boarding_at - 4 * HOUR)[0]
    assert told_at(asha, changed.boarding_at - HOUR - MINUTE) == []
    (words,) = told_at(asha, changed.boarding_at - HOUR)
    assert "<b>Kota" in words
    assert "21:40" in words


def test_a_ticket_that_is_given_back_is_reminded_of_no_more(world: World) -> None:
    asha, booking = travels(world, "Asha 34 F")
    world.services.cancelling.cancel(booking.booking_id, booking.user_id, [0], world.clock.now())
    assert told_at(asha, booking.departure_at - HOUR) == []


def test_five_past_midnight_is_tonight(world: World) -> None:
    asha, booking = travels(world)
    leaves = datetime(2030, 3, 1, 0, 5, tzinfo=INDIA)
    with world.units() as work:
        work.bookings.save(work.bookings.get(booking.booking_id).but(departure_at=leaves))
        work.commit()
    (words,) = told_at(asha, datetime(2030, 2, 28, 18, 0, tzinfo=INDIA) + EVE_SPREAD)
    assert "tonight at 00:05, in the night to Fri 1 Mar" in words
    (words,) = told_at(asha, datetime(2030, 2, 28, 20, 5, tzinfo=INDIA))
    assert "tonight at 00:05" in words


def test_a_train_that_is_put_off_is_reminded_of_again(world: World) -> None:
    asha, booking = travels(world)
    leaves = booking.departure_at.astimezone(INDIA)
    assert len(told_at(asha, leaves - HOUR)) == 1
    later = leaves + timedelta(hours=6)
    with world.units() as work:
        work.bookings.save(work.bookings.get(booking.booking_id).but(departure_at=later))
        told = news(
            booking.user_id,
            NotifType.BOOKING,
            "told-rescheduled",
            booking.booking_id,
            leaves,
            was_at=leaves.isoformat(),
        )
        work.notifications.add(told)
        work.commit()
    (words,) = told_at(asha, leaves)
    assert "today at 22:55 from New Delhi, not today at 16:55" in words
    assert "today at 22:55" in told_at(asha, later - 4 * HOUR)[0]
    assert "One hour to go" in told_at(asha, later - HOUR)[0]


def desk_moves(asha: Passenger, at: datetime, minutes: int) -> list[str]:
    """The train of her ticket leaves so many minutes after its timetable, says the desk at that time; what she hears.
    The jobs do their work twice, as after a crash."""
    world, key = asha.world, ticket(asha).run_key
    with world.units() as work:
        state = work.runs.load(key)
        assert state is not None
        work.run_changes.late(key, minutes, state.late, "fog")
        work.commit()
    assert [world.services.rescheduling.follow(key, at) for _ in range(2)] == [1, 0]
    return told_at(asha, at)


def test_a_train_that_is_less_late_than_was_feared_is_reminded_of_by_the_sooner_time(world: World) -> None:
    asha, booking = travels(world)
    leaves = booking.departure_at.astimezone(INDIA)
    eve = leaves.replace(hour=18, minute=0) - timedelta(days=1)
    assert len(told_at(asha, eve + EVE_SPREAD)) == 1
    (words,) = desk_moves(asha, eve + HOUR, 600)  # on the next day at 02:55, the evening before is that day's
    assert "leaves at another time" in words
    assert told_at(asha, leaves - 4 * HOUR) == []
    (words,) = desk_moves(asha, leaves - 3 * HOUR, 30)
    assert "earlier than you were told:</b> today at 17:25 from New Delhi, no longer tonight at 02:55" in words
    assert told_at(asha, leaves - 2 * HOUR) == []  # four hours before the new time are over: the news said it
    assert "One hour to go" in told_at(asha, leaves - HOUR / 2)[0]
    assert "leaves at another time" in desk_moves(asha, leaves - MINUTE, 120)[0]
    assert "earlier" in desk_moves(asha, leaves, 30)[0]  # the same time once more: it is told, and not reminded of
    assert told_at(asha, leaves + 3 * HOUR) == []
    with world.units() as work:
        left = {look.booking_id for look in work.bookings.due(leaves + timedelta(days=9), 1000)}
    assert booking.booking_id not in left


def test_a_train_that_is_put_off_after_its_time_is_reminded_of_at_the_new_one(world: World) -> None:
    asha, booking = travels(world)
    leaves = booking.departure_at.astimezone(INDIA)
    told_at(asha, leaves + 5 * MINUTE)  # it has not come, and nobody has said so: its reminders are over
    (words,) = desk_moves(asha, leaves + 10 * MINUTE, 360)
    assert "today at 22:55 from New Delhi, not today at 16:55" in words
    assert "today at 22:55" in told_at(asha, leaves + 2 * HOUR)[0]
    assert told_at(asha, leaves + 3 * HOUR) == []
    assert "One hour to go" in told_at(asha, leaves + 5 * HOUR)[0]


def test_the_chart_tells_everybody_their_berths_once(world: World) -> None:
    on = a_full_day(world, left=1, on=date(2030, 1, 27))
    first, second = books(world, on, "Asha 34 F\nRavi 40 M"), books(world, on, "Meera 40 F")
    for asha in (first, second):
        asha.is_told()
    charted = ticket(first).departure_at - 9 * HOUR
    chart(world, ticket(first))
    chart(world, ticket(first))
    for asha in (first, second):
        words = [said for said in told_at(asha, charted) if "The chart of" in said]
        assert len(words) == 1
        assert unbroken(str(ticket(asha).passengers[0].seat).partition("/")[0]) in words[0]
