"""Finding fonts for pictures: one for Latin letters and rupees, one for Devanagari, from where systems keep them.

Either may be missing. Without Devanagari the pictures speak English and names are spelt in Latin letters; without any
font they use what Pillow and fpdf2 bring with them, in ASCII. There are never boxes.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path

import uharfbuzz
from PIL import features

from bot.pictures.latin import latin

FONT_DIRS = (
    Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("~/.local/share/fonts"), Path("~/.fonts"),
    Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path("~/Library/Fonts"),
    Path("C:/Windows/Fonts"), Path("~/AppData/Local/Microsoft/Windows/Fonts"),
)  # fmt: skip

# Regular and bold, best first; a bold that is not there is the regular one again.
LATIN = (
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("segoeui.ttf", "segoeuib.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
)
DEVANAGARI = (
    ("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    ("NotoSansDevanagari[wdth,wght].ttf", ""),
    ("Nirmala.ttf", "NirmalaB.ttf"),
    ("mangal.ttf", "mangalb.ttf"),
    ("Lohit-Devanagari.ttf", ""),
    ("Arial Unicode.ttf", ""),
    ("FreeSans.ttf", "FreeSansBold.ttf"),
)
NEEDED_LATIN = "Az09₹–·"
NEEDED_DEVANAGARI = "कािी्र"
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Face:
    """A font in two weights."""

    regular: Path
    bold: Path

    @cached_property
    def _characters(self) -> frozenset[int]:
        data = uharfbuzz.Blob.from_file_path(str(self.regular))
        return frozenset(uharfbuzz.Face(data).unicodes)

    def covers(self, text: str) -> bool:
        """Has it a letter for every character?"""
        return all(ord(char) in self._characters for char in text)


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face; None is the font that the drawing library brings along."""

    face: Face | None
    text: str


@dataclass(frozen=True)
class Fonts:
    """What pictures are set in."""

    latin: Face | None = None
    devanagari: Face | None = None

    @property
    def without_devanagari(self) -> "Fonts":
        """For a drawing library that cannot shape."""
        return replace(self, devanagari=None)

    def language(self, wanted: str) -> str:
        """The language to draw in: Hindi only if it can be written."""
        return wanted if wanted == "en" or self.devanagari else "en"

    def runs(self, text: str) -> list[Run]:
        """The text in stretches that each have a font; words that no font has are spelt in Latin letters first."""
        words = [word if self._has(word) else latin(word) for word in text.split()]
        faces = groupby(" ".join(words), key=self._face)
        return [Run(face, "".join(chars)) for face, chars in faces]

    def _has(self, word: str) -> bool:
        return all(face.covers(char) if (face := self._face(char)) else char.isascii() for char in word)

    def _face(self, char: str) -> Face | None:
        devanagari = "\u0900" <= char <= "\u097f" or char in _JOINERS
        return self.devanagari if devanagari and self.devanagari else self.latin


def find_fonts(dirs: Sequence[Path] = FONT_DIRS) -> Fonts:
    """Looks through the directories and all below them; takes tens of milliseconds, so keep the answer."""
    files = dict(_font_files(dirs))
    return Fonts(_first(files, LATIN, NEEDED_LATIN), _first(files, DEVANAGARI, NEEDED_DEVANAGARI))


def can_shape() -> bool:
    """Can Pillow shape Devanagari here (raqm with its libraries)?"""
    return bool(features.check("raqm"))


def _font_files(dirs: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    for top in dirs:
        for folder, _, names in os.walk(top.expanduser()):
            yield from ((name, Path(folder, name)) for name in names if name.endswith(".ttf"))


def _first(files: dict[str, Path], wanted: Sequence[tuple[str, str]], needed: str) -> Face | None:
    """The first of the wanted fonts that is there, can be read and has the characters needed."""
    for regular, bold in wanted:
        path = files.get(regular)
        if path and _usable(path, needed):
            heavy = files.get(bold, path)
            return Face(path, heavy if _usable(heavy, needed) else path)
    return None


def _usable(path: Path, needed: str) -> bool:
    """A broken file reads as a font without letters, an unreadable one raises."""
    try:
        return Face(path, path).covers(needed)
    except (OSError, uharfbuzz.HarfBuzzError):
        return False
