"""Station guesses: stations that may be meant by a text that is not exactly a code, a name or a city."""

from collections.abc import Iterable, Iterator, Mapping

from domain.ids import StationCode
from domain.places.place_names import STATES
from domain.places.place_words import SELDOM_TELLING
from domain.places.scripts import is_indian, is_urdu
from domain.places.spelling import roughly
from domain.places.station_cities import kilometres
from domain.places.station_names import CODE, NAME, Named, Scores, StationNames
from domain.words import plain

WORDS, PREFIX = 92.0, 88.0
SOUNDS_LESS = 3.5  # than exactly so
BUSY = 780  # among so many busiest: then what sounds like it means it
SHORTEST_TYPO, SHORTEST_PREFIX, SHORT, LONG = 4, 3, 6, 12  # letters
ONE_SLIP = 1.4  # the cost of one slip of the finger and another spelling of the same sound
LIKENESS, SLIP = 89.0, 76.0  # a name that is alike, and what a slip costs it, shared out over its letters
BUSY_FIRST_OF_ALIKE = 3  # times the bonus
NO_FARTHER = 0.4  # slips: names no more than this farther off than the nearest are as near
LEAST = 70.0  # below that it is too unlike to be meant
BUSY_FIRST, WHOLE_WORD = 0.6, 0.5  # how far the busier of two beginnings comes first, even of a whole word
KNOWN, HALT = 2800, 3.0  # among so many busiest people know it; what its beginning counts less otherwise
OUTSHONE = 5.0  # what it costs a halt to sound like a busy place
FAMOUS_PLACES = 330  # among so many busiest: then the beginning of its name means it even if that is a word itself
FAMOUS = 30  # times as busy: then it may be meant rather than a halt of exactly this name
MOST_LETTERS = 11  # over which the cost of a slip is shared out
MOST_WORDS = 5  # that are taken apart
SUBURB_KM = 60.0  # from a city's main station: Kalyan is "kalyan mumbai", its own town for the timetable
# Among how many busiest a place must be to be guessed from so few letters, by sound or beginning, with a slip, and with
# more of them: of short words there are too many that are no places.
_BY_SOUND = {4: 1800, 5: 2800}
_BEGINNING = {3: 780, 4: 1800}
_ONE_SLIP = {4: 330, 5: 780, 6: 1800, 7: 4800}
_MORE_SLIPS = {5: 70, 6: 330, 7: 780, 8: 1800, 9: 4800}


class StationGuesses:
    """Guesses by sound, by words beside the name, by beginnings and by likeness. Immutable."""

    def __init__(self, names: StationNames, stations: Mapping[StationCode, Named]) -> None:
        self._names = names
        self._stations = stations
        self._busyness = names.busyness
        self._is_among = names.is_among
        self._states = STATES | {"".join(plain(s.state).split()): s.state for s in stations.values() if s.state}

    def loosely(self, words: list[str], text: str, *, common: bool) -> tuple[Scores, set[StationCode]]:
        """Scores by sound, by words left out or put in beside the name, by beginnings, and by likeness; and which
        stations fit by their city. `text` is as typed, `words` are its telling ones; of `common` ones only busy
        stations are guessed, and none by likeness."""
        query = "".join(words)
        if len(query) >= SHORTEST_TYPO:
            scores, whole_city = self.by_sound(query)
            if any(self._is_among(code, BUSY) for code in scores):
                return scores, whole_city
        found = self.beside_others(words) if 1 < len(words) <= MOST_WORDS else {}
        scores = found or (
            self._beginning(words, query, today=common, indian=is_indian(text))
            if len(query) >= SHORTEST_PREFIX + is_indian(text)
            else {}
        )
        if common and not found:
            return {code: score for code, score in scores.items() if self._is_among(code, FAMOUS_PLACES)}, set()
        if len(query) < SHORTEST_TYPO or not _can_be_said(query, text):
            return scores, set()
        near = self._spelt_near(query, text)
        for code, score in self._alike(query, near):
            _raise(scores, code, score)
        return scores, self._city_alike(near)

    def _busy_enough(self, code: StationCode, letters: int, most: Mapping[int, int]) -> bool:
        return letters not in most or self._is_among(code, most[letters])

    def _beginning(self, words: list[str], query: str, *, today: bool = False, indian: bool = False) -> Scores:
        scores: Scores = {}
        for code, worth in self._names.beginning(query, today=today, indian=indian):
            if self._busy_enough(code, len(query), _BEGINNING):
                _raise(scores, code, PREFIX + BUSY_FIRST * worth - (0 if self._is_among(code, KNOWN) else HALT))
        for code in self._names.with_words(words):
            if self._busy_enough(code, len(query), _BEGINNING):
                _raise(scores, code, PREFIX + WHOLE_WORD + BUSY_FIRST * self._names.bonus(code))
        return scores

    def by_sound(self, query: str) -> tuple[Scores, set[StationCode]]:
        """Scores of stations whose name or city sounds so, and which of them fit by their city."""
        scores: Scores = {}
        whole_city: set[StationCode] = set()
        for key in self._names.spellings.alike(query):
            exact, city = self._names.exactly(key)
            whole_city |= city
            for code, score in exact.items():
                if (score < CODE or code in self._names.named[key]) and self._busy_enough(code, len(query), _BY_SOUND):
                    _raise(scores, code, min(score, NAME) - SOUNDS_LESS)
        most = max(map(self._busyness, scores), default=0)
        for code in scores:
            if FAMOUS * self._busyness(code) < most:
                scores[code] -= OUTSHONE
        return scores, whole_city

    def beside_others(self, words: list[str]) -> Scores:
        """A name with its state or city beside it, or with a word that tells little: "patna bihar", "mumbai city"."""
        for cut in range(len(words) - 1, 0, -1):
            if (state := self._states.get("".join(words[cut:]))) and (found := self._in_state(words[:cut], state)):
                return found
        fewer = [word for word in words if word not in SELDOM_TELLING]
        if fewer and len(fewer) < len(words):
            joined = "".join(fewer)
            if exact := self._names.placed(joined)[0]:
                return self._worth(exact, WORDS)
            if alike := self.by_sound(joined)[0]:
                return self._worth(alike, PREFIX)
        named = self._names.with_words(words)
        if not any(self._is_among(code, BUSY) for code in named):
            named = named | self._in_two_parts(words) | self._shortened(words)
        return self._worth(named, WORDS)

    def _in_state(self, words: list[str], state: str) -> Scores:
        found = self._names.all_of("".join(words))
        here = [code for code in found if self._stations[code].state in (state, "")]
        if here:
            return self._worth(here, WORDS)
        return self.beside_others(words) if len(words) > 1 else {}

    def _in_two_parts(self, words: list[str]) -> set[StationCode]:
        """Named twice over, by code and name or by name and city: "ndls new delhi", "kalyan mumbai"."""
        for cut in range(1, len(words)):
            one, other = self._names.all_of("".join(words[:cut])), self._names.all_of("".join(words[cut:]))
            if both := one & other:
                return both
            if near := self._near(one, self._names.of_city("".join(words[cut:]))):
                return near
        return set()

    def _near(self, codes: Iterable[StationCode], city: list[StationCode]) -> set[StationCode]:
        if not city:
            return set()
        main = self._stations[city[0]]
        return {code for code in codes if 0 < kilometres(main, self._stations[code]) <= SUBURB_KM}

    def _shortened(self, words: list[str]) -> set[StationCode]:
        return {code for code in self._names.shortened(words) if self._is_among(code, BUSY)}

    def outshone(self, words: list[str], query: str, scores: Scores) -> Scores:
        """Where an exact name is only that of a halt: the busy places that it is the beginning or the sound of, too."""
        best = max(scores, key=self._busyness)
        if self._is_among(best, BUSY) or len(query) < SHORTEST_TYPO:
            return scores
        found = self.by_sound(query)[0] or (self.beside_others(words) if len(words) > 1 else {})
        found = self._beginning(words, query) | found
        rivals = {code: score for code, score in found.items() if self._busyness(code) > FAMOUS * self._busyness(best)}
        if not rivals:
            return scores
        as_told = {code: PREFIX + (HALT if score == CODE else score - NAME) for code, score in scores.items()}
        return as_told | {code: score + 1 for code, score in rivals.items() if code not in scores}

    def _worth(self, codes: Iterable[StationCode], base: float) -> Scores:
        return {code: base + self._names.bonus(code) / 2 for code in codes}

    def _spelt_near(self, query: str, text: str) -> dict[str, float]:
        """Names that differ by few slips, the fewer the shorter the query is, with what these cost."""
        most = 1 if len(query) <= SHORTEST_TYPO else 2 if len(query) < LONG else 3
        if is_indian(text):
            most = min(most, max(0, len(roughly(query)) - SHORTEST_TYPO))
            return self._names.spellings.near_roughly(query, most, consonants=is_urdu(text))
        return self._names.spellings.near(query, most)

    def _city_alike(self, near: Mapping[str, float]) -> set[StationCode]:
        """The stations of a city with several, if its name is what was typed with a slip, and nothing else is as
        near."""
        least = min(near.values(), default=0.0)
        nearest = [key for key, cost in near.items() if cost <= least + NO_FARTHER]
        cities = [set(self._names.of_city(key)) for key in nearest]
        city = max(cities, key=len, default=set())
        named = {code for key in nearest for code, _ in self._names.of_key(key)}
        return city if len(city) > 1 and named <= city else set()

    def _alike(self, query: str, near: Mapping[str, float]) -> Iterator[tuple[StationCode, float]]:
        """The stations of these names, with their scores."""
        slip = SLIP / min(len(query), MOST_LETTERS)
        for key, cost in near.items():
            most_places = _ONE_SLIP if cost <= ONE_SLIP else _MORE_SLIPS
            for code, worth in self._names.of_key(key):
                score = LIKENESS - slip * cost + BUSY_FIRST_OF_ALIKE * worth
                if score >= LEAST and self._busy_enough(code, len(query), most_places):
                    yield code, score


def _can_be_said(query: str, text: str) -> bool:
    """Whether it is in Latin letters, with vowels among them unless Urdu left them out."""
    return query.isascii() and len(set(query)) > 1 and (is_urdu(text) or any(letter in "aeiouy" for letter in query))


def _raise(scores: Scores, code: StationCode, score: float) -> None:
    if score > scores.get(code, 0.0):
        scores[code] = score
