"""A special train, from the desk that puts it on to those who find it, book it and are paid back."""

from datetime import date, timedelta

import pytest

from bot.catalogue import CatalogueHolder
from bot.usecases import Ways, use_cases
from bot.vault import Vault, new_key
from domain.catalogue import Catalogue
from domain.ids import TrainId
from domain.inventory import RunKey
from domain.railtime import today
from domain.staff import Role
from handlers.incoming import Incoming, Kind
from handlers.pushes import Pushes
from handlers.reply import PictureKind
from handlers.router import Router
from handlers.turns import Turns
from storage.catalogue import CatalogueStore
from storage.snapshot import SnapshotFile
from tests.dialogues.staffer import Staffer, a_staffer
from tests.dialogues.test_cancelling import ticket
from tests.dialogues.test_money import balance_of
from tests.dialogues.transcript import A_MINUTE, FIRST_ADMINS, Passenger, World
from tests.engines import Storage

# One world for the file, in which a number is offered once: the stories are told in their order.
pytestmark = pytest.mark.xdist_group("specials")


@pytest.fixture(scope="module")
def workers(
    world: World, starter: Catalogue, storage: Storage, tmp_path_factory: pytest.TempPathFactory
) -> CatalogueHolder:
    """The timetable as a running bot has it: it looks for a newer one when it is told to."""
    trains = [train for train in starter.timetable if train.number in ("12309", "12310", "12952")]
    codes = sorted({stop.station for train in trains for stop in train.stops})
    stations = [station for code in codes if (station := starter.station(code))]
    store = CatalogueStore(storage.client, storage.settings)
    store.publish(stations, trains, "starter", world.clock.now())
    holder = CatalogueHolder(store, SnapshotFile(tmp_path_factory.mktemp("specials")))
    assert holder.refresh()
    ways = Ways(first_admins=FIRST_ADMINS)
    world.services = use_cases(holder.current, world.units, world.gateway, Vault([new_key()]), ways)
    world.turns = Turns(world.sessions, Router(world.services), A_MINUTE)
    world.pushes = Pushes(world.services, world.sessions, world.clock)
    return holder


@pytest.fixture
def vikram(world: World, workers: CatalogueHolder) -> Staffer:
    return a_staffer(world, Role.SUPERVISOR, "Vikram")


def in_days(world: World, ahead: int) -> date:
    return today(world.clock.now()) + timedelta(ahead)


def puts_on(vikram: Staffer, dates: str) -> str:
    """A special as 12310, half an hour after it; its number."""
    vikram.says("/special 12310").sees("Under which number?")
    number = next(b.text for reply in vikram.screen.values() for row in reply.buttons for b in row if b.text[0] == "0")
    vikram.taps(number).says(dates).taps("17:40 (+30)").says("1 2A, 2 3A").taps("Put it on").sees("It is on")
    return number


def looks(world: World, on: date) -> Passenger:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    return asha.says(f"new delhi to patna on {on:%d %b} in 3A")


def test_it_is_put_on_found_booked_and_then_not_to_be_withdrawn(
    world: World, workers: CatalogueHolder, vikram: Staffer
) -> None:
    first, last, off = in_days(world, 10), in_days(world, 12), in_days(world, 13)
    vikram.says("/special").sees("Which train shall it copy?").says("12310").sees("As <b>12310", "02310")
    vikram.says("12310").sees("five digits").says("02310").sees("On which dates")
    vikram.says("someday").sees("cannot read").says(f"{first:%d %b} to {last:%d %b}").sees("12310 leaves at 17:10")
    vikram.taps("17:40 (+30)").sees("1 1A, 4 2A, 10 3A").says("2 XX").sees("how many of which class").says("1 2A, 2 3A")
    vikram.sees("New Delhi - ", "Special", "NDLS 17:40", "3 runs", "1 2A, 2 3A · 198 berths", "Is it right so?")
    assert not workers.refresh()
    yes = vikram.button("Put it on")
    vikram.taps("Put it on").sees("It is on").taps_button(yes).sees("asked before")
    assert vikram.acts() == ["special-put-on"]
    assert workers.refresh()
    assert not workers.refresh()

    asha = looks(world, first).sees("02310", "17:40 NDLS", "02310 · 3A")
    looks(world, off).sees("12310").sees_not("02310")
    world.passenger().says("/start").taps("English").taps("Look around").says("02310").sees("Special", f"{last.day}")
    asha.taps("02310 · 3A").registers().says("Asha 34 F").taps("Done").taps("Pay ₹").pays().taps("I have paid")
    asha.sees("Booked and paid")
    booking = ticket(asha)
    assert (booking.train_id, booking.run_date) == ("02310", first)
    asha.is_told()
    asha.says("/trips").taps("NDLS → RJPB")
    pictures = [reply.picture.kind for reply in asha.replies if reply.picture]
    assert pictures == [PictureKind.TICKET_IMAGE, PictureKind.TICKET_PDF]

    world.services.charting.run(booking.departure_at - timedelta(hours=1))
    with world.units() as work:
        state = work.runs.load(booking.run_key)
    assert state
    assert state.chart

    vikram.says("/specials").sees("02310", "3 runs").taps("Withdraw 02310").sees("Withdraw it?")
    vikram.taps("Withdraw 02310").sees("Somebody has a place")
    vikram.says(f"/run 02310 {first}").sees("3A: 1 of 144 sold").says(f"/run 02310|{first}|cancel|no rake").sees(
        "no rake"
    )
    world.services.giving_back.run(world.clock.now())
    assert balance_of(asha) == booking.fare_breakup.ticket
    vikram.says("/specials").taps("Withdraw 02310").taps("Withdraw 02310").sees("02310", "is withdrawn")
    assert vikram.acts() == ["special-withdrawn", "run-cancelled", "special-put-on"]
    vikram.says("/audit 02310").sees("TRAIN#02310", "special-withdrawn", "special-put-on")
    assert workers.refresh()
    looks(world, last).sees("12310").sees_not("02310")
    vikram.says("/specials").sees("No special train is ahead")
    asha.says("/trips").sees("02310")


def test_a_worker_that_has_not_looked_sells_nothing_of_what_was_withdrawn(
    world: World, workers: CatalogueHolder, vikram: Staffer
) -> None:
    on = in_days(world, 20)
    number = puts_on(vikram, f"{on}")
    workers.refresh()
    asha = looks(world, on).taps(f"{number} · 3A").registers().says("Asha 34 F").taps("Done")
    vikram.says("/specials").taps(f"Withdraw {number}").taps("Leave it").sees("nothing was done")
    vikram.says("/specials").taps(f"Withdraw {number}").taps(f"Withdraw {number}").sees("is withdrawn")
    asha.taps("Pay ₹").sees("has cancelled")
    looks(world, on).sees(f"{number}", "cancelled")


def test_a_crash_after_the_word_is_made_good_by_the_same_update(
    world: World, workers: CatalogueHolder, vikram: Staffer
) -> None:
    on = in_days(world, 21)
    number = puts_on(vikram, f"{on}")
    with world.units() as work:
        special = work.run_changes.specials.get(number)
        assert special
        work.run_changes.specials.put(special.but(withdrawn_at=world.clock.now()))
        work.roster.done(77, world.clock.now())
        work.commit()
    again = Incoming(
        77, vikram.who, world.clock.now(), Kind.TAP, text=f"d.dropspecial={number}|on", callback_id="c", language="en",
        sender=vikram.who, first_name="Vikram", in_group=True, message_id=1,
    )  # fmt: skip
    vikram.turns.run(again)
    with world.units() as work:
        assert work.runs.cancelled(RunKey(TrainId(number), on))
    vikram.says("/specials").sees_not(number)


def test_an_agent_puts_nothing_on(world: World, workers: CatalogueHolder) -> None:
    agent = a_staffer(world, Role.AGENT)
    for words in ("/special 12310", "/specials", "/dropspecial 02310"):
        agent.says(words).sees("role")
    assert agent.acts() == ["refused"] * 3
