"""Making text fit a width: smaller first, then shortened with dots, never in the middle of a written syllable."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable

Measure = Callable[[str, float], float]  # of text at a size
_JOINING = 9  # combining class of a virama
DOTS = "..."


def fit(text: str, width: float, size: float, least: float, measure: Measure) -> tuple[str, float]:
    """The text, whole or shortened, and the size between `least` and `size` at which it is not wider than `width`."""
    natural = measure(text, size)
    if natural <= width:
        return text, size
    smaller = size * width / natural
    while smaller >= least:  # letters are fitted to pixels, so a size may come out wider than its share
        if measure(text, smaller) <= width:
            return text, smaller
        smaller *= 0.97
    pieces = syllables(text)

    def shortened(kept: int) -> str:
        return "".join(pieces[:kept]).rstrip() + DOTS

    too_many = bisect_right(range(len(pieces)), width, key=lambda kept: measure(shortened(kept), least))
    return shortened(max(too_many - 1, 0)), least


def wrapped(text: str, width: float, size: float, measure: Measure) -> list[str]:
    """The text in lines not wider than `width`, parted between words; a word that is wider stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def syllables(text: str) -> list[str]:
    """Pieces that must not be parted: a letter with its marks, and letters that a virama joins."""
    pieces: list[str] = []
    for char in text:
        before = pieces[-1][-1] if pieces else ""
        joined = before and (unicodedata.combining(before) == _JOINING or before == "\u200d")
        if pieces and (joined or unicodedata.category(char) in ("Mn", "Mc", "Cf")):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
