"""Journeys with one change: two trains, two tickets, chosen and paid with one tap."""

from domain.errors import Problem
from domain.services.connecting import Change, Pair
from handlers.dialogue import Answer
from handlers.reply import Button, Reply
from handlers.steps.choice import Choice, read_choices, written
from handlers.steps.places import heading, read_day
from handlers.steps.traincard import check_bookable, nights_later, standing_words, train_name
from handlers.talk import Talk
from handlers.texts import Html

VIEW = "change"
A_PAGE, PAIRS = 3, 4  # connections in one message, and buttons of each


def changes(talk: Talk, page: int) -> Reply:
    """The connections of the day, the first to arrive first."""
    found = find(talk)
    pages = max(0, (len(found) - 1) // A_PAGE)
    first = min(page, pages) * A_PAGE
    shown = list(enumerate(found[first : first + A_PAGE], first + 1))
    cards = Html("\n\n".join(_card(talk, number, change) for number, change in shown))
    text = talk.say.text("changes" if found else "no-changes", trip=heading(talk), changes=cards)
    rows = [row for number, change in shown for row in _rows(talk, number, change)]
    turns = tuple(
        talk.button(talk.say.label(words), "choice", f"view:{VIEW}:{at}")
        for words, at in (("button-earlier-trains", page - 1), ("button-later-trains", page + 1))
        if 0 <= at <= pages
    )
    back = talk.button(talk.say.label("button-list"), "choice", "view:")
    return Reply(text=text, buttons=(*rows, *((turns,) if turns else ()), (back,)))


def find(talk: Talk) -> list[Change]:
    """Those of the draft's journey that can be booked, only in the class asked for where there is any."""
    on = read_day(talk.draft["date"])
    found = talk.services.connecting.changes(talk.codes("origin"), talk.codes("destination"), on, talk.now)
    wanted = talk.draft.get("class")
    fitting = [change for change in found if any(_has(pair, wanted) for pair in change.pairs)]
    return fitting or found


def take(talk: Talk, text: str) -> Answer:
    """The pair of trains that was tapped. Problem `stale` if they no longer go so, and those of `check_bookable`."""
    on, choices = read_day(talk.draft["date"]), read_choices(text)
    pair = next((p for change in find(talk) for p in change.pairs if _value(talk, p) == text), None)
    if pair is None:
        raise Problem("stale")
    for offer in (pair.first, pair.second):
        check_bookable(offer)
    assert choices[0].date_from(on) == on
    return {"choice": text, "view": None}


def _has(pair: Pair, wanted: str | None) -> bool:
    return wanted in (None, pair.first.travel_class, pair.second.travel_class)


def _card(talk: Talk, number: int, change: Change) -> str:
    say, trip = talk.say, change.connection
    legs = [
        say.text(
            "change-leg",
            number=leg.train.number,
            name=train_name(talk, leg.train.name, leg.train.name_hi),
            departure=say.clock(leg.departure_at) + nights_later(trip.departure_at, leg.departure_at),
            origin=leg.origin,
            destination=leg.destination,
            arrival=say.clock(leg.arrival_at) + nights_later(trip.departure_at, leg.arrival_at),
        )
        for leg in (trip.first, trip.second)
    ]
    wait = say.text("change-wait", station=talk.place(trip.second.origin), wait=say.duration(trip.wait))
    return say.text(
        "change-card", place=number, first=legs[0], wait=wait, second=legs[1], duration=say.duration(trip.duration)
    )


def _rows(talk: Talk, number: int, change: Change) -> list[tuple[Button, ...]]:
    wanted = talk.draft.get("class")
    pairs = [pair for pair in change.pairs if _has(pair, wanted)] or list(change.pairs)
    buttons = [talk.button(_label(talk, number, pair), "choice", _value(talk, pair)) for pair in pairs[:PAIRS]]
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _label(talk: Talk, number: int, pair: Pair) -> str:
    classes = dict.fromkeys((pair.first.travel_class.value, pair.second.travel_class.value))
    offers = [offer for offer in (pair.first, pair.second) if not offer.free]
    if not pair.can_be_booked:
        offers = [offer for offer in offers if not offer.can_be_booked]
    words = list(dict.fromkeys(standing_words(talk, offer) for offer in offers))
    standing = " + ".join(words) or talk.say.label("standing-free", free=pair.free)
    key = "button-change" if pair.can_be_booked else "button-change-full"
    fare = talk.say.money(pair.fare)
    return talk.say.label(key, place=str(number), travel_class=" + ".join(classes), standing=standing, fare=fare)


def _value(talk: Talk, pair: Pair) -> str:
    on = read_day(talk.draft["date"])
    return written(*(Choice.of(offer.journey, offer.travel_class, on) for offer in (pair.first, pair.second)))
