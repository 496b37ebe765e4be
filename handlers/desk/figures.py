"""/today: what a day brought, in words and as a picture."""

from datetime import date, timedelta

from domain.dates import read_date
from domain.errors import Problem
from domain.railtime import today
from domain.services.day_figures import Report
from domain.staff import Right
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.texts import Html

_FIRST = date(2020, 1, 1)  # nothing was sold before


def figures(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """Of today, or of the day that is named. Problem `day-unreadable`."""
    now = today(talk.now)
    day = _day(value, now)
    if day is None or not _FIRST <= day <= now:
        raise Problem("day-unreadable")
    found = talk.services.day_figures.report(talk.hand, day)
    picture = Picture(kind=PictureKind.FIGURES, day=day.isoformat(), language=talk.say.language)
    before = Button(text=f"◀ {talk.say.day(day - timedelta(days=1))}", data=f"d.today={day - timedelta(days=1)}")
    return (Reply(text=_words(talk, found), picture=picture, buttons=((before,),)),)


def _words(talk: DeskTalk, found: Report) -> Html:
    say, brought, support = talk.say, found.figures, found.support
    return say.text(
        "desk-figures",
        day=say.long_day(brought.day),
        sold=brought.ticket_count,
        waiting=found.waiting,
        money_in=say.money(brought.total_in),
        topped_up=say.money(found.topped_up),
        money_out=say.money(brought.total_out),
        refunds=found.refunds,
        refunded=say.money(found.refunded),
        opened=support.opened,
        closed=support.closed,
        answer="-" if support.first_answer is None else say.duration(round(support.first_answer)),
        solved="-" if support.solved is None else say.duration(round(support.solved * 60)),
    )


def _day(text: str, now: date) -> date | None:
    if not text:
        return now
    try:
        return date.fromisoformat(text)
    except ValueError:
        return read_date(text, now)


ACTS = {"today": Act(Right.FIGURES, figures)}
