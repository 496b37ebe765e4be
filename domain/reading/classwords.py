"""Class words: the class of travel that a person means by "sleeper", "3 tier AC" or "स्लीपर"."""

from domain.reading.sentences import Sentence, pattern
from domain.trains import TravelClass
from domain.words import LONGEST

_FIRST, _SECOND, _THIRD = "(?:1|1st)", "(?:2|2nd)", "(?:3|3rd)"


def _ac(number: str) -> str:
    """ "third ac", "ac 3", "3 tier ac", "ac three tier sleeper", "3 tier"."""
    return (
        rf"(?:{number} (?:class )?ac(?: tier)?|{number} tier ac|ac {number}(?: class)? tier)(?: sleeper)?"
        rf"|{number} tier|ac {number}(?! (?:ticket|adult|child))(?: class)?|{number} a"
    )


# The first that fits counts, so the more particular stand before the more general.
_WORDS: tuple[tuple[TravelClass | None, str], ...] = (
    (TravelClass.THIRD_ECONOMY, rf"3 e|(?:{_THIRD} )?(?:ac )?(?:{_THIRD} )?(?:tier )?economy"),
    (TravelClass.EXECUTIVE_CHAIR, "ec|(?:ac )?executive(?: chair)?(?: car)?|executive"),
    (TravelClass.VISTADOME, "ev|(?:ac )?vistadome"),
    (TravelClass.CHAIR_CAR, "cc|(?:ac )?chair ?car|ac chair"),
    (TravelClass.SECOND_SITTING, rf"2 s|{_SECOND} (?:class )?sitting|(?:non ac )?sitting"),
    (
        TravelClass.FIRST_AC,
        rf"{_FIRST} (?:class )?ac|ac {_FIRST}(?: class)?(?! (?:ticket|adult|child))|1st class|{_FIRST} a",
    ),
    (TravelClass.SECOND_AC, _ac(_SECOND)),
    (TravelClass.THIRD_AC, _ac(_THIRD)),
    (TravelClass.SLEEPER, "(?:non ac )?sleeper"),
    (None, r"(?:2nd|3rd) class|(?:non )?ac(?: class)?|general (?:class|coach)|unreserved"),
)
_CLASSES = tuple((cls, pattern(f"(?:{words})(?: (?:class|coach))?")) for cls, words in _WORDS)


def read_class(text: str) -> TravelClass | None:
    """The class of travel named in the text, if any."""
    return next(iter(find_classes(Sentence(text))[0]), None) if len(text) <= LONGEST else None


def find_classes(sentence: Sentence) -> tuple[list[TravelClass], bool]:
    """The classes that a sentence names, in their order, and whether that leaves it unclear which is meant: several, or
    "ac", of which there are some. Their words are taken out."""
    named: dict[TravelClass, int] = {}
    vague = False
    for travel_class, what in _CLASSES:
        while found := sentence.first(what):
            at = sentence.words[sentence.place_of(found)[0]].at
            denied = sentence.denies(found)
            sentence.take(found, "class")
            if travel_class is None:
                vague = True
            elif not denied:
                named[travel_class] = min(at, named.get(travel_class, at))
    classes = sorted(named, key=named.__getitem__)
    return classes, len(classes) > 1 or (vague and not classes)
