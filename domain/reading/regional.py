"""Regional words: how other Indian languages say from and to, mostly by an ending of the place's name itself."""

FROM_AFTER, TO_AFTER = "se", "tak"  # the Hindi words behind a place, which stand for all others

# Endings, the longest first, with what the name itself ends in, and the word that they stand for.
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    # Tamil
    ("யிலிருந்து", "", FROM_AFTER), ("விலிருந்து", "", FROM_AFTER),
    ("த்திலிருந்து", "ம்", FROM_AFTER), ("ிலிருந்து", "்", FROM_AFTER), ("லிருந்து", "ல்", FROM_AFTER),
    ("இலிருந்து", "", FROM_AFTER), ("த்திற்கு", "ம்", TO_AFTER), ("த்துக்கு", "ம்", TO_AFTER), ("ிற்கு", "்", TO_AFTER),
    ("வுக்கு", "", TO_AFTER), ("ுக்கு", "்", TO_AFTER), ("க்கு", "", TO_AFTER),
    # Telugu
    ("నుండి", "", FROM_AFTER), ("నుంచి", "", FROM_AFTER), ("కు", "", TO_AFTER), ("కి", "", TO_AFTER),
    # Kannada
    ("ದಿಂದ", "", FROM_AFTER), ("ಯಿಂದ", "", FROM_AFTER), ("ರಿನಿಂದ", "ರು", FROM_AFTER), ("ಿನಿಂದ", "", FROM_AFTER),
    ("ನಿಂದ", "", FROM_AFTER), ("ಿಂದ", "", FROM_AFTER), ("ರಿಗೆ", "ರು", TO_AFTER), ("ಕ್ಕೆ", "", TO_AFTER), ("ಗೆ", "", TO_AFTER),
    # Malayalam
    ("യിൽനിന്ന്", "", FROM_AFTER), ("യിലേക്ക്", "", TO_AFTER), ("ത്തേക്ക്", "ം", TO_AFTER), ("ിലേക്ക്", "്", TO_AFTER),
    ("ിൽനിന്ന്", "്", FROM_AFTER), ("ൽനിന്ന്", "ൽ", FROM_AFTER),
    # Gujarati, Odia, Bengali
    ("થી", "", FROM_AFTER), ("ରୁ", "", FROM_AFTER), ("থেকে", "", FROM_AFTER),
    # Marathi
    ("पासून", "", FROM_AFTER), ("ाहून", "े", FROM_AFTER), ("हून", "", FROM_AFTER), ("ाला", "े", TO_AFTER),
)  # fmt: skip
_BLOCK = 0x80  # characters of a script in Unicode
_SHORTEST = 2  # characters of a name before its ending
_BY_SCRIPT: dict[int, list[tuple[str, str, str]]] = {}
for _ending in _ENDINGS:
    _BY_SCRIPT.setdefault(ord(_ending[0][0]) // _BLOCK, []).append(_ending)


def without_ending(word: str) -> tuple[str, str]:
    """The name in a word, and `FROM_AFTER`, `TO_AFTER` or nothing for the ending that it had: மதுரைக்கு is to மதுரை."""
    for ending, instead, meaning in _BY_SCRIPT.get(ord(word[0]) // _BLOCK, ()):
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST:
            return word.removesuffix(ending) + instead, meaning
    return word, ""


MARKERS = {
    "இருந்து": FROM_AFTER, "నుండి": FROM_AFTER, "నుంచి": FROM_AFTER, "నుంచీ": FROM_AFTER,
    "ಇಂದ": FROM_AFTER, "നിന്ന്": FROM_AFTER, "നിന്നും": FROM_AFTER, "থেকে": FROM_AFTER, "হতে": FROM_AFTER, "થી": FROM_AFTER,
    "ਤੋਂ": FROM_AFTER, "ରୁ": FROM_AFTER, "سے": FROM_AFTER, "पासून": FROM_AFTER, "हून": FROM_AFTER, "irundhu": FROM_AFTER,
    "irunthu": FROM_AFTER, "lendhu": FROM_AFTER, "nundi": FROM_AFTER, "nunchi": FROM_AFTER, "theke": FROM_AFTER,
    "pasun": FROM_AFTER, "ininda": FROM_AFTER,
    "வரை": TO_AFTER, "వరకు": TO_AFTER, "పర్యంతం": TO_AFTER, "ವರೆಗೆ": TO_AFTER, "വരെ": TO_AFTER, "পর্যন্ত": TO_AFTER,
    "સુધી": TO_AFTER, "ਤੱਕ": TO_AFTER, "ପର୍ଯ୍ୟନ୍ତ": TO_AFTER, "تک": TO_AFTER, "पर्यंत": TO_AFTER, "varai": TO_AFTER,
}  # fmt: skip
TO_BETWEEN = frozenset({"ते"})  # "मुंबई ते पुणे"
