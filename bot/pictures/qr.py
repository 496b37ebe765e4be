"""A ticket's QR code as squares; the text in it is the ticket's."""

from typing import cast

import segno

Matrix = tuple[tuple[bool, ...], ...]


def qr_matrix(text: str) -> Matrix:
    """Rows of squares, True is dark, without the quiet zone. Error correction M: a crease or a smudge does no harm."""
    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(bool(square) for square in cast(bytes, row)) for row in code.matrix)
