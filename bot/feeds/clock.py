"""Clock times of timetables, in minutes."""

import re
from functools import lru_cache

from domain.trains import DAY

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?", re.ASCII)
LONGEST_STAY = 6 * 60  # minutes; a train that "leaves" further before its arrival is a slip of the pen, not a night


@lru_cache(maxsize=16_384)
def minutes(text: str) -> int:
    """`HH:MM` or `HH:MM:SS` (seconds dropped), hours beyond 24 too, in minutes. Raises ValueError."""
    match = _CLOCK.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a time such as 09:05")
    return int(match[1]) * 60 + int(match[2])


def clock(text: str) -> int:
    """A time of the day `HH:MM`, 00:00 to 23:59, in minutes. Raises ValueError."""
    result = minutes(text)
    if result >= DAY:
        raise ValueError(f"{text!r} is not a time of the day, 00:00 to 23:59")
    return result


def stay(arrival: int, departure: int) -> int:
    """How long a train stands between two times of the day, over midnight if need be. Raises ValueError beyond 6 h."""
    standing = (departure - arrival) % DAY
    if departure < arrival and standing > LONGEST_STAY:
        raise ValueError("it leaves before it arrives")
    return standing
