"""Support from both sides: what the passenger sends and reads, and what staff read and write in the ticket's topic."""

from dataclasses import replace

import pytest

from bot.drawing import Drawing
from domain.support import Attachment, TicketStatus
from handlers.incoming import Kind
from tests.dialogues.accounts import at_home
from tests.dialogues.desk import Group, does, last, open_ticket, ticket_of, writes
from tests.dialogues.test_cancelling import booked
from tests.dialogues.test_cancelling import ticket as the_booking
from tests.dialogues.transcript import World


@pytest.fixture
def group(world: World) -> Group:
    return Group(world).relayed()


def test_a_ticket_from_the_first_word_to_the_stars(world: World, group: Group) -> None:
    asha = booked(world)
    pnr = the_booking(asha).pnr
    asha.says("/support").sees("What is it about?").taps("A refund").sees("Which trip").taps("NDLS → MMCT")
    asha.sees("what happened")
    writes(asha, group, "The AC did not work & nobody came", 501, html="The <b>AC</b> did not work &amp; nobody came")
    asha.sees("You are writing with support")
    neha = group.latest()
    assert "Asha Verma · ↩️ A refund" in neha.topic.name
    for words in (pnr, "Asha Verma", "+9198", "👛 ₹0", "open"):
        assert words in neha.card.reply.text
    assert "The <b>AC</b> did not work &amp; nobody came" in neha.reads()

    neha.writes("Which coach, please?", html="Which <i>coach</i>, please?")
    answer = last(group, asha)
    assert "Neha · Yatri support" in answer.reply.text
    assert "Which <i>coach</i>, please?" in answer.reply.text
    assert "🙋 Neha" in neha.card.reply.text  # who answers first has it
    writes(asha, group, "B2", 502, answers=answer.message_id)
    assert (neha.topic.messages[-1].reply_to, neha.topic.messages[-1].reply.text) == (
        neha.said,
        "👤 <b>Asha Verma</b>\nB2",
    )
    neha.writes("// the coach was B2, call the depot")
    neha.writes("I have asked the depot.", answers=neha.topic.messages[-1].message_id)
    assert last(group, asha).reply_to == 502
    assert "depot, " not in str(group.reads(asha))
    assert "call the depot" not in str(group.reads(asha))

    neha.taps("Close")
    assert neha.box == "Closed."
    assert neha.topic.closed
    assert neha.topic.name.startswith("✓")
    asha.screen = last(group, asha).reply
    assert "has closed" in asha.screen.text
    asha.taps("5 ★").sees("★★★★★", "add a word")
    asha.says("Quick and kind").sees("that helps us")
    group.relayed()
    assert "★★★★★ Quick and kind" in neha.card.reply.text
    done = ticket_of(asha)
    assert (done.status, done.rating, done.comment) == (TicketStatus.CLOSED, 5, "Quick and kind")
    with world.units() as work:
        acts = [row.action for row in work.logs.about(done.ticket_id)]
    assert acts == ["support-closed", "support-answered", "support-noted", "support-answered"]


def test_photos_documents_and_voice_go_both_ways(world: World, group: Group) -> None:
    asha = at_home(world)
    asha.says("/support").taps("On the journey")
    photo = Attachment(kind="photo", file_id="photo-of-asha")
    does(asha, group, Kind.OTHER, 501, what="photo", html="Look at this", attachment=photo).sees("You are writing")
    neha = group.latest()
    assert "Look at this [photo]" in neha.reads()
    voice = Attachment(kind="voice", file_id="voice-of-asha")
    does(asha, group, Kind.OTHER, 502, what="voice", attachment=voice)
    assert neha.topic.messages[-1].file == voice
    neha.sends("document", "The form to fill in")
    shown = last(group, asha)
    assert shown.file == Attachment(kind="document", file_id="document-of-neha")
    assert "The form to fill in" in shown.reply.text


def test_what_either_side_changes_is_changed_for_the_other(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    does(asha, group, Kind.OTHER, 501, what="edited", html="My refund of ₹500 has not come")
    assert "My refund of ₹500 has not come\n<i>(changed)</i>" in neha.reads()
    assert len(neha.topic.messages) == 2
    neha.writes("It comes tomorow").edits("It comes tomorrow")
    assert len(group.reads(asha)) == 1
    assert "It comes tomorrow" in last(group, asha).reply.text
    neha.writes("// private").edits("// very private")
    assert len(group.reads(asha)) == 1
    neha.writes("Your refund").edits("// was a mistake")
    assert "mistake" not in last(group, asha).reply.text


def test_words_for_support_and_words_for_the_bot_do_not_mix(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    writes(asha, group, "new delhi to mumbai tomorrow", 502)
    assert "new delhi to mumbai tomorrow" in neha.reads()
    asha.says("/wallet").sees("₹0", "You are writing with support")
    asha.says("/cancel").sees("stays open")
    asha.says("new delhi to mumbai tomorrow").sees("Choose train and class")
    neha.writes("Still there?")
    answer = last(group, asha)
    writes(asha, group, "Yes!", 503, answers=answer.message_id).sees("Passed on to support")
    assert neha.topic.messages[-1].reply.text.endswith("Yes!")
    asha.screen = answer.reply
    asha.taps("Answer").sees("You are writing with support")
    writes(asha, group, "And again", 504)
    assert neha.reads().endswith("And again")


def test_words_that_come_twice_are_passed_on_once(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    said = asha.incoming(Kind.TEXT, text="Hello?", html="Hello?", message_id=502)
    for _ in range(2):
        asha.receives(world.turns.run(said))
        asha.receives(world.turns.run(replace(said, update_id=said.update_id + 1_000_000)))
    group.relayed()
    assert neha.reads().count("Hello?") == 1
    neha.writes("Yes?", update_id=99_000_000 + asha.chat_id).writes("Yes?", update_id=99_000_000 + asha.chat_id)
    assert len(group.reads(asha)) == 1


def test_a_closed_ticket_is_opened_by_the_next_word_but_not_by_a_journey(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group).taps("Close")
    writes(asha, group, "It is still not there", 502).sees("is open again")
    assert not neha.topic.closed
    assert neha.reads().endswith("It is still not there")
    neha.taps("Close")
    asha.says("new delhi to mumbai tomorrow").sees("Choose train and class")
    assert ticket_of(asha).is_closed
    asha.says("/cancel")
    asha.screen = last(group, asha).reply
    asha.taps("Write to support").sees("Write now, and it is open again")
    writes(asha, group, "Now it is me again", 503).sees("is open again")
    assert not ticket_of(asha).is_closed
    neha.taps("Close").taps("Open again")
    assert not neha.topic.closed


def test_targets_are_watched_and_silence_closes_with_a_word_before(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group)
    group.passes(minutes=14)
    assert "⏰" not in neha.reads()
    group.passes(minutes=2)
    assert "has waited 15 minutes" in neha.reads()
    group.passes(hours=24)
    assert "is open for 24 hours" in neha.reads()
    neha.writes("Could you send the form?").taps("Pending")
    assert "waiting for the passenger" in neha.card.reply.text
    group.passes(days=1, hours=23)
    assert "closes tomorrow" not in last(group, asha).reply.text
    group.passes(hours=2)
    assert "closes tomorrow" in last(group, asha).reply.text
    group.passes(hours=24)
    assert "heard nothing for three days" in last(group, asha).reply.text
    assert ticket_of(asha).is_closed
    assert neha.reads().count("⏰") == 2
    writes(asha, group, "Here it is", 502)
    neha.writes("Thank you, that is all")
    group.passes(days=5, hours=23)
    assert "closes tomorrow" not in last(group, asha).reply.text
    group.passes(hours=2)
    assert "We have answered you" in last(group, asha).reply.text
    assert not ticket_of(asha).is_closed
    group.passes(hours=24)
    assert "quiet for a week since our answer" in last(group, asha).reply.text
    assert ticket_of(asha).is_closed


def test_a_word_of_the_passenger_ends_the_waiting(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group).writes("The form, please").taps("Pending")
    writes(asha, group, "Here it is", 502)
    assert ticket_of(asha).status is TicketStatus.OPEN
    assert "· open ·" in neha.card.reply.text
    group.passes(days=5)
    assert not ticket_of(asha).is_closed


def test_canned_replies_are_filled_in_and_looked_at_before_they_go(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group).taps("Canned").taps("Hello, we are on it").taps("Send")
    assert "Hello Asha Verma, thank you for writing." in last(group, asha).reply.text
    assert "➤ Sent: Hello Asha Verma" in neha.reads()
    neha.taps("Canned").taps("The refund is on its way")
    assert "needs the refund" in neha.box
    neha.writes(f"/keep depot The depot has it, {{name}}. {'word ' * 600}").taps("Canned").taps("depot").taps("Send")
    assert "The depot has it, Asha Verma." in last(group, asha).reply.text
    assert "➤ Sent: The depot has it" in neha.reads()
    assert "{fare} is not known" in neha.writes("/keep bad {fare}").reads()
    neha.writes("/keep depot")


def test_a_double_goes_into_the_other_ticket(world: World, group: Group) -> None:
    asha = at_home(world)
    first = open_ticket(asha, group)
    asha.says("/support").sees("go on with something").taps("Something new").taps("Something else")
    writes(asha, group, "And my refund?", 601)
    double = group.latest()
    writes(asha, group, "story " * 500, 603)
    into = next(
        each for each in world.services.supporting.of_user(ticket_of(asha).user_id) if each.topic_id == first.topic_id
    )
    assert f"📂 #{into.ref} open · My refund has not come" in double.card.reply.text
    double.writes("/merge ZZZZZZ")
    assert "no other ticket #ZZZZZZ" in double.reads()
    double.writes(f"/merge {into.ref}")
    assert double.topic.closed
    assert "was merged into this" in first.reads()
    assert "And my refund?" in first.reads()
    assert "story " * 500 in first.reads()
    writes(asha, group, "Thanks", 602)
    assert first.reads().endswith("Thanks")
    first.taps("Transcript")


def test_words_behind_the_command_are_not_asked_for_again(world: World, group: Group) -> None:
    asha = at_home(world)
    asha.says("/support The app took <my> money twice").taps("A payment").sees("You are writing with support")
    group.relayed()
    assert "The app took &lt;my&gt; money twice" in group.latest().reads()
    assert ticket_of(asha).subject == "The app took <my> money twice"


def test_who_has_no_account_is_asked_to_make_one(world: World) -> None:
    world.passenger().says("/start").taps("English").taps("Look around").says("/support").sees("/start takes a minute")


def test_from_a_trip_it_is_known_which_and_a_hindi_passenger_reads_hindi(world: World, group: Group) -> None:
    asha = booked(world)
    booking = the_booking(asha)
    about = asha.button("way back").but(data=f"g.support={booking.booking_id}")
    asha.says("/language").taps("हिन्दी").taps_old(about).sees("यह किस बारे में है?").taps("TDR").sees("क्या हुआ")
    writes(asha, group, "ट्रेन पाँच घंटे लेट थी, हम नहीं गए", 501).sees("सहायता से बात कर रहे हैं")
    neha = group.latest()
    assert booking.pnr in neha.card.reply.text
    assert "TDR" in neha.topic.name
    neha.taps("Canned").taps("We are looking").taps("Send")
    assert f"बुकिंग {booking.pnr} की रेलवे से जाँच" in last(group, asha).reply.text
    neha.taps("Category").taps("A refund")
    assert "A refund" in neha.topic.name
    asha.taps("हल हो गया").sees("बंद कर दिया")
    group.relayed()
    assert "हमारी मदद कैसी रही" in last(group, asha).reply.text
    assert neha.topic.closed


def test_all_of_it_comes_as_a_file_without_the_notes(world: World, group: Group) -> None:
    asha = at_home(world)
    neha = open_ticket(asha, group).writes("// call the bank first").writes("It is on its way")
    draw = Drawing(world.units, lambda: world.catalogue, sample=True)
    pages = []
    asha.says(f"/transcript {ticket_of(asha).ticket_id}").sees("All that was said")
    for reply in (asha.replies[0], *neha.asks("/transcript")):
        assert reply.picture
        content, name = draw(reply.picture)
        assert name == f"Yatri-{ticket_of(asha).ref}.html"
        pages.append(content.decode())
    for_passenger, for_desk = pages
    assert "It is on its way" in for_passenger
    assert "bank" not in for_passenger
    assert "call the bank first" in for_desk
    with world.units() as work:
        assert "transcript-looked-at" in [row.action for row in work.logs.about(ticket_of(asha).ticket_id)]
