"""/special and /specials: a train that runs on some dates only: put it on step by step, list those ahead, withdraw."""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from domain.errors import Problem
from domain.fares import fare
from domain.railtime import today
from domain.specialdates import Offered, offered_dates, read_run_dates
from domain.specials import TYPE, Plan, Special, read_coaches, read_shift, usual_coaches
from domain.staff import Right
from domain.trains import DAY, Coaches, Train, TravelClass
from domain.words import western_digits
from handlers.desk.asking import ask
from handlers.desk.steps import Kept, step_of
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import Html

_SHIFTS = (-60, -30, 0, 30, 60, 120)  # minutes
_SPANS, _SHOWN = 12, 20
_AS_LIKE, _YES = "like", "on"

Rows = tuple[tuple[Button, ...], ...]


def special(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """Which train to copy, the number, the dates, when it leaves, its coaches, a look at it, and it is on. Problem
    `special-stale`, and those of each step."""
    step = step_of(talk, "special", value, "special-stale")
    if step is not None:
        return _take(talk, step.kept, step.said)
    begun: Kept = {"step": "like"}
    return _take(talk, begun, value) if value else _ask(talk, begun, "like", talk.say.text("desk-ask-special"))


def _take(talk: DeskTalk, kept: Kept, said: str) -> tuple[Reply, ...]:
    match kept["step"]:
        case "like":
            return _like(talk, kept, said)
        case "number":
            return _ask_dates(talk, kept | {"number": talk.services.special_trains.number(said, talk.now)})
        case "dates":
            return _ask_time(talk, kept | {"dates": [day.isoformat() for day in _dates(talk, said)]})
        case "time":
            return _ask_coaches(talk, kept | {"shift": read_shift(said, _train(talk, kept))})
        case "coaches":
            like = _train(talk, kept)
            coaches = usual_coaches(like) if said == _AS_LIKE else read_coaches(said, like)
            return _preview(talk, kept | {"coaches": coaches})
        case "yes" if said == _YES:
            return _put_on(talk, kept)
    raise Problem("special-stale")


def _like(talk: DeskTalk, kept: Kept, said: str) -> tuple[Reply, ...]:
    """The train of this number or name; a button each where it may be one of several."""
    found = talk.services.catalogue().trains_by_name.find(western_digits(said))
    if found and not found[0].sure and len(found) > 1:
        rows = tuple((_button(f"{m.train.number} {m.train.name}", "like", m.train.number),) for m in found)
        return _ask(talk, kept, "like", talk.say.text("ask-which-train"), rows)
    like = talk.services.special_trains.like(found[0].train.number if found else said.strip())
    number = talk.services.special_trains.offered_number(like, talk.now)
    text = talk.say.text("desk-ask-special-number", train=f"{like.number} {like.name}")
    return _ask(talk, kept | {"like": like.number}, "number", text, ((_button(number, "number", number),),))


def _ask_dates(talk: DeskTalk, kept: Kept) -> tuple[Reply, ...]:
    rows = tuple((_button(talk.say.label(f"desk-ask-special-{each}"), "dates", each),) for each in Offered)
    return _ask(talk, kept, "dates", talk.say.text("desk-ask-special-dates"), rows)


def _dates(talk: DeskTalk, said: str) -> tuple[date, ...]:
    on = today(talk.now)
    return offered_dates(Offered(said), on) if said in list(Offered) else read_run_dates(said, on)


def _ask_time(talk: DeskTalk, kept: Kept) -> tuple[Reply, ...]:
    like = _train(talk, kept)
    buttons = [_button(f"{_clock(like.origin.leaves + m)} ({m:+})", "time", f"{m:+}") for m in _SHIFTS]
    text = talk.say.text("desk-ask-special-time", train=like.number, clock=_clock(like.origin.leaves))
    return _ask(talk, kept, "time", text, (tuple(buttons[:3]), tuple(buttons[3:])))


def _ask_coaches(talk: DeskTalk, kept: Kept) -> tuple[Reply, ...]:
    like = _train(talk, kept)
    usual = _button(talk.say.label("desk-button-as-copied", train=like.number), "coaches", _AS_LIKE)
    text = talk.say.text("desk-ask-special-coaches", train=like.number, coaches=_listed(usual_coaches(like)))
    return _ask(talk, kept, "coaches", text, ((usual,),))


def _preview(talk: DeskTalk, kept: Kept) -> tuple[Reply, ...]:
    """As passengers will find it, with what the whole way costs in each class."""
    planned = talk.services.special_trains.drawn_up(talk.hand, _plan(talk, kept))
    text = Html(f"{_card(talk, planned)}\n{talk.say.text('desk-special-fares', fares=_fares(talk, planned))}")
    put_on = _button(talk.say.label("desk-button-put-on"), "yes", _YES)
    return _ask(talk, kept, "yes", text, ((put_on,),))


def _put_on(talk: DeskTalk, kept: Kept) -> tuple[Reply, ...]:
    made = talk.services.special_trains.put_on(talk.hand, _plan(talk, kept))
    talk.services.asking.close(talk.hand)
    text = Html(f"{_card(talk, made)}\n{talk.say.text('desk-special-is-on')}")
    return (Reply(text=text, edit=talk.tapped),)


def specials(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Those with a run ahead, each with a button that withdraws it."""
    found = talk.services.special_trains.ahead(talk.hand)[:_SHOWN]
    lines = [talk.say.text("desk-specials" if found else "desk-specials-none"), *(_card(talk, one) for one in found)]
    new = (Button(text=talk.say.label("desk-button-special"), data="d.special"),)
    drops = tuple((_drop_button(talk, one.number),) for one in found)
    return (Reply(text=Html("\n\n".join(lines)), buttons=(new, *drops), edit=talk.tapped),)


def drop_special(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """Asks once, then withdraws it. Problem `special-gone` or `special-booked`."""
    number, _, said = value.partition("|")
    found = next((one for one in talk.services.special_trains.ahead(talk.hand) if one.number == number.strip()), None)
    if found is None:
        raise Problem("special-gone")
    if not (talk.tapped and said == _YES):
        text = Html(f"{_card(talk, found)}\n{talk.say.text('desk-ask-drop-special')}")
        leave = Button(text=talk.say.label("desk-leave"), data="d.never")
        return (Reply(text=text, buttons=((_drop_button(talk, found.number, f"|{_YES}"), leave),), edit=talk.tapped),)
    gone = talk.services.special_trains.withdraw(talk.hand, found.number)
    return (Reply(text=talk.say.text("desk-special-gone", train=f"{gone.number} {gone.name}"), edit=talk.tapped),)


def _ask(talk: DeskTalk, kept: Kept, step: str, text: Html, rows: Rows = ()) -> tuple[Reply, ...]:
    return ask(talk, "special", json.dumps(kept | {"step": step}), text, rows)


def _train(talk: DeskTalk, kept: Kept) -> Train:
    return talk.services.special_trains.like(kept["like"])


def _plan(talk: DeskTalk, kept: Kept) -> Plan:
    return Plan(
        like=_train(talk, kept),
        number=kept["number"],
        dates=tuple(map(date.fromisoformat, kept["dates"])),
        shift=kept["shift"],
        coaches=tuple(Coaches(TravelClass(cls), many, size) for cls, many, size in kept["coaches"]),
    )


def _card(talk: DeskTalk, one: Special) -> Html:
    train, say = one.train, talk.say
    return say.text(
        "desk-special",
        train=f"{one.number} {(one.name_hi if say.language == 'hi' else '') or one.name}",
        like=one.like,
        origin=train.origin.station,
        departure=_clock(train.origin.leaves),
        destination=train.terminus.station,
        arrival=_clock(train.terminus.comes) + (f" +{train.terminus.day - 1}" if train.terminus.day > 1 else ""),
        stops=len(train.stops),
        runs=len(one.dates),
        dates=", ".join(_spans(talk, one.dates)),
        coaches=_listed(one.coaches),
        berths=sum(coaches.many * coaches.size for coaches in one.coaches),
    )


def _fares(talk: DeskTalk, one: Special) -> str:
    """From end to end, by class; — where no fare is published."""
    km, on = one.train.terminus.km, today(talk.now)
    found = {cls: fare(TYPE, one.number, one.name, cls, km, 1, on) for cls in one.train.classes}
    return ", ".join(f"{cls} {talk.say.money(paid.ticket) if paid else '—'}" for cls, paid in found.items())


def _spans(talk: DeskTalk, dates: Iterable[date]) -> list[str]:
    """Days that follow each other as one span."""
    spans: list[list[date]] = []
    for day in dates:
        if spans and spans[-1][-1] + timedelta(1) == day:
            spans[-1].append(day)
        else:
            spans.append([day])
    words = [" – ".join(dict.fromkeys((talk.say.day(span[0]), talk.say.day(span[-1])))) for span in spans[:_SPANS]]
    return [*words, "…"] if len(spans) > _SPANS else words


def _listed(coaches: Iterable[Coaches]) -> str:
    return ", ".join(f"{each.many} {each.travel_class}" for each in coaches)


def _clock(minutes: int) -> str:
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def _button(words: str, step: str, value: str) -> Button:
    return Button(text=words, data=f"d.special={step}|{value}")


def _drop_button(talk: DeskTalk, number: str, said: str = "") -> Button:
    return Button(text=talk.say.label("desk-button-drop-special", train=number), data=f"d.dropspecial={number}{said}")


ACTS = {
    "special": Act(Right.RUNS, special),
    "specials": Act(Right.RUNS, specials),
    "dropspecial": Act(Right.RUNS, drop_special),
}
