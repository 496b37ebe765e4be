"""Parties: travellers as people type them, "Asha 34 F lower", into names, ages, genders and berth wishes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from domain.bookings import Gender, PassengerDetails
from domain.errors import Problem
from domain.inventory import BerthKind
from domain.users import clean_name
from domain.words import plain, western_digits

_LONGEST = 1000  # characters for a whole party; nobody types more for six people
_SHOWN = 40  # characters of an unreadable text that are quoted back
_OLDEST = 125


def _by_word(words: Mapping[str, object]) -> dict[str, str]:
    return {plain(word): key for key, several in words.items() for word in str(several).split(",")}


_GENDERS = _by_word({
    Gender.MALE: "m,male,man,boy,mr,purush,aadmi,ladka,पुरुष,आदमी,मर्द,लड़का,पु",
    Gender.FEMALE: "f,female,woman,lady,girl,mrs,ms,miss,smt,mahila,aurat,stri,ladki,महिला,औरत,स्त्री,लड़की,म,श्रीमती",
    Gender.TRANSGENDER: "t,transgender,trans,kinnar,ट्रांसजेंडर,ट्रांस,किन्नर",
})  # fmt: skip
_BERTHS = _by_word({
    BerthKind.SIDE_LOWER: "side lower,sl,slb,sidelower,साइड लोअर,साइड नीचे",
    BerthKind.SIDE_UPPER: "side upper,su,sub,sideupper,साइड अपर,साइड ऊपर",
    BerthKind.MIDDLE_SEAT: "middle seat,ms seat,बीच की सीट",
    BerthKind.LOWER: "lower,lb,neeche,niche,लोअर,निचली,नीचे",
    BerthKind.UPPER: "upper,ub,upar,oopar,अपर,ऊपर,ऊपरी",
    BerthKind.MIDDLE: "middle,mb,beech,मिडिल,बीच,मध्य",
    BerthKind.WINDOW: "window,ws,khidki,विंडो,खिड़की",
    BerthKind.AISLE: "aisle,आइल,गलियारा",
})  # fmt: skip
_NOISE = frozenset(
    {"age", "aged", "yrs", "yr", "years", "year", "y", "old", "saal", "sal", "varsh", "साल", "वर्ष", "आयु", "उम्र"}
    | {"gender", "sex", "berth", "seat", "pref", "preference", "बर्थ", "सीट", "वाली", "की", "name", "naam", "नाम"}
)
_DONE = frozenset(
    {"done", "all done", "ok", "okay", "ok done", "finish", "finished", "no more", "nobody else", "no one else"}
    | {"that s all", "thats all", "that is all", "bas", "ho gaya", "ho gya", "khatam"}
    | {plain("बस"), plain("हो गया"), plain("ठीक है"), plain("और नहीं"), plain("और कोई नहीं")}
)
_MONTHS = frozenset({"month", "months", "mahine", "mahina", "महीने", "महीना"})

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# "34F", "F34" and "34yrs" are two words each; "-1" is a number, the dash of "34-F" is not.
_WORD = re.compile(r"(?<!\S)-\d+(?:\.\d+)?|\d+(?:\.\d+)?|[^\s\d()/,:;|-]+(?:-[^\s\d()/,:;|-]+)*")
_PEOPLE = re.compile(r"[\n\r;]+")
_PARTS = re.compile(r"[,،]|(?<!\S)(?:and|aur|और|&)(?!\S)", re.IGNORECASE)


@dataclass(slots=True)
class _Read:
    """What the words of one person came to, so far."""

    ages: list[str] = field(default_factory=list)
    gender: Gender | None = None
    preference: BerthKind | None = None
    months: bool = False
    names: list[str] = field(default_factory=list)


def read_passenger(text: str) -> PassengerDetails:
    """One traveller, the words in any order. Raises Problem: `passenger-unreadable` (text), `bad-age` (age),
    `passenger-no-age` (name, gender: M, F, T or empty), `passenger-no-gender` (name, age) or `bad-name`."""
    if len(text) > _LONGEST:
        raise _unreadable(text)
    read = _read(text)
    if not plain(" ".join(read.names)) or len(read.ages) > 1:
        raise _unreadable(text)
    if not read.ages:
        gender = read.gender.value if read.gender else ""
        raise Problem("passenger-no-age", name=clean_name(" ".join(read.names)), gender=gender)
    age = _age(read.ages[0], read.months)
    name = clean_name(" ".join(read.names))
    if read.gender is None:
        raise Problem("passenger-no-gender", name=name, age=age)
    return PassengerDetails(name=name, age=age, gender=read.gender, preference=read.preference)


def read_party(text: str) -> tuple[PassengerDetails, ...]:
    """Several travellers, parted by lines, semicolons, commas or "and". Raises Problem as `read_passenger`, and
    `party-done` for words that end the list."""
    if len(text) > _LONGEST:
        raise _unreadable(text)
    if plain(text) in _DONE:
        raise Problem("party-done")
    people = [person for line in _PEOPLE.split(text) for person in _people(line)]
    if not people:
        raise _unreadable(text)
    return tuple(map(read_passenger, people))


def _people(line: str) -> Iterator[str]:
    """Commas part people, but also the particulars of one: a new person begins where the one before is complete."""
    so_far: list[str] = []
    for part in filter(str.strip, _PARTS.split(line)):
        before, new = _read(" ".join(so_far)), _read(part)
        complete = bool(before.names and before.ages and before.gender)
        if so_far and new.names and (complete or (before.ages and new.ages)):
            yield " ".join(so_far)
            so_far = []
        so_far.append(part)
    if so_far:
        yield " ".join(so_far)


def _read(text: str) -> _Read:
    """Sorts the words of one person; a single letter that is no gender, as an initial, belongs to the name."""
    words = _WORD.findall(western_digits(text))
    forms = [plain(word) for word in words]
    chosen = _gender_at(forms)
    read = _Read(gender=Gender(_GENDERS[forms[chosen]]) if chosen is not None else None)
    at = 0
    while at < len(words):
        if (size := _berth_size(forms, at)) and at != chosen:
            read.preference = read.preference or BerthKind(_BERTHS[" ".join(forms[at : at + size])])
            at += size
            continue
        if _NUMBER.fullmatch(words[at]):
            read.ages.append(words[at])
        elif forms[at] in _MONTHS:
            read.months = True
        elif at != chosen and forms[at] not in _NOISE:
            read.names.append(words[at])
        at += 1
    return read


def _gender_at(forms: list[str]) -> int | None:
    """Which word tells the gender: one that is spelt out, else the single letter nearest to the age."""
    found = [at for at, form in enumerate(forms) if form in _GENDERS]
    spelt = [at for at in found if len(forms[at]) > 1]
    age = next((at for at, form in enumerate(forms) if form.isdecimal()), len(forms))
    return next(iter(spelt), None) if spelt else min(found, key=lambda at: (abs(at - age), -at), default=None)


def _berth_size(forms: list[str], at: int) -> int:
    """How many words from here name a berth: 0 if they do not. The longest name counts."""
    return next((size for size in (3, 2, 1) if " ".join(forms[at : at + size]) in _BERTHS), 0)


def _age(text: str, months: bool) -> int:
    if months:
        raise Problem("bad-age", age=f"{text[:6]} months")
    if len(text) > 4 or "." in text or not 1 <= int(text) <= _OLDEST:
        raise Problem("bad-age", age=text[:8])
    return int(text)


def _unreadable(text: str) -> Problem:
    quoted = " ".join(text[: 2 * _SHOWN].split())
    return Problem("passenger-unreadable", text=quoted[:_SHOWN] + ("…" if len(quoted) > _SHOWN else ""))
