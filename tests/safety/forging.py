"""Payloads that nobody of us made: ids of others, mutated, out of range, out of another language or another program."""

import random
from collections.abc import Mapping, Sequence

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
    """Makes payloads of names of commands and slots, and of the `things` of others, ids by kind; a seed always makes
    the same. `aims`: names and slots that would be asked for a thing of that kind."""

    def __init__(
        self,
        seed: int,
        things: Mapping[str, Sequence[str]],
        names: Sequence[str],
        slots: Sequence[str],
        aims: Sequence[tuple[str, str]],
    ) -> None:
        self._dice = random.Random(seed)
        self._things, self._names, self._slots, self._aims = things, sorted(names), sorted(slots), aims
        self._ids = [each for ids in things.values() for each in ids if each]

    def tap(self, serial: int, rev: int) -> str:
        """Of the menu, of the open dialogue (as it stands, or near it), of the desk, or of nothing at all."""
        dice, value = self._dice, self.value()
        kind = dice.random()
        if kind < 0.4:
            name, value = self.aimed()
            text = f"g.{name}={value}" if kind < 0.33 else f"s{serial}.{rev}.{name}={value}"
        elif kind < 0.6:
            text = f"g.{dice.choice(self._names)}={value}"
        elif kind < 0.9:
            serial, rev = serial + dice.choice((0, 0, 0, -1, 1, 10**20)), rev + dice.choice((0, 0, 0, -5, 1, 10**20))
            text = f"s{serial}.{rev}.{dice.choice(self._slots)}={value}"
        elif kind < 0.96:
            text = f"d.{dice.choice(self._names)}={value}"
        else:
            text = f"{dice.choice(ODD)}{value}"
        return text.encode()[:LONGEST].decode(errors="ignore")

    def command(self) -> str:
        """A command with anything behind it, also far more than is asked for."""
        dice = self._dice
        if dice.random() < 0.5:
            return "/{} {}".format(*self.aimed())
        value = self.value()
        return f"/{dice.choice(self._names)} {value * 60 if dice.random() < 0.2 else value}"[:4096]

    def aimed(self) -> tuple[str, str]:
        """A name, and a thing of somebody else that it is made for."""
        name, kind = self._dice.choice(self._aims)
        more = "|5" if kind.startswith("closed") else ""
        return name, self._dice.choice(self._things[kind.removeprefix("closed ").removeprefix("alert's ")]) + more

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
