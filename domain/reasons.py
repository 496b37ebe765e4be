"""Reasons: why the desk does something, in its own words, as they are kept and told."""

from domain.errors import Problem

SHORTEST, LONGEST = 3, 300  # characters


def given_reason(text: str) -> str:
    """As one line that is not too long for a message. Problem `reason-needed` if it says nothing."""
    reason = one_line(text)
    if len(reason) < SHORTEST:
        raise Problem("reason-needed")
    return reason


def one_line(text: str) -> str:
    """Blanks and ends of lines as single blanks, and no more than LONGEST characters."""
    return " ".join(text.split())[:LONGEST].rstrip()
