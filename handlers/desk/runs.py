"""/run: one train on one date: how it is sold; cancel it, let it leave late, give it a coach more."""

from datetime import date, timedelta

from domain.dates import read_date
from domain.errors import Problem
from domain.ids import TrainId
from domain.inventory import Berth, RunKey, RunState
from domain.queues import in_rac, waiting
from domain.railtime import today
from domain.services.rescheduling import check_delay
from domain.staff import Right
from domain.trains import TravelClass
from domain.words import western_digits
from handlers.desk.asking import ask
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import Html

_KNOWN = timedelta(days=366)
_DELAYS = (30, 60, 120, 200, 300)  # minutes


def run(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`<train>|<date>` shows it; `|cancel`, `|late|<minutes>` and `|coach|<class>` after it ask on and do it. Typed:
    /run 12309 25 Dec. Problem `run-how`, and those of the acts."""
    if not value:
        return ask(talk, "run", "", talk.say.text("desk-ask-run"))
    key, act, rest = _meant(talk, value.removeprefix("|"))
    match act:
        case "":
            return (_card(talk, key),)
        case "cancel":
            return _cancel(talk, key, rest)
        case "late":
            return _late(talk, key, rest)
        case "coach":
            return _coach(talk, key, rest)
    raise Problem("run-how")


def _cancel(talk: DeskTalk, key: RunKey, reason: str) -> tuple[Reply, ...]:
    words = _words(talk, key)
    if not reason:
        talk.services.running_trains.changeable(talk.hand, key)
        return ask(talk, "run", f"{_named(key)}|cancel", talk.say.text("desk-ask-cancel-run", run=words))
    talk.services.running_trains.cancel(talk.hand, key, reason)
    return (Reply(text=talk.say.text("desk-run-cancelled", run=words, reason=reason)),)


def _late(talk: DeskTalk, key: RunKey, rest: str) -> tuple[Reply, ...]:
    said, _, reason = rest.partition("|")
    if not said:
        return _ask_late(talk, key)
    minutes = western_digits(said.strip())
    if not minutes.isascii() or not minutes.isdecimal():
        raise Problem("delay-minutes")
    late = int(minutes[:6])
    words = {"run": _words(talk, key), "late": talk.say.duration(late)}
    if not reason:
        check_delay(late, talk.services.running_trains.changeable(talk.hand, key), talk.now)
        what = talk.say.text("desk-delaying" if late else "desk-delaying-none", **words)
        return ask(talk, "run", f"{_named(key)}|late|{late}", talk.say.text("desk-ask-why", what=what))
    told = talk.services.running_trains.delay(talk.hand, key, late, reason)
    return (Reply(text=talk.say.text("desk-run-late" if late else "desk-run-on-time", told=told, **words)),)


def _ask_late(talk: DeskTalk, key: RunKey) -> tuple[Reply, ...]:
    """By how much; with a button that takes back what was told before."""
    state = talk.services.running_trains.changeable(talk.hand, key)
    delays = (Button(text=talk.say.duration(each), data=f"d.run={_named(key)}|late|{each}") for each in _DELAYS)
    rows = [tuple(delays)]
    if state.late:
        rows.append((Button(text=talk.say.label("desk-button-on-time"), data=f"d.run={_named(key)}|late|0"),))
    return ask(talk, "run", f"{_named(key)}|late", talk.say.text("desk-ask-late", run=_words(talk, key)), tuple(rows))


def _coach(talk: DeskTalk, key: RunKey, chosen: str) -> tuple[Reply, ...]:
    if not chosen:
        state = talk.services.running_trains.changeable(talk.hand, key)
        buttons = tuple(
            (Button(text=talk.say.label(f"class-{each}"), data=f"d.run={_named(key)}|coach|{each}"),)
            for each in _classes(state)
        )
        return (Reply(text=talk.say.text("desk-ask-coach", run=_words(talk, key)), buttons=buttons, edit=talk.tapped),)
    if chosen not in list(TravelClass):
        raise Problem("no-such-class")
    coach, moved = talk.services.running_trains.lengthen(talk.hand, key, TravelClass(chosen))
    text = talk.say.text("desk-coach-added", run=_words(talk, key), coach=coach.name, size=coach.size, moved=moved)
    return (Reply(text=text, edit=talk.tapped),)


def _card(talk: DeskTalk, key: RunKey) -> Reply:
    """Class by class, and what can be done."""
    state = talk.services.running_trains.state(talk.hand, key)
    say = talk.say
    lines = [say.text("desk-run", run=_words(talk, key)), *(_of_class(talk, state, each) for each in _classes(state))]
    if state.cancelled:
        lines.append(say.text("desk-run-is-cancelled", reason=state.cancelled.reason or "-"))
        return Reply(text=Html("\n".join(lines)), edit=talk.tapped)
    if state.late:
        lines.append(say.text("desk-run-is-late", late=say.duration(state.late)))
    acts = ("late", "coach", "cancel")
    row = tuple(Button(text=say.label(f"desk-button-run-{act}"), data=f"d.run={_named(key)}|{act}") for act in acts)
    return Reply(text=Html("\n".join(lines)), buttons=(row,), edit=talk.tapped)


def _of_class(talk: DeskTalk, state: RunState, travel_class: TravelClass) -> str:
    coaches = [coach for coach in state.run.coaches if coach.travel_class is travel_class]
    berths = [Berth(coach.name, number) for coach in coaches for number in range(1, coach.size + 1)]
    return talk.say.text(
        "desk-run-class",
        travel_class=travel_class.value,
        sold=sum(state.mask(berth) != 0 for berth in berths),
        berths=len(berths),
        rac=len(in_rac(state, travel_class)),
        waiting=len(waiting(state, travel_class)),
    )


def _classes(state: RunState) -> list[TravelClass]:
    return list(dict.fromkeys(coach.travel_class for coach in state.run.coaches))


def _meant(talk: DeskTalk, value: str) -> tuple[RunKey, str, str]:
    """The run, what to do with it, and the rest. Problem `run-how`."""
    train, _, rest = value.partition("|") if "|" in value else value.partition(" ")
    day, _, rest = rest.partition("|")
    act, _, rest = rest.partition("|")
    on = _day(day.strip(), today(talk.now))
    if not train.strip() or on is None:
        raise Problem("run-how")
    return RunKey(TrainId(train.strip()[:10]), on), act, rest.strip()


def _day(text: str, now: date) -> date | None:
    """None for what is no date, or one on which no run is known."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return read_date(text, now) if text else now
    return day if abs(day - now) <= _KNOWN else None


def _named(key: RunKey) -> str:
    return f"{key.train_id}|{key.run_date}"


def _words(talk: DeskTalk, key: RunKey) -> str:
    train = talk.services.catalogue().train(key.train_id)
    return f"{key.train_id} {train.name if train else ''}".strip() + f", {talk.say.day(key.run_date)}"


ACTS = {"run": Act(Right.RUNS, run)}
