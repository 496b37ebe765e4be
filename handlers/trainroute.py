"""A train by its number or name: its route and times as a picture, and booking along it."""

from domain.errors import Problem
from domain.trains import Train
from handlers.dialogue import Answer
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.steps.traincard import train_name
from handlers.talk import Talk

_DATES = 6  # of a special train that are told


def find_trains(talk: Talk, text: str) -> tuple[Reply, ...]:
    """The train that is surely meant, or a button for each that may be; empty if the text names no train."""
    found = talk.services.catalogue().trains_by_name.find(text)
    if not found:
        return ()
    if found[0].sure or len(found) == 1:
        return (route(talk, found[0].train),)
    rows = tuple((Button(text=_called(talk, match.train), data=f"g.train={match.train.number}"),) for match in found)
    return (Reply(text=talk.say.text("ask-which-train"), buttons=rows),)


def train_unknown(talk: Talk, text: str) -> tuple[Reply, ...]:
    """Asks for a train; Problem `no-such-train` for a text that names none."""
    if text:
        raise Problem("no-such-train", text=text[:40])
    return (Reply(text=talk.say.text("ask-train-number")),)


def ends_of(talk: Talk, number: str) -> Answer:
    """The journey from the train's first station to its last. Problem `no-such-train`."""
    train = talk.services.catalogue().train(number)
    if train is None:
        raise Problem("no-such-train", text=number[:10])
    return {"origin": train.origin.station, "destination": train.terminus.station}


def route(talk: Talk, train: Train) -> Reply:
    """The picture of the route, with the essentials under it."""
    say = talk.say
    ends = {"origin": talk.place(train.origin.station), "destination": talk.place(train.terminus.station)}
    classes = ", ".join(train.classes) or say.label("train-unreserved")
    text = say.text(
        "train-route",
        number=train.number,
        name=train_name(talk, train.name, train.name_hi),
        days=_days(talk, train),
        classes=classes,
        stops=len(train.stops),
        km=train.terminus.km,
        **ends,
    )
    picture = Picture(kind=PictureKind.ROUTE, train_number=train.number, language=say.language)
    rows: list[tuple[Button, ...]] = []
    if train.classes:
        rows.append((Button(text=say.label("button-along", **ends), data=f"g.along={train.number}"),))
    partner = talk.services.catalogue().trains_by_name.partner(train.number)
    if partner:
        words = say.label("button-partner", number=partner.number)
        rows.append((Button(text=words, data=f"g.train={partner.number}"),))
    return Reply(text=text, picture=picture, buttons=tuple(rows))


def _called(talk: Talk, train: Train) -> str:
    ends = f"{train.origin.station} → {train.terminus.station}"
    return f"{train.number} {train_name(talk, train.name, train.name_hi)} · {ends}"


def _days(talk: Talk, train: Train) -> str:
    """Daily, or the days on which it leaves its first station; of a special train the next dates."""
    if train.dates:
        ahead = [talk.say.day(day) for day in train.dates if day >= talk.today]
        return ", ".join(ahead[:_DATES]) + (" …" if len(ahead) > _DATES else "") or talk.say.day(train.dates[-1])
    if "0" not in (train.days or "1"):
        return talk.say.label("daily")
    return ", ".join(talk.say.weekday(at) for at, runs in enumerate(train.days) if runs == "1")
