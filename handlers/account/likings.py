"""Likings: the saved travellers, and the class and berth that a user mostly takes."""

from collections.abc import Sequence
from zlib import crc32

from domain.errors import Problem
from domain.inventory import BerthKind
from domain.trains import TravelClass
from domain.users import SavedPassenger, User
from handlers.account.person import person
from handlers.account.profile import panel
from handlers.reply import Button, Reply
from handlers.steps.people import age_words
from handlers.talk import Talk

NONE = "none"


def travellers(talk: Talk, value: str) -> tuple[Reply, ...]:
    """The saved ones, each with a button to take them off."""
    return (_travellers(talk, person(talk)),)


def forget_traveller(talk: Talk, mark: str) -> tuple[Reply, ...]:
    """Takes one off; one that is gone already is no matter."""
    user = talk.services.profiles.prefer(
        person(talk).user_id,
        lambda wants: wants.but(passengers=tuple(one for one in wants.passengers if mark_of(one) != mark)),
        talk.now,
    )
    talk.forget_user()
    return (_travellers(talk, user),)


def classes(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Which class is usual, or (with a value) it is from now on. Problem `stale` for one that there is not."""
    return _usual(talk, value, "class", "classes", tuple(TravelClass))


def berths(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Which berth is usual, or (with a value) it is from now on. Problem `stale` for one that there is not."""
    return _usual(talk, value, "berth", "berths", tuple(BerthKind))


def _usual(
    talk: Talk, value: str, family: str, tap: str, kinds: Sequence[TravelClass | BerthKind]
) -> tuple[Reply, ...]:
    """`family` names the preference `usual_<family>` and its words, `tap` the buttons."""
    user, field = person(talk), f"usual_{family}"
    if value:
        usual = None if value == NONE else _known(value, kinds)
        user = talk.services.profiles.prefer(user.user_id, lambda wants: wants.but(**{field: usual}), talk.now)
        talk.forget_user()
        return (panel(talk, user),)
    now_is = getattr(user.preferences, field)
    buttons = [_choice(talk, tap, each, family, now_is) for each in kinds]
    return (_choices(talk, f"ask-usual-{family}", tap, buttons),)


def mark_of(saved: SavedPassenger) -> str:
    """What a button calls a saved traveller; the list has one entry a name."""
    return f"{crc32(saved.name.casefold().encode()):08x}"


def _travellers(talk: Talk, user: User) -> Reply:
    label, saved = talk.say.label, user.preferences.passengers
    rows = [
        (Button(text=label("button-remove", what=_named(talk, one)), data=f"g.unsave={mark_of(one)}"),) for one in saved
    ]
    rows.append((Button(text=label("button-to-profile"), data="g.profile"),))
    return Reply(text=talk.say.text("travellers", count=len(saved)), buttons=tuple(rows), edit=True)


def _named(talk: Talk, saved: SavedPassenger) -> str:
    return f"{saved.name}, {age_words(talk, saved.age)}"


def _choice(talk: Talk, tap: str, each: TravelClass | BerthKind, family: str, usual: object) -> Button:
    words = talk.say.label(f"{family}-{each.value}")
    return Button(text=f"✓ {words}" if each == usual else words, data=f"g.{tap}={each.value}")


def _choices(talk: Talk, key: str, tap: str, buttons: list[Button]) -> Reply:
    rows = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
    none = Button(text=talk.say.label("button-no-usual"), data=f"g.{tap}={NONE}")
    back = Button(text=talk.say.label("button-to-profile"), data="g.profile")
    return Reply(text=talk.say.text(key), buttons=(*rows, (none,), (back,)), edit=True)


def _known(value: str, kinds: Sequence[TravelClass | BerthKind]) -> TravelClass | BerthKind:
    found = next((each for each in kinds if each.value == value), None)
    if found is None:
        raise Problem("stale")
    return found
