"""The review before paying: everything once more, and how to pay."""

from decimal import Decimal, InvalidOperation

from domain.availability import AvailabilityKind
from domain.errors import Problem
from domain.fares import FareBreakup
from domain.journeys import Journey
from domain.services.booking import HoldRequest, may_upgrade
from domain.services.searching import Offer
from domain.users import SavedPassenger
from handlers.dialogue import DATED, PROBLEM, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps.choice import Choice, chosen, quota_of
from handlers.steps.farewords import fare_lines, group_line
from handlers.steps.pay import LINK, PART, WALLET, pay_by, wallet_buttons
from handlers.steps.people import party_of, person_line
from handlers.steps.places import read_day
from handlers.steps.traincard import chosen_offer, standing_words, train_name
from handlers.talk import Talk
from handlers.texts import Html

WAYS = (LINK, WALLET, PART)
UPGRADE = "upgrade"  # of the draft: there if a free upgrade is asked for; the tap says what it shall be
ALSO_SAID = ("link", "pay", "yes", "ok", "haan", "हाँ", "हां")  # the wallet is only tapped: its amount stands beside it


class Confirm(Step):
    """Everything once more, with the fare line by line. A tap on Pay holds the berths; `booking` is its id then."""

    slot, needs = "booking", ("choice", "party")

    def ask(self, talk: Talk) -> Reply:
        requests = hold_requests(talk)
        quotes = [talk.services.booking.quote(request, talk.now) for request in requests]
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
        offered = any(may_upgrade(request, quote[0]) for request, quote in zip(requests, quotes, strict=True))
        if offered and talk.draft.get(UPGRADE):
            notes.append(talk.say.text("review-upgrade", people=sum(person.berth_wanted for person in people)))
        buttons = (*self._buttons(talk, total), *(self._upgrade_button(talk) if offered else ()))
        return Reply(text=Html("\n\n".join(filter(None, (text, *notes)))), buttons=buttons)

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        way, shown, part = _tapped(incoming.text)
        if incoming.kind is Kind.TAP and way in (f"{UPGRADE}-yes", f"{UPGRADE}-no"):
            return {UPGRADE: "yes" if way.endswith("yes") else None}
        if way not in (WAYS if incoming.kind is Kind.TAP else ALSO_SAID):
            raise Problem("pay-by-button")
        services, requests = talk.services, hold_requests(talk)
        if shown and sum(services.booking.quote(request, talk.now)[1].total for request in requests) != shown:
            return {}  # the fare is another one now: it is shown, and agreed to, first
        onward = requests[1] if len(requests) > 1 else None
        booking = services.booking.hold(requests[0], confirmed_key(talk), talk.now, onward)
        saved = tuple(
            SavedPassenger(name=p.name, age=p.age, gender=p.gender, berth=p.preference) for p in booking.passengers
        )
        services.accounts.remember(talk.chat_id, saved, talk.now)
        held = {"booking": booking.booking_id}
        try:
            return held | dict(pay_by(way, part, booking, talk))
        except Problem as problem:  # the berths are held all the same: how to pay is asked again, with the reason
            return held | {PROBLEM: problem}

    def _buttons(self, talk: Talk, total: Decimal) -> tuple[tuple[Button, ...], ...]:
        words = talk.say.label("button-pay-link", amount=talk.say.money(total))
        link = (talk.button(words, self.slot, f"{LINK}|{total}"),)
        return (link, *wallet_buttons(talk, self.slot, total, total))

    def _upgrade_button(self, talk: Talk) -> tuple[tuple[Button, ...], ...]:
        """Says what is chosen, and turns it with a tap."""
        key, turned = ("button-upgrade-on", "no") if talk.draft.get(UPGRADE) else ("button-upgrade-off", "yes")
        return ((talk.button(talk.say.label(key), self.slot, f"{UPGRADE}-{turned}"),),)


def confirmed_key(talk: Talk) -> str:
    """The idempotency key of a hold: this chat, this dialogue, and the answers that were confirmed. It stays the same
    when the turn is run again after another one of the chat, as it must: `chat:serial:rev` alone would not."""
    dated = talk.draft[DATED]
    return f"{talk.chat_id}:{talk.session.serial}:{dated['choice']}.{dated['party']}"


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
            upgrade=bool(talk.draft.get(UPGRADE)),
        )
        for choice in chosen(talk)
    )


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
        arrival=_arrival(talk, journey),
        travel_class=talk.say.label(f"class-{choice.travel_class.value}"),
    )


def _arrival(talk: Talk, journey: Journey) -> str:
    """The time, and the day if it is another one than that of departure."""
    clock, day = talk.say.clock(journey.arrival_at), journey.arrival_at.date()
    return clock if day == journey.departure_at.date() else f"{clock}, {talk.say.day(day)}"


def waiting_words(talk: Talk, choice: Choice, journey: Journey) -> str:
    """What to expect where fewer berths are free than people travel; empty where all get one."""
    people = sum(person.berth_wanted for person in party_of(talk.draft["party"]))
    offer = chosen_offer(talk, choice, journey)
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


def _tapped(text: str) -> tuple[str, Decimal | None, Decimal]:
    """The way to pay, the total that was shown with it, and the wallet's part: `part|1715.00|500.00`."""
    way, *amounts = text.strip().casefold().split("|")
    try:
        shown, part, *_ = [*map(Decimal, amounts), None, None]
    except InvalidOperation:
        return "", None, Decimal(0)
    return way, shown, part or Decimal(0)
