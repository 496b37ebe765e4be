"""Who travels."""

import itertools
from typing import Any

from domain.bookings import MAX_PASSENGERS, Gender, PassengerDetails, check_party
from domain.coaches import kinds_in
from domain.errors import Problem
from domain.inventory import BerthKind
from domain.parties import read_party, tells_no_name
from domain.rules.children import CHILD_BELOW, FULL_FARE_ONLY, check_berth, child_fare, has_berth_by_default
from domain.rules.partyrules import check_children
from domain.users import SavedPassenger
from handlers.dialogue import PROBLEM, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps.choice import chosen
from handlers.steps.places import heading, read_day
from handlers.steps.traincard import chosen_offer, place_in_queue
from handlers.talk import Talk
from handlers.texts import Html


class Who(Step):
    """The party: typed one on a line, or tapped from the saved list. `people` gathers them until Done."""

    slot, needs, lists = "party", ("choice",), ("people",)

    def ask(self, talk: Talk) -> Reply:
        people = _fitted(talk, gathered(talk))
        lines = Html("\n".join(person_line(talk, n, person) for n, person in enumerate(people, 1)))
        key = "ask-party-more" if people else "ask-party"
        text = talk.say.text(key, trip=heading(talk), people=lines, count=len(people))
        if not people:
            text = Html("\n".join((text, _hint(talk), *_queues(talk))))
        wanted = talk.draft.get("count", 0)
        if wanted > len(people):
            text = Html(f"{text}\n\n{talk.say.text('ask-party-count', count=wanted, named=len(people))}")
        if talk.draft.get("half"):
            text = talk.say.text("ask-age", person=talk.draft["half"])
        return Reply(text=text, buttons=(*self._saved(talk, people), *self._controls(talk, people)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TAP:
            return self._tapped(incoming.text, talk)
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        half = talk.draft.get("half")
        try:
            people = self._typed(incoming.text, half)
        except Problem as problem:
            if problem.key == "party-done":
                return self._tapped("done", talk)
            if problem.key == "passenger-no-age" and "\n" not in incoming.text.strip():
                return {"half": incoming.text.strip()[:60]}
            raise
        for person, choice in itertools.product(people, chosen(talk)):
            check_berth(person.name, person.age, choice.travel_class, berth=person.berth_wanted)
        everybody = self._together(talk, (*gathered(talk), *(_as_usual(talk, person) for person in people)))
        named = {"half": None, **_kept(everybody)}
        if len(everybody) != talk.draft.get("count"):
            return named
        try:
            return named | {"party": self._complete(talk, everybody)}
        except Problem as problem:  # those named stay so
            return named | {PROBLEM: problem}

    def _typed(self, text: str, half: str | None) -> tuple[PassengerDetails, ...]:
        """People typed. A bare age is that of somebody named without one; else a number is how many, not who."""
        count = text.strip()
        if half and tells_no_name(text):
            return read_party(f"{half} {count}")
        if count.isdecimal():
            if len(count) > 2 or int(count) > MAX_PASSENGERS:
                raise Problem("too-many-passengers", most=MAX_PASSENGERS)
            raise Problem("party-by-name" if int(count) else "no-passengers")
        return read_party(text)

    def _tapped(self, value: str, talk: Talk) -> Answer:
        people = gathered(talk)
        action, _, rest = value.partition(":")
        index = int(rest) if rest.isdecimal() and len(rest) < 3 else -1
        if action == "done":
            return {"party": self._complete(talk, self._together(talk, people))}
        if action == "drop" and 0 <= index < len(people):
            return _kept((*people[:index], *people[index + 1 :]))
        if action == "berth" and 0 <= index < len(people):
            return _kept(self._together(talk, (*people[:index], _turned(people[index]), *people[index + 1 :])))
        saved = talk.user.preferences.passengers if talk.user else ()
        if action == "add" and 0 <= index < len(saved):
            return _kept(self._together(talk, (*people, details(saved[index]))))
        raise Problem("stale")

    def _together(self, talk: Talk, people: tuple[PassengerDetails, ...]) -> tuple[PassengerDetails, ...]:
        people = _fitted(talk, people)
        check_party(people)
        return people

    def _complete(self, talk: Talk, people: tuple[PassengerDetails, ...]) -> list[dict[str, Any]]:
        """As the draft keeps them, if nobody else need be named."""
        check_party(people)
        for choice in chosen(talk):
            check_children(people, choice.travel_class)
        return [person.model_dump(mode="json") for person in people]

    def _saved(self, talk: Talk, people: tuple[PassengerDetails, ...]) -> list[tuple[Button, ...]]:
        saved = talk.user.preferences.passengers if talk.user else ()
        there = {person.name.casefold() for person in people}
        free = [(n, person) for n, person in enumerate(saved) if person.name.casefold() not in there]
        buttons = [talk.button(f"➕ {p.name}, {age_words(talk, p.age)}", self.slot, f"add:{n}") for n, p in free]
        return [tuple(buttons[i : i + 2]) for i in range(0, min(len(buttons), 8), 2)]

    def _controls(self, talk: Talk, people: tuple[PassengerDetails, ...]) -> list[tuple[Button, ...]]:
        drops = [talk.button(f"✖ {person.name}", self.slot, f"drop:{n}") for n, person in enumerate(people)]
        rows = [tuple(drops[i : i + 2]) for i in range(0, len(drops), 2)]
        rows += [
            (talk.button(_turn_words(talk, person), self.slot, f"berth:{n}"),)
            for n, person in enumerate(people)
            if _may_choose(talk, person)
        ]
        if people:
            rows.append((talk.button(talk.say.label("button-party-done", count=len(people)), self.slot, "done"),))
        return rows


def gathered(talk: Talk) -> tuple[PassengerDetails, ...]:
    """The people named so far."""
    return party_of(talk.draft.get("people", ()))


def party_of(rows: Any) -> tuple[PassengerDetails, ...]:
    """People of the draft."""
    return tuple(PassengerDetails.model_validate(row) for row in rows)


def details(saved: SavedPassenger) -> PassengerDetails:
    """Somebody of the saved list as a passenger."""
    berth = has_berth_by_default(saved.age)
    preference = saved.berth if berth else None
    return PassengerDetails(
        name=saved.name, age=saved.age, gender=saved.gender, preference=preference, berth_wanted=berth
    )


def person_line(talk: Talk, number: int, person: PassengerDetails) -> str:
    """1. Asha, 34, woman, lower berth."""
    words = [person.name, age_words(talk, person.age), gender_words(talk, person.gender)]
    if not person.berth_wanted:
        words.append(talk.say.label("child-free" if person.is_free else "child-half"))
    if person.preference:
        words.append(berth_words(talk, person.preference))
    return talk.say.text("person-line", number=str(number), person=", ".join(words))


def age_words(talk: Talk, age: int) -> str:
    return str(age) if age else talk.say.label("age-under-one")


def gender_words(talk: Talk, gender: Gender) -> str:
    return talk.say.label(f"gender-{gender.value}")


def berth_words(talk: Talk, kind: BerthKind) -> str:
    return talk.say.label(f"berth-{kind.value}")


def _kept(people: tuple[PassengerDetails, ...]) -> Answer:
    return {"people": [person.model_dump(mode="json") for person in people]}


def _fitted(talk: Talk, people: tuple[PassengerDetails, ...]) -> tuple[PassengerDetails, ...]:
    """As the class that is chosen now takes them: those named for another one may like a berth that is not in this, or
    be children who need a seat of their own here."""
    classes = {choice.travel_class for choice in chosen(talk)}
    usable = {kind for travel_class in classes for kind in kinds_in(travel_class)}
    fitted = []
    for person in people:
        seated = person.berth_wanted or not all(child_fare(person.age, c).may_go_without_berth for c in classes)
        liked = person.preference if person.preference in usable else None
        fitted.append(person.but(berth_wanted=seated, preference=liked))
    return tuple(fitted)


def _as_usual(talk: Talk, person: PassengerDetails) -> PassengerDetails:
    """Who said nothing of a berth likes the one that this user usually takes."""
    usual = talk.user.preferences.usual_berth if talk.user else None
    return person.but(preference=usual) if person.berth_wanted and person.preference is None else person


def _may_choose(talk: Talk, person: PassengerDetails) -> bool:
    """Is it for the party to say whether this child has a berth?"""
    return all(child_fare(person.age, choice.travel_class).may_go_without_berth for choice in chosen(talk))


def _turned(person: PassengerDetails) -> PassengerDetails:
    """With a berth if they had none, else without."""
    return person.but(berth_wanted=not person.berth_wanted, preference=None)


def _turn_words(talk: Talk, person: PassengerDetails) -> str:
    """Anu: without a berth, half fare."""
    if not person.berth_wanted:
        return talk.say.label("button-child-berth", name=person.name)
    return talk.say.label("button-child-free" if _turned(person).is_free else "button-child-half", name=person.name)


def _queues(talk: Talk) -> list[Html]:
    """A line for each train of the choice that has no free berth now: the place in its queue."""
    on, trains, lines = read_day(talk.draft["date"]), talk.services.catalogue().timetable, list[Html]()
    for choice in chosen(talk):
        journey = trains.journey(choice.number, choice.origin, choice.destination, choice.date_from(on))
        offer = chosen_offer(talk, choice, journey) if journey else None
        if offer and (place := place_in_queue(offer)):
            words = {"number": choice.number, "travel_class": choice.travel_class.value, "place": place}
            lines.append(talk.say.text("ask-party-queue", **words))
    return lines


def _hint(talk: Talk) -> Html:
    """What children pay in the class that is chosen."""
    seats = any(choice.travel_class in FULL_FARE_ONLY for choice in chosen(talk))
    return talk.say.text("children-hint-seats" if seats else "children-hint", age=CHILD_BELOW - 1)
