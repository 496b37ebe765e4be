"""Scripts: Indian scripts and Urdu in Latin letters, near enough to compare names by their sound.

The Brahmic scripts share one layout in Unicode, blocks of 128 from U+0900, so that one table of a page serves Hindi,
Marathi, Bengali, Assamese, Punjabi, Gujarati, Odia, Tamil, Telugu, Kannada and Malayalam.

Libraries were tried in its place, over the country's timetable and 509 names in other scripts than Hindi's
(tests/data/stations_own.tsv), right at the top: this table 99.2 %, no memory, 5 microseconds a name;
indic-transliteration 2.3.82 (ISO 15919, then our rules for silent vowels and the removal of diacritics) 97.2 %, 96 ms
to import, 9 MB, 24 microseconds and five more packages; aksharamukha 2.3 (AGPL) 96.1 %, 25 MB, 36 microseconds;
Unidecode 1.4.0 (GPL) 96.1 %, anyascii 0.3.3 96.1 %. What a scholar's spelling keeps apart is put together again before
names are compared, none leaves out the vowels that Hindi does not say, and only the last two read Urdu.
"""

import re
from collections.abc import Iterator

_VELAR = re.compile("ng(?=[kg]|ng)|(?<=n)ng")
_FIRST, _LAST, _BLOCK = 0x0900, 0x0D7F, 0x80
_ODIA, _TAMIL = 4, 5  # the last of the northern scripts, and the first of the southern
_ANUSVARAS = frozenset("ంಂം")  # an n inside a word, an m at its end
_INHERENT, _VIRAMA, _NUKTA = "a", 0x4D, 0x3C
_VOWEL_LETTERS = frozenset("aeiou")

_VOWEL_SOUNDS = "a aa i ii u uu ri li e e e ai o o o au"
_CONSONANT_SOUNDS = "k kh g gh ng ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h"
_SIGN_SOUNDS = "aa i ii u uu ri ri e e e ai o o o au"
_URDU_SOUNDS = "a b p t t s j ch h kh d d z r r z z s sh s z t z a g f k k k g l m n n v h h h h i i i e i v a a"

_VOWELS = dict(zip(range(0x05, 0x15), _VOWEL_SOUNDS.split(), strict=True)) | {0x60: "ri"}
_CONSONANTS = dict(
    zip(
        range(0x15, 0x3A),
        _CONSONANT_SOUNDS.split(),
        strict=True,
    )
) | {0x58: "k", 0x59: "kh", 0x5A: "g", 0x5B: "z", 0x5C: "r", 0x5D: "rh", 0x5E: "f", 0x5F: "y"}
_SIGNS = dict(zip(range(0x3E, 0x4D), _SIGN_SOUNDS.split(), strict=True)) | {0x56: "ai"}
_ENDINGS = {0x01: "n", 0x02: "n"}  # nasals
_ODD = {
    "ৎ": "t", "ੰ": "n", "ੱ": "", "ੲ": "i", "ੳ": "u", "ൺ": "n", "ൻ": "n", "ർ": "r", "ൽ": "l", "ൾ": "l", "ൿ": "k",
}  # fmt: skip
_ODD_CONSONANTS = {"ৰ": "r", "ৱ": "v", "ୱ": "v"}
_TAMIL_CHA = "ச"  # an s between and before vowels, as in Salem

_URDU = dict(
    zip(
        "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکكگلمنںوہهھةیيىےئؤآأ",
        _URDU_SOUNDS.split(),
        strict=True,
    )
)


def to_latin(text: str) -> str:
    """The text with words of Indian scripts in Latin letters, all else as it is: मदुरै as madurai."""
    return text if text.isascii() else " ".join(map(_word, text.split()))


def is_indian(text: str) -> bool:
    """Whether some letter is of an Indian script or of Urdu."""
    return not text.isascii() and any(_FIRST <= ord(letter) <= _LAST or letter in _URDU for letter in text)


def is_urdu(text: str) -> bool:
    """Whether some letter is Urdu, which leaves most vowels unwritten."""
    return not text.isascii() and any(letter in _URDU for letter in text)


def _word(word: str) -> str:
    if word.isascii():
        return word
    sounds = list(_sounds(word))
    block = (ord(word[-1]) - _FIRST) // _BLOCK
    if block > _TAMIL and word[-1] in _ANUSVARAS:
        sounds[-1] = "m"
    elif block < _ODIA:
        _hush(sounds)
    elif sounds[-1] == _INHERENT and block <= _ODIA and len(sounds) > 2:
        sounds.pop()
    return _VELAR.sub("n", "".join(sounds))


def _sounds(word: str) -> Iterator[str]:
    """Consonants and vowels by turns; a consonant's own vowel as `_INHERENT`."""
    is_open = False  # the last consonant still carries its own vowel
    for letter in word:
        place = (ord(letter) - _FIRST) % _BLOCK
        brahmic = _FIRST <= ord(letter) <= _LAST
        consonant = _ODD_CONSONANTS.get(letter) or (_CONSONANTS.get(place) if brahmic and letter not in _ODD else None)
        closes = brahmic and (place == _VIRAMA or place in _SIGNS) and letter not in _ODD_CONSONANTS
        if is_open and not closes and place != _NUKTA:
            yield _INHERENT
        if consonant:
            yield "s" if letter == _TAMIL_CHA else consonant
        elif letter in _ODD or not brahmic:
            yield _ODD.get(letter, _URDU.get(letter, letter))
        else:
            yield _VOWELS.get(place) or _SIGNS.get(place) or _ENDINGS.get(place, "")
        is_open = bool(consonant) or (is_open and place == _NUKTA)
    if is_open:
        yield _INHERENT


def _hush(sounds: list[str]) -> None:
    """Leaves out the vowels that northern languages write by writing none, and do not say: that at the end of a word,
    and that between a vowel and a consonant with another (कानपुर is Kanpur, not Kanapur)."""
    if len(sounds) > 2 and sounds[-1] == _INHERENT:
        sounds.pop()
    for at in range(len(sounds) - 3, 1, -1):
        after = sounds[at + 2] if at + 2 < len(sounds) else ""
        if sounds[at] == _INHERENT and _is_vowel(sounds[at - 2]) and not _is_vowel(sounds[at + 1]) and _is_vowel(after):
            del sounds[at]


def _is_vowel(sound: str) -> bool:
    return sound[:1] in _VOWEL_LETTERS
