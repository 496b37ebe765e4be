"""Words: typed text in the one form in which it is compared, whatever its case, accents, digits or script."""

import re
import unicodedata

LONGEST = 300  # characters of a message that can still mean a place, a date or a journey; longer ones are not read

# The edges of a word. Python's \b breaks Indian words at their vowel signs, and would find "kal" inside "Kalyan".
START, END = r"(?<![\w\u0900-\u0d7f])", r"(?![\w\u0900-\u0d7f])"

# Marks that people leave out or put in as they like: Latin accents, the nukta, and invisible joiners.
_DROPPED = re.compile("[\u0300-\u036f\u093c\u200b-\u200d\u2060\ufe0f\ufeff]")
_ASCII_GAP = re.compile(r"[^0-9a-z]+")
_CHANDRABINDU, _ANUSVARA = "\u0901", "\u0902"
# Consonants of both scripts by their sound; breath, vowels and the glides between them are spelt too freely to tell.
_SOUNDS = str.maketrans({
    letter: sound
    for sound, letters in {
        "k": "कखkq", "g": "गघg", "c": "चछ", "j": "जझjz", "t": "टठतथt", "r": "डढदधरऋृdr", "n": "नणङञंn", "p": "पफpf",
        "b": "बभb", "m": "मm", "l": "लळl", "v": "वvw", "s": "शषसs",
    }.items()
    for letter in letters
})  # fmt: skip
_SOUNDLESS, _REPEATED = re.compile("[^kgcjtrnpbmlvs]"), re.compile(r"(.)\1+")


def lowered(text: str) -> str:
    """Lower case without accents, digits of any script as 0-9, single spaces; punctuation stays."""
    if not text.isascii():
        folded = _DROPPED.sub("", unicodedata.normalize("NFKD", text)).casefold().replace(_CHANDRABINDU, _ANUSVARA)
        text = unicodedata.normalize("NFC", western_digits(folded))
    return " ".join(text.lower().split())


def plain(text: str) -> str:
    """As `lowered`, but letters, digits and vowel signs only, words parted by single spaces."""
    text = lowered(text)
    if text.isascii():
        return _ASCII_GAP.sub(" ", text).strip()
    return " ".join("".join(letter if _is_part_of_word(letter) else " " for letter in text).split())


def sounds(text: str) -> str:
    """The consonants of a Latin or Hindi word, roughly as they are heard: "kanpur" and "कानपुर" are both "kmpr"."""
    text = plain(text).replace("ch", "च").replace("zh", "ष").replace("c", "k").replace("x", "ks")
    heard = _SOUNDLESS.sub("", text.translate(_SOUNDS)).replace("nb", "mb").replace("np", "mp")
    return _REPEATED.sub(r"\1", heard)


def western_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0-9, and nothing else changed."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def _is_part_of_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"
