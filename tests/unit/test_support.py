"""A ticket's own rules: what is due when, what waits in its outbox, and what a transcript shows."""

from datetime import UTC, datetime, timedelta

from domain.deliveries import DeliveryKind
from domain.ids import TicketId, UserId, new_id
from domain.support import (
    ANSWERED_CLOSES,
    FIRST_ANSWER,
    SILENCE_CLOSES,
    SOLVED,
    WORD_BEFORE,
    Attachment,
    Category,
    Response,
    ResponseKind,
    Ticket,
    TicketStatus,
    ticked,
)
from handlers.desk.transcript import transcript
from handlers.texts import say

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
A_MOMENT = timedelta(seconds=1)


def a_ticket() -> Ticket:
    """Just opened, with nothing to be carried out."""
    return Ticket(
        ticket_id=TicketId(new_id(NOW)), user_id=UserId("u"), subject="<Refund>", description="", category=Category.TDR,
        opened_at=NOW, waiting_since=NOW, created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def keys(ticket: Ticket) -> list[str]:
    return [each.key or each.kind.value for each in ticket.outbox]


def test_alarms_come_once_each_at_their_time() -> None:
    ticket = a_ticket()
    assert ticket.due_at == NOW + FIRST_ANSWER
    assert ticked(ticket, NOW + FIRST_ANSWER - A_MOMENT) == ticket
    late = ticked(ticket, NOW + FIRST_ANSWER)
    assert keys(late) == ["alarm-first-answer"]
    late = late.but(outbox=())
    assert late.due_at == NOW + SOLVED
    assert keys(ticked(late, NOW + SOLVED)) == ["alarm-solve"]
    assert ticked(late, NOW + SOLVED).but(outbox=()).due_at is None
    assert ticket.but(waiting_since=None).due_at == NOW + SOLVED


def test_silence_closes_after_a_word_that_is_never_skipped() -> None:
    ticket = a_ticket().made_pending(NOW, "Neha").but(outbox=())
    assert ticket.due_at == NOW + SILENCE_CLOSES - WORD_BEFORE
    asleep = NOW + timedelta(days=30)  # nobody ran the job
    warned = ticked(ticket, asleep)
    assert keys(warned) == ["support-closes-soon"]
    warned = warned.but(outbox=())
    assert warned.due_at == asleep + WORD_BEFORE
    closed = ticked(warned, asleep + WORD_BEFORE)
    assert closed.status is TicketStatus.CLOSED
    assert keys(closed) == ["support-closed-silent", "card", "state"]
    assert closed.but(outbox=()).due_at is None


def test_an_answer_begins_a_longer_silence_which_a_word_of_the_passenger_ends() -> None:
    answered = a_ticket().but(alarms=("alarm-solve",)).answered(NOW)
    assert answered.due_at == NOW + ANSWERED_CLOSES - WORD_BEFORE
    warned = ticked(answered, NOW + ANSWERED_CLOSES - WORD_BEFORE)
    assert keys(warned) == ["support-answered-closes-soon"]
    assert warned.heard().but(outbox=()).due_at is None
    again = warned.but(outbox=()).answered(NOW + ANSWERED_CLOSES - A_MOMENT)
    assert again.due_at == NOW + ANSWERED_CLOSES * 2 - WORD_BEFORE - A_MOMENT
    closed = ticked(warned.but(outbox=()), NOW + ANSWERED_CLOSES)
    assert keys(closed) == ["support-closed-answered", "card", "state"]
    assert closed.opened_again(NOW).answered_at is None
    pending = answered.made_pending(NOW, "Neha").answered(NOW + A_MOMENT)
    assert pending.but(outbox=()).due_at == NOW + SILENCE_CLOSES - WORD_BEFORE


def test_the_card_waits_once_but_not_for_one_that_may_be_under_way() -> None:
    ticket = a_ticket().to_deliver(DeliveryKind.CARD).to_deliver(DeliveryKind.CARD).to_deliver(DeliveryKind.CARD)
    assert keys(ticket) == ["card", "card"]
    assert [each.number for each in ticket.outbox] == [0, 1]


def test_responses_are_numbered_on_after_older_ones_were_moved() -> None:
    ticket = a_ticket().but(moved=40).adding(Response(number=0, responder="passenger", timestamp=NOW))
    assert ticket.responses[0].number == 40
    assert ticket.response(39) is None
    assert ticket.response(40) == ticket.responses[0]
    assert ticket.replacing(ticket.responses[0].but(message="x")).responses[0].message == "x"


def test_a_transcript_is_a_page_in_the_order_of_time_that_nothing_breaks_out_of() -> None:
    def said(minute: int, message: str, kind: ResponseKind = ResponseKind.SAID) -> Response:
        at = NOW + timedelta(minutes=minute)
        return Response(number=minute, responder="passenger", name="<Asha>", message=message, timestamp=at, kind=kind)

    photo = said(2, "").but(attachment=Attachment(kind="photo", file_id="f"))
    thread = [said(3, "last", ResponseKind.NOTE), said(1, '<b>first</b> <a href="javascript:x">link</a>'), photo]
    page = transcript(a_ticket(), [*thread, said(4, "closed", ResponseKind.EVENT)], say("en")).decode()
    assert page.index("first") < page.index("[photo") < page.index("last") < page.index("Closed")
    assert "<b>first</b>" in page
    assert "javascript" not in page
    assert "&lt;Asha&gt;" in page
    assert "&lt;Refund&gt;" in page
