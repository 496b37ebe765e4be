"""Quiet hours: from when until when a person wants no news that can wait, in the words that people use for it."""

import re
from datetime import datetime, time, timedelta

from pydantic import Field

from domain.errors import Problem
from domain.model import Value
from domain.railtime import INDIA

_DAY, _HOUR = 24 * 60, 60  # minutes
_BETWEEN = re.compile(r"\s(?:to|till|until|and|se|से)\s|[-–—→]")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_MORNING = re.compile(r"\ba\.?m\b|morning|subah|savere|सुबह|सवेरे")
_LATER = re.compile(r"\bp\.?m\b|evening|shaam|शाम|afternoon|dopahar|दोपहर")
_NIGHT = re.compile(r"night|raat|रात")
_MIDNIGHT = re.compile(r"midnight|aadhi raat|आधी रात")


class QuietHours(Value):
    """Minutes after midnight in India, whose clock never changes: 1320 to 420 is from 22:00 until 07:00."""

    begins: int = Field(ge=0, lt=_DAY)
    ends: int = Field(ge=0, lt=_DAY)

    def over_at(self, now: datetime) -> datetime | None:
        """When they end, in Asia/Kolkata, if they are on at this instant: from the first minute until the last."""
        here = now.astimezone(INDIA)
        minute = here.hour * _HOUR + here.minute
        into, long = (minute - self.begins) % _DAY, (self.ends - self.begins) % _DAY
        if into >= long:
            return None
        day = here.date() if minute < self.ends else here.date() + timedelta(days=1)
        return datetime.combine(day, self._time(self.ends), INDIA)

    @property
    def text(self) -> str:
        """22:00–07:00."""
        return f"{self._time(self.begins):%H:%M}–{self._time(self.ends):%H:%M}"

    @staticmethod
    def _time(minutes: int) -> time:
        return time(minutes // _HOUR, minutes % _HOUR)


def read_quiet_hours(text: str) -> QuietHours:
    """What was typed: "22:00-07:00", "10 pm to 6 am", "10 to 7", "रात 10 से सुबह 6". Of an hour that may be of either
    half of the day the evening's is meant to begin with, the morning's to end with. Problem `quiet-unclear`."""
    parts = [part for part in _BETWEEN.split(f" {text.strip().casefold()} ") if part.strip()]
    if len(parts) != 2:
        raise Problem("quiet-unclear")
    whole_day = any(hour > 12 for hour in map(_hour, parts))
    begins, ends = _minutes(parts[0], whole_day, later=True), _minutes(parts[1], whole_day, later=False)
    if begins is None or ends is None or begins == ends:
        raise Problem("quiet-unclear")
    return QuietHours(begins=begins, ends=ends)


def _hour(part: str) -> int:
    found = _CLOCK.search(part)
    return int(found[1]) if found else 0


def _minutes(part: str, whole_day: bool, *, later: bool) -> int | None:
    """One end. `whole_day`: the other end or this one counts to 24, so nothing is to be guessed."""
    if _MIDNIGHT.search(part):
        return 0
    found = _CLOCK.search(part)
    if found is None or int(found[1]) > 24 or int(found[2] or 0) >= _HOUR:
        return None
    hour, minute = int(found[1]) % 24, int(found[2] or 0)
    if hour <= 12:
        hour = _of_day(part, hour, guess=later and not (whole_day and hour != 12))
    return hour * _HOUR + minute


def _of_day(part: str, hour: int, *, guess: bool) -> int:
    """An hour up to 12 in the half of the day that was said; without a word, from 7 on in the evening by `guess`."""
    if _MORNING.search(part):
        return hour % 12
    if _LATER.search(part):
        return hour % 12 + 12
    if _NIGHT.search(part):
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    return (hour % 12 + (12 if hour in range(7, 12) else 0)) if guess else hour
