"""When."""

from datetime import date, timedelta

from domain.bookings import MAX_DAYS_AHEAD, check_journey_date
from domain.dates import read_date
from domain.errors import Problem
from handlers.dialogue import Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.steps.places import heading
from handlers.talk import Talk

A_ROW, A_PAGE = 3, 12  # days


class When(Step):
    """The date at the passenger's own station. Typed freely, or tapped from pages of twelve days."""

    slot = "date"

    def ask(self, talk: Talk) -> Reply:
        page = talk.draft.get("date_page", 0)
        first = talk.today + timedelta(days=page * A_PAGE)
        last = talk.today + timedelta(days=MAX_DAYS_AHEAD)
        days = [day for day in (first + timedelta(days=n) for n in range(A_PAGE)) if day <= last]
        buttons = [self._button(talk, day) for day in days]
        rows = [tuple(buttons[i : i + A_ROW]) for i in range(0, len(buttons), A_ROW)]
        return Reply(
            text=talk.say.text("ask-date", trip=heading(talk)), buttons=(*rows, *self._pages(talk, page, last))
        )

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TAP and incoming.text.startswith("page"):
            page = incoming.text.removeprefix("page")
            return {"date_page": min(int(page), MAX_DAYS_AHEAD // A_PAGE) if page.isdecimal() else 0}
        if incoming.kind not in (Kind.TEXT, Kind.TAP):
            raise Problem("unreadable")
        day = read_date(incoming.text, talk.today)
        if day is None:
            raise Problem("no-date", text=incoming.text[:40])
        check_journey_date(day, talk.today)
        return {"date": day.isoformat(), "date_page": 0}

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
