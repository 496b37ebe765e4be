"""Promo codes at the desk: make, list, end."""

from datetime import timedelta

from domain.dates import read_date
from domain.errors import Problem
from domain.promos import Promo
from domain.railtime import today
from domain.reading.rupees import read_rupees
from domain.staff import Right, actor_of
from handlers.desk.asking import ask
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import Html

_SHOWN = 20


def codes(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """All that can still be used, each with a button that ends it."""
    now = today(talk.now)
    good = [promo for promo in talk.services.promos.all() if not promo.closed and promo.last >= now][:_SHOWN]
    lines = [talk.say.text("desk-codes"), *(_line(talk, promo) for promo in good)]
    new = (Button(text=talk.say.label("desk-button-new-code"), data="d.code"),)
    ends = tuple(
        (Button(text=talk.say.label("desk-button-end-code", code=each.code), data=f"d.endcode={each.code}"),)
        for each in good
    )
    return (Reply(text=Html("\n".join(lines)), buttons=(new, *ends), edit=talk.tapped),)


def code(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`CODE rupees uses last-day`. Problem `code-how`, `promo-unreadable`, `promo-not-possible` or
    `promo-there-already`."""
    words = value.removeprefix("|").split(maxsplit=3)
    if not words:
        return ask(talk, "code", "", talk.say.text("desk-ask-code", day=str(today(talk.now) + timedelta(days=30))))
    amount = read_rupees(words[1]) if len(words) == 4 else None
    last = read_date(words[3], today(talk.now)) if len(words) == 4 else None
    if amount is None or last is None or not (words[2].isascii() and words[2].isdecimal()):
        raise Problem("code-how")
    actor = actor_of(talk.hand.telegram_id)
    made = talk.services.promos.make(words[0], amount, today(talk.now), last, int(words[2][:9]), actor, talk.now)
    return (Reply(text=Html(f"{talk.say.text('desk-code-made')}\n{_line(talk, made)}")),)


def end_code(talk: DeskTalk, name: str) -> tuple[Reply, ...]:
    """Nobody can use it any more. Problem `promo-unknown`."""
    ended = talk.services.promos.close(name, actor_of(talk.hand.telegram_id), talk.now)
    return (Reply(text=talk.say.text("desk-code-ended", code=ended.code, uses=ended.uses), edit=talk.tapped),)


def _line(talk: DeskTalk, promo: Promo) -> str:
    return talk.say.text(
        "desk-code",
        code=promo.code,
        amount=talk.say.money(promo.amount),
        uses=promo.uses,
        limit=promo.limit,
        last=talk.say.day(promo.last),
    )


ACTS = {
    "codes": Act(Right.PROMOS, codes),
    "code": Act(Right.PROMOS, code),
    "endcode": Act(Right.PROMOS, end_code),
}
