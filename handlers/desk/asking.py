"""What the bot asks staff in words, and the answer: in a topic only by replying, for words there go to a passenger."""

from collections.abc import Mapping

from domain.errors import Problem
from domain.questions import Question
from domain.staff import Right
from handlers.desk.talk import Act, DeskTalk
from handlers.incoming import Kind
from handlers.reply import Button, Reply
from handlers.texts import Html


def ask(
    talk: DeskTalk, act: str, value: str, text: Html, buttons: tuple[tuple[Button, ...], ...] = ()
) -> tuple[Reply, ...]:
    """Asks; `act` will be done with `value`, a bar and the answer. Problem `ask-by-tap` for a command in a topic, whose
    answer could not be told from words to the passenger."""
    if talk.topic is not None and not talk.tapped:
        raise Problem("ask-by-tap")
    incoming = talk.incoming
    talk.services.asking.ask(
        Question(
            telegram_id=talk.hand.telegram_id,
            chat_id=incoming.chat_id,
            thread_id=talk.topic,
            message_id=incoming.message_id if talk.tapped else None,
            act=act,
            value=value,
            asked_at=talk.now,
        )
    )
    if talk.topic is not None:
        text = Html(f"{text}\n{talk.say.text('desk-answer-by-reply')}")
    leave = Button(text=talk.say.label("desk-leave"), data="d.never")
    return (Reply(text=text, buttons=(*buttons, (leave,)), edit=talk.tapped),)


def answered(talk: DeskTalk) -> Question | None:
    """The question to which this is the answer, if it is one."""
    incoming = talk.incoming
    if incoming.kind is not Kind.TEXT or incoming.what == "edited":
        return None
    question = talk.services.asking.open(talk.hand)
    if question is None or (question.chat_id, question.thread_id) != (incoming.chat_id, talk.topic):
        return None
    if talk.topic is not None and incoming.answers != question.message_id:
        return None
    return question


def do_answered(talk: DeskTalk, question: Question, acts: Mapping[str, Act]) -> tuple[Reply, ...]:
    """The act with what was answered. A Problem leaves the question open."""
    act = acts[question.act]
    talk.services.staffing.allow(talk.hand, act.right, question.act)
    talk.services.asking.close(talk.hand)
    try:
        return act.do(talk, f"{question.value}|{talk.incoming.text.strip()}")
    except Problem:
        if talk.services.asking.open(talk.hand) is None:
            talk.services.asking.ask(question.but(asked_at=talk.now))
        raise


def never(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Nothing is done."""
    talk.services.asking.close(talk.hand)
    return (Reply(text=talk.say.text("desk-left"), edit=talk.tapped),)


ACTS = {"never": Act(Right.FIND, never)}
