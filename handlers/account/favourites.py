"""Favourites: a journey as a button that begins to book it."""

from zlib import crc32

from domain.users import Favourite
from handlers.reply import Button
from handlers.talk import Talk


def favourite_rows(talk: Talk) -> tuple[tuple[Button, ...], ...]:
    """A row for each of the user's favourites."""
    liked = talk.user.preferences.favourites if talk.user else ()
    return tuple((go_button(talk, each),) for each in liked)


def go_button(talk: Talk, journey: Favourite) -> Button:
    """Begins to book it."""
    return Button(text=f"★ {words_of(talk, journey)}", data=f"g.again={mark_of(journey)}")


def words_of(talk: Talk, journey: Favourite) -> str:
    """Patna → Delhi."""
    return f"{talk.place(journey.origin)} → {talk.place(journey.destination)}"


def mark_of(journey: Favourite) -> str:
    """What a button calls it: short, and the same wherever it stands in the list."""
    return f"{crc32(f'{journey.origin}|{journey.destination}'.encode()):08x}"
