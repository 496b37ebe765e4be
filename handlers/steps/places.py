"""Where from and where to."""

from collections.abc import Sequence
from datetime import date

from domain.errors import Problem
from domain.ids import StationCode
from domain.stations import Match
from handlers.dialogue import CHOICES, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps.choice import chosen
from handlers.talk import Talk

# The busiest terminals of the six largest cities: a first tap for somebody who types nothing.
WELL_KNOWN = tuple(map(StationCode, ("NDLS", "MMCT", "HWH", "MAS", "SBC", "SC")))
OFFERED = 6


class Place(Step):
    """A station, or all of a city as `NDLS,DLI,NZM`. Several that may be meant become buttons, kept in the draft as
    `<slot>_choices` until one is taken."""

    other: str  # the slot of the journey's other end
    question: str

    def ask(self, talk: Talk) -> Reply:
        choices = talk.draft.get(f"{self.slot}{CHOICES}")
        if choices:
            return Reply(text=talk.say.text("ask-which-station"), buttons=self._buttons(talk, choices))
        known = [code for code in self._suggestions(talk) if code != talk.draft.get(self.other)]
        return Reply(
            text=talk.say.text(self.question, trip=heading(talk)), buttons=self._buttons(talk, known[:OFFERED])
        )

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.LOCATION and incoming.location:
            near = talk.services.catalogue().stations.nearest(*incoming.location, limit=OFFERED)
            return self._offered([station.code for station, _ in near], incoming)
        if incoming.kind is Kind.TAP:
            return self._checked(incoming.text, talk, talk.draft.get(self.other))
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        matches = talk.services.catalogue().stations.find(incoming.text, limit=OFFERED)
        if len(matches) > 1 and all(match.whole_city for match in matches) and not matches[0].sure:
            return self._offered([_joined(matches), *(match.station.code for match in matches)], incoming)
        return self.meant(matches, talk, incoming, talk.draft.get(self.other))

    def meant(self, matches: list[Match], talk: Talk, incoming: Incoming, against: object) -> Answer:
        """A sure match is taken, and a whole city; several others are offered. `against` is the journey's other end.
        Problem `no-such-station` or `same-station`."""
        if not matches:
            raise Problem("no-such-station", text=incoming.text[:40])
        if matches[0].sure:
            return self._checked(matches[0].station.code, talk, against)
        if all(match.whole_city for match in matches):
            return self._checked(_joined(matches), talk, against)
        return self._offered([match.station.code for match in matches], incoming)

    def _checked(self, code: str, talk: Talk, against: object) -> Answer:
        known = talk.services.catalogue().station
        if not all(known(StationCode(part)) for part in code.split(",")):
            raise Problem("no-such-station", text=code[:40])
        if code == against:
            raise Problem("same-station", station=talk.place(code))
        return {self.slot: code, f"{self.slot}{CHOICES}": None, "view": None}

    def _offered(self, codes: list[str], incoming: Incoming) -> Answer:
        if not codes:
            raise Problem("no-such-station", text=incoming.text[:40])
        return {self.slot: None, f"{self.slot}{CHOICES}": codes}

    def _buttons(self, talk: Talk, codes: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
        return tuple((talk.button(_label(talk, code), self.slot, code),) for code in codes)

    def _suggestions(self, talk: Talk) -> list[StationCode]:
        return [code for code in WELL_KNOWN if talk.services.catalogue().station(code)]


def _joined(matches: list[Match]) -> str:
    """All of them as one answer: any will do."""
    return ",".join(match.station.code for match in matches)


def _label(talk: Talk, codes: str) -> str:
    """New Delhi (NDLS), or Any Delhi station."""
    place = talk.place(codes)
    return talk.say.label("any-station", city=place) if "," in codes else f"{place} ({codes})"


class From(Place):
    """The station where the journey begins."""

    slot, other, question = "origin", "destination", "ask-origin"


class To(Place):
    """The station where it ends."""

    slot, other, question = "destination", "origin", "ask-destination"


def heading(talk: Talk) -> str:
    """What has been answered of the journey, in one line; empty at the beginning."""
    draft = talk.draft
    parts = [ends(talk)] if draft.get("origin") or draft.get("destination") else []
    if "date" in draft:
        parts.append(talk.say.day(read_day(draft["date"])))
    if "choice" in draft:
        parts.append(" + ".join(f"{choice.number} {choice.travel_class}" for choice in chosen(talk)))
    return " · ".join(parts)


def ends(talk: Talk) -> str:
    """Delhi → Patna; an end that is not known yet as an ellipsis behind the arrow."""
    known = [talk.place(talk.draft[slot]) for slot in ("origin", "destination") if talk.draft.get(slot)]
    return " → ".join(known) + (" → …" if len(known) == 1 and "origin" in talk.draft else "")


def read_day(text: str) -> date:
    """A date of the draft."""
    return date.fromisoformat(text)
