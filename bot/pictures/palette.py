"""The colours of Yatri's tickets, on paper and on the phone."""

Colour = tuple[int, int, int]

PAPER: Colour = (255, 255, 255)
GROUND: Colour = (226, 232, 240)
SHADE: Colour = (238, 242, 247)
RULE: Colour = (212, 219, 229)
FAINT: Colour = (240, 240, 240)
NAVY: Colour = (18, 40, 76)
PALE: Colour = (176, 196, 222)
INK: Colour = (22, 28, 40)
GREY: Colour = (98, 108, 124)
MARIGOLD: Colour = (247, 178, 52)

_GREEN, _MINT = (22, 120, 78), (222, 243, 233)
_RED, _ROSE = (176, 36, 44), (251, 228, 229)
_BROWN, _SAND = (140, 86, 0), (255, 241, 214)


def of_status(status: str) -> tuple[Colour, Colour]:
    """Ink and ground for a passenger's status: green confirmed, red cancelled, amber still waiting, grey for a child
    without a berth."""
    if status.startswith("NOSB"):
        return GREY, SHADE
    if status.startswith("CNF"):
        return _GREEN, _MINT
    return (_RED, _ROSE) if status.startswith("CAN") else (_BROWN, _SAND)
