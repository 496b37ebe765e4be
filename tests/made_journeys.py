"""Sentences made by a grammar, with what they mean known from how they were made: nothing here reads a sentence."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from tests.accuracy import slip

TODAY = date(2026, 11, 23)  # a Monday
SENTENCES, SEED = 900, 20261123
Meant = dict[str, frozenset[str]]  # values that are right, by field

# Codes; names in English and Hinglish; in Hindi.
_PLACES = """
NDLS NZM ANVT DLI DEE DEC DSA | delhi, dilli | दिल्ली
NDLS | new delhi, NDLS | नई दिल्ली
LTT CSMT BDTS MMCT DR DDR | mumbai, bombay | मुंबई
HWH SDAH KOAA SHM SRC | kolkata, calcutta | कोलकाता
MAS MS TBM PER MASS | chennai, madras | चेन्नई
SBC YPR SMVB BNC KJM | bengaluru, bangalore, blr | बेंगलुरु
SC HYB KCG CHZ LPI BMT | hyderabad | हैदराबाद
PNBE PPTA RJPB DNR PNC | patna | पटना
LKO LJN LC GTNR ASH | lucknow | लखनऊ
CNB CPA GOY | kanpur | कानपुर
JP GADJ DPA | jaipur | जयपुर
BSB BSBS BCY | varanasi, banaras, benares | वाराणसी
PRYJ PCOI PRRB PYGS PRG | prayagraj, allahabad | प्रयागराज
NGP NITR AJNI | nagpur | नागपुर
PUNE HDP | pune, poona | पुणे
ST UDN | surat | सूरत
BRC | vadodara, baroda | वडोदरा
ADI SBIB SBT ASV MAN | ahmedabad | अहमदाबाद
BPL RKMP SHRN | bhopal | भोपाल
INDB | indore | इंदौर
GKP GKC | gorakhpur | गोरखपुर
RNC HTE | ranchi | रांची
GHY KYQ | guwahati | गुवाहाटी
JBP | jabalpur | जबलपुर
KOTA | kota | कोटा
JU BGKT | jodhpur | जोधपुर
AII | ajmer | अजमेर
ASR | amritsar | अमृतसर
HW | haridwar | हरिद्वार
DDN | dehradun | देहरादून
CDG | chandigarh | चंडीगढ़
MFP | muzaffarpur | मुजफ्फरपुर
R | raipur | रायपुर
DHN | dhanbad | धनबाद
MDU | madurai | मदुरै
CBE | coimbatore | कोयंबटूर
MYS | mysuru, mysore | मैसूर
BZA | vijayawada | विजयवाड़ा
TPTY | tirupati | तिरुपति
MTJ | mathura | मथुरा
HWH | howrah | हावड़ा
MMCT | mumbai central, MMCT | मुंबई सेंट्रल
NJP | new jalpaiguri, NJP | न्यू जलपाईगुड़ी
""".strip().splitlines()

_CLASSES = (
    {
        "SL": "sleeper, SL, sleeper class",
        "3A": "3ac, 3A, third ac, 3 tier ac, AC 3 tier, 3rd ac",
        "2A": "2A, 2ac, second ac, 2nd AC, 2 tier",
        "1A": "1A, first ac, 1st class, 1AC",
        "CC": "CC, chair car, ac chair car",
        "2S": "2S, second sitting, 2nd class sitting",
        "EC": "executive chair car, EC",
        "3E": "3E, 3 ac economy",
    },
    {
        "SL": "sleeper me, sleeper",
        "3A": "third ac me, 3ac",
        "2A": "2ac, second ac me",
        "CC": "chair car me",
        "2S": "2s",
    },
    {
        "SL": "स्लीपर, स्लीपर में",
        "3A": "थर्ड एसी, 3 एसी, तृतीय एसी",
        "2A": "सेकंड एसी, 2 एसी",
        "1A": "फर्स्ट एसी",
        "CC": "चेयर कार",
    },
)
_QUOTAS = (
    {
        "TQ": "tatkal, in tatkal, tatkal quota",
        "PT": "premium tatkal",
        "LD": "ladies quota",
        "GN": "general quota",
        "SS": "senior citizen quota, senior citizen",
        "HP": "divyang quota, handicapped quota",
    },
    {"TQ": "tatkal me, tatkal", "LD": "mahila quota, ladies quota me", "SS": "senior citizen quota"},
    {"TQ": "तत्काल", "LD": "महिला कोटा", "SS": "वरिष्ठ नागरिक कोटा", "HP": "दिव्यांग कोटा"},
)
# People and the children among them.
_PARTIES: tuple[dict[str, tuple[int, int | None]], ...] = (
    {
        "2 tickets": (2, None),
        "for two": (2, None),
        "3 adults": (3, None),
        "2 adults 1 child": (3, 1),
        "one passenger": (1, None),
        "4 people": (4, None),
        "2 adults and 2 kids": (4, 2),
        "5 seats": (5, None),
        "family of 4": (4, None),
        "me and my wife": (2, None),
        "1 adult 1 child": (2, 1),
        "six passengers": (6, None),
        "4 passengers including 2 children": (4, 2),
    },
    {
        "2 ticket": (2, None),
        "do log": (2, None),
        "teen ticket": (3, None),
        "4 log": (4, None),
        "2 bade 1 bachcha": (3, 1),
        "ek ticket": (1, None),
        "hum do log": (2, None),
        "2 bade aur 2 bachche": (4, 2),
        "paanch yatri": (5, None),
    },
    {"दो टिकट": (2, None), "तीन लोग": (3, None), "4 यात्री": (4, None), "२ टिकट": (2, None), "दो बड़े एक बच्चा": (3, 1)},
)
_TIMES = (
    {
        "morning": "morning, in the morning, early morning",
        "evening": "evening, at 6 pm",
        "night": "night, late night",
        "afternoon": "afternoon",
    },
    {"morning": "subah, subah subah", "evening": "shaam ko, sham ko", "night": "raat ko, raat", "afternoon": "dopahar"},
    {"morning": "सुबह", "evening": "शाम को", "night": "रात को, रात", "afternoon": "दोपहर"},
)
_TEMPLATES = (
    """{o} to {d} {date} {time} {class} {party} {quota}
    {o} to {d} {class} {date} {party}
    from {o} to {d} {date} {class} {party} {quota}
    {party} {o} to {d} {date} {class}
    {party} from {o} to {d} on {date} in {class}
    {o}-{d} {date} {class} {party}
    {o} - {d} {date} {time}
    {o} -> {d} {date} {class}
    {o} {d} {date} {class} {quota}
    {date} {o} to {d} {class} {party}
    {quota} {o} to {d} {date} {class}
    {class} {o} to {d} {date} {time}
    is there any train from {o} to {d} {date} {time}?
    any trains to {d} from {o} {date} {time}
    i want to go to {d} from {o} {date} {class}
    i want to travel from {o} to {d} on {date} {party}
    book a ticket from {o} to {d} for {date} {class} {quota}
    please book {party} from {o} to {d}, {date}, {class}
    need {party} {o} to {d} {date} {time} {class}
    show trains between {o} and {d} {date}
    can you find me a train from {o} to {d} {date} {time}
    going to {d} from {o} {date} {class} {party}
    hello, {o} to {d} {date} {party} pls
    rajdhani from {o} to {d} {date} {class}
    {o} to {d} vande bharat {date} {time}""",
    """{o} se {d} {date} {time} {class} {party} {quota}
    {date} {time} {o} se {d}
    {date} {o} se {d} {party} {class}
    {date} {o} se {d} jana hai {party}
    {d} jana hai {o} se {date}
    {o} se {d} jana hai {date} {time}
    mujhe {o} se {d} ka ticket chahiye {date} {class}
    {o} se {d} ki ticket {date} {class} {party}
    {party} {o} se {d} {date} {class} {quota}
    bhai {o} se {d} ki train batao {date} {time}
    {o} se {d} ke liye {party} chahiye {date}
    {quota} {o} se {d} {date} {class}
    kya {date} {o} se {d} ki koi train hai {time}
    {o} se {d} tak {date} {class}
    sir {date} ki ticket chahiye {o} se {d} {class} {party}
    {d} ke liye {date} {o} se {class}""",
    """{o} से {d} {date} {time} {class} {party} {quota}
    {date} {o} से {d} {class} {party}
    {date} {time} {o} से {d}
    मुझे {date} {o} से {d} जाना है {class}
    {o} से {d} जाना है {date} {party}
    {party} {o} से {d} {date} {class} {quota}
    {o} से {d} के लिए {date} {class} {party}
    {d} जाना है {o} से {date} {time}""",
)
_MONTHS = ("november december january", "november december january", "नवंबर दिसंबर जनवरी")
_SHORT = ("nov dec jan", "nov dec jan", "नवम्बर दिसम्बर जनवरी")
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "somvar mangalvar budhvar guruvar shukravar shanivar ravivar",
    "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
)
_NEAR = (
    {"today": 0, "tomorrow": 1, "tmrw": 1, "day after tomorrow": 2},
    {"aaj": 0, "kal": 1, "parso": 2},
    {"आज": 0, "कल": 1, "परसों": 2},
)


def _dates(dice: random.Random, language: int) -> tuple[str, list[date]]:
    """Words for a day, and all that it may mean."""
    kind = dice.choice(("near", "near", "month", "month", "short", "numbers", "weekday", "next", "span", "ordinal"))
    day = TODAY + timedelta(days=dice.randrange(1, 58))
    ko = ("", dice.choice(("", " ko")), dice.choice(("", " को")))[language]
    if kind == "near":
        text, ahead = dice.choice(list(_NEAR[language].items()))
        return text, [TODAY + timedelta(days=ahead)]
    if kind in ("month", "short"):
        names = dict(zip((11, 12, 1), (_MONTHS if kind == "month" else _SHORT)[language].split(), strict=True))
        ending = dice.choice(("", "th")) if not language and day.day in range(4, 21) else ""
        text = f"{day.day}{ending} {names[day.month]}"
        return (f"{names[day.month]} {day.day}" if not language and dice.random() < 0.2 else text + ko), [day]
    if kind == "numbers":
        form = dice.choice(("{0.day}/{0.month}", "{0:%d-%m-%Y}", "{0:%d.%m.%y}", "{0:%d/%m/%Y}", "{0:%Y-%m-%d}"))
        return form.format(day), [day]
    if kind == "span":
        ahead = dice.randrange(2, 7)
        forms = (("in {} days", "after {} days"), ("{} din baad",), ("{} दिन बाद",))[language]
        return dice.choice(forms).format(ahead), [TODAY + timedelta(days=ahead)]
    if kind == "ordinal":
        day = TODAY + timedelta(days=dice.randrange(1, 28))
        ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
        return (f"{day.day}{ending}", f"{day.day} tarikh ko", f"{day.day} तारीख को")[language], [day]
    return _weekday(dice, language, ko, following=kind == "next")


def _weekday(dice: random.Random, language: int, ko: str, *, following: bool) -> tuple[str, list[date]]:
    ahead = dice.randrange(7)
    name = _DAYS[language].split()[ahead]
    this, next_week = TODAY + timedelta(days=ahead), TODAY + timedelta(days=ahead + 7)
    if following:
        return f"{('next', 'agle', 'अगले')[language]} {name}{ko}", [next_week, this] if ahead else [next_week]
    if ahead:
        before = dice.choice(("", "this ", "coming ")) if not language else ""
        return f"{before}{name}{ko}", [this]
    return f"{name}{ko}", [next_week, this]


def _pick(dice: random.Random, words: dict[str, str]) -> tuple[str, str]:
    """A value, and one of the ways to say it."""
    value, ways = dice.choice(list(words.items()))
    return value, dice.choice(ways.split(", "))


def _place(dice: random.Random, language: int) -> tuple[str, frozenset[str]]:
    codes, names, hindi = (part.strip() for part in dice.choice(_PLACES).split("|"))
    return (hindi if language == 2 else dice.choice(names.split(", "))), frozenset(codes.split())


def _sentence(dice: random.Random) -> tuple[str, Meant, bool]:
    language = dice.choice((0, 0, 0, 1, 1, 2))
    template = dice.choice(_TEMPLATES[language].splitlines()).strip()
    (origin, starts), (destination, ends) = _place(dice, language), _place(dice, language)
    while starts & ends:
        destination, ends = _place(dice, language)
    day, days = _dates(dice, language)
    party, (people, children) = dice.choice(list(_PARTIES[language].items()))
    travel_class, class_words = _pick(dice, _CLASSES[language])
    quota, quota_words = _pick(dice, _QUOTAS[language])
    time, time_words = _pick(dice, _TIMES[language])
    words = {"date": day, "party": party, "class": class_words, "quota": quota_words, "time": time_words}
    for slot in list(words):
        if f"{{{slot}}}" not in template or dice.random() < (0.15 if slot == "date" else 0.35):
            words[slot] = ""
    if "on {date}" in template and day.startswith(("in ", "after ", "this ", "next ", "coming ", "t", "day after")):
        template = template.replace("on {date}", "{date}")
    plain = not words["date"] or len(days) == 1
    if not language and dice.random() < 0.15 and len(destination) > 6 and " " not in destination:
        destination, plain = slip(destination, dice), False
    query = " ".join(template.format(o=origin, d=destination, **words).split()).removesuffix(",")
    meant = {
        "origin": starts,
        "destination": ends,
        "date": frozenset(map(date.isoformat, days)) if words["date"] else frozenset(),
        "time_of_day": frozenset({time} if words["time"] else ()),
        "class": frozenset({travel_class} if words["class"] else ()),
        "quota": frozenset({quota} if words["quota"] else ()),
        "passengers": frozenset({str(people)} if words["party"] else ()),
        "children": frozenset({str(children)} if words["party"] and children else ()),
    }
    return _cased(query, dice), meant, plain


def _cased(query: str, dice: random.Random) -> str:
    return dice.choice((query, query, query, query.upper(), query.capitalize(), query.title()))


def made() -> Iterator[tuple[str, tuple[frozenset[str], ...], bool]]:
    """Sentences, the values that are right in the order of the table's columns, and whether nothing is unclear."""
    dice = random.Random(SEED)
    for _ in range(SENTENCES):
        query, meant, plain = _sentence(dice)
        yield query, tuple(meant.values()), plain
