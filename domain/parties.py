"""Parties: travellers as people type them, "Asha 34 F lower", "Anu 7 F no berth", into names, ages and wishes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from domain.bookings import Gender, PassengerDetails
from domain.errors import Problem
from domain.inventory import BerthKind
from domain.rules.children import has_berth_by_default
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
_BERTH = {
    plain(words): wanted
    for wanted, several in {
        False: "no berth,without berth,without a berth,w o berth,berth not needed,no seat,without seat,without a seat"
        ",half fare,half ticket,on lap,in lap,bina berth,bina berth ke,bina seat,bina seat ke,berth nahi,berth nahin"
        ",berth nahi chahiye,seat nahi,aadha kiraya,aadha ticket,aadhi ticket,adha kiraya,god me,godi me"
        ",बिना बर्थ,बिना बर्थ के,बिना सीट,बिना सीट के,बर्थ नहीं,बर्थ नहीं चाहिए,सीट नहीं,आधा किराया,आधा टिकट,गोद में",
        True: "with berth,with a berth,own berth,with seat,with a seat,own seat,needs berth,needs a berth,full fare"
        ",full ticket,berth ke saath,berth ke sath,seat ke saath,berth chahiye,alag berth,poora kiraya,pura kiraya"
        ",बर्थ के साथ,बर्थ सहित,सीट के साथ,बर्थ चाहिए,अलग बर्थ,पूरा किराया",
    }.items()
    for words in several.split(",")
}
_BERTH_WORDS = _BERTHS.keys() | _BERTH.keys()
_NOISE = frozenset(
    {"age", "aged", "yrs", "yr", "years", "year", "y", "old", "saal", "sal", "varsh", "साल", "वर्ष", "आयु", "उम्र"}
    | {"gender", "sex", "berth", "seat", "pref", "preference", "बर्थ", "सीट", "वाली", "की", "name", "naam", "नाम"}
)
_DONE = frozenset(
    {"done", "all done", "ok", "okay", "ok done", "finish", "finished", "no more", "nobody else", "no one else"}
    | {"that s all", "thats all", "that is all", "bas", "ho gaya", "ho gya", "khatam"}
    | {plain("बस"), plain("हो गया"), plain("ठीक है"), plain("और नहीं"), plain("और कोई नहीं")}
)
_MONTHS = frozenset(_by_word({"month": "month,months,mth,mths,mahine,mahina,maheene,maah,महीने,महीना,महीनों,माह"}))

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# "34F", "F34" and "34yrs" are two words each; "-1" is a number, the dash of "34-F" is not.
_WORD = re.compile(r"(?<!\S)-\d+(?:\.\d+)?|\d+(?:\.\d+)?|[^\s\d()/,:;|-]+(?:-[^\s\d()/,:;|-]+)*")
_PEOPLE = re.compile(r"[\n\r;]+")
_PARTS = re.compile(r"[,،]|(?<!\S)(?:and|aur|और|&)(?!\S)", re.IGNORECASE)


@dataclass(slots=True)
class _Read:
    """What the words of one person came to, so far."""

    ages: list[str] = field(default_factory=list)
    months: list[str] = field(default_factory=list)
    gender: Gender | None = None
    preference: BerthKind | None = None
    berth: bool | None = None  # None: nothing is said of it
    names: list[str] = field(default_factory=list)


def read_passenger(text: str) -> PassengerDetails:
    """One traveller, the words in any order; who is under 5 has a berth only if one is asked for. Raises Problem:
    `passenger-unreadable` (text), `bad-age` (age), `passenger-no-age` (name, gender: M, F, T or empty),
    `passenger-no-gender` (name, age) or `bad-name`."""
    if len(text) > _LONGEST:
        raise _unreadable(text)
    read = _read(text)
    if not plain(" ".join(read.names)) or max(len(read.ages), len(read.months)) > 1:
        raise _unreadable(text)
    if not read.ages and not read.months:
        gender = read.gender.value if read.gender else ""
        raise Problem("passenger-no-age", name=clean_name(" ".join(read.names)), gender=gender)
    age = _age(read.ages, read.months)
    name = clean_name(" ".join(read.names))
    if read.gender is None:
        raise Problem("passenger-no-gender", name=name, age=age)
    berth = read.berth
    if berth is None:
        berth = has_berth_by_default(age) or read.preference is not None
    preference = read.preference if berth else None
    return PassengerDetails(name=name, age=age, gender=read.gender, preference=preference, berth_wanted=berth)


def tells_no_name(text: str) -> bool:
    """Is this but an age, "8 months" or "7 F no berth", of somebody named before?"""
    read = _read(text[:_LONGEST])
    return bool(read.ages or read.months) and not read.names


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
        aged = bool(before.ages or before.months)
        complete = bool(before.names and aged and before.gender)
        if so_far and new.names and (complete or (aged and (new.ages or new.months))):
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
            _take_berth(" ".join(forms[at : at + size]), read)
            at += size
            continue
        if _NUMBER.fullmatch(words[at]):
            (read.months if _MONTHS.intersection(forms[at + 1 : at + 2]) else read.ages).append(words[at])
        elif at != chosen and forms[at] not in _NOISE and not (read.months and forms[at] in _MONTHS):
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
    """How many words from here name a berth, or tell that there is to be one or none: 0 if they do not. The longest
    name counts."""
    return next((size for size in (3, 2, 1) if " ".join(forms[at : at + size]) in _BERTH_WORDS), 0)


def _take_berth(words: str, read: _Read) -> None:
    """A wish for a kind of berth, or for one or none at all; what is said first counts."""
    if words in _BERTHS:
        read.preference = read.preference or BerthKind(_BERTHS[words])
    elif read.berth is None:
        read.berth = _BERTH[words]


def _age(years: list[str], months: list[str]) -> int:
    """In full years, from years or months as typed, or both."""
    for number in (*years, *months):
        if len(number) > 4 or "." in number or not 0 <= int(number) <= _OLDEST:
            raise Problem("bad-age", age=number[:8])
    return int(years[0]) if years else int(months[0]) // 12


def _unreadable(text: str) -> Problem:
    quoted = " ".join(text[: 2 * _SHOWN].split())
    return Problem("passenger-unreadable", text=quoted[:_SHOWN] + ("…" if len(quoted) > _SHOWN else ""))
