"""Seven days at a glance: how many trains, what is free and from which fare; a tap takes the day."""

from datetime import date, timedelta

from domain.bookings import MAX_DAYS_AHEAD
from domain.services.calendar import WEEK, Outlook, Wish
from domain.trains import TravelClass
from handlers.reply import Button, Reply
from handlers.steps.places import ends, read_day
from handlers.talk import Talk
from handlers.texts import Html

VIEW = "week"


def week(talk: Talk, view: str) -> Reply:
    """The days around the journey's own, or around that of `week:2030-01-15`."""
    _, _, shown = view.partition(":")
    days = talk.services.calendar.week(wish(talk), read_day(shown or talk.draft["date"]), talk.now)
    lines = Html("\n".join(_line(talk, day) for day in days))
    buttons = [_button(talk, day) for day in days if day.trains]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    wanted = talk.draft.get("class")
    key = "week-of-class" if wanted else "week"
    text = talk.say.text(key, trip=ends(talk), days=lines, travel_class=wanted or "")
    back = talk.button(talk.say.label("button-list"), "choice", "view:")
    return Reply(text=text, buttons=(*rows, _turns(talk, days), (back,)))


def wish(talk: Talk) -> Wish:
    """Whose berths are looked for, by the draft."""
    wanted = talk.draft.get("class")
    people = max(1, talk.draft.get("count", 0), len(talk.draft.get("party", ())))
    travel_class = TravelClass(wanted) if wanted else None
    return Wish(talk.codes("origin"), talk.codes("destination"), people, travel_class)


def _line(talk: Talk, day: Outlook) -> str:
    say = talk.say
    if not day.trains:
        return say.text("week-no-train", day=say.day(day.day))
    if day.fare is None:
        return say.text("week-full", day=say.day(day.day), trains=day.trains)
    return say.text("week-day", day=say.day(day.day), trains=day.trains, berths=day.berths, fare=say.money(day.fare))


def _button(talk: Talk, day: Outlook) -> Button:
    what = talk.say.money(day.fare) if day.fare is not None else talk.say.label("full")
    chosen = "● " if day.day.isoformat() == talk.draft["date"] else ""
    return talk.button(f"{chosen}{talk.say.day(day.day)} · {what}", "date", day.day.isoformat())


def _turns(talk: Talk, days: list[Outlook]) -> tuple[Button, ...]:
    """To the week before and the week after, as far as trains can be booked."""
    turns = []
    if days[0].day > talk.today:
        turns.append(_turn(talk, "button-earlier", days[0].day - timedelta(days=WEEK // 2 + 1)))
    if days[-1].day < talk.today + timedelta(days=MAX_DAYS_AHEAD):
        turns.append(_turn(talk, "button-later", days[-1].day + timedelta(days=WEEK // 2 + 1)))
    return tuple(turns)


def _turn(talk: Talk, words: str, middle: date) -> Button:
    return talk.button(talk.say.label(words), "choice", f"view:{VIEW}:{max(middle, talk.today).isoformat()}")
