"""Class words: the class of travel that a person means by "sleeper", "3 tier AC" or "स्लीपर"."""

import re

from domain.trains import TravelClass
from domain.words import END, LONGEST, START, lowered

_AC = r"(?:a\.?/?c\.?|एसी)"
_FIRST, _SECOND, _THIRD = "(?:1(?:st)?|first|फर्स्ट|प्रथम)", "(?:2(?:nd)?|second|सेकंड|सेकेंड)", "(?:3(?:rd)?|third|थर्ड)"
_TIER = r"[\s-]*(?:tier|टियर)"


def _ac(number: str, count: str) -> str:
    """ "third ac", "ac 3", "3-tier ac", "ac three tier", "3 tier"."""
    tiers = rf"(?:{number}|{count}){_TIER}"
    return rf"{number}\s*{_AC}|{tiers}\s*{_AC}|{_AC}\s*{tiers}|{tiers}|{_AC}\s*{number}"


# The first that fits counts, so the more particular stand before the more general.
_WORDS: tuple[tuple[TravelClass, str], ...] = (
    (TravelClass.THIRD_ECONOMY, rf"3e|(?:{_THIRD}\s*)?(?:{_AC}\s*)?{_THIRD}?\s*(?:econom(?:y|ic)|इकोनॉमी)"),
    (TravelClass.EXECUTIVE_CHAIR, rf"ec|exec(?:utive)?(?: chair)?(?: car)?|{_AC}? ?एग्जीक्यूटिव"),
    (TravelClass.VISTADOME, "ev|vistadome|विस्टाडोम"),
    (TravelClass.CHAIR_CAR, rf"cc|(?:{_AC} )?chair ?car|चेयर ?कार"),
    (TravelClass.SECOND_SITTING, rf"2s|{_SECOND}\s*(?:class )?(?:sitting|seater)|{_SECOND} सिटिंग|sitting|सिटिंग"),
    (TravelClass.FIRST_AC, rf"1a|{_ac(_FIRST, 'one')}|{_AC} first|{_FIRST} class|प्रथम श्रेणी"),
    (TravelClass.SECOND_AC, rf"2a|{_ac(_SECOND, '(?:two|टू)')}"),
    (TravelClass.THIRD_AC, rf"3a|{_ac(_THIRD, '(?:three|थ्री)')}"),
    (TravelClass.SLEEPER, "sl|sle+p+e?r|स्लीपर|शयनयान"),
)
_CLASSES = tuple((cls, re.compile(f"{START}(?:{words}){END}(?: (?:class|coach|श्रेणी){END})?")) for cls, words in _WORDS)


def read_class(text: str) -> TravelClass | None:
    """The class of travel named in the text, if any."""
    return find_class(lowered(text))[0] if len(text) <= LONGEST else None


def find_class(text: str) -> tuple[TravelClass | None, str]:
    """The class named in a sentence (`lowered`), and the sentence without it."""
    for travel_class, pattern in _CLASSES:
        if match := pattern.search(text):
            return travel_class, f"{text[: match.start()]} , {text[match.end() :]}"
    return None, text
