"""Ports to what guards secrets: sealing what is stored, passwords, and limits on trying."""

from datetime import datetime, timedelta
from typing import Protocol


class Vault(Protocol):
    """Text that must not be read from a stolen table."""

    def seal(self, text: str) -> str: ...

    def open(self, sealed: str) -> str:
        """SettingError if it was sealed under a key that is not there any more."""
        ...

    def renewed(self, sealed: str) -> str:
        """The same under the newest key."""
        ...


class Passwords(Protocol):
    """Hashing passwords, and refusing weak ones."""

    def hash(self, password: str) -> str: ...

    def is_right(self, hashed: str, password: str) -> bool: ...

    def check(self, password: str, known: tuple[str, ...]) -> None:
        """Problem `password-short`, `password-long` or `password-weak`; `known` are words of the person."""
        ...


class Limits(Protocol):
    """How often something was tried."""

    def count(self, what: str, now: datetime, window: timedelta) -> int:
        """At once, outside the unit: one more in the window (of this length, from midnight UTC on) that `now` is in;
        how many there are. A call whose answer was lost may count twice."""
        ...
