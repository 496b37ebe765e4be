"""Cancelling a ticket: who leaves it, what comes back, and only then the yes."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from domain.bookings import CAN, Booking
from domain.errors import Problem
from domain.ids import BookingId
from domain.refunds import NOTHING, PartyRefund
from handlers.dialogue import Answer, Dialogue, Step
from handlers.incoming import Incoming, Kind
from handlers.menu import home_buttons
from handlers.refundwords import account_words
from handlers.reply import Button, Reply
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
        rows.append((talk.button(talk.say.label("button-keep"), self.slot, "keep"),))
        return Reply(text=talk.say.text("ask-leaving", trip=_words(talk, booking)), buttons=tuple(rows))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        people, ticked = _on_it(_ticket(talk)), list(talk.draft.get("ticked", []))
        what, _, place = incoming.text.strip().casefold().partition(":")
        if incoming.kind is Kind.TAP and what == "tick" and place.isdecimal() and int(place) in people:
            n = int(place)
            return {"ticked": [p for p in ticked if p != n] if n in ticked else sorted([*ticked, n])}
        if what == "keep":
            return {"leaving": people, "agreed": "no"}
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
        say, booking = talk.say, _ticket(talk)
        refund = _quote(talk, booking)
        back = say.money(refund.refund)
        text = say.text("ask-agree", trip=_words(talk, booking), lines=_lines(talk, booking, refund), refund=back)
        yes = talk.button(say.label("button-cancel-yes", refund=back), self.slot, f"yes|{refund.refund}")
        keep = talk.button(say.label("button-keep"), self.slot, "keep")
        source, method = talk.services.cancelling.source_part(booking, refund.refund)
        if not source:
            return Reply(text=text, buttons=((yes,), (keep,)))
        rest = refund.refund - source
        to: dict[str, object] = {"source": say.money(source), "account": account_words(say, method)}
        to |= {"rest": say.money(rest), "parts": 2 if rest else 1}
        other = talk.button(say.label("button-cancel-source", **to), self.slot, f"yes|{refund.refund}|{source}")
        text = Html(f"{text}\n{say.text('ask-agree-source', **to)}")
        return Reply(text=text, buttons=((yes,), (other,), (keep,)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        what, *amounts = incoming.text.strip().casefold().split("|")
        if what == "keep":
            return {"agreed": "no"}
        if what not in YES:
            raise Problem("agree-by-button")
        booking = _ticket(talk)
        typed = incoming.kind is not Kind.TAP or not amounts
        agreed, source = (_quote(talk, booking).refund, NOTHING) if typed else _amounts(amounts)
        ends = booking.booking_id, booking.user_id, talk.draft["leaving"], talk.now
        talk.services.cancelling.cancel(*ends, shown=agreed, to_source=source)
        talk.forget_user()
        return {"agreed": str(agreed), "source": str(source)}


def finish(talk: Talk) -> Sequence[Reply]:
    """What was done, and where the money is."""
    say, agreed = talk.say, talk.draft["agreed"]
    if agreed == "no":
        return (Reply(text=say.text("ticket-kept"), buttons=home_buttons(say)),)
    booking = _ticket(talk)
    left = len(_on_it(booking))
    source = Decimal(talk.draft.get("source", 0))
    rest, balance = Decimal(agreed) - source, talk.user.wallet_balance if talk.user else NOTHING
    words = [say.text("cancelled-partly", count=left) if left else say.text("cancelled-whole")]
    if rest or not source:
        words.append(say.text("cancelled-to-wallet", refund=say.money(rest), balance=say.money(balance)))
    if source:
        account = account_words(say, talk.services.paying.payment(booking).payment_method)
        words.append(say.text("cancelled-to-source", refund=say.money(source), account=account))
    show = Button(text=say.label("button-show-ticket"), data=f"g.trip={booking.booking_id}")
    rows = ((show,), *home_buttons(say)) if left else home_buttons(say)
    return (Reply(text=Html("\n".join(words)), buttons=rows),)


def _amounts(shown: Sequence[str]) -> tuple[Decimal, Decimal]:
    """What a button says of the refund, and of its part that goes back to its source. Problem for a forged one."""
    try:
        agreed, source, *_ = [*map(Decimal, shown), NOTHING]
    except InvalidOperation:
        raise Problem("agree-by-button") from None
    if not NOTHING <= source <= agreed:
        raise Problem("agree-by-button")
    return agreed, source


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
    return f"{ends} · {talk.say.day(booking.journey_date)} · {booking.train_id} {booking.berth_class}"


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
