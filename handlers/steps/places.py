"""Where from and where to."""

from collections.abc import Sequence
from datetime import date

from domain.errors import Problem
from domain.ids import StationCode
from domain.stations import Match
from handlers.dialogue import CHOICES, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
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
        return self.meant(matches, talk, incoming, talk.draft.get(self.other))

    def meant(self, matches: list[Match], talk: Talk, incoming: Incoming, against: object) -> Answer:
        """A sure match is taken; several are offered. `against` is the journey's other end. Problem `no-such-station`
        or `same-station`."""
        if not matches:
            raise Problem("no-such-station", text=incoming.text[:40])
        if matches[0].sure:
            return self._checked(matches[0].station.code, talk, against)
        if all(match.whole_city for match in matches):
            return self._checked(",".join(match.station.code for match in matches), talk, against)
        return self._offered([match.station.code for match in matches], incoming)

    def _checked(self, code: str, talk: Talk, against: object) -> Answer:
        known = talk.services.catalogue().station
        if not all(known(StationCode(part)) for part in code.split(",")):
            raise Problem("no-such-station", text=code[:40])
        if code == against:
            raise Problem("same-station", station=talk.place(code))
        return {self.slot: code, f"{self.slot}{CHOICES}": None}

    def _offered(self, codes: list[str], incoming: Incoming) -> Answer:
        if not codes:
            raise Problem("no-such-station", text=incoming.text[:40])
        return {self.slot: None, f"{self.slot}{CHOICES}": codes}

    def _buttons(self, talk: Talk, codes: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
        return tuple((talk.button(f"{talk.place(code)} ({code})", self.slot, code),) for code in codes)

    def _suggestions(self, talk: Talk) -> list[StationCode]:
        return [code for code in WELL_KNOWN if talk.services.catalogue().station(code)]


class From(Place):
    """The station where the journey begins."""

    slot, other, question = "origin", "destination", "ask-origin"


class To(Place):
    """The station where it ends."""

    slot, other, question = "destination", "origin", "ask-destination"


def heading(talk: Talk) -> str:
    """What has been answered of the journey, in one line; empty at the beginning."""
    draft = talk.draft
    ends = [talk.place(draft[slot]) for slot in ("origin", "destination") if draft.get(slot)]
    parts = [" → ".join(ends) + (" → …" if len(ends) == 1 and "origin" in draft else "")] if ends else []
    if "date" in draft:
        parts.append(talk.say.day(read_day(draft["date"])))
    if "choice" in draft:
        parts.append(" ".join(draft["choice"].split("|")[:2]))
    return " · ".join(parts)


def read_day(text: str) -> date:
    """A date of the draft."""
    return date.fromisoformat(text)
