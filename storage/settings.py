"""Where the tables are, and how patiently they are asked."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from domain.errors import SettingError

_PREFIX = re.compile(r"[A-Za-z0-9_.-]{1,200}")


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential, with full jitter: at most `tries` calls; `base` and `cap` are seconds of pause, `longest` of all."""

    tries: int = 6
    base: float = 0.05
    cap: float = 1.0
    longest: float = 8.0

    def pauses(self) -> Iterator[float]:
        """Seconds to wait after each try but the last."""
        for attempt in range(self.tries - 1):
            yield random.uniform(0, min(self.cap, self.base * 2**attempt))


@dataclass(frozen=True, slots=True)
class StorageSettings:
    """Tables are named `<prefix>-<name>`. What is None is left to boto3's own chain (environment, profile, role)."""

    prefix: str = "yatri"
    endpoint: str | None = None
    region: str | None = None
    access_key: str | None = field(default=None, repr=False)
    secret_key: str | None = field(default=None, repr=False)
    pool: int = 64
    backoff: Backoff = Backoff()

    def __post_init__(self) -> None:
        """Raises SettingError for a prefix that DynamoDB would not take."""
        if not _PREFIX.fullmatch(self.prefix):
            raise SettingError("YATRI_TABLE_PREFIX", "use 1 to 200 letters, digits, dots, dashes or underscores")

    def table(self, name: str) -> str:
        """The full name of a table of schema.py."""
        return f"{self.prefix}-{name}"
