"""Requests: one sentence of free text, read into as much of a journey as it tells."""

import datetime
import re
from dataclasses import dataclass, field

from domain.catalogue import Catalogue
from domain.classwords import find_class, read_class
from domain.dates import find_date
from domain.stations import CITY, PREFIX, Match, StationFinder
from domain.trains import TravelClass
from domain.words import END, LONGEST, START, lowered, plain

__all__ = ["Request", "read_class", "read_request"]

_COUNTS = {
    "one|ek|एक": 1, "two|do|दो": 2, "three|teen|तीन": 3, "four|char|chaar|चार": 4, "five|paanch|panch|पांच": 5,
    "six|chhe|छह|छः": 6, "seven|saat|सात": 7,
}  # fmt: skip
_COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})"
_HEADS = (
    "tickets?|tkts?|seats?|berths?|people|persons?|passengers?|pax|adults?|log|logo|travell?ers?|of us"
    "|टिकट(?:ें)?|लोग|लोगों|यात्री|व्यक्ति|सीट(?:ें)?|बर्थ"
)
_PARTY = re.compile(rf"{START}{_COUNT}[\s,]*(?:{_HEADS}){END}")
_FOR = re.compile(rf"{START}for {_COUNT}{END}")
_CHILDREN = re.compile(rf"{START}{_COUNT}[\s,]*(?:child(?:ren)?|kids?|bacch?e|बच्चे|बच्चा){END}")
_CORRECTION = re.compile(
    rf"(?:no|nope|nahi|nahin|sorry|wait|oops|actually|rather|change|make it|make that|instead|नहीं|नही|बदलो){END}"
    rf"|.*{START}(?:instead|badlo|बदलो|नहीं){END}"
)

_TOKEN = re.compile(r"-+>|[-–—→>]+|[,;.!?]+(?=\s|$)|[^\s,;–—→>-]+")
_FROM, _TO = {"from", "frm"}, {"to", "2", "towards", "till", "upto", "into"}
_AFTER_ORIGIN, _AFTER_DESTINATION = {"se", "से"}, {"tak", "तक"}
# "patna jana hai": the place before is where one goes. "to go", "to see": no place stands before such a "to".
_GOING = {"jana", "jaana", "jane", "jaane", "jaunga", "jaungi", "jayenge", "जाना", "जाने", "जाऊंगा", "जाऊंगी", "जाएंगे"}
_DOING = {"go", "travel", "see", "get", "book", "find", "visit", "reach", "meet", "make", "buy", "catch", "show"}
# Words of asking, going and buying; they part places from one another and are none themselves.
_FILLERS = frozenset(
    {"a", "an", "the", "i", "we", "me", "my", "us", "you", "can", "could", "please", "pls", "plz", "want", "wanna"}
    | {"need", "would", "like", "book", "booking", "find", "show", "get", "give", "is", "are", "there", "any", "for"}
    | {"train", "trains", "ticket", "tickets", "tkt", "seat", "seats", "travel", "travelling", "go", "going", "on"}
    | {"by", "in", "at", "of", "and", "with", "no", "nope", "not", "sorry", "actually", "instead", "make", "it", "that"}
    | {"change", "rather", "wait", "hi", "hello", "class", "berth", "date", "journey", "how", "see", "what", "when"}
    | {"morning", "afternoon", "evening", "night", "subah", "dopahar", "shaam", "sham", "raat", "early", "bhai"}
    | {"mujhe", "muje", "hume", "main", "hum", "ka", "ki", "ke", "ko", "hai", "he", "h", "hu", "hun", "hoon", "chahiye"}
    | {"chahta", "chahti", "chahte", "jaldi", "wala", "wali", "liye", "batao", "dikhao", "do", "karo", "nahi", "nahin"}
    | {"सुबह", "दोपहर", "शाम", "रात", "का", "की", "के", "को", "है", "हूं", "हैं", "चाहिए", "चाहता", "चाहती", "चाहते"}
    | {"बताओ", "दिखाओ", "मैं", "मुझे", "हम", "हमें", "में", "लिए", "जल्दी", "वाली", "नहीं", "ट्रेन", "टिकट", "और"}
    | {"urgent", "urgently", "welcome", "thanks"}
    | _GOING
    | _DOING
)
EXACT, LIKELY = CITY - 1, 79.0  # scores of matches: by code, name or city; and like enough to ask about
_MOST_WORDS, _MOST_SEGMENTS = 8, 6  # of a place, and places to look up: bounds the work for a meaningless text


@dataclass(frozen=True, slots=True)
class Request:
    """What a sentence told; the lists hold the stations that may be meant, likeliest first, and are empty if untold.

    `place` is one named without saying which end of the journey it is. `correction`: it takes back something said.
    `unknown`: the words for the other end, if they are no place that we know.
    Dates and numbers of passengers are as said, sensible or not.
    """

    origin: list[Match] = field(default_factory=list)
    destination: list[Match] = field(default_factory=list)
    date: datetime.date | None = None
    travel_class: TravelClass | None = None
    passengers: int | None = None
    correction: bool = False
    place: list[Match] = field(default_factory=list)
    unknown: str = ""


def read_request(text: str, today: datetime.date, catalogue: Catalogue) -> Request:
    """Reads "2 sleeper tickets patna to delhi tomorrow", "delhi se mumbai kal 3a", "no, from Kanpur". Takes any text;
    `today` is the date in India."""
    if len(text) > LONGEST:
        return Request()
    sentence = lowered(text)
    correction = bool(_CORRECTION.match(sentence))
    day, sentence = find_date(sentence, today)
    passengers, sentence = _find_party(sentence)
    travel_class, sentence = find_class(sentence)
    if passengers is None:
        passengers, sentence = _find_party(sentence)
    origin, destination, place, unknown = _Places(catalogue.stations).read(sentence)
    return Request(origin, destination, day, travel_class, passengers, correction, place, unknown)


def _find_party(sentence: str) -> tuple[int | None, str]:
    """How many travel, children included, and the sentence without it."""
    total = None
    for pattern in (_PARTY, _CHILDREN) if _PARTY.search(sentence) else (_FOR, _CHILDREN):
        if match := pattern.search(sentence):
            total = (total or 0) + _count(match["n"])
            sentence = f"{sentence[: match.start()]} , {sentence[match.end() :]}"
    return total, sentence


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else next(n for words, n in _COUNTS.items() if word in words.split("|"))


@dataclass(slots=True)
class _Segment:
    """Words between two markers; `end` is "from", "to" or unknown, `guessed` if only a "to" stands behind them.

    `going`: told by a verb, "patna jana hai" or "to go patna"; `direct`: right behind a "se".
    """

    end: str = ""
    guessed: bool = False
    going: bool = False
    direct: bool = False
    words: list[str] = field(default_factory=list)


class _Places:
    """Finds the two ends of a journey in what is left of a sentence."""

    def __init__(self, stations: StationFinder) -> None:
        self._stations = stations

    def read(self, sentence: str) -> tuple[list[Match], list[Match], list[Match], str]:
        """Origin, destination, a place that may be either, and the words of an end that is no place."""
        segments = _segments(sentence)
        if not any(segment.end for segment in segments):
            return *self._unmarked(segments), ""
        told: dict[str, list[Match]] = {"from": [], "to": []}
        untold: list[list[Match]] = []
        for segment in segments:
            if segment.end:
                told[segment.end] = told[segment.end] or self._place(segment.words, LIKELY)
            elif place := self._place(segment.words, PREFIX):
                untold.append(place)
        for end, other in (("from", "to"), ("to", "from")):
            named = untold and untold[0][0].score >= EXACT and any(segment.end == other for segment in segments)
            if untold and not told[end] and (told[other] or named):
                told[end] = untold.pop(0)
        unknown = self._unknown(segments, told)
        if not unknown and not told["to"] and any(segment.guessed for segment in segments):
            return [], [], [], ""  # "nice to meet you" is no journey
        return told["from"], told["to"], [], unknown

    def _unknown(self, segments: list[_Segment], told: dict[str, list[Match]]) -> str:
        """ "paris" of "delhi to paris": one end is a place for certain, the other is named but none that we know."""
        for end, other in (("to", "from"), ("from", "to")):
            named = _named(segments, end)
            if named and not told[end] and told[other] and told[other][0].score >= EXACT:
                return " ".join(named)
        return ""

    def _unmarked(self, segments: list[_Segment]) -> tuple[list[Match], list[Match], list[Match]]:
        """Without "to" or "from" only exact names count: "Bina 34 F" is a person, though Bina is a station too."""
        for segment in segments:
            if pair := self._pair(segment.words):
                return *pair, []
        places = [(place, segment) for segment in segments if (place := self._find(segment.words, EXACT))]
        if len(places) > 1:
            return places[0][0], places[1][0], []
        for place, segment in places:
            return ([], place, []) if segment.going else ([], [], place)
        return [], [], []

    def _place(self, words: list[str], least: float) -> list[Match]:
        """The place that these words name, or that the first or last of them do."""
        if found := self._find(words, least):
            return found
        for length in range(len(words) - 1, 0, -1):
            for part in (words[:length], words[-length:]):
                if found := self._find(part, PREFIX):
                    return found
        return []

    def _pair(self, words: list[str]) -> tuple[list[Match], list[Match]] | None:
        """Two places that stand side by side, as "delhi mumbai"; None if they are no two places."""
        if len(words) < 2 or self._find(words, EXACT):
            return None
        pairs = [(self._find(words[:cut], EXACT), self._find(words[cut:], EXACT)) for cut in range(1, len(words))]
        found = [pair for pair in pairs if all(pair)]
        return max(found, key=lambda pair: pair[0][0].score + pair[1][0].score, default=None)

    def _find(self, words: list[str], least: float) -> list[Match]:
        found = self._stations.find(" ".join(words), exactly=least >= EXACT)
        return found if found and found[0].score >= least else []


def _named(segments: list[_Segment], end: str) -> list[str]:
    """The words that stand for this end, a place or not."""
    direct = end == "to" and not any(segment.end == "to" for segment in segments)
    return next((s.words for s in segments if s.end == end or (direct and s.direct and not s.end)), [])


def _segments(sentence: str) -> list[_Segment]:
    segments = [_Segment()]
    for token in _TOKEN.findall(sentence):
        word, last = plain(token), segments[-1]
        if word in _AFTER_ORIGIN | _AFTER_DESTINATION and last.words:
            last.end = "from" if word in _AFTER_ORIGIN else "to"
            segments.append(_Segment(direct=last.end == "from"))
        elif word in _FROM | _TO or token[-1] in "->–—→":
            if word not in _FROM:
                _guess(segments)
            segments.append(_Segment(end="from" if word in _FROM else "to"))
        elif not word or word in _FILLERS:
            _by_verb(segments, word)
            if last.words:
                segments.append(_Segment())
            last.direct = last.direct and bool(last.words)
        else:
            last.words.append(word)
    return [segment for segment in segments if 0 < len(segment.words) <= _MOST_WORDS][:_MOST_SEGMENTS]


def _guess(segments: list[_Segment]) -> None:
    """Before a "to" stands the origin, if it was not told yet."""
    last = segments[-1]
    if any(segment.end == "from" for segment in segments):
        return
    last.guessed = not last.end
    if not last.end or (last.going and last.words):
        last.end = "from"


def _by_verb(segments: list[_Segment], word: str) -> None:
    """ "patna jana hai" tells where one goes; what stands before "to go" is no place of departure."""
    last = segments[-1]
    if word in _GOING:
        for segment in [segment for segment in reversed(segments) if segment.words][:1]:
            segment.going = not segment.end
    elif word in _DOING and last.end == "to" and not last.words:
        last.going = True
        for before in (segment for segment in segments[-2:-1] if segment.guessed):
            before.end, before.guessed = "", False
