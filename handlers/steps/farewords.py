"""The fare in words: what each group pays, and its parts line by line."""

from collections.abc import Sequence
from decimal import Decimal

from domain.bookings import PassengerDetails
from domain.fares import NOTHING, FareBreakup
from domain.rules.children import CHILD_BELOW
from handlers.talk import Talk
from handlers.texts import Html


def group_line(talk: Talk, people: Sequence[PassengerDetails], prices: Sequence[FareBreakup]) -> str:
    """What the adults pay together, and the children: ₹3,850 for 2 adults + ₹1,000 for 1 child without a berth, half
    fare. Empty without children."""
    full = sum((price.full or NOTHING for price in prices), NOTHING)
    half = sum((price.half or NOTHING for price in prices), NOTHING)
    free = sum(person.is_free for person in people)
    halves = sum(not person.berth_wanted for person in people) - free
    children = sum(person.berth_wanted and person.age < CHILD_BELOW for person in people)
    groups = (
        ("fare-of-adults", len(people) - free - halves - children, full),
        ("fare-of-children", children, full),
        ("fare-of-half", halves, half),
        ("fare-of-free", free, NOTHING),
    )
    shown = [talk.say.text(key, count=n, amount=talk.say.money(n * each)) for key, n, each in groups if n]
    return Html(" + ".join(shown)) if children or halves or free else ""


def fare_lines(talk: Talk, prices: Sequence[FareBreakup]) -> Html:
    """The break-up of the fares together, a line each, without what is zero."""
    parts = ("base", "dynamic", "reservation", "superfast", "tatkal", "gst", "rounding", "convenience")
    lines = [(part, sum((getattr(price, part) for price in prices), Decimal(0))) for part in parts]
    shown = [talk.say.text(f"fare-{part}", amount=talk.say.money(amount)) for part, amount in lines if amount]
    return Html("\n".join(shown))
