"""Support tickets and the roster: long threads outgrow no row, what is due is found, and acts are done once."""

from datetime import timedelta

import pytest

from domain.deliveries import DeliveryKind
from domain.errors import Conflict, NotFound
from domain.ids import ChatId, TicketId, UserId, new_id
from domain.staff import Role, Staff
from domain.support import FIRST_ANSWER, Attachment, Category, Response, Ticket
from storage.support import MOST_RESPONSES
from tests.contract.samples import NOW, fresh_chat
from tests.engines import Storage


def a_ticket(**changes: object) -> Ticket:
    """Opened just now."""
    return Ticket(
        ticket_id=TicketId(new_id(NOW)),
        user_id=UserId(new_id(NOW)),
        subject="रिफ़ंड नहीं आया",
        description="रिफ़ंड नहीं आया",
        category=Category.REFUND,
        opened_at=NOW,
        waiting_since=NOW,
        created_at=NOW,
        updated_at=NOW,
    ).but(**changes)


def a_response(text: str, message_id: int | None = None) -> Response:
    return Response(number=0, responder="passenger", message=text, timestamp=NOW, chat_message=message_id)


def kept(storage: Storage, ticket: Ticket) -> Ticket:
    """As stored."""
    with storage.units() as unit:
        unit.tickets.add(ticket, ticket.ticket_id)
        unit.commit()
    return read(storage, ticket)


def read(storage: Storage, ticket: Ticket) -> Ticket:
    with storage.units() as unit:
        return unit.tickets.get(ticket.user_id, ticket.ticket_id)


def test_a_ticket_comes_back_as_it_was_and_only_to_its_user(storage: Storage) -> None:
    voice = Attachment(kind="voice", file_id="f1")
    ticket = a_ticket().adding(a_response("<b>hello</b>", 5).but(attachment=voice)).to_deliver(DeliveryKind.TOPIC)
    assert kept(storage, ticket) == ticket.but(rev=1)
    with storage.units() as unit:
        assert unit.tickets.by_key(ticket.user_id, ticket.ticket_id) == ticket.but(rev=1)
        assert unit.tickets.of_user(ticket.user_id) == [ticket.but(rev=1)]
        with pytest.raises(NotFound):
            unit.tickets.get(UserId("somebody-else"), ticket.ticket_id)
        unit.tickets.add(a_ticket(user_id=ticket.user_id), ticket.ticket_id)
        with pytest.raises(Conflict):
            unit.commit()


def test_a_long_thread_outgrows_no_row(storage: Storage) -> None:
    ticket, words = kept(storage, a_ticket()), "नमस्ते " * 500
    count = 3 * MOST_RESPONSES
    for first in range(0, count, 20):
        with storage.units() as unit:
            ticket = unit.tickets.get(ticket.user_id, ticket.ticket_id)
            for number in range(first, first + 20):
                ticket = ticket.adding(a_response(f"{number} {words}", 1000 + number))
            unit.tickets.save(ticket)
            unit.commit()
    ticket = read(storage, ticket)
    assert ticket.count == count
    assert len(ticket.responses) <= MOST_RESPONSES
    assert sum(len(each.message.encode()) for each in ticket.responses) < 200_000
    with storage.units() as unit:
        thread = unit.tickets.thread(ticket)
        assert [each.number for each in thread] == list(range(count))
        assert all(each.message.startswith(f"{each.number} ") for each in thread)
        for number in (0, 17, ticket.moved - 1, ticket.moved, count - 1):
            assert unit.tickets.response(ticket, number) == thread[number]
            found = unit.tickets.find(ticket, chat=1000 + number)
            assert found == thread[number]
        with pytest.raises(NotFound):
            unit.tickets.response(ticket, count)
        assert unit.tickets.find(ticket, topic=1000) is None


@pytest.mark.parametrize("number", [0, 90])
def test_what_was_said_can_be_changed_wherever_it_lies(storage: Storage, number: int) -> None:
    ticket = kept(storage, a_ticket())
    for each in range(100):
        ticket = ticket.adding(a_response(str(each)))
    with storage.units() as unit:
        unit.tickets.save(ticket)
        unit.commit()
    with storage.units() as unit:
        ticket = unit.tickets.get(ticket.user_id, ticket.ticket_id)
        old = unit.tickets.response(ticket, number)
        unit.tickets.save(unit.tickets.amend(ticket, old.but(message="changed", topic_message=77)))
        unit.commit()
    with storage.units() as unit:
        ticket = unit.tickets.get(ticket.user_id, ticket.ticket_id)
        assert unit.tickets.response(ticket, number).message == "changed"
        assert unit.tickets.find(ticket, topic=77) == old.but(message="changed", topic_message=77)
        assert [each.message for each in unit.tickets.thread(ticket)].count("changed") == 1


def is_due(storage: Storage, ticket: Ticket, minutes: float) -> bool:
    with storage.units() as unit:
        due = unit.tickets.due(NOW + timedelta(minutes=minutes), limit=10_000)
    return (ticket.user_id, ticket.ticket_id) in due


def test_what_is_due_is_found_when_it_is_due(storage: Storage) -> None:
    ticket = kept(storage, a_ticket())
    minutes = FIRST_ANSWER.total_seconds() / 60
    assert [is_due(storage, ticket, at) for at in (0, minutes - 1, minutes)] == [False, False, True]
    with storage.units() as unit:
        unit.tickets.save(ticket.to_deliver(DeliveryKind.CARD))
        unit.commit()
    assert is_due(storage, ticket, 0)
    with storage.units() as unit:
        leased = unit.tickets.get(ticket.user_id, ticket.ticket_id).but(leased_until=NOW + timedelta(minutes=1))
        unit.tickets.save(leased)
        unit.commit()
    assert [is_due(storage, ticket, at) for at in (0, 1)] == [False, True]
    with storage.units() as unit:
        over = unit.tickets.get(ticket.user_id, ticket.ticket_id).but(outbox=(), leased_until=None, status="closed")
        unit.tickets.save(over)
        unit.commit()
    assert not is_due(storage, ticket, 10**6)


def test_a_topic_leads_to_its_ticket_and_an_old_one_to_none(storage: Storage) -> None:
    topic = fresh_chat()
    ticket = kept(storage, a_ticket(topic_id=topic))
    with storage.units() as unit:
        assert unit.tickets.by_topic(topic) == ticket
        unit.tickets.save(ticket.but(topic_id=None))
        unit.commit()
    with storage.units() as unit:
        assert unit.tickets.by_topic(topic) is None


def test_canned_replies_are_kept_and_dropped(storage: Storage) -> None:
    name = f"c{fresh_chat()}"
    for text in ("first", "second"):
        with storage.units() as unit:
            unit.tickets.keep_canned(name, text)
            unit.commit()
    with storage.units() as unit:
        assert unit.tickets.canned()[name] == "second"
        unit.tickets.drop_canned(name)
        unit.commit()
    with storage.units() as unit:
        assert name not in unit.tickets.canned()


def test_the_roster_and_who_writes_without_being_on_it(storage: Storage) -> None:
    ravi = Staff(telegram_id=fresh_chat(), name="Ravi", role=Role.AGENT, created_at=NOW, updated_at=NOW)
    with storage.units() as unit:
        unit.roster.add(ravi)
        unit.commit()
    with storage.units() as unit:
        stored = unit.roster.get(ravi.telegram_id)
        assert stored == ravi.but(rev=1)
        assert stored in unit.roster.all()
        unit.roster.save(stored.but(role=Role.ADMIN))
        unit.commit()
    with storage.units() as unit:
        stored = unit.roster.get(ravi.telegram_id)
        assert stored
        assert stored.role is Role.ADMIN
        unit.roster.remove(stored)
        unit.commit()
    with storage.units() as unit:
        assert unit.roster.get(ravi.telegram_id) is None
        assert ravi.telegram_id not in {each.telegram_id for each in unit.roster.all()}


def test_a_stranger_is_new_once_and_an_act_is_done_once(storage: Storage) -> None:
    stranger, update_id = ChatId(fresh_chat()), fresh_chat()
    with storage.units() as unit:
        assert [unit.roster.greet(stranger) for _ in range(2)] == [True, False]
        assert not unit.roster.was_done(update_id)
    with storage.units() as one, storage.units() as other:
        one.roster.done(update_id, NOW)
        other.roster.done(update_id, NOW)
        one.commit()
        with pytest.raises(Conflict):
            other.commit()
    with storage.units() as unit:
        assert unit.roster.was_done(update_id)
