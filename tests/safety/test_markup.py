"""Markup in names and words: whatever people, the timetable or the desk call things, every message is whole."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.html_text import parse_html
from bot.telegram_text import pieces
from domain.broadcasts import Audience, AudienceKind
from domain.catalogue import Catalogue
from domain.users import SavedPassenger
from handlers.incoming import Incoming, Kind
from handlers.pushes import worded
from handlers.reply import Reply
from handlers.texts import LANGUAGES, say
from handlers.turns import Turn
from tests.dialogues.desk import Desk, Group, open_ticket, writes
from tests.dialogues.transcript import Passenger, World

EVIL = """<b>&<a href="https://evil.example">x</i>&lt;"'{name}"""
PARTS = (
    *("<b>", "</b>", "<", ">", "&", "&amp;", "&#60;", "<a href='https://evil.example'>", "</a>", '"', "'", "{name}"),
    *("<!--", "]]>", "<br/>", "<tg-spoiler>", "\u202e", "😀", "\x00", "a", " ", "दिल्ली", "<code>", "$name"),
)
MARKUP = st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map("".join)


def whole(*replies: Reply) -> None:
    """Each message as it would be sent is HTML that Telegram reads, and links nowhere but to where we link."""
    for reply in replies:
        for piece in pieces(reply.text):
            for entity in parse_html(piece).entities:
                assert "evil.example" not in entity.get("url", ""), piece


@dataclass
class Watched(Passenger):
    """Every message to this chat is read as Telegram would, and Telegram calls the person something evil."""

    def incoming(self, kind: Kind, **fields: Any) -> Incoming:
        return replace(super().incoming(kind, **fields), first_name=EVIL)

    def receives(self, turn: Turn) -> None:
        whole(*turn.replies)
        super().receives(turn)


def watched(world: World, name: str = "Asha Verma") -> Watched:
    return Watched(world, world.passenger().chat_id, name)


@pytest.fixture(scope="module")
def evil(world: World) -> World:
    """A world whose timetable came from somebody who does not like us."""
    stations = [
        replace(each, name=f"{each.name} {EVIL}", name_hi=EVIL, city=f"{each.city} {EVIL}")
        for each in world.catalogue.stations
    ]
    trains = [replace(each, name=f"{each.name} {EVIL}", name_hi=EVIL) for each in world.catalogue.timetable]
    return World(world.units, world.sessions, world.gateway, Catalogue("evil", stations, trains), world.clock)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_timetable_full_of_markup_breaks_no_message(evil: World, code: str) -> None:
    asha = watched(evil).says("/start").taps(LANGUAGES[code]).registers().says("NDLS to MMCT tomorrow")
    asha.taps("12952").says("Asha 34 F").taps("✅").taps("₹").pays()
    asha.taps(say(code).label("button-check"))
    for said in (
        "/trips",
        "/train 12952",
        "12952",
        "/pnr",
        "/inbox",
        "/wallet",
        "/alerts",
        "/help",
        "NDLS",
        "Evil Junction",
    ):
        asha.says(said)
    news = _news_of(evil, asha)
    assert news
    whole(*news)


def _news_of(world: World, asha: Passenger) -> list[Reply]:
    user = world.services.accounts.of_chat(asha.chat_id)
    assert user
    with world.units() as work:
        newest = work.notifications.newest(user.user_id, 20)
    return [reply for each in newest for reply in worded(world.services, each, user, world.clock.now())]


def test_names_full_of_markup_break_no_message_to_anybody(world: World) -> None:
    """Ours cannot have them, since names are checked; a row that came from elsewhere may."""
    group = Group(world)
    asha = watched(world).says("/start").taps("English").registers()
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").says("Asha 34 F").taps("Done").taps("Pay ₹")
    asha.pays().taps("I have paid")
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user
        (booking,) = work.bookings.of_user(user.user_id)
        people = (SavedPassenger(name=EVIL, age=34, gender=booking.passengers[0].gender),)
        wants = user.preferences.but(passengers=people)
        work.users.save(user.but(full_name=EVIL, email=EVIL, preferences=wants))
        named = tuple(person.but(name=EVIL) for person in booking.passengers)
        work.bookings.save(booking.but(passengers=named, train_name=EVIL))
        work.commit()
    for said in (
        "/start",
        "/trips",
        f"/trip {booking.booking_id}",
        f"/pnr {booking.pnr}",
        "/wallet",
        "/inbox",
        "/profile",
    ):
        asha.says(said)
    asha.says(f"/leave {booking.booking_id}").says("/cancel").says(f"/child {booking.booking_id}").says("/cancel")
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").says("/cancel")
    neha = open_ticket(asha, group)
    neha.name = EVIL
    neha.writes(EVIL * 60, html="").taps("Canned").taps("Hello, we are on it").taps("Send").taps("Assign")
    neha.writes(f"/find {booking.pnr}").writes("/staff").writes("/merge <b>").writes("/nonsense<b>")
    _read(group, neha, asha)


def _read(group: Group, neha: Desk, asha: Passenger) -> None:
    """What stands in the topic and in the chat."""
    whole(*(each.reply for each in (*neha.topic.messages, *group.reads(asha))))


def test_a_broadcast_with_markup_is_words(world: World) -> None:
    asha = watched(world).says("/start").taps("English").registers()
    begun = world.services.broadcasting.begin(
        {"en": EVIL * 40, "hi": EVIL}, Audience(kind=AudienceKind.ALL), "STAFF#1", world.clock.now()
    )
    user = world.services.accounts.of_chat(asha.chat_id)
    assert user
    told = worded(world.services, begun.to(user.user_id), user, world.clock.now() + timedelta(seconds=1))
    assert told
    whole(*told)
    assert "evil.example" in told[0].text
    world.services.broadcasting.stop(begun.broadcast_id, "STAFF#1", world.clock.now())


@pytest.fixture(scope="module")
def asha(world: World) -> Watched:
    typist = watched(world)
    typist.says("/start").taps("English").registers()
    return typist


@pytest.fixture(scope="module")
def ticket(world: World) -> tuple[Group, Watched, Desk]:
    group, typist = Group(world), watched(world)
    typist.says("/start").taps("English").registers()
    return group, typist, open_ticket(typist, group)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=MARKUP)
def test_whatever_is_typed_is_answered_in_whole_messages(asha: Watched, text: str) -> None:
    asha.says(text).says(f"/book {text}").says(text).says("/promo").says(text).says(f"/pnr {text}").says(
        f"/train {text}"
    )
    asha.says("/topup").says(text).says("/cancel").says(f"/{text}")


@settings(max_examples=5)
@given(text=MARKUP)
def test_whatever_is_written_to_support_arrives_whole(ticket: tuple[Group, Watched, Desk], text: str) -> None:
    group, typist, neha = ticket
    writes(typist, group, text, html="")
    neha.writes(f"// {text}", html="").writes(f"Re: {text}", html="")
    _read(group, neha, typist)
