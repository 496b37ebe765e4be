"""Acts on the ticket of a topic: assign, pending, close, category, merge, transcript."""

from domain.errors import Problem
from domain.staff import Right
from domain.support import Category
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Picture, PictureKind, Reply


def assign(talk: DeskTalk, name: str) -> tuple[Reply, ...]:
    """To who asks, or to the one of the roster who is named."""
    ticket = talk.services.answering.assign(talk.hand, talk.topic, name)
    if name:
        return (Reply(text=talk.say.text("desk-assigned-to", ref=ticket.ref, name=ticket.assignee_name)),)
    return talk.toast("desk-assigned")


def pending(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Waits for the passenger."""
    talk.services.answering.pending(talk.hand, talk.topic)
    return talk.toast("desk-pending")


def close(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Solved."""
    talk.services.answering.close(talk.hand, talk.topic)
    return talk.toast("desk-closed")


def reopen(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Open again."""
    talk.services.answering.reopen(talk.hand, talk.topic)
    return talk.toast("desk-reopened")


def category(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """The one that is named; without a name all are offered. Problem `no-such-category`."""
    if not value:
        buttons = [Button(text=talk.say.label(f"category-{each}"), data=f"d.category={each}") for each in Category]
        rows = tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
        return (Reply(text=talk.say.text("desk-ask-category"), buttons=rows),)
    if value not in list(Category):
        raise Problem("no-such-category")
    chosen = Category(value)
    talk.services.answering.categorise(talk.hand, talk.topic, chosen)
    return (
        Reply(text=talk.say.text("desk-category", category=talk.say.label(f"category-{chosen}")), edit=talk.tapped),
    )


def merge(talk: DeskTalk, ref: str) -> tuple[Reply, ...]:
    """This ticket goes into another of the same passenger. Problem `merge-how` without its name."""
    if not ref:
        raise Problem("merge-how")
    double, into = talk.services.answering.merge(talk.hand, talk.topic, ref)
    return (Reply(text=talk.say.text("desk-merged", ref=double.ref, into=into.ref)),)


def transcript(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """The whole ticket as a file, with the notes."""
    ticket = talk.services.answering.reading(talk.hand, talk.topic)
    picture = Picture(
        kind=PictureKind.TRANSCRIPT,
        ticket_id=ticket.ticket_id,
        user_id=ticket.user_id,
        notes=True,
        language=talk.say.language,
    )
    return (Reply(text=talk.say.text("support-transcript", ref=ticket.ref), picture=picture),)


def explain(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """How the desk works."""
    return (Reply(text=talk.say.text("desk-help")),)


ACTS = {
    "assign": Act(Right.HANDLE, assign),
    "pending": Act(Right.HANDLE, pending),
    "close": Act(Right.HANDLE, close),
    "reopen": Act(Right.HANDLE, reopen),
    "category": Act(Right.HANDLE, category),
    "merge": Act(Right.MERGE, merge),
    "transcript": Act(Right.HANDLE, transcript),
    "help": Act(Right.ANSWER, explain),
}
