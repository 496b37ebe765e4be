"""Which train, and in which class."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from domain.classwords import read_class
from domain.errors import Problem
from domain.ids import StationCode
from domain.services.searching import Offer
from domain.trains import TravelClass
from handlers.dialogue import Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps.places import heading, read_day
from handlers.talk import Talk
from handlers.texts import Html

A_PAGE = 5  # trains in one message


class Choose(Step):
    """A train and class between two stations: `12951|3A|MMCT|NDLS`. Free berths and the fare are on the button."""

    slot, needs = "choice", ("origin", "destination", "date")

    def ask(self, talk: Talk) -> Reply:
        trains = offers_by_train(talk)
        if not trains:
            days = self._ways_out(talk)
            return Reply(
                text=talk.say.text("no-trains" if days else "no-trains-ever", trip=heading(talk)), buttons=days
            )
        pages = (len(trains) - 1) // A_PAGE
        page = min(talk.draft.get("choice_page", 0), pages)
        shown = trains[page * A_PAGE : (page + 1) * A_PAGE]
        cards = "\n\n".join(self._card(talk, offers) for offers in shown)
        rows = [row for offers in shown for row in self._rows(talk, offers)]
        text = talk.say.text("ask-train", trip=heading(talk), trains=Html(cards), count=len(trains))
        wanted = talk.draft.get("class")
        if wanted and not any(offer.travel_class == wanted for offers in shown for offer in offers):
            text = Html(f"{talk.say.text('no-such-class', travel_class=wanted)}\n\n{text}")
        elif wanted:
            rows.append((talk.button(talk.say.label("button-every-class"), self.slot, "every"),))
        return Reply(text=text, buttons=(*rows, *self._pages(talk, page, pages)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TAP and incoming.text.startswith("page"):
            page = incoming.text.removeprefix("page")
            return {"choice_page": int(page) if page.isdecimal() and len(page) < 4 else 0}
        if incoming.kind not in (Kind.TEXT, Kind.TAP):
            raise Problem("unreadable")
        if incoming.kind is Kind.TAP and incoming.text == "every":
            return {"class": None}
        if incoming.kind is Kind.TAP:
            offer = self._offer(talk, incoming.text.partition("|")[0], lambda offer: _value(offer) == incoming.text)
        else:
            number, travel_class = self._typed(incoming.text, talk)
            offer = self._offer(talk, number, lambda offer: offer.travel_class is travel_class)
        if offer.free < max(1, len(talk.draft.get("party", ()))):
            raise Problem("class-full", travel_class=offer.travel_class)
        return {"choice": _value(offer), "choice_page": 0}

    def _typed(self, text: str, talk: Talk) -> tuple[str, TravelClass]:
        """`12951 3A`, or the class alone where only one train goes."""
        numbers = [word for word in text.replace("|", " ").split() if word.isdecimal() and len(word) == 5]
        travel_class = read_class(" ".join(word for word in text.split() if word not in numbers))
        trains = {offers[0].journey.train.number for offers in offers_by_train(talk)}
        number = numbers[0] if numbers else next(iter(trains)) if len(trains) == 1 else ""
        if not number or travel_class is None:
            raise Problem("choose-unclear")
        return number, travel_class

    def _offer(self, talk: Talk, number: str, meant: Callable[[Offer], bool]) -> Offer:
        for offers in offers_by_train(talk):
            for offer in offers:
                if offer.journey.train.number == number and meant(offer):
                    return offer
        if any(offers[0].journey.train.number == number for offers in offers_by_train(talk, every_class=True)):
            raise Problem("train-without-class", train=number)
        raise Problem("train-not-that-day", train=number[:10])

    def _card(self, talk: Talk, offers: list[Offer]) -> str:
        journey = offers[0].journey
        nights = (journey.arrival_at.date() - journey.departure_at.date()).days
        return talk.say.text(
            "train-card",
            number=journey.train.number,
            name=train_name(talk, journey.train.name, journey.train.name_hi),
            departure=talk.say.clock(journey.departure_at),
            origin=journey.origin,
            destination=journey.destination,
            arrival=talk.say.clock(journey.arrival_at) + (f" +{nights}" if nights else ""),
            duration=talk.say.duration(journey.duration),
        )

    def _rows(self, talk: Talk, offers: list[Offer]) -> list[tuple[Button, ...]]:
        buttons = [talk.button(self._label(talk, offer), self.slot, _value(offer)) for offer in offers]
        return [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]

    def _label(self, talk: Talk, offer: Offer) -> str:
        key = "button-class" if offer.free else "button-class-full"
        return talk.say.label(
            key,
            number=offer.journey.train.number,
            travel_class=offer.travel_class.value,
            free=offer.free,
            fare=talk.say.money(offer.fare),
        )

    def _pages(self, talk: Talk, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
        turns = []
        if page:
            turns.append(talk.button(talk.say.label("button-earlier-trains"), self.slot, f"page{page - 1}"))
        if page < pages:
            turns.append(talk.button(talk.say.label("button-later-trains"), self.slot, f"page{page + 1}"))
        return (tuple(turns),) if turns else ()

    def _ways_out(self, talk: Talk) -> tuple[tuple[Button, ...], ...]:
        """The nearest dates on which a train goes."""
        timetable = talk.services.catalogue().timetable
        after = read_day(talk.draft["date"])
        days = timetable.next_dates(talk.codes("origin"), talk.codes("destination"), after, limit=3, bookable_only=True)
        return tuple((talk.button(talk.say.day(day), "date", day.isoformat()),) for day in days)


def offers_by_train(talk: Talk, *, every_class: bool = False) -> list[list[Offer]]:
    """Offers of the draft's journey, a list for each train; only of the class asked for, where there is any."""
    draft = talk.draft
    on = read_day(draft["date"])
    offers = talk.services.searching.offers(talk.codes("origin"), talk.codes("destination"), on, talk.now)
    wanted = None if every_class else draft.get("class")
    if wanted and any(offer.travel_class == wanted for offer in offers):
        offers = [offer for offer in offers if offer.travel_class == wanted]
    return [list(group) for _, group in groupby(offers, lambda offer: offer.journey.train.number)]


def train_name(talk: Talk, name: str, name_hi: str) -> str:
    """A train's name in the person's language, where we have it."""
    return (name_hi if talk.say.language == "hi" else "") or name


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: also of a whole city, the journey is now between two stations."""

    number: str
    travel_class: TravelClass
    origin: StationCode
    destination: StationCode


def chosen(talk: Talk) -> Choice:
    """The train and class of the draft."""
    number, travel_class, origin, destination = talk.draft["choice"].split("|")
    return Choice(number, TravelClass(travel_class), StationCode(origin), StationCode(destination))


def _value(offer: Offer) -> str:
    journey = offer.journey
    return f"{journey.train.number}|{offer.travel_class}|{journey.origin}|{journey.destination}"
