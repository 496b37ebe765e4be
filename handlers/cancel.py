"""Cancelling a ticket: who leaves it, what comes back, and only then the yes."""

from collections.abc import Sequence
from decimal import Decimal

from domain.bookings import CAN, Booking
from domain.errors import Problem
from domain.ids import BookingId
from domain.refunds import PartyRefund
from handlers.dialogue import Answer, Dialogue, Step
from handlers.incoming import Incoming, Kind
from handlers.menu import home_buttons
from handlers.reply import Reply
from handlers.talk import Talk
from handlers.texts import Html
from handlers.trips import own_booking

YES = ("yes", "cancel", "haan", "हाँ", "हां")


class Leaving(Step):
    """Who leaves: everybody, or those that are ticked. `ticked` gathers their places in the booking."""

    slot, lists = "leaving", ("ticked",)

    def ask(self, talk: Talk) -> Reply:
        booking, ticked = _ticket(talk), talk.draft.get("ticked", [])
        rows = [
            (talk.button(("✓ " if n in ticked else "") + booking.passengers[n].name, self.slot, f"tick:{n}"),)
            for n in _on_it(booking)
        ]
        rows.append((talk.button(talk.say.label("button-everybody"), self.slot, "all"),))
        if ticked:
            rows.append((talk.button(talk.say.label("button-those", count=len(ticked)), self.slot, "ticked"),))
        return Reply(text=talk.say.text("ask-leaving", trip=_words(talk, booking)), buttons=tuple(rows))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        people, ticked = _on_it(_ticket(talk)), list(talk.draft.get("ticked", []))
        what, _, place = incoming.text.strip().casefold().partition(":")
        if incoming.kind is Kind.TAP and what == "tick" and place.isdecimal() and int(place) in people:
            n = int(place)
            return {"ticked": [p for p in ticked if p != n] if n in ticked else sorted([*ticked, n])}
        if what == "ticked" and ticked:
            return {"leaving": ticked}
        if what in ("all", "everybody", "everyone", "सब"):
            return {"leaving": people}
        named = [n for n in people if _ticket(talk).passengers[n].name.casefold() == incoming.text.strip().casefold()]
        if not named:
            raise Problem("leaving-by-button")
        return {"leaving": named}


class Agree(Step):
    """What comes back, line by line; the tap on yes carries the sum that was agreed to."""

    slot, needs = "agreed", ("leaving",)

    def ask(self, talk: Talk) -> Reply:
        booking = _ticket(talk)
        refund = _quote(talk, booking)
        text = talk.say.text(
            "ask-agree",
            trip=_words(talk, booking),
            lines=_lines(talk, booking, refund),
            refund=talk.say.money(refund.refund),
        )
        yes = talk.button(
            talk.say.label("button-cancel-yes", refund=talk.say.money(refund.refund)), self.slot, f"yes|{refund.refund}"
        )
        keep = talk.button(talk.say.label("button-keep"), self.slot, "keep")
        return Reply(text=text, buttons=((yes,), (keep,)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        what, _, shown = incoming.text.strip().casefold().partition("|")
        if what == "keep":
            return {"agreed": "no"}
        if what not in YES:
            raise Problem("agree-by-button")
        booking = _ticket(talk)
        agreed = Decimal(shown) if incoming.kind is Kind.TAP and shown else _quote(talk, booking).refund
        leaving = talk.draft["leaving"]
        talk.services.cancelling.cancel(booking.booking_id, booking.user_id, leaving, talk.now, shown=agreed)
        talk.forget_user()
        return {"agreed": str(agreed)}


def finish(talk: Talk) -> Sequence[Reply]:
    """What was done."""
    say, agreed = talk.say, talk.draft["agreed"]
    if agreed == "no":
        return (Reply(text=say.text("ticket-kept"), buttons=home_buttons(say)),)
    booking = _ticket(talk)
    left = len(_on_it(booking))
    key = "cancelled-some" if left else "cancelled-all"
    balance = talk.user.wallet_balance if talk.user else Decimal(0)
    text = say.text(key, refund=say.money(Decimal(agreed)), balance=say.money(balance), count=left)
    return (Reply(text=text, buttons=home_buttons(say)),)


def opening(talk: Talk, booking_id: str) -> Answer:
    """How cancelling this ticket begins; of a single passenger nothing is asked. Problem `no-such-booking`, or that it
    cannot be cancelled (any more)."""
    booking = own_booking(talk, booking_id)
    people = _on_it(booking)
    talk.services.cancelling.quote(booking, people, talk.now)
    ticket: dict[str, object] = {"ticket": booking.booking_id}
    return ticket | ({"leaving": people} if len(people) == 1 else {})


def _ticket(talk: Talk) -> Booking:
    return own_booking(talk, BookingId(talk.draft["ticket"]))


def _on_it(booking: Booking) -> list[int]:
    """Places of the passengers who are still on the ticket."""
    return [n for n, person in enumerate(booking.passengers) if person.status != CAN]


def _quote(talk: Talk, booking: Booking) -> PartyRefund:
    return talk.services.cancelling.quote(booking, talk.draft["leaving"], talk.now)


def _words(talk: Talk, booking: Booking) -> str:
    ends = f"{talk.place(booking.origin_station_code)} → {talk.place(booking.destination_station_code)}"
    return f"{ends} · {talk.say.day(booking.journey_date)} · {booking.train_id} {booking.travel_class}"


def _lines(talk: Talk, booking: Booking, refund: PartyRefund) -> Html:
    say = talk.say
    lines = [
        say.text(
            "refund-line",
            name=booking.passengers[place].name,
            fare=say.money(line.fare),
            deduction=say.money(line.deduction),
            refund=say.money(line.refund),
            why=say.label(f"refund-rule-{line.rule.value}", percent=int((line.part or 0) * 100)),
        )
        for place, line in zip(talk.draft["leaving"], refund.lines, strict=True)
    ]
    return Html("\n".join(lines))


CANCEL = Dialogue(
    "cancel",
    (Leaving(), Agree()),
    finish=finish,
    leave=lambda talk: (Reply(text=talk.say.text("ticket-kept"), buttons=home_buttons(talk.say)),),
)
