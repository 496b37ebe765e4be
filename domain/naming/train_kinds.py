"""Kinds of trains as they are named and abbreviated, in the timetable and by those who ask for one."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.words import plain


@dataclass(frozen=True, slots=True)
class TrainKind:
    """`types`: the timetable's types that are of this kind whatever their names say. `strong`: who says it means no
    other kind; of the others ("express") every second train is one, and they are said and left out as one likes."""

    name: str
    types: frozenset[str]
    strong: bool


# Kind: timetable's types: how it is written, first the usual way. A type may be of several kinds.
_STRONG = """
rajdhani: RAJ: rajdhani, raj, rajdani, राजधानी
shatabdi: SHT: shatabdi, shatabadi, shtbdi, शताब्दी
jan shatabdi: JSH: jan shatabdi, jana shatabdi, j shatabdi, jan sht, janst, jansh, जन शताब्दी
duronto: DRNT: duronto, durnto, दुरंतो, दूरंतो, दुरन्तो
vande bharat: VNDB: vande bharat, vb, vande, वंदे भारत, वन्दे भारत
amrit bharat: AMTB: amrit bharat, ab, अमृत भारत
namo bharat: VNDM: namo bharat, vande metro, नमो भारत, वंदे मेट्रो
garib rath: GBR: garib rath, gareeb rath, g rath, गरीब रथ
tejas: TEJ: tejas, तेजस
humsafar: : humsafar, hamsafar, hmsfr, humsafa, हमसफर
antyodaya: : antyodaya, antodaya, अंत्योदय
sampark kranti: : sampark kranti, s kranti, sampark, smprk kranti, smprk krnti, smprk, संपर्क क्रांति, सम्पर्क क्रान्ति
double decker: : double decker, dbl deck, d decker, dbl dkr, डबल डेकर
uday: : uday, उदय
intercity: : intercity, inter city, icity, ic, incity, intrcity, इंटरसिटी
jan sadharan: : jan sadharan, sadharan, जन साधारण, साधारण
rajya rani: : rajya rani, राज्य रानी, राज्यरानी
suvidha: : suvidha, सुविधा
"""
_FAST = "RAJ SHT JSH DRNT VNDB TEJ GBR AMTB SUF MEX TOD"
_WEAK = f"""
express: {_FAST}: express, exp, exps, expres, xpress, एक्सप्रेस, एक्स्प्रेस
superfast: SUF RAJ SHT DRNT: superfast, super fast, sf, s fast, sup fast, सुपरफास्ट
mail: : mail, मेल
special: TOD: special, spl, spcl, विशेष, स्पेशल
passenger: PAS MEMU DMU: passenger, psgr, pasgr, pgr, पैसेंजर, सवारी
memu: MEMU: memu, मेमू
demu: DMU: demu, dmu, डेमू
local: SUB EMU: local, suburban, emu, लोकल
"""


def _kinds(table: str, *, strong: bool) -> Iterator[tuple[TrainKind, list[str]]]:
    for line in table.strip().splitlines():
        name, types, words = line.split(":")
        yield TrainKind(name, frozenset(types.split()), strong), [plain(word) for word in words.split(",")]


_TABLE = [*_kinds(_STRONG, strong=True), *_kinds(_WEAK, strong=False)]
KINDS = tuple(kind for kind, _ in _TABLE)
# How it is written, spaces left out: "jan shatabdi" and "janshatabdi" are the same.
WRITTEN = {word.replace(" ", ""): kind for kind, words in _TABLE for word in words}
MOST_WORDS = 2  # of a kind's name
SHORTEST_TELLING = 4  # letters: "raj" and "vb" mean a kind of train only beside a place


def kind_at(words: list[str], at: int) -> tuple[TrainKind, int] | None:
    """The kind named by the words from this place on, and how many of them name it; the longest name counts."""
    for count in range(min(MOST_WORDS, len(words) - at), 0, -1):
        if kind := WRITTEN.get("".join(words[at : at + count])):
            return kind, count
    return None
