"""Support when something goes wrong: topics deleted, lines lost, workers killed, and people who are not meant."""

from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import BadRequest

from bot.sandbox.chats import SUPPORT_CHAT_ID
from bot.sandbox.running import RunningSandbox
from bot.telegram_calls import ChatGone
from domain.errors import Problem
from domain.ids import ChatId
from domain.services.supporting import Words
from domain.staff import Role
from handlers.incoming import Incoming, Kind
from handlers.reply import PictureKind, StaffMenu
from tests.dialogues.accounts import at_home, user_of
from tests.dialogues.attelegram import AtTelegram
from tests.dialogues.desk import Desk, Group, Killed, last, lost_line, open_ticket, ticket_of, writes
from tests.dialogues.transcript import World


@pytest.fixture
def group(world: World) -> Group:
    return Group(world).relayed()


def test_a_deleted_topic_is_made_anew_with_what_was_said(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group).writes("We are looking into it")
    user, mine, now = ticket_of(asha).user_id, ticket_of(asha).ticket_id, group.clock.now()
    for number in range(40):
        said = f"{number} and so on, {'word ' * 10}"
        world.services.supporting.say(user, "Asha Verma", mine, Words(text=said, plain=said, now=now))
    neha.writes("I read all that")
    del group.topics[neha.topic_id]
    writes(asha, group, "Any news?", 502)
    again = group.latest()
    assert again.topic_id != neha.topic_id
    for words in ("here is a new one", "…", "39 and so on", "I read all that", "Any news?"):
        assert words in again.reads()
    assert "We are looking into it" not in again.reads()  # there is no room for it
    assert again.reads().count("👤 <b>Asha Verma</b>\nAny news?") == 1
    again.writes("Tomorrow.").writes("So it is: " + "<i>x</i> &amp; " * 1000 + "and that is all.")
    assert "that is all." in last(group, asha).reply.text
    del group.topics[again.topic_id]
    writes(asha, group, "Good", 503)
    newest = group.latest().reads()
    assert "So it is: x &amp; x &amp;" in newest
    assert "that is all." not in newest
    assert newest.endswith("Good")


def test_long_words_deleted_topics_and_doubles_in_the_sandbox(world: World, sandbox: RunningSandbox) -> None:
    telegram = AtTelegram(world, sandbox)
    telegram.asha.says("/support").taps("On the journey")
    telegram.sends_photo("The fan. " * 113)
    (topic,) = telegram.topics()
    assert telegram.reads(topic)[-2:] == ["👤 Asha Verma", ("The fan. " * 113).strip()]

    telegram.writes("y" * 4000)
    telegram.does(lambda bot: bot.delete_forum_topic(SUPPORT_CHAT_ID, topic))
    telegram.writes("Any news?")
    (anew,) = telegram.topics()
    *_, history, words = telegram.reads(anew)
    assert "here is a new one" in history
    assert "y" * 3000 in history
    assert words == "👤 Asha Verma\nAny news?"

    ref = ticket_of(telegram.asha).ref
    telegram.asha.says("/support").taps("Something new").taps("Something else")
    telegram.writes("x" * 3000)
    (double,) = telegram.topics().keys() - {anew}
    telegram.asks(f"/merge {ref}", double)
    assert telegram.topics() == {anew: False, double: True}
    assert "was merged into this" in telegram.reads(anew)[-1]
    assert "x" * 3000 in telegram.reads(anew)[-1]


def test_what_telegram_cannot_take_now_comes_later_and_in_order(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    group.failing = [lost_line()]
    writes(asha, group, "first", 502)
    writes(asha, group, "second", 503)
    assert "first" not in neha.reads()
    group.passes(seconds=3)
    assert neha.reads().endswith("👤 <b>Asha Verma</b>\nfirst\n👤 <b>Asha Verma</b>\nsecond")


def test_a_worker_that_dies_loses_nothing_and_repeats_one_message_at_most(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    for number, words in enumerate(("first", "second", "third")):
        world.turns.run(asha.incoming(Kind.TEXT, text=words, html=words, message_id=600 + number))
    group.dying = True
    with pytest.raises(Killed):
        group.relayed()
    group.passes(seconds=61)
    said = [each.reply.text.removeprefix("👤 <b>Asha Verma</b>\n") for each in neha.topic.messages]
    assert said[-4:] == ["first", "first", "second", "third"]


def test_a_group_that_lets_nobody_in_keeps_everything_for_later(world: World, group: Group) -> None:
    asha = at_home(world)
    group.failing = [ChatGone(), BadRequest("not enough rights to create a topic")]
    asha.says("/support My refund has not come").taps("A refund")
    group.relayed()
    assert not group.topics
    group.passes(seconds=31)
    group.passes(seconds=10)
    assert "My refund has not come" in group.latest().reads()


def test_a_mistake_of_ours_keeps_nothing_back_for_ever(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    group.failing = [KeyError("no wording"), *(BadRequest("message is too odd") for _ in range(5))]
    writes(asha, group, "first", 502)
    writes(asha, group, "second", 503)
    for seconds in (2, 3, 5, 9):
        group.passes(seconds=seconds)
    assert "second" not in neha.reads()
    group.passes(seconds=17)
    assert "👤 <b>Asha Verma</b>\nsecond" in neha.reads()
    assert "could not be passed on" in neha.reads()
    assert "cannot be reached" not in neha.reads()


def test_staff_are_told_when_the_passenger_cannot_be_reached(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    group.blocked.add(asha.chat_id)
    neha.writes("Hello?")
    assert "cannot be reached" in neha.reads()
    assert user_of(asha).blocked_at is not None  # so news do not try either


def test_only_who_is_on_the_roster_reaches_passengers(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    stranger = ChatId(asha.chat_id + 7)
    ravi = Desk(group, neha.topic_id, stranger, "Ravi")
    ravi.writes("I am not staff")
    ravi.writes("Nor now")
    assert group.reads(asha) == []
    assert neha.reads().count("Hello Ravi! You are welcome to read here") == 1
    ravi.taps("Close")
    assert "Only staff" in ravi.box
    ravi.writes("/staff add agent Ravi")
    assert not ticket_of(asha).is_closed
    neha.writes("/staff add agent", answers_sender=(stranger, "Ravi"))
    assert "Ravi is agent now" in neha.reads()
    ravi.writes("Now I am")
    assert "Ravi · Yatri support" in last(group, asha).reply.text
    assert "🙋 Ravi" in neha.writes("/assign ravi").card.reply.text
    assert "is for Ravi now" in neha.reads()
    assert "Who is “Meera &amp; co”?" in neha.writes("/assign Meera & co").reads()
    assert "🙋 Neha" in neha.writes("/assign").card.reply.text
    assert (ticket_of(asha).assignee, ticket_of(asha).assignee_name) == (f"STAFF#{neha.who}", "Neha")
    ravi.writes("/keep x-y something")
    assert "Your role does not allow that" in neha.reads()
    menus = [reply.menu for act in ("role", "remove") for reply in neha.asks(f"/staff {act} {stranger} supervisor")]
    assert menus == [StaffMenu(telegram_id=stranger, role=Role.SUPERVISOR), StaffMenu(telegram_id=stranger)]
    with world.units() as work:
        assert work.roster.get(stranger) is None
    assert world.services.staffing.roles()[neha.who] is Role.ADMIN
    ravi.writes("Am I still?")
    assert len(group.reads(asha)) == 1
    with world.units() as work:
        acts = [row.action for row in work.logs.by_actor(f"STAFF#{stranger}")]
        about = [row.action for row in work.logs.about(f"STAFF#{stranger}")]
    assert acts.count("refused") == 3
    assert about == ["staff-dismissed", "staff-appointed", "staff-appointed"]


def test_nobody_reaches_the_ticket_of_another(world: World, group: Group) -> None:
    asha = at_home(world)
    open_ticket(asha, group)
    mine = ticket_of(asha)
    other = at_home(world, "Meera Iyer")
    for data in (f"g.answer={mine.ticket_id}", f"g.rate={mine.ticket_id}|5", f"g.transcript={mine.ticket_id}"):
        other.taps_old(other.button("Book").but(data=data)).sees("I do not find that ticket")
    asha.taps_old(asha.button("solved").but(data=f"g.transcript={mine.ticket_id}"))
    assert asha.replies[0].picture
    assert asha.replies[0].picture.kind is PictureKind.TRANSCRIPT
    stranger = world.services.accounts.of_chat(other.chat_id)
    assert stranger
    with pytest.raises(Problem):
        world.services.supporting.get(stranger.user_id, mine.ticket_id)


def test_a_strange_incoming_in_the_group_is_no_matter(group: Group) -> None:
    said = Incoming(1, ChatId(-1001), group.clock.now() + timedelta(), Kind.TEXT, text="hi all", in_group=True)
    assert group.run(said) == ()
    assert group.run(replace(said, kind=Kind.TAP, text="d.close", callback_id="c"))[0].alert
    assert group.run(replace(said, kind=Kind.TAP, text="x" * 64, callback_id="c"))[0].alert
