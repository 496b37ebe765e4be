"""Bells: what of the trains in a list one can be told of: a berth that comes free, an opening that is still to come."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.alerts import FARTHEST, Wanted
from domain.bookings import MAX_DAYS_AHEAD
from domain.errors import Problem
from domain.quotas import Quota
from domain.railtime import INDIA
from domain.services.searching import Offer
from handlers.alerts import tap_of
from handlers.news import opening_of, quota_words
from handlers.reply import Button, Reply
from handlers.steps.places import ends
from handlers.steps.traincard import standing_words
from handlers.steps.week import wish
from handlers.talk import Talk

VIEW = "bell"
MOST = 8  # offered in one message


def bells(talk: Talk, every: list[list[Offer]]) -> Reply:
    """A button for each thing to be told of, those of the class asked for first."""
    wanted = talk.draft.get("class")
    offers = sorted((offer for of_train in every for offer in of_train), key=lambda one: one.travel_class != wanted)
    found = [button for offer in offers for button in _of_offer(talk, offer)][:MOST]
    back = talk.button(talk.say.label("button-list"), "choice", "view:")
    key = "ask-bell" if found else "no-bells"
    return Reply(text=talk.say.text(key, trip=ends(talk)), buttons=(*((button,) for button in found), (back,)))


def bell_button(talk: Talk) -> Button:
    """Opens them."""
    return talk.button(talk.say.label("button-bell"), "choice", f"view:{VIEW}")


def too_far(talk: Talk) -> Button | None:
    """Of a day that was asked for and cannot be booked yet: a button to be told when it can; None for other days, and
    while the ends of the journey are not known."""
    later = talk.draft.get("later")
    if not later or not talk.draft.get("origin") or not talk.draft.get("destination"):
        return None
    day = date.fromisoformat(later)
    if not MAX_DAYS_AHEAD < (day - talk.today).days <= FARTHEST.days:
        return None
    wanted = Wanted(talk.codes("origin")[0], talk.codes("destination")[0], day)
    opens = talk.services.alerting.opening(wanted)
    words = talk.say.label("button-remind-day", of=talk.say.day(day), **_time(talk, opens))
    return Button(text=words, data=f"g.remind={tap_of(wanted)}")


def _of_offer(talk: Talk, offer: Offer) -> Iterator[Button]:
    """A berth in the quota that is looked at, or its opening; and that of Tatkal where no general berth is left."""
    quota = Quota(talk.draft.get("quota") or Quota.GENERAL)
    wanted = _wanted(offer, quota)
    opening = _opening(talk, wanted)
    if opening:
        yield opening
    elif offer.free < wish(talk).people:
        words = talk.say.label("button-watch", standing=standing_words(talk, offer), **_train(offer))
        if not offer.free:
            yield Button(text=words, data=f"g.watch={tap_of(wanted)}")
        tatkal = _opening(talk, _wanted(offer, Quota.TATKAL)) if quota is Quota.GENERAL else None
        if tatkal:
            yield tatkal


def _opening(talk: Talk, wanted: Wanted) -> Button | None:
    """If it is still to come."""
    try:
        opens = talk.services.alerting.opening(wanted)
    except Problem:
        return None
    if opens <= talk.now:
        return None
    quota = wanted.quota.value
    what = talk.say.label(opening_of(quota), **quota_words(talk.say, quota))
    train = {"number": wanted.train_number, "travel_class": wanted.travel_class or ""}
    words = talk.say.label("button-remind", what=what, **train, **_time(talk, opens))
    return Button(text=words, data=f"g.remind={tap_of(wanted)}")


def _wanted(offer: Offer, quota: Quota) -> Wanted:
    journey = offer.journey
    train = journey.train.number, offer.travel_class, quota
    return Wanted(journey.origin, journey.destination, journey.date, *train)


def _train(offer: Offer) -> dict[str, str]:
    return {"number": offer.journey.train.number, "travel_class": offer.travel_class.value}


def _time(talk: Talk, at: datetime) -> dict[str, str]:
    return {"day": talk.say.day(at.astimezone(INDIA).date()), "clock": talk.say.clock(at)}
