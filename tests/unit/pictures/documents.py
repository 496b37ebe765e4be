"""Reading papers back: what is written on each page of a PDF in one of PDF's own fonts, or by another program."""

import re
import shutil
import subprocess
import zlib
from pathlib import Path

PDFTOTEXT = shutil.which("pdftotext")
POINT = 25.4 / 72  # millimetres


def drawings(document: bytes) -> list[str]:
    """Each page's drawing commands."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL)
    packed = (stream for stream in streams if stream.startswith(b"x"))  # zlib; a font may stand as it is
    return [text for text in (zlib.decompress(s).decode("latin-1") for s in packed) if " re f" in text]


def pages(document: bytes) -> list[str]:
    """The words of each page, one text a line; of documents drawn without any font."""
    written = (re.findall(r"\(((?:\\.|[^\\)])*)\) Tj", drawing) for drawing in drawings(document))
    return ["\n".join(re.sub(r"\\(.)", r"\1", text) for text in texts) for texts in written]


def places(document: bytes) -> list[tuple[float, float]]:
    """Where texts begin, on any page, in millimetres from its lower left corner."""
    found = (place for drawing in drawings(document) for place in re.findall(r"BT ([\d.]+) ([\d.]+) Td", drawing))
    return [(float(x) * POINT, float(y) * POINT) for x, y in found]


def read(document: bytes, folder: Path) -> str:
    """What another program reads in it."""
    path = folder / "paper.pdf"
    path.write_bytes(document)
    assert PDFTOTEXT
    return subprocess.run([PDFTOTEXT, "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
