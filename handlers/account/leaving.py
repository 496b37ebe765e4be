"""Leaving: the account put to rest and opened again, all of its data in one file, and the end of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal

from domain.errors import Problem
from domain.ids import UserId
from domain.railtime import today
from handlers.account.details import kept, opening
from handlers.account.person import person
from handlers.account.profile import panel
from handlers.dialogue import Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Keyboard, Picture, PictureKind, Reply
from handlers.talk import Talk
from handlers.texts import Say

YES, REALLY = "yes", "really"
TYPED = ("delete", "delete my account", "हटाएँ", "हटाएं", "मिटाएँ", "मिटाएं")


def leaving(talk: Talk, value: str) -> tuple[Reply, ...]:
    """What closing means, and which ways there are."""
    user, label = person(talk), talk.say.label
    rest = ("button-rest", "rest") if user.is_active else ("button-wake", "wake")
    rows = (rest, ("button-delete", "delete"), ("button-export", "export"), ("button-to-profile", "profile"))
    buttons = tuple((Button(text=label(words), data=f"g.{tap}"),) for words, tap in rows)
    return (Reply(text=talk.say.text("leaving"), buttons=buttons, edit=True),)


def rest(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Problem `account-closed`."""
    user = talk.services.leaving.rest(person(talk).user_id, talk.now)
    talk.forget_user()
    return (panel(talk, user),)


def wake(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Problem `account-closed` if it was the desk that closed it."""
    user = talk.services.leaving.wake(person(talk).user_id, talk.now)
    talk.forget_user()
    return (panel(talk, user, talk.say.text("account-awake")),)


def export(talk: Talk, value: str) -> tuple[Reply, ...]:
    """All of it as a file. Problem `export-too-often`."""
    user = person(talk)
    talk.services.exporting.ask(user.user_id, talk.now)
    picture = Picture(kind=PictureKind.EXPORT, user_id=user.user_id, language=talk.say.language)
    return (Reply(text=talk.say.text("export-here"), picture=picture, protect=True),)


class Sure(Step):
    """The first yes."""

    slot = "sure"

    def ask(self, talk: Talk) -> Reply:
        yes = talk.button(talk.say.label("button-delete-yes"), self.slot, YES)
        return Reply(text=talk.say.text("ask-delete"), buttons=((yes,), (_keep(talk),)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        return _read(incoming, talk, self.slot)


class Really(Step):
    """The second yes: with it the account is deleted."""

    slot, needs = "deleted", ("sure",)

    def ask(self, talk: Talk) -> Reply:
        yes = talk.button(talk.say.label("button-delete-really"), self.slot, REALLY)
        return Reply(text=talk.say.text("ask-delete-really"), buttons=((yes,), (_keep(talk),)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        return _read(incoming, talk, self.slot)


def _keep(talk: Talk) -> Button:
    return Button(text=talk.say.label("button-keep-account"), data="g.cancel")


def _read(incoming: Incoming, talk: Talk, slot: str) -> Answer:
    """A tap is one of the two yeses; the word, typed whole, is both."""
    said = incoming.text.strip(" .!").casefold()
    if incoming.kind is Kind.TAP and slot == Sure.slot and said == YES:
        return {slot: YES}
    if (incoming.kind is Kind.TAP and slot == Really.slot and said == REALLY) or (
        incoming.kind is Kind.TEXT and said in TYPED
    ):
        _delete(talk)
        return {Sure.slot: YES, Really.slot: REALLY}
    raise Problem("delete-unclear")


def _delete(talk: Talk) -> None:
    if talk.user is not None:  # it is gone already where this turn is run once more
        _worded(talk, lambda user_id: talk.services.leaving.delete(user_id, talk.now))
        talk.forget_user()


def _worded(talk: Talk, act: Callable[[UserId], None]) -> None:
    """Amounts and times of a Problem as people read them."""
    try:
        act(person(talk).user_id)
    except Problem as problem:
        words = {name: _word(talk.say, value) for name, value in problem.args_for_text.items()}
        raise Problem(problem.key, **words) from None


def _word(say: Say, value: object) -> object:
    if isinstance(value, Decimal):
        return say.money(value)
    return f"{say.day(today(value))}, {say.clock(value)}" if isinstance(value, datetime) else value


def open_delete(talk: Talk, value: str) -> Outcome:
    """Asks twice. Problems of `Leaving.check`."""
    _worded(talk, lambda user_id: talk.services.leaving.check(user_id, talk.now))
    return opening(DELETE, talk)


def finish(talk: Talk) -> Sequence[Reply]:
    """Goodbye."""
    return (Reply(text=talk.say.text("account-deleted"), keyboard=Keyboard.REMOVE),)


DELETE = Dialogue("delete", (Sure(), Really()), finish=finish, leave=kept)
