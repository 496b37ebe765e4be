"""Payloads that nobody of us made: ids of others, mutated, out of range, out of another language or another program."""

import random
from collections.abc import Sequence

ODD = (
    "", " ", "0", "-1", "1", "9" * 18, "9" * 64, "1e309", "NaN", "Infinity", "0x10", "१२३४५६७८९०", "①②③", "½",
    "\u202e", "\u200d" * 9, "\x00", "\n", "😀" * 12, "é" * 32, "a" * 63, "a" * 64, "न" * 21, "'; DROP TABLE users; --",
    "' OR '1'='1", '") OR 1=1', "../../etc/passwd", "..\\..\\secret.key", "/bot/token", "%00%2e%2e",
    "${jndi:ldap://x}", "{{7*7}}", "{name}", "%s%s%n", "<b>", "</b><a href='tg://x'>", "&lt;", "|", "||", "|||1", "=",
    "==", "a=b", ".", "s1.1.x=1", "#", "USER#", "PK", ":id", "*", "null", "None", "True", "undefined", "[]", "{}",
    "METADATA", "UNIQUE", "PROFILE", "yes", "all", "no", "drop", "check", "new", "2030-01-08", "9999-12-31",
    "0000-00-00", "2030-13", "pdf|2030-01", "csv|0000-99", "pdf|", "tick:0", "tick:99", "page99",
)  # fmt: skip
LONGEST = 64  # bytes of a button's payload


class Forger:
    """Makes payloads of the names of commands and slots, and of the ids of others; the same seed makes the same."""

    def __init__(self, seed: int, ids: Sequence[str], names: Sequence[str], slots: Sequence[str]) -> None:
        self._dice = random.Random(seed)
        self._ids, self._names, self._slots = sorted(ids), sorted(names), sorted(slots)

    def tap(self, serial: int, rev: int) -> str:
        """Of the menu, of the open dialogue (as it stands, or near it), of the desk, or of nothing at all."""
        dice, value = self._dice, self.value()
        kind = dice.random()
        if kind < 0.45:
            text = f"g.{dice.choice(self._names)}={value}"
        elif kind < 0.85:
            serial, rev = serial + dice.choice((0, 0, 0, -1, 1, 10**20)), rev + dice.choice((0, 0, 0, -5, 1, 10**20))
            text = f"s{serial}.{rev}.{dice.choice(self._slots)}={value}"
        elif kind < 0.95:
            text = f"d.{dice.choice(self._names)}={value}"
        else:
            text = f"{dice.choice(ODD)}{value}"
        return text.encode()[:LONGEST].decode(errors="ignore")

    def command(self) -> str:
        """A command with anything behind it, also far more than is asked for."""
        value = self.value()
        return f"/{self._dice.choice(self._names)} {value * 60 if self._dice.random() < 0.1 else value}"[:4096]

    def value(self) -> str:
        """An id of somebody else, mostly, sometimes with more behind it; or something odd."""
        dice = self._dice
        if dice.random() < 0.35:
            return dice.choice(ODD)
        text = dice.choice(self._ids)
        if dice.random() < 0.3:
            at = dice.randrange(len(text))
            text = (
                text[:at] + dice.choice(("0", "f", "", text[at] * 2, text[at].upper(), "\u0665", "#")) + text[at + 1 :]
            )
        return text + dice.choice(("", "", "", "|1", "|5", "|on", "|2030-01-09", "|yes", "#METADATA", " ", "\n"))
