"""The words of numbers in English and Hindi: in Hindi every number below a hundred has one of its own."""

from dataclasses import dataclass

_ENGLISH = """
zero one two three four five six seven eight nine
ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HINDI = """
शून्य एक दो तीन चार पाँच छह सात आठ नौ
दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी
अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी
नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
"""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A language's number words. `sizes`: crore, lakh, thousand, hundred; `whole` and `parted` are the phrases for an
    amount without and with paise; `rupee` and `paisa`: of one, of many."""

    below_hundred: tuple[str, ...]
    sizes: tuple[str, str, str, str]
    whole: str
    parted: str
    rupee: tuple[str, str]
    paisa: tuple[str, str]


def _english(count: int) -> str:
    below_twenty = _ENGLISH.split()
    if count < len(below_twenty):
        return below_twenty[count]
    tens, ones = divmod(count, 10)
    return _TENS[tens - 2] + (f"-{below_twenty[ones]}" if ones else "")


ENGLISH = Spelling(
    below_hundred=tuple(map(_english, range(100))),
    sizes=("crore", "lakh", "thousand", "hundred"),
    whole="{rupee} {whole} only",
    parted="{rupee} {whole} and {parts} {paisa} only",
    rupee=("Rupee", "Rupees"),
    paisa=("paisa", "paise"),
)
HINDI = Spelling(
    below_hundred=tuple(_HINDI.split()),
    sizes=("करोड़", "लाख", "हज़ार", "सौ"),
    whole="{whole} {rupee} मात्र",
    parted="{whole} {rupee} {parts} {paisa} मात्र",
    rupee=("रुपया", "रुपये"),
    paisa=("पैसा", "पैसे"),
)
