"""Words around a place's name that do not tell which place it is, and whether there is a place among words at all."""

from collections.abc import Iterable

from domain.places.everyday_words import is_common, is_talk, sounds_common
from domain.words import plain

# That a place is a station, or how one goes there.
_UNTELLING = """
    jn jct junction jnc junctn station stn stations rly railway railways railwy rail train halt platform code stop
    from to at the frm via near nearby please pls plz se ko tak mein mai wala wali is my in of for and only
    origin destination dest src departure arrival source boarding starting going leaving towards
    जंक्शन जं जक्शन स्टेशन रेलवे रेल्वे स्थानक से को तक में का की के जाना
    jankshan jankshana steshan steshana stetion relave relve relavee nilayam nilaiyam rayil rel reyil sthanak sandippu
    inrundhu varai ninnu
    স্টেশন রেলওয়ে রেলস্টেশন জংশন জংসন রেল থেকে সে જંકશન જંક્શન સ્ટેશન રેલ્વે રેલવે થી ਜੰਕਸ਼ਨ ਸਟੇਸ਼ਨ ਰੇਲਵੇ ਤੋਂ ଷ୍ଟେସନ ଷ୍ଟେସନ୍ ଷ୍ଟେସନ
    ରେଳ ରେଳବାଇ ଜଙ୍କସନ ଜଂସନ ରୁ ரயில் இரயில் ரயில்வே நிலையம் சந்திப்பு ஜங்ஷன் ஜங்க்ஷன் ஸ்டேஷன் இருந்து வரை రైల్వే స్టేషన్ జంక్షన్ నుండి నుంచి రైలు
    ರೈಲು ನಿಲ್ದಾಣ ಜಂಕ್ಷನ್ ರೈಲ್ವೆ ರೈಲ್ವೇ ಸ್ಟೇಷನ್ ಇಂದ റെയിൽവേ സ്റ്റേഷൻ ജംഗ്ഷൻ ജങ്ഷൻ നിന്ന് നിന്നും ریلوے اسٹیشن سٹیشن جنکشن سے تک
"""
UNTELLING = frozenset(plain(_UNTELLING).split())
# Left out only where with them nothing is found: Udaipur City is a station's name, Hyderabad City is not.
SELDOM_TELLING = frozenset(
    {
        "city",
        "main",
        "nct",
        "ncr",
        "town",
        "central",
        "terminal",
        "terminus",
        "shahar",
        "shehar",
        "cantt",
        "fort",
        "sadar",
    }
    | {"district", "dist", "zila", "dham", "sahib", "sharif", "temple", "mandir", "ji", "nagri", "airport", "india"}
)
JUNCTION = frozenset({"jn", "jct", "junction", "jnc", "junctn"} | set(plain("जंक्शन जं जक्शन").split()))
# That any station of a city will do.
ANY = frozenset(
    {"any", "all", "anywhere", "koi", "bhi", "kisi", "sabhi", "sab", "saare", "sare"}
    | set(plain("कोई भी किसी सभी सब सारे").split())
)
SAME = {
    "rd": "road", "cantonment": "cantt", "cant": "cantt", "cntt": "cantt", "cantonement": "cantt",
    "ctrl": "central", "cntrl": "central", "ctl": "central", "cntl": "central", "ft": "fort", "cen": "central",
    "centrl": "central", "term": "terminus", "trm": "terminus", "tml": "terminal", "termnal": "terminal",
    "ngr": "nagar", "saint": "st", "छावनी": "cantt", "कैंट": "cantt", "सेंट्रल": "central",
    "सेन्ट्रल": "central", "टर्मिनस": "terminus", "टर्मिनल": "terminal", "रोड": "road", "सिटी": "city",
    "नई": "nai", "नयी": "nai", "न्यू": "new", "उत्तर": "north", "दक्षिण": "south",
}  # fmt: skip


def is_no_place(words: Iterable[str]) -> bool:
    """Whether every word is one that people say without meaning a place here."""
    return all(word in UNTELLING or is_talk(word) for word in words)


def is_everyday(words: Iterable[str]) -> bool:
    """Whether every word is that or at least so common that no name should be guessed from it."""
    return all(word in UNTELLING or is_common(word) for word in words)


def sounds_everyday(words: Iterable[str]) -> bool:
    """Whether every word at least sounds so common that only a name which sounds the same should be guessed from it."""
    return all(word in UNTELLING or sounds_common(word) for word in words)
