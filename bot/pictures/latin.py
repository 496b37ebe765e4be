"""Indian names in Latin letters, for pictures drawn without a font of their script.

A simple transliteration in the spelling people use, not a scholarly one: no diacritics, long vowels as short ones,
the inherent `a` dropped at a word's end. It works on the letters' Unicode names, alike for the nine Indic scripts.
"""

import re
import unicodedata

UNKNOWN = "?"
_INDIC = re.compile(
    r"(?:DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM)"
    r" (LETTER|VOWEL SIGN|SIGN|DIGIT) (.+)"
)
_VOWELS = {
    "A": "a", "AA": "a", "I": "i", "II": "i", "U": "u", "UU": "u", "E": "e", "EE": "e", "AI": "ai", "O": "o",
    "OO": "o", "AU": "au", "VOCALIC R": "ri", "VOCALIC RR": "ri", "VOCALIC L": "li",
}  # fmt: skip
_CONSONANTS = {
    "CA": "ch", "CHA": "chh", "NGA": "n", "NYA": "n", "TTA": "t", "TTHA": "th", "DDA": "d", "DDHA": "dh", "NNA": "n",
    "NNNA": "n", "SSA": "sh", "LLA": "l", "LLLA": "zh", "RRA": "r", "DDDHA": "r", "RHA": "rh", "KHHA": "kh",
    "GHHA": "gh", "YYA": "y", "QA": "q",
}  # fmt: skip
_NUKTA = {"j": "z", "ph": "f", "d": "r", "dh": "rh", "k": "q"}
_MARKS = {"VISARGA": "h", "BINDI": "n", "TIPPI": "n", "CANDRABINDU": "n", "ANUSVARA": "n"}


def latin(text: str) -> str:
    """The text in ASCII: Indic letters spelt out, accents taken off, what is left over as `?`."""
    return " ".join(_word(word) for word in text.split())


def _word(word: str) -> str:
    if word.isascii():
        return word
    matches = [_INDIC.fullmatch(unicodedata.name(char, "")) for char in word]
    if any(matches):
        return _spell([(m[1], m[2]) if m else ("OTHER", char) for m, char in zip(matches, word, strict=True)])
    return "".join(map(_plain, word))


def _spell(letters: list[tuple[str, str]]) -> str:
    """Consonants and vowels in turn: a consonant carries an `a` until a sign after it says otherwise."""
    out: list[str] = []
    pending = False  # the last consonant's inherent vowel is still to come
    joined = 0  # consonants since the last vowel
    for kind, name in letters:
        vowel = _VOWELS.get(name.removeprefix("SHORT ").removeprefix("CANDRA "))
        if name == "NUKTA" and out:
            out[-1] = _NUKTA.get(out[-1], out[-1])
        elif name in ("VIRAMA", "AL-LAKUNA"):
            pending = False
        elif kind == "LETTER" and vowel is None:
            out += ["a"] * pending
            joined = 1 if pending else joined + 1
            out.append(_CONSONANTS.get(name, name.removesuffix("A").lower()))
            pending = True
        else:
            out += ["a"] * (pending and kind != "VOWEL SIGN")
            out.append(vowel or _MARKS.get(name) or _other(kind, name))
            pending, joined = False, 0
    out += ["a"] * (pending and (joined > 1 or len(letters) == 1))
    return "".join(out).replace("jn", "gy").capitalize()


def _other(kind: str, name: str) -> str:
    """A digit, a letter of another script in the same word, or a sign that is not spoken."""
    if kind == "DIGIT":
        return str(unicodedata.digit(unicodedata.lookup(f"DEVANAGARI DIGIT {name}")))
    return _plain(name) if kind == "OTHER" else ""


_PUNCTUATION = {"₹": "Rs ", "–": "-", "—": "-", "…": "...", "’": "'", "‘": "'", "“": '"', "”": '"', "·": "-", "।": "."}


def _plain(char: str) -> str:
    """One character in ASCII, without its accents; nothing for what is not seen."""
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    if char.isascii() or unicodedata.category(char) in ("Cf", "Mn"):
        return char if char.isascii() else ""
    return unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode() or UNKNOWN
