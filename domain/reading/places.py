"""Request places: the two ends of a journey, in the words of a sentence that are left for places."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from domain.reading.segments import Segment, segments_of
from domain.reading.sentences import Word
from domain.stations import CITY, PREFIX, Match, StationFinder

EXACT, LIKELY = CITY - 1, 76.0  # scores of matches: by code, name or city; and like enough to ask about
_MOST_WORDS = 5  # of a place: bounds the work for a meaningless text
_FIELDS = {"from": "origin", "to": "destination"}


@dataclass(frozen=True, slots=True)
class PlacesTold:
    """Origin, destination, and a place that may be either, each the stations that may be meant; `unknown`: the words of
    an end that is no place, the other end being one; `unclear`: ends that are named but not found, or that are said to
    be one place or another; `takes_back`: some place is said not to be meant."""

    origin: list[Match] = field(default_factory=list)
    destination: list[Match] = field(default_factory=list)
    place: list[Match] = field(default_factory=list)
    unknown: str = ""
    unclear: tuple[str, ...] = ()
    takes_back: bool = False


class RequestPlaces:
    """Finds the two ends of a journey in what is left of a sentence."""

    def __init__(self, stations: StationFinder) -> None:
        self._stations = stations
        self._least = PREFIX

    def read(self, words: list[Word], *, is_journey: bool = False) -> PlacesTold:
        """The ends that are told, by "from" and "to" in any language, by arrows, or side by side. `is_journey`: other
        words tell of one, so that of two names side by side one may be misspelled."""
        self._least = LIKELY if is_journey else PREFIX
        segments = segments_of(words)
        meant = [segment for segment in segments if segment.end not in ("via", "not")]
        found = self._marked(meant) if any(segment.end for segment in meant) else self._unmarked(meant)
        return replace(found, takes_back=any(segment.end == "not" for segment in segments))

    def _marked(self, segments: list[Segment]) -> PlacesTold:
        told = self._ends(segments)
        if not any(told.values()) and all(segment.soft for segment in segments if segment.end):
            return self._unmarked([segment for segment in segments if not segment.end])
        unknown = self._unknown(segments, told)
        if not unknown and not told["to"] and any(segment.guessed for segment in segments):
            return PlacesTold()  # "nice to meet you" is no journey
        either = {segment.end for segment in segments if segment.either}
        unclear = tuple(
            name for end, name in _FIELDS.items() if end in either or (not told[end] and _named(segments, end))
        )
        return PlacesTold(told["from"], told["to"], [], unknown, unclear if any(told.values()) else ())

    def _ends(self, segments: list[Segment]) -> dict[str, list[Match]]:
        """What is said of "from" and "to"; a place that stands without either is the end that is not told."""
        told: dict[str, list[Match]] = {"from": [], "to": []}
        untold: list[list[Match]] = []
        for segment in segments:
            least = LIKELY if segment.direct or (segment.end and not segment.soft) else PREFIX
            place, beside = self._place(segment, least)
            if segment.end:
                told[segment.end] = told[segment.end] or place
                untold += [beside] if beside else []
            elif place and not segment.either:
                untold.append(place)
        for end, other in (("from", "to"), ("to", "from")):
            named = untold and untold[0][0].score >= EXACT and any(segment.end == other for segment in segments)
            if untold and not told[end] and (told[other] or named):
                told[end] = untold.pop(0)
        return told

    def _unknown(self, segments: list[Segment], told: dict[str, list[Match]]) -> str:
        """ "paris" of "delhi to paris": one end is a place for certain, the other is named but none that we know."""
        for end, other in (("to", "from"), ("from", "to")):
            named = _named(segments, end)
            if named and not told[end] and told[other] and told[other][0].score >= EXACT:
                return " ".join(named)
        return ""

    def _unmarked(self, segments: list[Segment]) -> PlacesTold:
        """Without "to" or "from" only exact names count: "Bina 34 F" is a person, though Bina is a station too."""
        unclear = ("destination",) if any(segment.either for segment in segments) else ()
        for segment in segments:
            if pair := self._pair(segment.words):
                return PlacesTold(*pair, unclear=unclear)
        places = [(place, segment) for segment in segments if (place := self._find(segment.words, EXACT))]
        if len(places) > 1:
            return PlacesTold(places[0][0], places[1][0], unclear=unclear)
        for place, segment in places:
            return PlacesTold(destination=place) if segment.going else PlacesTold(place=place)
        return PlacesTold()

    def _place(self, segment: Segment, least: float) -> tuple[list[Match], list[Match]]:
        """The place that these words name, or the words that stand nearest to the marker do; and a place that the other
        words name, as in "goa pune se"."""
        parts = list(_nearest(segment))
        whole, fewer = parts[0], parts[1:]
        if found := self._find(whole, EXACT):
            return found, []
        exact = [(part, found) for part in fewer if (found := self._find(part, EXACT))]
        for part, found in exact:
            rest = whole[: -len(part)] if segment.behind else whole[len(part) :]
            if beside := self._find(rest, EXACT):
                return found, beside
        if fewer and (found := self._find(whole, PREFIX)):
            return found, []
        if exact:
            return exact[0][1], []
        for part in fewer:
            if found := self._find(part, PREFIX):
                return found, []
        return self._find(parts[-1], least) or (self._find(whole, least) if fewer else []), []

    def _pair(self, words: list[str]) -> tuple[list[Match], list[Match]] | None:
        """Two places that stand side by side, as "delhi mumbai", one of them perhaps misspelled; None if they are no
        two places."""
        words = words[: len(words) - (words[-1:] != [] and words[-1][0].isdigit())][-2 * _MOST_WORDS :]
        if len(words) < 2 or self._find(words, EXACT):
            return None
        cuts = range(1, len(words))
        pairs = [(self._find(words[:cut], EXACT), self._find(words[cut:], EXACT)) for cut in cuts]
        if not any(map(all, pairs)):
            pairs = [
                (first or self._find(words[:cut], self._least), second or self._find(words[cut:], self._least))
                for cut, (first, second) in zip(cuts, pairs, strict=True)
                if first or second
            ]
        found = [pair for pair in pairs if all(pair)]
        return max(found, key=lambda pair: pair[0][0].score + pair[1][0].score, default=None)

    def _find(self, words: list[str], least: float) -> list[Match]:
        found = self._stations.find(" ".join(words), exactly=least >= EXACT)
        return found if found and found[0].score >= least else []


def _nearest(segment: Segment) -> Iterator[list[str]]:
    """The words of a segment, then ever fewer of them, those nearest to its marker."""
    words = segment.words[-_MOST_WORDS:] if segment.behind else segment.words[:_MOST_WORDS]
    for length in range(len(words), 0, -1):
        yield words[-length:] if segment.behind else words[:length]


def _named(segments: list[Segment], end: str) -> list[str]:
    """The words that stand for this end, a place or not."""
    direct = end == "to" and not any(segment.end == "to" and not segment.soft for segment in segments)
    return next((s.words for s in segments if (s.end == end and not s.soft) or (direct and s.direct and not s.end)), [])
