"""Port to the special trains that the desk puts on."""

from typing import Protocol

from domain.specials import Special


class Specials(Protocol):
    """Kept beside the editions of the timetable. What is written here is in the timetable of every worker within
    seconds of the unit's commit."""

    def all(self) -> list[Special]:
        """Those that ran long ago and those that were withdrawn among them, by number."""
        ...

    def get(self, number: str) -> Special | None:
        """Who has this number, or had it last."""
        ...

    def put(self, special: Special) -> None:
        """A new one, or what it is from now on: only if it is as it was read."""
        ...
