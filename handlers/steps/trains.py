"""Which train, and in which class."""

from collections.abc import Callable
from itertools import groupby

from domain.errors import Problem
from domain.quotas import Quota
from domain.reading.classwords import read_class
from domain.services.searching import Offer
from domain.trains import TravelClass
from handlers.dialogue import Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps import bells, changes, filters, waysout, week
from handlers.steps.choice import Choice, written
from handlers.steps.places import heading, read_day
from handlers.steps.traincard import check_bookable, standing_words, train_card
from handlers.talk import Talk
from handlers.texts import Html

A_PAGE = 5  # trains in one message


class Choose(Step):
    """A train and class between two stations, or two trains with a change. Free berths and the fare are on the button.
    `view` in the draft shows something else than the list for a while: the filters, seven days, journeys with a change.
    """

    slot, needs = "choice", ("origin", "destination", "date")

    def ask(self, talk: Talk) -> Reply:
        view, _, rest = (talk.draft.get("view") or "").partition(":")
        if view == week.VIEW:
            return week.week(talk, talk.draft["view"])
        if view == changes.VIEW:
            return changes.changes(talk, int(rest) if rest.isdecimal() and len(rest) < 3 else 0)
        every = offers_by_train(talk)
        if not every:
            return self._nothing(talk)
        if view == bells.VIEW:
            return bells.bells(talk, every)
        return filters.panel(talk, every) if view == filters.VIEW else self._list(talk, every)

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind not in (Kind.TEXT, Kind.TAP):
            raise Problem("unreadable")
        text = incoming.text
        if incoming.kind is Kind.TEXT:
            said = filters.said(text)
            if not said:
                return self._taken(talk, *self._typed(text, talk))
            text = said
        if text.startswith("page"):
            page = text.removeprefix("page")
            return {"choice_page": int(page) if page.isdecimal() and len(page) < 4 else 0}
        if text.startswith("view:"):
            return {"view": text.removeprefix("view:")[:20] or None}
        if text.startswith(filters.TAP):
            return filters.toggled(text, talk)
        if text == waysout.WIDEN:
            return {slot: ",".join(codes) for slot, codes in waysout.widened(talk).items()} | {"view": None}
        if "+" in text:
            return changes.take(talk, text)
        return self._taken(talk, text.partition("|")[0], lambda offer: _value(talk, offer) == text)

    def _list(self, talk: Talk, every: list[list[Offer]]) -> Reply:
        trains = filters.fitting(talk, every)
        note = ""
        if not trains:
            trains = filters.fitting(talk, every, any_time=True)
            note = talk.say.text("filters-none-then" if trains else "filters-none", wanted=filters.words(talk))
        trains = trains or every
        pages = (len(trains) - 1) // A_PAGE
        page = min(talk.draft.get("choice_page", 0), pages)
        shown = trains[page * A_PAGE : (page + 1) * A_PAGE]
        cards = "\n\n".join(train_card(talk, offers[0].journey) for offers in shown)
        text = talk.say.text("ask-train", trip=heading(talk), trains=Html(cards), count=len(trains))
        rows = [row for offers in shown for row in self._rows(talk, offers)]
        return Reply(
            text=Html("\n\n".join(filter(None, (note, text, self._full(talk, every))))),
            buttons=(*rows, *self._pages(talk, page, pages), *self._other(talk, every)),
        )

    def _nothing(self, talk: Talk) -> Reply:
        if talk.draft.get("quota"):
            general = talk.button(talk.say.label("button-general"), self.slot, filters.NONE)
            return Reply(
                text=talk.say.text("no-quota", quota=filters.words(talk), trip=heading(talk)), buttons=((general,),)
            )
        rows = (*waysout.other_days(talk), *waysout.other_ways(talk))
        return Reply(text=talk.say.text("no-trains" if rows else "no-trains-ever", trip=heading(talk)), buttons=rows)

    def _full(self, talk: Talk, every: list[list[Offer]]) -> str:
        return talk.say.text("all-full") if _is_full(talk, every) else ""

    def _other(self, talk: Talk, every: list[list[Offer]]) -> tuple[tuple[Button, ...], ...]:
        """Other looks at the same journey; where all trains are full, what else there is comes first."""
        say = talk.say
        rows = [*waysout.other_days(talk), *waysout.other_ways(talk)] if _is_full(talk, every) else []
        if filters.any_set(talk):
            rows.append((talk.button(say.label("button-every-class"), self.slot, filters.NONE),))
        rows += [(bells.bell_button(talk),)] if _may_wait(talk, every) else []
        look = [("button-filter", "view:filter"), ("button-week", "view:week")]
        look += [("button-changes", "view:change")] if not _is_full(talk, every) else []
        return (*rows, tuple(talk.button(say.label(words), self.slot, value) for words, value in look))

    def _typed(self, text: str, talk: Talk) -> tuple[str, Callable[[Offer], bool]]:
        """`12951 3A`, or the class alone where only one train goes."""
        numbers = [word for word in text.replace("|", " ").split() if word.isdecimal() and len(word) == 5]
        travel_class = read_class(" ".join(word for word in text.split() if word not in numbers))
        trains = {offers[0].journey.train.number for offers in offers_by_train(talk)}
        number = numbers[0] if numbers else next(iter(trains)) if len(trains) == 1 else ""
        if not number or travel_class is None:
            raise Problem("choose-unclear")
        return number, lambda offer: offer.travel_class is TravelClass(travel_class)

    def _taken(self, talk: Talk, number: str, meant: Callable[[Offer], bool]) -> Answer:
        trains = [offers for offers in offers_by_train(talk) if offers[0].journey.train.number == number]
        if not trains:
            raise Problem("train-not-that-day", train=number[:10])
        offer = next((offer for offers in trains for offer in offers if meant(offer)), None)
        if offer is None:
            raise Problem("train-without-class", train=number)
        check_bookable(offer)
        return {"choice": _value(talk, offer), "choice_page": 0}

    def _rows(self, talk: Talk, offers: list[Offer]) -> list[tuple[Button, ...]]:
        usual = talk.user.preferences.usual_class if talk.user else None
        offers = sorted(offers, key=lambda offer: offer.travel_class != usual)
        buttons = [talk.button(self._label(talk, offer), self.slot, _value(talk, offer)) for offer in offers]
        return [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]

    def _label(self, talk: Talk, offer: Offer) -> str:
        return talk.say.label(
            "button-class" if offer.can_be_booked else "button-class-full",
            number=offer.journey.train.number,
            travel_class=offer.travel_class.value,
            standing=standing_words(talk, offer),
            fare=talk.say.money(offer.fare),
        )

    def _pages(self, talk: Talk, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
        turns = []
        if page:
            turns.append(talk.button(talk.say.label("button-earlier-trains"), self.slot, f"page{page - 1}"))
        if page < pages:
            turns.append(talk.button(talk.say.label("button-later-trains"), self.slot, f"page{page + 1}"))
        return (tuple(turns),) if turns else ()


def offers_by_train(talk: Talk) -> list[list[Offer]]:
    """Offers of the draft's journey, a list for each train."""
    on = read_day(talk.draft["date"])
    quota = Quota(talk.draft.get("quota") or Quota.GENERAL)
    offers = talk.services.searching.offers(talk.codes("origin"), talk.codes("destination"), on, talk.now, quota)
    return [list(group) for _, group in groupby(offers, lambda offer: offer.journey.train.number)]


def _is_full(talk: Talk, every: list[list[Offer]]) -> bool:
    """Whether no train has berths for the party, in the class asked for if one was."""
    wanted = week.wish(talk)
    return not any(
        offer.free >= wanted.people
        for offers in every
        for offer in offers
        if wanted.travel_class in (None, offer.travel_class)
    )


def _may_wait(talk: Talk, every: list[list[Offer]]) -> bool:
    """Is there a class without a berth, or not open yet?"""
    wanted = week.wish(talk)
    classes = [offer for offers in every for offer in offers if wanted.travel_class in (None, offer.travel_class)]
    return any(not offer.free for offer in classes) or bool(talk.draft.get("quota"))


def _value(talk: Talk, offer: Offer) -> str:
    return written(Choice.of(offer.journey, offer.travel_class, read_day(talk.draft["date"])))
