"""When."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.bookings import MAX_DAYS_AHEAD, check_journey_date
from domain.dates import read_dates
from domain.errors import Problem
from handlers.dialogue import CHOICES, PROBLEM, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps import bells
from handlers.steps.places import heading, read_day
from handlers.talk import Talk

A_ROW, A_PAGE = 3, 12  # days


class When(Step):
    """The date at the passenger's own station. Typed freely, or tapped from pages of twelve days."""

    slot = "date"

    def ask(self, talk: Talk) -> Reply:
        if readings := talk.draft.get(f"{self.slot}{CHOICES}"):
            meant_days = tuple((self._button(talk, read_day(day)),) for day in readings)
            return Reply(text=talk.say.text("ask-which-day", trip=heading(talk)), buttons=meant_days)
        page = talk.draft.get("date_page", 0)
        first = talk.today + timedelta(days=page * A_PAGE)
        last = talk.today + timedelta(days=MAX_DAYS_AHEAD)
        days = [day for day in (first + timedelta(days=n) for n in range(A_PAGE)) if day <= last]
        buttons = [self._button(talk, day) for day in days]
        rows = [tuple(buttons[i : i + A_ROW]) for i in range(0, len(buttons), A_ROW)]
        bell = bells.too_far(talk)
        rows += [(bell,)] if bell else []
        return Reply(
            text=talk.say.text("ask-date", trip=heading(talk)), buttons=(*rows, *self._pages(talk, page, last))
        )

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TAP and incoming.text.startswith("page"):
            page = incoming.text.removeprefix("page")
            return {"date_page": min(int(page), MAX_DAYS_AHEAD // A_PAGE) if page.isdecimal() else 0}
        if incoming.kind not in (Kind.TEXT, Kind.TAP):
            raise Problem("unreadable")
        days = read_dates(incoming.text, talk.today)
        if not days:
            raise Problem("no-date", text=incoming.text[:40])
        return {**meant(days, talk), "date_page": 0}

    def _button(self, talk: Talk, day: date) -> Button:
        words = {0: talk.say.label("today"), 1: talk.say.label("tomorrow")}
        return talk.button(words.get((day - talk.today).days) or talk.say.day(day), self.slot, day.isoformat())

    def _pages(self, talk: Talk, page: int, last: date) -> tuple[tuple[Button, ...], ...]:
        turns = []
        if page:
            turns.append(talk.button(talk.say.label("button-earlier"), self.slot, f"page{page - 1}"))
        if talk.today + timedelta(days=(page + 1) * A_PAGE) <= last:
            turns.append(talk.button(talk.say.label("button-later"), self.slot, f"page{page + 1}"))
        return (tuple(turns),) if turns else ()


def meant(days: Sequence[date], talk: Talk) -> Answer:
    """The day; of several that may be meant and can be booked, one is asked for. Problem `date-past` if all are over;
    if none can be booked yet, the day is asked for again, below the Problem `date-too-far`."""
    possible = [day for day in days if _can_be_booked(day, talk.today)]
    if not possible:
        return _not_yet(days[0], talk)
    first, *others = [day.isoformat() for day in possible]
    if others:
        return {"date": None, f"date{CHOICES}": [first, *others], "view": None}
    return {"date": first, f"date{CHOICES}": None, "view": None, "later": None}


def _not_yet(day: date, talk: Talk) -> Answer:
    """A day that is asked for too soon is remembered: one can be told when it can be booked."""
    try:
        check_journey_date(day, talk.today)
    except Problem as problem:
        if problem.key != "date-too-far":
            raise
        return {"later": day.isoformat(), "date": None, PROBLEM: problem}
    return {}


def _can_be_booked(day: date, today: date) -> bool:
    return 0 <= (day - today).days <= MAX_DAYS_AHEAD
