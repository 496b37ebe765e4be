"""Broadcasts at the desk: the texts, to whom, a look at it and a count, the start, how far it is, the stop."""

import json
from datetime import date

from domain.broadcasts import Audience, AudienceKind, Broadcast, BroadcastStatus, Progress, Shown, checked_texts
from domain.dates import read_date
from domain.errors import NotFound, Problem
from domain.ids import BroadcastId, same_id
from domain.questions import Question
from domain.railtime import today
from domain.staff import Right, actor_of
from handlers.desk.asking import ask
from handlers.desk.steps import Kept, step_of
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import LANGUAGES, Html, Say, say

_SHOWN = 5


def broadcasts(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """The latest, and a button for a new one."""
    latest = talk.services.broadcasting.latest(_SHOWN)
    rows = tuple((Button(text=_title(each), data=f"d.progress={each.broadcast_id}"),) for each, _ in latest)
    new = (Button(text=talk.say.label("desk-button-cast"), data="d.cast"),)
    return (Reply(text=talk.say.text("desk-broadcasts"), buttons=(new, *rows), edit=talk.tapped),)


def cast(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """Step by step: the English text, the Hindi one or none, to whom, and the start. Problem `cast-stale`."""
    step = step_of(talk, "cast", value, "cast-stale")
    if step is None:
        return ask(talk, "cast", json.dumps({"step": "en"}), talk.say.text("desk-ask-cast", language=LANGUAGES["en"]))
    return _take(talk, step.kept, step.said, step.question)


def _take(talk: DeskTalk, kept: Kept, said: str, question: Question | None) -> tuple[Reply, ...]:
    match kept["step"]:
        case "en":
            checked_texts({"en": said})
            return _ask_hindi(talk, kept | {"en": said})
        case "hi":
            texts = {"en": kept["en"], "hi": "" if said == "-" else said}
            checked_texts(texts)
            return _ask_whom(talk, kept | texts)
        case "to":
            return _preview(talk, kept, _audience(said, today(talk.now)))
        case _ if said == "start" and question:
            return _start(talk, kept, question)
    raise Problem("cast-stale")


def _ask_hindi(talk: DeskTalk, kept: Kept) -> tuple[Reply, ...]:
    none = (Button(text=talk.say.label("desk-button-no-hindi"), data="d.cast=hi|-"),)
    text = talk.say.text("desk-ask-cast", language=LANGUAGES["hi"])
    return ask(talk, "cast", json.dumps(kept | {"step": "hi"}), text, (none,))


def _ask_whom(talk: DeskTalk, kept: Kept) -> tuple[Reply, ...]:
    everybody = (Button(text=talk.say.label("desk-button-everybody"), data="d.cast=to|all"),)
    languages = tuple(Button(text=name, data=f"d.cast=to|{code}") for code, name in LANGUAGES.items())
    text = talk.say.text("desk-ask-whom")
    return ask(talk, "cast", json.dumps(kept | {"step": "to"}), text, (everybody, languages))


def _preview(talk: DeskTalk, kept: Kept, audience: Audience) -> tuple[Reply, ...]:
    """As it will be read, to whom, and how many they are."""
    texts = {code: kept[code] for code in LANGUAGES if kept.get(code)}
    reach = talk.services.broadcasting.reach(texts, audience, talk.now)
    shown = [say(code).text("told-promo", text=text) for code, text in texts.items()]
    count = talk.say.text(
        "desk-cast-reach",
        to=f"{audience.kind.value} {audience.value}".strip(),
        reached=sum(reach.by_language.values()),
        inbox=reach.inbox_only,
        gone=reach.gone,
    )
    start = (Button(text=talk.say.label("desk-button-start"), data="d.cast=start|start"),)
    kept = kept | {"step": "start", "kind": audience.kind.value, "value": audience.value}
    return ask(talk, "cast", json.dumps(kept), Html("\n\n".join((*shown, count))), (start,))


def _start(talk: DeskTalk, kept: Kept, question: Question) -> tuple[Reply, ...]:
    """Begun once for each question, however often the button is tapped."""
    texts = {code: kept[code] for code in LANGUAGES if kept.get(code)}
    audience = Audience(kind=AudienceKind(kept["kind"]), value=kept["value"])
    made = BroadcastId(same_id(question.asked_at, "broadcast", str(talk.hand.telegram_id)))
    actor = actor_of(talk.hand.telegram_id)
    begun = talk.services.broadcasting.begin(texts, audience, actor, talk.now, made)
    talk.services.asking.close(talk.hand)
    if talk.tapped and talk.incoming.message_id:
        here = Shown(chat_id=talk.incoming.chat_id, message_id=talk.incoming.message_id, language=talk.say.language)
        talk.services.broadcasting.show(begun.broadcast_id, here)
    return progress(talk, begun.broadcast_id)


def progress(talk: DeskTalk, broadcast_id: str) -> tuple[Reply, ...]:
    """How far it is, in the message that was tapped."""
    try:
        told = talk.services.broadcasting.progress(BroadcastId(broadcast_id))
    except NotFound:
        raise Problem("cast-stale") from None
    return (progress_reply(talk.say, *told).but(edit=talk.tapped),)


def progress_reply(words: Say, broadcast: Broadcast, done: Progress) -> Reply:
    """The numbers, a button to look again and, while it goes on, one that stops it."""
    text = words.text(
        "desk-cast-progress",
        text=broadcast.texts["en"][:200],
        status=words.label(f"desk-cast-{broadcast.status.value}"),
        listed=done.listed,
        sent=done.sent,
        left=done.left,
        inbox=done.kept,
        gone=done.gone + done.failed,
    )
    again = Button(text=words.label("desk-button-again"), data=f"d.progress={broadcast.broadcast_id}")
    stop = Button(text=words.label("desk-button-stop"), data=f"d.stopcast={broadcast.broadcast_id}")
    goes_on = broadcast.status is not BroadcastStatus.STOPPED and (
        done.left or broadcast.status is BroadcastStatus.RUNNING
    )
    return Reply(text=text, buttons=((again, stop),) if goes_on else ((again,),))


def stop(talk: DeskTalk, broadcast_id: str) -> tuple[Reply, ...]:
    """Nothing more of it is sent."""
    try:
        talk.services.broadcasting.stop(BroadcastId(broadcast_id), actor_of(talk.hand.telegram_id), talk.now)
    except NotFound:
        raise Problem("cast-stale") from None
    return progress(talk, broadcast_id)


def _audience(text: str, now: date) -> Audience:
    """all, a language's code, `12309 25 Dec` for who has a ticket on that run, else a city."""
    said = text.strip()
    if said == "all":
        return Audience(kind=AudienceKind.ALL)
    if said in LANGUAGES:
        return Audience(kind=AudienceKind.LANGUAGE, value=said)
    train, _, day = said.partition(" ")
    if train.isascii() and train.isdecimal() and (on := read_date(day, now)):
        return Audience(kind=AudienceKind.RUN, value=f"{train}#{on}")
    return Audience(kind=AudienceKind.CITY, value=said[:60])


def _title(broadcast: Broadcast) -> str:
    return f"{broadcast.created_at:%d.%m.} {broadcast.texts['en'][:30]}"


ACTS = {
    "broadcasts": Act(Right.BROADCAST, broadcasts),
    "cast": Act(Right.BROADCAST, cast),
    "progress": Act(Right.BROADCAST, progress),
    "stopcast": Act(Right.BROADCAST, stop),
}
