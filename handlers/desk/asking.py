"""What the bot asks staff in words, and the answer: in the group only by replying, for other words there are talk among
staff, or go to a passenger."""

from collections.abc import Mapping

from domain.errors import Problem
from domain.questions import Question
from domain.services.staffing import AlreadyDone
from domain.staff import Right
from handlers.desk.talk import Act, DeskTalk
from handlers.incoming import Kind
from handlers.reply import Button, Reply
from handlers.texts import Html


def ask(
    talk: DeskTalk, act: str, value: str, text: Html, buttons: tuple[tuple[Button, ...], ...] = ()
) -> tuple[Reply, ...]:
    """Asks; `act` will be done with `value`, a bar and the answer. Problem `ask-by-tap` for a command in a topic:
    should we die before the id of what asks is noted, the answer could not be told from words to the passenger."""
    if talk.topic is not None and not talk.tapped:
        raise Problem("ask-by-tap")
    incoming = talk.incoming
    talk.services.asking.ask(
        Question(
            telegram_id=talk.hand.telegram_id,
            chat_id=incoming.chat_id,
            thread_id=talk.topic,
            messages=(incoming.message_id,) if talk.tapped and incoming.message_id is not None else (),
            act=act,
            value=value,
            asked_at=talk.now,
        )
    )
    leave = Button(text=talk.say.label("desk-leave"), data="d.never")
    return (_asking(talk, text).but(buttons=(*buttons, (leave,)), edit=talk.tapped),)


def _asking(talk: DeskTalk, text: Html) -> Reply:
    """In the group it says how to answer, and its id is noted once it is sent."""
    if not talk.incoming.in_group:
        return Reply(text=text)
    how = talk.say.text("desk-answer-by-reply", where="general" if talk.topic is None else "topic")
    return Reply(text=Html(f"{text}\n{how}"), panel=True)


def answered(talk: DeskTalk) -> Question | None:
    """The question to which this is the answer, if it is one."""
    incoming = talk.incoming
    if incoming.kind is not Kind.TEXT or incoming.what == "edited":
        return None
    question = talk.services.asking.open(talk.hand)
    if question is None or (question.chat_id, question.thread_id) != (incoming.chat_id, talk.topic):
        return None
    if incoming.in_group and incoming.answers not in question.messages:
        return None
    return question


def do_answered(talk: DeskTalk, question: Question, acts: Mapping[str, Act]) -> tuple[Reply, ...]:
    """The act with what was answered. The question is open until it is done: should the store be away, or we die on
    the way, the same update comes again, and in a topic its words must not be taken for words to the passenger. What
    cannot be an answer leaves it open for longer, and what is said about that can be replied to as well."""
    act = acts[question.act]
    talk.services.staffing.allow(talk.hand, act.right, question.act)
    try:
        replies = act.do(talk, f"{question.value}|{talk.incoming.text.strip()}")
    except Problem as problem:
        if talk.services.asking.open(talk.hand) != question:
            raise
        talk.services.asking.ask(question.but(asked_at=talk.now))
        return (_asking(talk, talk.say.text(f"problem-{problem.key}", **problem.args_for_text)),)
    except AlreadyDone:
        _close(talk, question)
        raise
    _close(talk, question)
    return replies


def _close(talk: DeskTalk, question: Question) -> None:
    """The act may have asked on meanwhile: that stays open."""
    if talk.services.asking.open(talk.hand) == question:
        talk.services.asking.close(talk.hand)


def never(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Nothing is done."""
    talk.services.asking.close(talk.hand)
    return (Reply(text=talk.say.text("desk-left"), edit=talk.tapped),)


ACTS = {"never": Act(Right.FIND, never)}
