"""Scripts: Indian scripts and Urdu in Latin letters, near enough to compare names by their sound.

The Brahmic scripts share one layout in Unicode, blocks of 128 from U+0900, so that one table of a page serves Hindi,
Marathi, Bengali, Assamese, Punjabi, Gujarati, Odia, Tamil, Telugu, Kannada and Malayalam. A library would bring
scholarly spellings with diacritics, and none of those in use is needed otherwise.
"""

_FIRST, _LAST, _BLOCK = 0x0900, 0x0D7F, 0x80
_GUJARATI, _ODIA = 5, 4  # the northern scripts, in which a written word's last a is silent, end before Tamil
_INHERENT, _VIRAMA = "a", 0x4D

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
    parts: list[str] = []
    open_consonant = False  # the last letter still carries its inherent vowel
    for letter in word:
        block, place = divmod(ord(letter) - _FIRST, _BLOCK)
        brahmic = _FIRST <= ord(letter) <= _LAST
        consonant = _ODD_CONSONANTS.get(letter) or (_CONSONANTS.get(place) if brahmic and letter not in _ODD else None)
        closes = brahmic and (place == _VIRAMA or place in _SIGNS) and letter not in _ODD_CONSONANTS
        if open_consonant and not closes and place != 0x3C:
            parts.append(_INHERENT)
        if consonant:
            parts.append("s" if letter == _TAMIL_CHA else consonant)
        elif letter in _ODD or not brahmic:
            parts.append(_ODD.get(letter, _URDU.get(letter, letter)))
        else:
            parts.append(_VOWELS.get(place) or _SIGNS.get(place) or _ENDINGS.get(place, ""))
        open_consonant = bool(consonant) or (open_consonant and place == 0x3C)
    if open_consonant and (block > _GUJARATI or len(parts) == 1):
        parts.append(_INHERENT)
    return "".join(parts)
