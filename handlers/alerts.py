"""/alerts: being told that booking or Tatkal opens, or that a berth comes free; listed, made and taken away by taps."""

from datetime import date

from domain.alerts import Alert, AlertKind, Wanted
from domain.errors import Problem
from domain.ids import AlertId, StationCode, UserId
from domain.notifications import Notification
from domain.quotas import Quota
from domain.railtime import INDIA
from domain.trains import TravelClass
from handlers.area import Area
from handlers.dialogue import Answer
from handlers.menu import home_buttons
from handlers.news import opening_of, quota_words
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.steps.choice import Choice, written
from handlers.talk import Talk
from handlers.texts import Html

_AND = "|"


def tap_of(wanted: Wanted) -> str:
    """`12310|3A|NDLS|PNBE|2030-01-15|GN`: what a button carries; nobody but who taps it is concerned."""
    travel_class = wanted.travel_class.value if wanted.travel_class else ""
    ends = wanted.origin, wanted.destination
    return _AND.join((wanted.train_number, travel_class, *ends, wanted.journey_date.isoformat(), wanted.quota.value))


def wanted_of(text: str) -> Wanted:
    """What `tap_of` wrote. Problem `stale` for anything else."""
    try:
        number, travel_class, origin, destination, day, quota = text.split(_AND)
        return Wanted(
            origin=StationCode(origin),
            destination=StationCode(destination),
            journey_date=date.fromisoformat(day),
            train_number=number,
            travel_class=TravelClass(travel_class) if travel_class else None,
            quota=Quota(quota),
        )
    except ValueError:
        raise Problem("stale") from None


def remind(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Tells of an opening shortly before it. Problem as of `AlertingService.remind`."""
    return (_made(talk, talk.services.alerting.remind(_user_id(talk), wanted_of(value), talk.now)),)


def watch(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Tells of a berth that comes free. Problem as of `AlertingService.watch`."""
    wanted = wanted_of(value)
    if not wanted.train_number or wanted.travel_class is None:
        raise Problem("stale")
    return (_made(talk, talk.services.alerting.watch(_user_id(talk), wanted, talk.now)),)


def alerts(talk: Talk, value: str) -> tuple[Reply, ...]:
    """All of them, each with a button to take it away."""
    if talk.user is None:
        return (Reply(text=talk.say.text("register-first"), buttons=home_buttons(talk.say)[:1]),)
    return (_list(talk, talk.user.user_id),)


def take_away(talk: Talk, alert_id: str) -> tuple[Reply, ...]:
    """One less, and the list as it is then."""
    user_id = _user_id(talk)
    if alert_id:
        talk.services.alerting.remove(user_id, AlertId(alert_id))
    return (_list(talk, user_id).but(edit=True, toast=talk.say.label("alert-removed")),)


def opening(talk: Talk, alert_id: str) -> tuple[Reply, ...]:
    """When that opens, for the passenger's own calendar. Problem `register-first` or `stale`."""
    alert = talk.services.alerting.opening_of(_user_id(talk), AlertId(alert_id))
    picture = Picture(
        kind=PictureKind.OPENING, alert_id=alert.alert_id, user_id=alert.user_id, language=talk.say.language
    )
    return (Reply(text=talk.say.text("calendar-opening", what=_words(talk, alert)), picture=picture),)


def booking_of(news: Notification, talk: Talk) -> Answer:
    """How booking what these news are about begins: with the train and class, where they name one."""
    args = news.args
    draft: dict[str, object] = {"origin": args["origin"], "destination": args["destination"], "date": args["date"]}
    if args["quota"] != Quota.GENERAL:
        draft["quota"] = args["quota"]
    if "class" in args:
        draft["class"] = args["class"]
        ends = StationCode(args["origin"]), StationCode(args["destination"])
        draft["choice"] = written(Choice(args["number"], TravelClass(args["class"]), *ends))
    return draft


def _user_id(talk: Talk) -> UserId:
    if talk.user is None:
        raise Problem("register-first")
    return talk.user.user_id


def _made(talk: Talk, alert: Alert) -> Reply:
    key = "alert-made-berth" if alert.kind is AlertKind.BERTH else "alert-made-opening"
    row = [Button(text=talk.say.label("button-alerts"), data="g.alerts")]
    if alert.kind is AlertKind.OPENING:
        row.insert(0, Button(text=talk.say.label("button-calendar"), data=f"g.opening={alert.alert_id}"))
    at = alert.due_at or alert.ends_at
    day = talk.say.day(at.astimezone(INDIA).date())
    text = talk.say.text(key, what=_words(talk, alert), day=day, clock=talk.say.clock(at))
    return Reply(text=text, buttons=(tuple(row),))


def _list(talk: Talk, user_id: UserId) -> Reply:
    kept = talk.services.alerting.of_user(user_id, talk.now)
    if not kept:
        return Reply(text=talk.say.text("no-alerts"), buttons=home_buttons(talk.say)[:1])
    lines = Html("\n".join(f"{place}. {_words(talk, alert)}" for place, alert in enumerate(kept, 1)))
    buttons = [Button(text=f"✖ {place}", data=f"g.unalert={alert.alert_id}") for place, alert in enumerate(kept, 1)]
    rows = tuple(tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4))
    return Reply(text=talk.say.text("alerts", count=len(kept), lines=lines), buttons=rows)


def _words(talk: Talk, alert: Alert) -> Html:
    """🔔 12310 AC 3 Tier (3A) · New Delhi → Patna · Tue 15 Jan: a berth."""
    say = talk.say
    what = "alert-berth" if alert.kind is AlertKind.BERTH else opening_of(alert.quota.value)
    return say.text(
        "alert-line",
        train=" ".join(filter(None, (alert.train_id, alert.travel_class))) or say.label("alert-any-train"),
        trip=f"{talk.place(alert.origin)} → {talk.place(alert.destination)}",
        day=say.day(alert.journey_date),
        what=say.label(what, **quota_words(say, alert.quota.value)),
    )


ALERTING = Area(
    asides={"alerts": alerts, "unalert": take_away, "opening": opening}, below={"remind": remind, "watch": watch}
)
