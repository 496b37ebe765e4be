"""Rupees, as people type them: 1500, ₹1,500, 1500/-, Rs 1500, 2k, 1.5 lakh."""

import re
from decimal import Decimal

_AMOUNT = re.compile(
    r"(?:₹|rs\.?|inr|रु\.?|रुपये)?\s*(?P<number>\d[\d,]{0,12}(?:\.\d{1,2})?)\s*"
    r"(?P<times>k|thousand|हज़ार|हजार|hazar|hazaar|lakh|lac|लाख)?\s*(?:₹|/-|rs\.?|inr|rupees?|रु\.?|रुपये|रुपए)?"
)
_TIMES = {"": 1, "lakh": 100_000, "lac": 100_000, "लाख": 100_000}


def read_rupees(text: str) -> Decimal | None:
    """The amount that the text is; None if it is anything else or more. Digits of any Indian script."""
    plain = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text.strip().casefold())
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return None
    return Decimal(found["number"].replace(",", "")) * _TIMES.get(found["times"] or "", 1000)
