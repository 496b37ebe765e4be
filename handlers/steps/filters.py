"""Filters: which of the day's trains are shown, and whether the fastest comes first."""

from collections.abc import Mapping, Sequence

from domain.daytimes import TimeOfDay
from domain.filters import Filters, families_of
from domain.quotas import Quota
from domain.services.searching import Offer
from domain.trains import CLASSES
from domain.traintypes import TrainFamily
from handlers.dialogue import Answer
from handlers.reply import Button, Reply
from handlers.steps.places import heading
from handlers.talk import Talk

VIEW = "filter"
TAP = "f:"  # of a filter's button: `f:time:morning` sets it, or takes it away if it is set
NONE = "f:none"
SLOTS = ("quota", "class", "time", "family", "free", "fastest")
A_ROW = 4
# What people type at the list instead of tapping.
_SAID = {
    "f:fastest:yes": ("fastest", "fastest first", "quickest", "fast", "sabse tez", "सबसे तेज़", "सबसे तेज"),
    "f:free:yes": ("free", "only free", "available", "available only", "khali", "खाली"),
    "view:week": ("week", "calendar", "7 days", "seven days", "other days", "कैलेंडर", "7 दिन"),
    "view:change": ("change", "with a change", "with change", "connections", "connecting trains", "बदलकर"),
    "view:filter": ("filter", "filters", "sort", "फ़िल्टर", "फिल्टर"),
    NONE: ("all", "all trains", "show all", "every train", "सब", "सब ट्रेनें", "सभी ट्रेनें"),
}
QUOTAS = (Quota.TATKAL, Quota.LADIES, Quota.SENIOR, Quota.DIVYANG)
_VALUES: Mapping[str, Sequence[str]] = {
    "quota": QUOTAS, "class": CLASSES, "time": list(TimeOfDay), "family": list(TrainFamily), "free": ("yes",),
    "fastest": ("yes",),
}  # fmt: skip
_MEANT = {words: tap for tap, said in _SAID.items() for words in said}


def said(text: str) -> str:
    """The tap that these words stand for; empty for others."""
    return _MEANT.get(text.strip(" .!").casefold(), "")


def any_set(talk: Talk) -> bool:
    """Is anything filtered or sorted?"""
    return any(talk.draft.get(slot) for slot in SLOTS)


def words(talk: Talk) -> str:
    """What is asked for, as `3A, morning`."""
    return ", ".join(_label(talk, slot, talk.draft[slot]) for slot in SLOTS if talk.draft.get(slot))


def fitting(talk: Talk, every: list[list[Offer]], *, any_time: bool = False) -> list[list[Offer]]:
    """The trains that fit, with the classes that do; with `any_time` whenever they leave."""
    draft = talk.draft
    wanted = Filters(
        families=frozenset({TrainFamily(draft["family"])} if draft.get("family") else ()),
        time_of_day=TimeOfDay(draft["time"]) if draft.get("time") and not any_time else None,
        fastest=bool(draft.get("fastest")),
    )
    of_train = {}
    for offers in every:
        left = [o for o in offers if draft.get("class") in (None, o.travel_class) and (o.free or not draft.get("free"))]
        if left:
            of_train[left[0].journey] = left
    return [of_train[journey] for journey in wanted.apply(of_train)]


def panel(talk: Talk, every: list[list[Offer]]) -> Reply:
    """Everything that can be set, what is set with a tick, and how many trains are left."""
    say = talk.say
    classes = {offer.travel_class for offers in every for offer in offers}
    rows = [
        *_rows(talk, "time", list(TimeOfDay), a_row=2),
        *_rows(talk, "class", [travel_class for travel_class in CLASSES if travel_class in classes]),
        *_rows(talk, "quota", QUOTAS, a_row=2),
        *_rows(talk, "family", families_of(offers[0].journey for offers in every), a_row=3),
        (_button(talk, "free", "yes"), _button(talk, "fastest", "yes")),
    ]
    left = len(fitting(talk, every))
    done = talk.button(say.label("button-show-trains", count=left), "choice", "view:")
    clear = talk.button(say.label("button-every-class"), "choice", NONE)
    last = (done, clear) if any_set(talk) else (done,)
    return Reply(text=say.text("filters", trip=heading(talk), count=left), buttons=(*rows, last))


def toggled(tap: str, talk: Talk) -> Answer:
    """The tap as an answer: the list begins at its first page again."""
    if tap == NONE:
        return dict.fromkeys(SLOTS) | {"choice_page": 0, "view": None}
    _, slot, value = (*tap.split(":"), "", "")[:3]
    if slot not in SLOTS or value not in _VALUES.get(slot, (value,)):
        return {}
    return {slot: None if talk.draft.get(slot) == value else value, "choice_page": 0}


def _rows(talk: Talk, slot: str, values: Sequence[str], a_row: int = A_ROW) -> list[tuple[Button, ...]]:
    buttons = [_button(talk, slot, value) for value in values]
    return [tuple(buttons[at : at + a_row]) for at in range(0, len(buttons), a_row)]


def _button(talk: Talk, slot: str, value: str) -> Button:
    tick = "✓ " if talk.draft.get(slot) == value else ""
    return talk.button(tick + _label(talk, slot, value), "choice", f"{TAP}{slot}:{value}")


def _label(talk: Talk, slot: str, value: str) -> str:
    return value if slot == "class" else talk.say.label(f"{slot}-{value}")
