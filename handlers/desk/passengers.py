"""A passenger who writes a command of the desk: refused and logged, with kind words on what they may have meant."""

import re
from contextlib import suppress

from domain.errors import Problem
from domain.services.staffing import Hand
from handlers.desk.private import NAMES
from handlers.desk.router import ACTS
from handlers.incoming import Kind
from handlers.menu import home_buttons
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import Say

_BUTTONS = {  # which lead on from each of these words, by the command or tap of a passenger
    "instead-refund": ("trips", "wallet", "support"),
    "instead-today": ("trips", "book"),
    "instead-find": ("book", "trips"),
    "instead-train": ("book",),
    "instead-money": ("wallet", "support"),
    "instead-code": ("wallet",),
    "instead-identity": ("profile",),
}
_MEANT = {
    "refund": "instead-refund",
    "today": "instead-today",
    **dict.fromkeys(("find", "booking"), "instead-find"),
    **dict.fromkeys(("run", "special", "specials"), "instead-train"),
    **dict.fromkeys(("payout", "payouts", "adjust"), "instead-money"),
    **dict.fromkeys(("code", "codes"), "instead-code"),
    **dict.fromkeys(("identity", "identities"), "instead-identity"),
}
_TRAIN = re.compile(r"\d{5}")
# Acts on a ticket's topic are nothing in a private chat; these two names are passengers' own.
_OF_TOPICS = frozenset(ACTS) - NAMES - {"help", "transcript"}


def to_passenger(talk: Talk) -> tuple[Reply, ...] | None:
    """What is said to somebody who is not staff and writes one of the desk's commands; None for all else. The attempt
    is a row of the admin log, as every refusal of the desk is."""
    incoming = talk.incoming
    if incoming.kind is not Kind.TEXT or not incoming.text.startswith("/"):
        return None
    command, _, value = incoming.text[1:].partition(" ")
    name = command.partition("@")[0].casefold()
    if name not in NAMES | _OF_TOPICS:
        return None
    hand = Hand(talk.chat_id, incoming.first_name, incoming.update_id, incoming.now)
    staffing = talk.services.staffing
    if staffing.staff(hand) is not None:
        return None
    with suppress(Problem):
        staffing.allow(hand, ACTS[name].right, name)
    key = _MEANT.get(name, "instead-of-desk")
    return (Reply(text=talk.say.text(key), buttons=_buttons(talk.say, key, value.strip())),)


def _buttons(say: Say, key: str, value: str) -> tuple[tuple[Button, ...], ...]:
    if key not in _BUTTONS:
        return home_buttons(say)
    labels = {"profile": "button-profile"}
    names = _BUTTONS[key]
    rows = [(Button(text=say.label(labels.get(name, f"menu-{name}")), data=f"g.{name}"),) for name in names]
    train = _TRAIN.match(value) if key == "instead-train" else None
    if train:
        rows.insert(0, (Button(text=f"🚆 {train[0]}", data=f"g.train={train[0]}"),))
    return tuple(rows)
