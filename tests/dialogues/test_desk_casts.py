"""Promo codes, broadcasts and the day's figures, from the desk to the passenger."""

import itertools
from datetime import timedelta
from decimal import Decimal

from bot.drawing import Drawing
from domain.railtime import today
from domain.staff import Role
from handlers.reply import PictureKind
from tests.dialogues.accounts import at_home
from tests.dialogues.staffer import a_staffer
from tests.dialogues.test_cancelling import booked
from tests.dialogues.test_money import balance_of, booking_of
from tests.dialogues.transcript import World

LONG = " and we mean it" * 180
_codes = itertools.count(1)


def test_a_promo_code_is_made_used_and_ended(world: World) -> None:
    asha, vikram, name = at_home(world), a_staffer(world, Role.SUPERVISOR, "Vikram"), f"DESK{next(_codes)}"
    last = today(world.clock.now()) + timedelta(days=7)
    vikram.says("/codes").taps("New code").says("nonsense").sees("Write code").says(f"{name} 50 10 {last}").sees("Made")
    asha.says(f"/promo {name}").sees("₹50")
    assert balance_of(asha) == 50
    vikram.says("/codes").sees(f"{name}", "1 of 10").taps(f"End {name}").sees("used 1 times")
    at_home(world).says(f"/promo {name}").sees("over")
    assert vikram.acts() == ["promo-closed", "promo-made"]
    vikram.says(f"/audit {name.lower()}").sees("promo-closed", "promo-made")


def test_a_broadcast_is_looked_at_counted_begun_and_stopped(world: World) -> None:
    asha, vikram = booked(world), a_staffer(world, Role.SUPERVISOR, "Vikram", private=True)
    booking = booking_of(asha)
    asha.is_told()
    vikram.says("/broadcasts").taps("New broadcast").sees("English").says(f"Tea is <free> today & only today{LONG}")
    vikram.sees("हिन्दी").says("आज चाय मुफ़्त").sees("To whom?")
    vikram.says(f"{booking.train_id} {booking.run_date}").sees(
        f"Tea is &lt;free&gt; today &amp; only today{LONG}", "sent to 1"
    )
    start = vikram.button("Start")
    vikram.taps("Start").sees("under way")
    vikram.taps_button(start).sees("left or begun")
    world.services.broadcasting.run(world.clock.now())
    asha.says("/inbox").sees("Tea is").says("/language").taps("हिन्दी").says("/inbox").sees("आज चाय").sees_not("Tea is")
    vikram.says("/broadcasts").taps("Tea is").sees("1 listed").taps("Stop").sees("stopped")
    with world.units() as work:
        begun = [row for row in work.logs.by_actor(f"STAFF#{vikram.who}") if row.action.startswith("broadcast")]
    assert [row.action for row in begun] == ["broadcast-stopped", "broadcast-begun"]


def test_what_cannot_be_a_broadcast_is_asked_again(world: World) -> None:
    vikram = a_staffer(world, Role.SUPERVISOR, "Vikram")
    vikram.says("/broadcasts").taps("New broadcast").says("x" * 3500).sees("3")
    vikram.says("Tea").taps("Without Hindi").says("no such city at all").sees_not("Start")
    everybody = vikram.says("/cast").says("Tea").taps("Without Hindi").button("Everybody")
    vikram.says("/cast {x").sees("English").taps_button(everybody).sees("left or begun")
    vikram.says("/today 0001-01-01").sees("Which day?")
    agent = a_staffer(world, Role.AGENT)
    agent.says("/broadcasts").sees("role")


def test_the_figures_of_today_have_what_was_sold_and_given_up(world: World) -> None:
    vikram = a_staffer(world, Role.SUPERVISOR, "Vikram")
    hand_day = today(world.clock.now())
    before = world.services.day_figures.of(hand_day, world.clock.now())
    asha = booked(world)
    asha.says("/trips")
    world.services.cancelling.cancel(booking_of(asha).booking_id, booking_of(asha).user_id, [0, 1], world.clock.now())
    after = world.services.day_figures.of(hand_day, world.clock.now() + timedelta(minutes=1))
    assert after.figures.ticket_count == before.figures.ticket_count + 1
    assert after.figures.total_in - before.figures.total_in == booking_of(asha).fare
    assert after.refunds == before.refunds + 1
    assert after.refunded - before.refunded == balance_of(asha) > Decimal(0)
    vikram.later = timedelta(minutes=2)
    vikram.says("/today").sees(f"Tickets sold: {after.figures.ticket_count}", "Support tickets: ")
    (reply,) = vikram.screen.values()
    assert reply.picture is not None
    assert (reply.picture.kind, reply.picture.day) == (PictureKind.FIGURES, str(hand_day))
    draw = Drawing(
        world.units, lambda: world.catalogue, sample=True,
        figures=lambda day: world.services.day_figures.of(day, world.clock.now() + vikram.later).figures,
    )  # fmt: skip
    assert draw(reply.picture)[0].startswith(b"\x89PNG")
    vikram.says("/today yesterday").sees("Tickets sold: 0")
    vikram.says("/today never").sees("Which day?")
