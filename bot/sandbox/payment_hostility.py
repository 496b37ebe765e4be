"""Hostility: what a payment service does on its worst days, each misfortune by a chance of its own and one seed.

Off until somebody asks for it with POST /hostility. What happens to a payer depends on the seed, on their number (or
the merchant's reference) and on how often it was asked, never on which payer was faster.
"""

from __future__ import annotations

import dataclasses
import hashlib
import logging
from collections import Counter, deque
from dataclasses import dataclass
from typing import Any, Literal, Self

from bot.sandbox.payment_links import MINUTE
from bot.sandbox.store import Json, Store

_WHOLE = 1 << 64
_KEPT = 10_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hostility:
    """Chances from 0 to 1; `longest_delay`, `refund_takes` are seconds of the sandbox's clock, `silence` real ones."""

    seed: int = 0
    webhook_lost: float = 0.0
    webhook_doubled: float = 0.0
    webhook_delayed: float = 0.0
    longest_delay: int = 30 * MINUTE
    error_before: float = 0.0  # 5xx, and nothing was done
    error_after: float = 0.0  # 5xx, and yet it was done
    silent_after: float = 0.0  # done, but the answer comes only after `silence`
    silence: float = 12.0
    payment_fails: float = 0.0
    payment_late: float = 0.0  # failed for want of an answer, and captured long after
    payment_in_part: float = 0.0
    payment_other_amount: float = 0.0
    payment_twice: float = 0.0
    refund_fails: float = 0.0
    refund_returns: float = 0.0  # processed, and sent back by the bank after it
    refund_takes: int = 0  # at most so much longer, and again until a bank sends it back

    @classmethod
    def of(cls, body: Json) -> Self:
        """As asked for in JSON; what is not named is off. Raises ValueError."""
        kinds = {name: type(value) for name, value in dataclasses.asdict(cls()).items()}
        for name, value in body.items():
            if name not in kinds:
                raise ValueError(f"{name} is none of {', '.join(kinds)}")
            if isinstance(value, bool) or not isinstance(value, int | kinds[name]) or value < 0:
                raise ValueError(f"{name} is a number from 0")
            if kinds[name] is float and name != "silence" and value > 1:
                raise ValueError(f"{name} is a chance from 0 to 1")
        return cls(**body)


class Temper:
    """Makes the choices, and keeps what it chose. `hostility` outlives a restart; the log does not."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.hostility = Hostility(**(store.get("hostility", "payments") or {}))
        self.log: deque[str] = deque(maxlen=_KEPT)
        self.counts: Counter[str] = Counter()
        self._asked: Counter[tuple[str, str]] = Counter()

    def become(self, hostility: Hostility) -> None:
        """From now on, with nothing counted before."""
        self.hostility = hostility
        self._store.put("hostility", "payments", dataclasses.asdict(hostility))
        self.log.clear()
        self.counts.clear()
        self._asked.clear()

    def strikes(self, what: str, about: str) -> bool:
        """Whether the misfortune (a field of Hostility) happens to this payer now."""
        chance: float = getattr(self.hostility, what)
        if not chance or self._number(what, about) >= chance * _WHOLE:
            return False
        self.counts[what] += 1
        self.log.append(f"{what} {about}")
        _log.info("hostile: %s %s", what, about)
        return True

    def draw(self, what: str, about: str, below: int) -> int:
        """A number below `below`."""
        return self._number(what, about) % below if below > 0 else 0

    def webhooks(self, about: str, now: int) -> list[int]:
        """From when on, by the sandbox's clock in unix seconds, each copy of a webhook goes out: mostly one, now."""
        if self.strikes("webhook_lost", about):
            return []
        copies = 2 + self.draw("copies", about, 2) if self.strikes("webhook_doubled", about) else 1
        return [self._delay(about, now) for _ in range(copies)]

    def outcome(self, about: str) -> Literal["success", "fail", "late"]:
        """What becomes of a payment that would succeed."""
        if self.strikes("payment_fails", about):
            return "fail"
        return "late" if self.strikes("payment_late", about) else "success"

    def amount(self, about: str, asked: int) -> int:
        """What is paid when so much is asked for, in paise."""
        if asked > 200 and self.strikes("payment_in_part", about):
            return 100 + self.draw("part", about, asked - 100)
        if self.strikes("payment_other_amount", about):
            return asked + 1 + self.draw("more", about, 50_000)
        return asked

    def _delay(self, about: str, now: int) -> int:
        late = self.strikes("webhook_delayed", about)
        return now + self.draw("delay", about, self.hostility.longest_delay) if late else 0

    def as_json(self) -> dict[str, Any]:
        """As GET /hostility tells it."""
        return {
            "hostility": dataclasses.asdict(self.hostility),
            "counts": dict(self.counts),
            "log": list(self.log),
        }

    def _number(self, what: str, about: str) -> int:
        self._asked[what, about] += 1
        name = f"{self.hostility.seed}|{what}|{about}|{self._asked[what, about]}"
        return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
