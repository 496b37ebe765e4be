"""Who travels."""

from typing import Any

from domain.bookings import MAX_PASSENGERS, Gender, PassengerDetails, check_party
from domain.coaches import kinds_in
from domain.errors import Problem
from domain.inventory import BerthKind
from domain.parties import read_party
from domain.users import SavedPassenger
from handlers.dialogue import Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps.choice import chosen
from handlers.steps.places import heading
from handlers.talk import Talk
from handlers.texts import Html


class Who(Step):
    """The party: typed one on a line, or tapped from the saved list. `people` gathers them until Done."""

    slot, needs, lists = "party", ("choice",), ("people",)

    def ask(self, talk: Talk) -> Reply:
        people = gathered(talk)
        lines = Html("\n".join(person_line(talk, n, person) for n, person in enumerate(people, 1)))
        key = "ask-party-more" if people else "ask-party"
        text = talk.say.text(key, trip=heading(talk), people=lines, count=len(people))
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
        everybody = (*gathered(talk), *people)
        named = {"half": None, **self._together(talk, everybody)}
        if len(everybody) == talk.draft.get("count"):
            return named | {"party": named["people"]}
        return named

    def _typed(self, text: str, half: str | None) -> tuple[PassengerDetails, ...]:
        """People typed. A bare number is the age of somebody named without one, else how many, not who."""
        count = text.strip()
        if half and count.isdecimal() and len(count) < 4:
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
            check_party(people)
            return {"party": [person.model_dump(mode="json") for person in people]}
        if action == "drop" and 0 <= index < len(people):
            return _kept((*people[:index], *people[index + 1 :]))
        saved = talk.user.preferences.passengers if talk.user else ()
        if action == "add" and 0 <= index < len(saved):
            return self._together(talk, (*people, details(saved[index])))
        raise Problem("stale")

    def _together(self, talk: Talk, people: tuple[PassengerDetails, ...]) -> Answer:
        check_party(people)
        usable = {kind for choice in chosen(talk) for kind in kinds_in(choice.travel_class)}
        return _kept(tuple(p if p.preference in usable else p.but(preference=None) for p in people))

    def _saved(self, talk: Talk, people: tuple[PassengerDetails, ...]) -> list[tuple[Button, ...]]:
        saved = talk.user.preferences.passengers if talk.user else ()
        there = {person.name.casefold() for person in people}
        free = [(n, person) for n, person in enumerate(saved) if person.name.casefold() not in there]
        buttons = [talk.button(f"➕ {p.name}, {p.age}", self.slot, f"add:{n}") for n, p in free]
        return [tuple(buttons[i : i + 2]) for i in range(0, min(len(buttons), 8), 2)]

    def _controls(self, talk: Talk, people: tuple[PassengerDetails, ...]) -> list[tuple[Button, ...]]:
        drops = [talk.button(f"✖ {person.name}", self.slot, f"drop:{n}") for n, person in enumerate(people)]
        rows = [tuple(drops[i : i + 2]) for i in range(0, len(drops), 2)]
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
    return PassengerDetails(name=saved.name, age=saved.age, gender=saved.gender, preference=saved.berth)


def person_line(talk: Talk, number: int, person: PassengerDetails) -> str:
    """1. Asha, 34, woman, lower berth."""
    words = [person.name, str(person.age), gender_words(talk, person.gender)]
    if person.preference:
        words.append(berth_words(talk, person.preference))
    return talk.say.text("person-line", number=str(number), person=", ".join(words))


def gender_words(talk: Talk, gender: Gender) -> str:
    return talk.say.label(f"gender-{gender.value}")


def berth_words(talk: Talk, kind: BerthKind) -> str:
    return talk.say.label(f"berth-{kind.value}")


def _kept(people: tuple[PassengerDetails, ...]) -> Answer:
    return {"people": [person.model_dump(mode="json") for person in people]}
