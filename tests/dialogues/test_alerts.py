"""Alerts: asked for at a full train or a closed quota, listed, taken away, and told once."""

from datetime import date, datetime, timedelta

from bot.drawing import Drawing
from domain.railtime import INDIA
from handlers.reply import Button, Reply
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.test_reminders import replies_at
from tests.dialogues.test_waiting import a_full_day, books, chart
from tests.dialogues.transcript import Passenger, World


def looks(world: World, words: str) -> Passenger:
    """Somebody with an account at a list of trains."""
    return world.passenger().says("/start").taps("English").registers().says(words)


def pushed(asha: Passenger, at: datetime) -> list[Reply]:
    """What is pushed by then, after a round over all alerts."""
    while asha.world.services.alerting.run(at):
        pass
    return replies_at(asha, at)


def a_full_train(world: World, day: int) -> tuple[date, Passenger]:
    """12310 in 2A with one berth, now Asha's, and two seats in RAC which two others have."""
    on = a_full_day(world, left=1, on=date(2030, 2, day))
    first = books(world, on, "Asha 34 F")
    books(world, on, "Meera 40 F\nNeha 41 F")
    return on, first


def watches(world: World, on: date) -> Passenger:
    asha = looks(world, f"new delhi to patna on {on:%d %b} in 2a")
    return asha.taps("Tell me when").taps("🔔 12310 · 2A").sees("You will be told").sees_not("What shall we tell")


def test_a_berth_that_comes_free_goes_to_who_waits_and_then_to_who_watches(world: World) -> None:
    on, first = a_full_train(world, 3)
    watcher = watches(world, on)
    with world.units() as work:
        work.runs.mark(ticket(first).run_key)
        work.commit()
    world.services.promoting.run(world.clock.now())
    assert pushed(watcher, world.clock.now()) == []  # nothing is free
    open_ticket(first.says("/trips").taps("NDLS → PNBE")).taps("✖ Cancel").taps("Yes, ")
    world.services.promoting.run(world.clock.now())
    assert pushed(watcher, world.clock.now()) == []  # it went to RAC


def test_watchers_are_told_once_and_a_tap_begins_to_book(world: World) -> None:
    on = a_full_day(world, left=1, on=date(2030, 2, 4))
    first = books(world, on, "Asha 34 F")
    watcher, other = watches(world, on), watches(world, on)
    open_ticket(first.says("/trips").taps("NDLS → PNBE")).taps("✖ Cancel").taps("Yes, ")
    world.services.promoting.run(world.clock.now())
    (reply,) = pushed(watcher, world.clock.now())
    assert "A berth is free" in reply.text
    assert "12310" in reply.text
    assert pushed(other, world.clock.now()) == []  # one berth: the one who asked first
    watcher.says("/alerts").sees("no alerts yet")
    later = world.clock.now() + timedelta(minutes=6)
    assert len(pushed(other, later)) == 1  # still free
    assert pushed(watcher, later) == []
    watcher.taps_old(reply.buttons[0][0]).sees("Who travels?").says("Ravi 40 M").taps("Done").sees(
        "Please check", "12310"
    )


def test_the_chart_frees_berths_for_watchers(world: World) -> None:
    on, first = a_full_train(world, 5)
    watcher, asleep = watches(world, on), watches(world, on)
    chart(world, ticket(first))  # other quotas are released
    (reply,) = pushed(watcher, ticket(first).departure_at - timedelta(hours=9))
    assert "berths are free" in reply.text
    assert pushed(asleep, ticket(first).departure_at) == []  # too late to book


def test_tatkal_is_told_of_five_minutes_before_it_opens(world: World) -> None:
    asha = looks(world, "new delhi to howrah on 17 jan tatkal 3a").taps("Tell me when")
    asha.sees("What shall we tell you?").taps("⏰ 12304 · 3A · Tatkal").sees("Wed 16 Jan at 09:55")
    asha.taps("Add to calendar").sees("15 and 5 minutes before")
    (picture,) = (reply.picture for reply in asha.replies if reply.picture)
    content, name = Drawing(world.units, lambda: world.catalogue, sample=True)(picture)
    assert name == "Yatri-opening-2030-01-17.ics"
    assert b"SUMMARY:Tatkal opens: 12304 3A" in content
    assert b"DTSTART;TZID=Asia/Kolkata:20300116T100000" in content
    assert content.count(b"BEGIN:VALARM") == 2
    opens = datetime(2030, 1, 16, 10, 0, tzinfo=INDIA)
    assert pushed(asha, opens - timedelta(minutes=6)) == []
    (reply,) = pushed(asha, opens - timedelta(minutes=5))
    assert "Tatkal opens at 10:00" in reply.text
    assert "12304" in reply.text
    assert pushed(asha, opens) == []
    asha.taps_old(reply.buttons[0][0]).sees("Who travels?")


def test_a_day_that_cannot_be_booked_yet_is_told_of_when_it_can(world: World) -> None:
    asha = looks(world, "new delhi to patna on 20 april").sees("60 days")
    asha.taps("Remind me: Sat 20 Apr").sees("shortly before it opens", "any train", "at 07:55")
    ravi = looks(world, "new delhi to patna on 20 april").taps("Remind me: Sat 20 Apr")
    opens = datetime(2030, 2, 19, 8, 0, tzinfo=INDIA)
    (reply,) = pushed(asha, opens - timedelta(minutes=5))
    assert "Booking opens at 08:00</b> for Sat 20 Apr: New Delhi → Patna" in reply.text
    ravi.says("/language").taps("हिन्दी")  # while the same news, which are written, wait to be pushed
    (reply,) = pushed(ravi, opens - timedelta(minutes=5))
    assert "20 अप्रैल की <b>बुकिंग 08:00 बजे खुलेगी</b>: नई दिल्ली → पटना" in reply.text


def test_the_same_is_asked_for_once_and_can_be_taken_away(world: World) -> None:
    asha = looks(world, "new delhi to howrah on 17 jan tatkal 3a").taps("Tell me when")
    tap = asha.button("⏰ 12304 · 3A · Tatkal")
    asha.taps_old(tap).taps_old(tap).says("/cancel").says("/alerts").sees("One thing", "12304 3A", "Tatkal").taps("✖ 1")
    asha.sees("Taken away", "no alerts yet")
    assert pushed(asha, datetime(2030, 1, 16, 10, 0, tzinfo=INDIA)) == []


def test_nobody_takes_away_the_alert_of_another_or_makes_one_of_nonsense(world: World) -> None:
    asha = looks(world, "new delhi to howrah on 17 jan tatkal 3a").taps("Tell me when").taps("⏰ 12304 · 3A · Tatkal")
    tap = asha.says("/cancel").says("/alerts").button("✖ 1")
    ravi = looks(world, "/start")
    ravi.taps_old(tap)
    asha.says("/alerts").sees("One thing")
    for data in (
        "g.watch=",
        "g.watch=1|2",
        "g.remind=12304|9Z|NDLS|HWH|2030-01-17|TQ",
        "g.watch=||NDLS|HWH|2030-01-17|GN",
    ):
        ravi.taps_old(Button(text="", data=data)).sees("changed meanwhile")
    ravi.taps_old(Button(text="", data="g.watch=12304|3A|NDLS|HWH|2030-01-17|GN")).sees("berths free right now")
    ravi.taps_old(Button(text="", data="g.remind=12304|3A|NDLS|HWH|2030-01-17|GN")).sees("open already")
    ravi.taps_old(Button(text="", data="g.remind=||NDLS|HWH|2035-01-18|GN")).sees("a year ahead")
    ravi.says("/alerts").sees("no alerts yet")


def test_a_full_house_of_alerts_is_enough(world: World) -> None:
    asha = looks(world, "/start")
    for day in range(1, 21):
        asha.taps_old(Button(text="", data=f"g.remind=||NDLS|HWH|2030-05-{day:02}|GN")).sees("You will be told on")
    asha.taps_old(Button(text="", data="g.remind=||NDLS|HWH|2030-05-21|GN")).sees("20 alerts already")
