"""A train in a list: its name, and when it goes and comes."""

from datetime import datetime

from domain.availability import AvailabilityKind
from domain.errors import Problem
from domain.journeys import Journey
from domain.services.searching import Offer
from handlers.steps.choice import Choice, quota_of
from handlers.talk import Talk


def train_card(talk: Talk, journey: Journey) -> str:
    """Number, name, times and duration, as Telegram HTML."""
    say = talk.say
    return say.text(
        "train-card",
        number=journey.train.number,
        name=train_name(talk, journey.train.name, journey.train.name_hi),
        departure=say.clock(journey.departure_at),
        origin=journey.origin,
        destination=journey.destination,
        arrival=say.clock(journey.arrival_at) + nights_later(journey.departure_at, journey.arrival_at),
        duration=say.duration(journey.duration),
    )


def train_name(talk: Talk, name: str, name_hi: str) -> str:
    """A train's name in the person's language, where we have it."""
    return (name_hi if talk.say.language == "hi" else "") or name


def standing_words(talk: Talk, offer: Offer) -> str:
    """360 free, RAC 5, WL 12, full or cancelled: what the next passenger gets."""
    kind, say = offer.availability.kind, talk.say
    if kind is AvailabilityKind.TRAIN_CANCELLED:
        return say.label("standing-cancelled")
    if kind is AvailabilityKind.RAC:
        return say.label("standing-rac", place=str(offer.availability.now))
    if kind is AvailabilityKind.WAITING:
        return say.label("standing-waiting", place=str(offer.availability.now))
    return say.label("standing-free", free=offer.free) if offer.free else say.label("full")


def chosen_offer(talk: Talk, choice: Choice, journey: Journey) -> Offer | None:
    """The chosen class of this journey, in the quota asked for, as it stands now; None if it is not sold so."""
    (offers,) = talk.services.searching.of_journeys([journey], talk.now, quota_of(talk))
    return next((offer for offer in offers if offer.travel_class is choice.travel_class), None)


def place_in_queue(offer: Offer) -> str:
    """GNWL 12, or GNWL52/WL33 where some of those before have left: what the ticket of the next passenger says; empty
    where they get a berth, or nothing."""
    place = offer.availability
    if place.kind not in (AvailabilityKind.RAC, AvailabilityKind.WAITING):
        return ""
    return f"{place.waiting or place.kind} {place.number}" if place.number == place.now else place.text


def check_bookable(offer: Offer) -> None:
    """Problem `train-cancelled` or `class-full` for what cannot be booked."""
    if offer.availability.kind is AvailabilityKind.TRAIN_CANCELLED:
        raise Problem("train-cancelled", train=offer.journey.train.name)
    if not offer.can_be_booked:
        raise Problem("class-full", travel_class=offer.travel_class)


def nights_later(departure: datetime, arrival: datetime) -> str:
    """ " +1" for an arrival on the next day."""
    nights = (arrival.date() - departure.date()).days
    return f" +{nights}" if nights else ""
