"""Finished pictures as PNG."""

from io import BytesIO

from PIL import Image


def as_png(image: Image.Image) -> bytes:
    """Well under Telegram's limit for photos."""
    out = BytesIO()
    # Enough colours for the smoothing of so few inks: a third of the file, and as quick as without.
    image.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()
