"""The review before paying, and the payment itself."""

from collections.abc import Sequence
from decimal import Decimal

from domain.availability import AvailabilityKind
from domain.bookings import Booking, BookingStatus, PassengerDetails
from domain.errors import GatewayError, Problem
from domain.fares import NOTHING, FareBreakup
from domain.ids import BookingId
from domain.journeys import Journey
from domain.quotas import Quota
from domain.rules.children import CHILD_BELOW
from domain.services.booking import HoldRequest
from domain.services.searching import Offer
from domain.users import SavedPassenger
from handlers.dialogue import DATED, PROBLEM, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps.choice import Choice, chosen
from handlers.steps.people import party_of, person_line
from handlers.steps.places import read_day
from handlers.steps.traincard import standing_words, train_name
from handlers.talk import Talk
from handlers.texts import Html
from handlers.tickets import seats_words

WAYS = ("link", "wallet")
PAID_SAID = ("paid", "i have paid", "done", "payment done", "ho gaya", "हो गया", "भुगतान कर दिया", "पैसे दे दिए")
ALSO_SAID = ("link", "pay", "yes", "ok", "haan", "हाँ", "हां")  # the wallet is only tapped: its amount stands beside it


class Confirm(Step):
    """Everything once more, with the fare line by line. A tap on Pay holds the berths; `booking` is its id then."""

    slot, needs = "booking", ("choice", "party")

    def ask(self, talk: Talk) -> Reply:
        quotes = [talk.services.booking.quote(request, talk.now) for request in hold_requests(talk)]
        prices = [price for _, price in quotes]
        total = sum((price.total for price in prices), Decimal(0))
        people = party_of(talk.draft["party"])
        text = talk.say.text(
            "review",
            trip=Html("\n\n".join(journey_words(talk, *pair) for pair in zip(chosen(talk), quotes, strict=True))),
            people=Html("\n".join(person_line(talk, n, person) for n, person in enumerate(people, 1))),
            fare=Html("\n".join(filter(None, (group_line(talk, people, prices), fare_lines(talk, prices))))),
            total=talk.say.money(total),
        )
        notes = [waiting_words(talk, choice, quote[0]) for choice, quote in zip(chosen(talk), quotes, strict=True)]
        return Reply(text=Html("\n\n".join(filter(None, (text, *notes)))), buttons=self._buttons(talk, total))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        way, _, shown = incoming.text.strip().casefold().partition("|")
        if way not in (WAYS if incoming.kind is Kind.TAP else ALSO_SAID):
            raise Problem("pay-by-button")
        services, requests = talk.services, hold_requests(talk)
        if shown and sum(services.booking.quote(request, talk.now)[1].total for request in requests) != Decimal(shown):
            return {}  # the fare is another one now: it is shown, and agreed to, first
        onward = requests[1] if len(requests) > 1 else None
        booking = services.booking.hold(requests[0], confirmed_key(talk), talk.now, onward)
        saved = tuple(
            SavedPassenger(name=p.name, age=p.age, gender=p.gender, berth=p.preference) for p in booking.passengers
        )
        services.accounts.remember(talk.chat_id, saved, talk.now)
        held = {"booking": booking.booking_id}
        try:
            return held | dict(paid_by_wallet(booking, talk)) if way == "wallet" else held
        except Problem as problem:  # the berths are held all the same: how to pay is asked again, with the reason
            return held | {PROBLEM: problem}

    def _buttons(self, talk: Talk, total: Decimal) -> tuple[tuple[Button, ...], ...]:
        say = talk.say
        rows = [(talk.button(say.label("button-pay-link", amount=say.money(total)), self.slot, f"link|{total}"),)]
        balance = talk.user.wallet_balance if talk.user else Decimal(0)
        if balance >= total:
            words = say.label("button-pay-wallet", balance=say.money(balance))
            rows.append((talk.button(words, self.slot, f"wallet|{total}"),))
        return tuple(rows)


class Pay(Step):
    """Waiting for the money. The berths are held; earlier answers stand. `paid` ends it, as does giving up."""

    slot, needs = "paid", ("booking",)

    def wanted(self, talk: Talk) -> bool:
        """Not once the money has come, or the hold is over: the dialogue then ends."""
        return held_booking(talk).booking_status is BookingStatus.HELD

    def ask(self, talk: Talk) -> Reply:
        return payment_reply(held_booking(talk), talk)

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        booking = held_booking(talk)
        way = incoming.text
        if incoming.kind is not Kind.TAP:
            if way.strip(" .!").casefold() not in PAID_SAID:
                raise Problem("held-first", until=talk.say.clock(booking.hold_until))
            way = "check"
        try:
            return self._done(way, booking, talk)
        except GatewayError:
            raise Problem("gateway-away", until=talk.say.clock(booking.hold_until)) from None

    def _done(self, way: str, booking: Booking, talk: Talk) -> Answer:
        if way == "wallet":
            return paid_by_wallet(booking, talk)
        if way == "drop":
            give_up(booking, talk)
            return {"paid": "dropped"}
        if not talk.services.paying.payment(booking).link_url:
            return {}  # the gateway was away: asking again makes the link
        if talk.services.paying.check(booking, talk.now).booking_status is BookingStatus.HELD:
            raise Problem("not-paid-yet")
        return {"paid": "link"}


def give_up(booking: Booking, talk: Talk) -> None:
    """Gives the berths back. Problem `gateway-away` while the payment link cannot be closed."""
    try:
        talk.services.expiring.end(booking.booking_id, BookingStatus.CANCELLED, talk.now)
    except GatewayError:
        raise Problem("gateway-away", until=talk.say.clock(booking.hold_until)) from None


def confirmed_key(talk: Talk) -> str:
    """The idempotency key of a hold: this chat, this dialogue, and the answers that were confirmed. It stays the same
    when the turn is run again after another one of the chat, as it must: `chat:serial:rev` alone would not."""
    dated = talk.draft[DATED]
    return f"{talk.chat_id}:{talk.session.serial}:{dated['choice']}.{dated['party']}"


def paid_by_wallet(booking: Booking, talk: Talk) -> Answer:
    """Pays; the answer that says so."""
    talk.services.paying.from_wallet(booking, talk.now)
    talk.forget_user()
    return {"paid": "wallet"}


def payment_reply(booking: Booking, talk: Talk) -> Reply:
    """The link to pay by, how long it lives, and the other ways."""
    say = talk.say
    held = {"until": say.clock(booking.hold_until), "seats": seats_words(talk.services.booking.together(booking))}
    drop = (talk.button(say.label("button-drop"), "paid", "drop"),)
    check = talk.button(say.label("button-check"), "paid", "check")
    rows: list[tuple[Button, ...]] = []
    try:
        payment = talk.services.paying.link(booking, talk.now)
        amount = say.money(payment.amount)
        text = say.text("pay-by-link", until=say.clock(payment.expires_at), seats=held["seats"], amount=amount)
        rows.append((Button(text=say.label("button-open-link", amount=amount), url=payment.link_url),))
    except GatewayError:
        text = say.text("pay-link-later", **held)
    if talk.user and talk.user.wallet_balance >= talk.services.paying.payment(booking).amount:
        words = say.label("button-pay-wallet", balance=say.money(talk.user.wallet_balance))
        rows.append((talk.button(words, "paid", "wallet"),))
    return Reply(text=text, buttons=(*rows, (check,), drop))


def hold_requests(talk: Talk) -> tuple[HoldRequest, ...]:
    """The draft as a request to hold berths, or two for a journey with a change. Problem `register-first` for somebody
    unknown."""
    if talk.user is None:
        raise Problem("register-first")
    user, on, party = talk.user, read_day(talk.draft["date"]), party_of(talk.draft["party"])
    return tuple(
        HoldRequest(
            user_id=user.user_id,
            train_number=choice.number,
            travel_class=choice.travel_class,
            origin=choice.origin,
            destination=choice.destination,
            journey_date=choice.date_from(on),
            party=party,
            quota=quota_of(talk),
        )
        for choice in chosen(talk)
    )


def quota_of(talk: Talk) -> Quota:
    """The quota asked for; the general one if none was."""
    return Quota(talk.draft.get("quota") or Quota.GENERAL)


def held_booking(talk: Talk) -> Booking:
    """The booking of the draft, as it stands now."""
    user = talk.user
    if user is None:
        raise Problem("register-first")
    return talk.services.booking.get(BookingId(talk.draft["booking"]), user.user_id)


def journey_words(talk: Talk, choice: Choice, quote: tuple[Journey, FareBreakup]) -> Html:
    """Train, stations, times and class, as a few lines."""
    journey, train = quote[0], quote[0].train
    return talk.say.text(
        "journey",
        number=train.number,
        name=train_name(talk, train.name, train.name_hi),
        origin=talk.place(journey.origin),
        origin_code=journey.origin,
        destination=talk.place(journey.destination),
        destination_code=journey.destination,
        day=talk.say.long_day(journey.date),
        departure=talk.say.clock(journey.departure_at),
        arrival=f"{talk.say.clock(journey.arrival_at)}, {talk.say.day(journey.arrival_at.date())}",
        travel_class=talk.say.label(f"class-{choice.travel_class.value}"),
    )


def waiting_words(talk: Talk, choice: Choice, journey: Journey) -> str:
    """What to expect where fewer berths are free than people travel; empty where all get one."""
    people = sum(person.berth_wanted for person in party_of(talk.draft["party"]))
    (offers,) = talk.services.searching.of_journeys([journey], talk.now, quota_of(talk))
    offer = next((offer for offer in offers if offer.travel_class is choice.travel_class), None)
    if offer is None or offer.free >= people:
        return ""
    if offer.availability.kind is AvailabilityKind.TRAIN_CANCELLED:
        return talk.say.text(
            "problem-train-cancelled", train=train_name(talk, journey.train.name, journey.train.name_hi)
        )
    words = {"number": choice.number, "free": offer.free, "standing": standing_words(talk, offer)}
    return Html("\n".join(filter(None, (talk.say.text("review-waiting", **words), chance_words(talk, offer, people)))))


def chance_words(talk: Talk, offer: Offer, people: int) -> str:
    """How likely the last of so many people gets a berth, if they would all wait; empty where too little is known."""
    place = offer.availability
    if place.kind is not AvailabilityKind.WAITING or place.waiting is None:
        return ""
    number = place.number + people - 1
    chance = talk.services.queueing.chance(offer.journey.train.train_id, offer.travel_class, place.waiting, number)
    if chance is None:
        return ""
    return talk.say.text("review-chance", percent=chance.percent, cases=chance.cases, people=people)


def group_line(talk: Talk, people: Sequence[PassengerDetails], prices: Sequence[FareBreakup]) -> str:
    """What the adults pay together, and the children: ₹3,850 for 2 adults + ₹1,000 for 1 child without a berth, half
    fare. Empty without children."""
    full = sum((price.full or NOTHING for price in prices), NOTHING)
    half = sum((price.half or NOTHING for price in prices), NOTHING)
    free = sum(person.is_free for person in people)
    halves = sum(not person.berth_wanted for person in people) - free
    children = sum(person.berth_wanted and person.age < CHILD_BELOW for person in people)
    groups = (
        ("fare-of-adults", len(people) - free - halves - children, full),
        ("fare-of-children", children, full),
        ("fare-of-half", halves, half),
        ("fare-of-free", free, NOTHING),
    )
    shown = [talk.say.text(key, count=n, amount=talk.say.money(n * each)) for key, n, each in groups if n]
    return Html(" + ".join(shown)) if children or halves or free else ""


def fare_lines(talk: Talk, prices: Sequence[FareBreakup]) -> Html:
    """The break-up of the fares together, a line each, without what is zero."""
    parts = ("base", "dynamic", "reservation", "superfast", "tatkal", "gst", "rounding", "convenience")
    lines = [(part, sum((getattr(price, part) for price in prices), Decimal(0))) for part in parts]
    shown = [talk.say.text(f"fare-{part}", amount=talk.say.money(amount)) for part, amount in lines if amount]
    return Html("\n".join(shown))
