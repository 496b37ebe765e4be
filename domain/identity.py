"""Identity: documents by which a person can be known, their numbers checked for form, and how much of one is shown."""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.errors import Problem

SHOWN = 4  # last characters of a number that anybody may see


class IdKind(StrEnum):
    """Documents that the railway takes as proof of identity: railway rules, "Identity"."""

    AADHAAR = "aadhaar"
    PAN = "pan"
    PASSPORT = "passport"
    VOTER = "voter"
    DRIVING = "driving"


# Aadhaar: 12 digits, not beginning with 0 or 1, the last a Verhoeff check digit (UIDAI). PAN: Income-tax Rules, 114.
# Passport: ICAO number as issued by India since 2000. Voter: EPIC number. Driving: state, office, year and serial.
_FORMS = {
    IdKind.AADHAAR: re.compile(r"[2-9]\d{11}"),
    IdKind.PAN: re.compile(r"[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]"),
    IdKind.PASSPORT: re.compile(r"[A-PR-WY][1-9]\d{5}[1-9]|[A-Z]{2}\d{7}"),
    IdKind.VOTER: re.compile(r"[A-Z]{3}\d{7}"),
    IdKind.DRIVING: re.compile(r"[A-Z]{2}\d{2}(?:19|20)\d{2}\d{7}"),
}
_BETWEEN = re.compile(r"[\s/.-]+")
# Verhoeff's dihedral check digit (J. Verhoeff, 1969): multiplication in the group D5, and his permutation.
_TIMES = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_TURNS = (
    "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A document's number in the form in which it is printed, without spaces."""

    kind: IdKind
    number: str

    @property
    def masked(self) -> str:
        """All but the last four characters hidden, as UIDAI asks for an Aadhaar: XXXXXXXX1234."""
        return masked_proof(self.number)


def masked_proof(number: str) -> str:
    """Any document's number as it may be shown."""
    return "X" * max(0, len(number) - SHOWN) + number[-SHOWN:] if len(number) > SHOWN else "X" * len(number)


def read_id(kind: IdKind, text: str) -> IdNumber:
    """What was typed as the number of such a document. Problem `bad-id-number`."""
    number = _BETWEEN.sub("", text[:60]).upper()
    if not number.isascii() or not _FORMS[kind].fullmatch(number):
        raise Problem("bad-id-number", kind=kind)
    if kind is IdKind.AADHAAR and not _adds_up(number):
        raise Problem("bad-id-number", kind=kind)
    return IdNumber(kind, number)


def _adds_up(digits: str) -> bool:
    sum_ = 0
    for place, digit in enumerate(reversed(digits)):
        sum_ = int(_TIMES[sum_][int(_TURNS[place % 8][int(digit)])])
    return sum_ == 0
