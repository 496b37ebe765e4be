"""Train questions: a typed text read as words that each narrow down which train is meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domain.naming.train_kinds import SHORTEST_TELLING, WRITTEN, TrainKind, kind_at
from domain.naming.train_names import SHORTEST_TYPO, End, Place, Region, TrainNames
from domain.places.foreign_places import is_abroad
from domain.places.place_names import STATES, TODAY
from domain.places.place_words import is_everyday, is_no_place
from domain.places.scripts import is_indian, to_latin
from domain.stations import Match, StationFinder
from domain.words import plain

# A word stands in the train's name, or today's word for it, a station's code for it, one that sounds like it; it is
# where the train goes; it is that state.
PRINTED, TODAY_S, PRINTED_CODE, ALIKE, NOT_PRINTED, STATE = 1.0, 0.99, 0.98, 0.97, 0.95, 0.9
SLIP, MOST_LETTERS = 0.76, 11  # what a slip of the finger costs, shared out over the word's letters
SLIPS, LONG, SLIPS_OF_LONG = 1.4, 8, 2.1
BUSY = 50  # calls: then a word that is also some train's name means the place
FAMOUS, LIKE_IT = 1000, 95.0  # calls: then what sounds like the place means it, too
NEARLY_AS_GOOD = 2.0  # of 100: other stations that the same words name
SHORTEST_GUESS = 6  # letters of a misspelled word that names a train without any other
MOST_OF_PLACE, MOST_PRINTED = 4, 2  # words of a place's name, and of one in a train's

# What is said around a train's name; and before or behind a place, which end of the journey it is.
_NOISE = """
    train trains gaadi gadi rail number no num nr the a an of for ka ki ke kee ko wali wala please show me route up dn
    timetable time table timing timings schedule stops stoppage and ac fast weekly wkly jn junction down
    ट्रेन गाड़ी गाडी रेल नंबर का की के को वाली रूट समय सारणी जंक्शन
"""
NOISE = frozenset(plain(_NOISE).split())
_BEFORE: Mapping[str, End] = {"from": "origin", "to": "terminus", "towards": "terminus"}
_BEHIND: Mapping[str, End] = {"se": "origin", "से": "origin", "tak": "terminus", "तक": "terminus"}


@dataclass(slots=True)
class Part:
    """A word of the question, or some: how well the trains fit it that do (0 to 1), the words of train names that it
    stands for, and the place it may be, with the end of the journey that it was said to be. `talk`: a word said without
    meaning a train, too."""

    fits: dict[int, float]
    words: frozenset[str] = frozenset()
    place: Place | None = None
    end: End | None = None
    talk: bool = False


@dataclass(slots=True)
class TrainQuestion:
    """What was understood: `parts` must all fit; `weak` are kinds that every second train is of ("express").
    `certain`: something in it is said of trains alone; `hints`: abbreviations that are so beside a place."""

    parts: list[Part] = field(default_factory=list)
    weak: list[TrainKind] = field(default_factory=list)
    strong: int = 0
    certain: bool = False
    hints: int = 0

    @property
    def means_train(self) -> bool:
        """Whether it cannot be said of anything but a train."""
        telling = sum(not part.talk for part in self.parts)
        return bool(telling) and (self.certain or bool(self.weak) or 0 < self.hints < telling)

    @property
    def names_kind(self) -> bool:
        return bool(self.strong or self.weak)

    @property
    def words(self) -> frozenset[str]:
        """The words of train names that were said."""
        return frozenset().union(*(part.words for part in self.parts))


class QuestionReader:
    """Reads what a person calls a train. Immutable."""

    def __init__(self, names: TrainNames, stations: StationFinder) -> None:
        self._names = names
        self._stations = stations
        states = {station.state for station in stations if station.state}
        self._states = {"".join(plain(state).split()): state for state in states}
        self._states |= {
            short: state for short, state in STATES.items() if state in states and not is_no_place([short])
        }

    def read(self, words: list[str]) -> TrainQuestion | None:
        """None if one of the words (`plain`) is neither a kind of train nor in trains' names, no place and no noise."""
        question, at, end = TrainQuestion(), 0, None
        while at < len(words):
            word = words[at]
            if word in _BEFORE:
                end, taken = _BEFORE[word], 1
            elif taken := self._kind(words, at, question) or self._named(words, at, question):
                if question.parts and end:
                    question.parts[-1].end, end = end, None
            elif word in _BEHIND and question.parts:
                question.parts[-1].end, taken = _BEHIND[word], 1
            elif word in NOISE:
                taken = 1
            else:
                taken = self._guessed(word, question)
            if not taken:
                return None
            at += taken
        return question

    def is_famous_place(self, text: str) -> bool:
        """Whether somebody who says this and nothing else rather means a busy station."""
        found = self._stations.find(text, 1)
        return any(m.score >= LIKE_IT and self._names.busyness(m.station.code) >= FAMOUS for m in found)

    def abbreviated(self, words: list[str]) -> list[str] | None:
        """The words with two of them by their initials, where a timetable prints those: August Kranti as AK."""
        for at in range(len(words) - 1):
            initials = words[at][0] + words[at + 1][0]
            if initials in self._names.own_words and not kind_at(words, at):
                return [*words[:at], initials, *words[at + 2 :]]
        return None

    def _kind(self, words: list[str], at: int, question: TrainQuestion) -> int:
        """How many words from here on name a kind of train."""
        kind, count = kind_at(words, at) or (None, 0)
        if kind:
            short = count == 1 and len(words[at]) < SHORTEST_TELLING
            self._add_kind(kind, question, PRINTED, certain=not short)
        return count

    def _add_kind(self, kind: TrainKind, question: TrainQuestion, worth: float, *, certain: bool) -> None:
        if not kind.strong:
            question.weak.append(kind)
            return
        question.parts.append(Part(dict.fromkeys(self._names.kinds.get(kind.name, ()), worth)))
        question.strong += 1
        question.certain |= certain
        question.hints += not certain

    def _named(self, words: list[str], at: int, question: TrainQuestion) -> int:
        """How many words from here on are a place or a word of trains' names."""
        if words[at] in NOISE or words[at] in _BEHIND:
            return 0
        most = next((count for count in range(1, MOST_OF_PLACE) if _is_over(words, at + count)), MOST_OF_PLACE)
        for count in range(most, 0, -1):
            said = words[at : at + count]
            place = self._place(" ".join(said))
            printed = self._printed(to_latin("".join(said)), clipped=not place) if count <= MOST_PRINTED else {}
            if place or printed:
                part = self._part(printed, place)
                part.talk = is_no_place(said)
                certain = self._is_telling("".join(said), printed, place)
                if count > 1:
                    certain |= self._word_by_word(said, part)
                question.parts.append(part)
                question.certain |= certain
                return count
        return 0

    def _word_by_word(self, said: list[str], part: Part) -> bool:
        """Adds the trains that have all these words in their names; True if one of the words is theirs alone."""
        each = [self._printed(to_latin(word), clipped=True) for word in said]
        parts = [self._part(printed, None) for printed in each]
        found = set(parts[0].fits).intersection(*(other.fits for other in parts[1:]))
        _raise(part.fits, found, PRINTED)
        if found:
            part.words |= frozenset().union(*(other.words for other in parts))
        places = [self._place(word) for word in said]
        return bool(found) and any(map(self._is_telling, said, each, places))

    def _place(self, text: str) -> Place | None:
        """A station or city, or a state."""
        place = _place_of(self._stations.find(text, 20, exactly=True))
        if (state := self._states.get(text.replace(" ", ""))) is None:
            return place
        return Place(place.codes if place else frozenset(), frozenset({*(place.regions if place else ()), ("", state)}))

    def _printed(self, word: str, *, clipped: bool) -> dict[str, float]:
        """The word if it stands in trains' names, and those that sound like it, with what they are worth."""
        names = self._names
        alike = names.spellings.alike(word) if word.isascii() and len(word) >= SHORTEST_TYPO else []
        others = (*alike, *names.clipped(word)) if clipped else alike
        worth = {other: ALIKE for other in others if other in names.printed and other not in WRITTEN}
        worth |= {name: TODAY_S for name in TODAY.get(word, ()) if name in names.printed}
        return worth | ({word: PRINTED} if word in names.printed else {})

    def _part(self, printed: Mapping[str, float], place: Place | None) -> Part:
        fits: dict[int, float] = {}
        if place:
            _raise(fits, self._names.printed_at(place.codes), PRINTED_CODE)
            _raise(fits, self._names.ending_at(place.codes, filter(_is_city, place.regions)), NOT_PRINTED)
            _raise(fits, self._names.ending_at((), place.regions), STATE)
        for word, worth in printed.items():
            _raise(fits, self._names.printed[word], worth)
        words = frozenset(printed).union(*(self._names.joined.get(word, ()) for word in printed))
        return Part(fits, words, place)

    def _is_telling(self, said: str, printed: Mapping[str, float], place: Place | None) -> bool:
        """Whether what was said names trains and is nothing else: no busy place, no state, no everyday word."""
        names = self._names
        least = SHORTEST_TELLING if PRINTED in printed.values() else SHORTEST_GUESS
        own = [word for word in printed if word in names.own_words or word in names.joined]
        if not own or len(said) < least or (place and self._is_known(place)):
            return False
        return not any(word in self._states or is_everyday([word]) for word in (said, *own))

    def _is_known(self, place: Place) -> bool:
        """A city, or a station where some trains call."""
        return any(map(_is_city, place.regions)) or sum(map(self._names.busyness, place.codes)) >= BUSY

    def _guessed(self, word: str, question: TrainQuestion) -> int:
        """1 if the word is near to a kind, a word of trains' names or a place."""
        latin = to_latin(word)
        if len(latin) < SHORTEST_TYPO or not latin.isascii() or is_everyday([word]) or is_abroad([word]):
            return 0
        near = self._near(latin, indian=is_indian(word))
        worth = {other: 1 - SLIP * cost / min(len(latin), MOST_LETTERS) for other, cost in near.items()}
        matches = self._stations.find(word)
        best = max(worth, key=lambda other: worth[other], default="")
        surest = matches[0].score / 100 if matches else 0.0
        ours = bool(best) and worth[best] > surest
        if ours and (kind := WRITTEN.get(best)):
            self._add_kind(kind, question, worth[best], certain=near[best] <= SLIPS and len(latin) >= SHORTEST_GUESS)
            return 1
        printed = {other: value for other, value in worth.items() if other in self._names.printed}
        place = _place_of(matches)
        if not printed and not place:
            return 0
        part = self._part(printed, place)
        question.parts.append(part)
        question.certain |= (
            ours and near[best] <= SLIPS and len(latin) >= SHORTEST_GUESS and self._is_telling(latin, printed, place)
        )
        return 1

    def _near(self, word: str, *, indian: bool) -> dict[str, float]:
        most = SLIPS_OF_LONG if len(word) >= LONG else SLIPS
        spellings = self._names.spellings
        near = spellings.near_roughly(word, int(most)) if indian else spellings.near(word, int(most))
        return {other: cost for other, cost in near.items() if cost <= most}


def _place_of(matches: Iterable[Match]) -> Place | None:
    matches = list(matches)
    if not matches:
        return None
    least = matches[0].score - NEARLY_AS_GOOD
    codes = frozenset(match.station.code for match in matches if match.score >= least)
    cities = frozenset((match.station.city, match.station.state) for match in matches if match.whole_city)
    return Place(codes, cities)


def _is_city(region: Region) -> bool:
    return bool(region[0])


def _is_over(words: list[str], at: int) -> bool:
    """Whether a place's name cannot go on here."""
    return at >= len(words) or words[at] in _BEFORE or words[at] in _BEHIND or kind_at(words, at) is not None


def _raise(fits: dict[int, float], trains: Iterable[int], worth: float) -> None:
    for at in trains:
        if worth > fits.get(at, 0.0):
            fits[at] = worth
