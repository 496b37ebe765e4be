"""The card of a ticket, pinned in its topic: who, which trip, the wallet, earlier tickets, and what can be done."""

from collections.abc import Sequence

from domain.bookings import Booking
from domain.support import STARS, Ticket
from domain.users import User
from handlers.reply import Button, Reply
from handlers.texts import Html, Say
from handlers.tickets import upgrade_words

TOPIC_NAME_LENGTH = 128  # Telegram's limit
COMMENT_LENGTH = 1000  # characters of a card, which is one message
_OPEN_BUTTONS = (("assign", "pending", "close"), ("canned", "category"), ("transcript", "help"))
_CLOSED_BUTTONS = (("reopen", "transcript", "help"),)


def card(ticket: Ticket, user: User, booking: Booking | None, earlier: Sequence[Ticket], say: Say) -> Reply:
    """`earlier`: the passenger's other tickets, the latest first."""
    lines: list[str] = [
        say.text(
            "card",
            ref=ticket.ref,
            status=say.label(f"status-{ticket.status}"),
            category=say.label(f"category-{ticket.category}"),
            subject=ticket.subject,
        ),
    ]
    if user.full_name:  # else they have deleted their account
        lines += [
            say.text("card-person", name=user.full_name, phone=user.phone, language=user.preferences.language),
            say.text("card-wallet", balance=say.money(user.wallet_balance)),
        ]
    if booking:
        lines += filter(None, (trip_words(booking, say), upgrade_words(booking, say)))
    if ticket.assignee_name:
        lines.append(say.text("card-assigned", name=ticket.assignee_name))
    if ticket.rating:
        lines.append(say.text("card-rating", stars=stars(ticket.rating), comment=ticket.comment[:COMMENT_LENGTH]))
    lines += (earlier_words(each, say) for each in earlier)
    rows = _CLOSED_BUTTONS if ticket.is_closed else _OPEN_BUTTONS
    buttons = tuple(tuple(Button(text=say.label(f"desk-button-{act}"), data=f"d.{act}") for act in row) for row in rows)
    return Reply(text=Html("\n".join(lines)), buttons=buttons)


def earlier_words(ticket: Ticket, say: Say) -> Html:
    """Another ticket in one line."""
    return say.text("card-earlier", ref=ticket.ref, status=say.label(f"status-{ticket.status}"), subject=ticket.subject)


def stars(rating: int) -> str:
    """★★★★☆."""
    return "★" * rating + "☆" * (STARS - rating)


def topic_name(ticket: Ticket, user: User, say: Say) -> str:
    """#A1B2C3 Asha Verma · Refund."""
    done = "✓ " if ticket.is_closed else ""
    return f"{done}#{ticket.ref} {user.full_name} · {say.label(f'category-{ticket.category}')}"[:TOPIC_NAME_LENGTH]


def trip_words(booking: Booking, say: Say) -> Html:
    """A booking in one line, as the desk sees it."""
    return say.text(
        "card-trip",
        pnr=booking.pnr,
        number=f"{booking.train_id} {booking.berth_class}",
        ends=f"{booking.origin_station_code} → {booking.destination_station_code}",
        day=say.day(booking.journey_date),
        status=booking.booking_status.value,
        fare=say.money(booking.fare),
    )
