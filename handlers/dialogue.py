"""The dialogue engine: a dialogue is a table of steps, and its state is the first slot that is not answered."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from domain.errors import Problem
from domain.sessions import Session
from handlers.incoming import Incoming, Kind
from handlers.reply import Keyboard, Reply
from handlers.talk import Talk

Answer = Mapping[str, Any]  # slot -> JSON value, None to open it anew; several slots if one sentence says so much
DATED = "_at"  # in the draft: the commit in which each slot was last changed, to know buttons that are out of date
PROBLEM = "_problem"  # in an Answer: a Problem with the rest of what was said
CHOICES = "_choices"  # a slot's name with this: what may be meant by an answer that was not clear
SKIPPED = "-"  # an answer that was put off
BACK_WORDS = frozenset({"back", "/back", "go back", "पीछे", "वापस"})
MAX_TEXT = 1000  # characters read of one message


class Step(ABC):
    """One question. `needs` are the slots that its answer rests on: if one changes, this one is asked anew."""

    slot: ClassVar[str]
    needs: ClassVar[tuple[str, ...]] = ()
    takes_files: ClassVar[bool] = False  # a photo or file may be the answer
    goes_back: ClassVar[bool] = True  # False: what was answered before stands, there is no way back to it
    longest: ClassVar[int] = MAX_TEXT
    lists: ClassVar[tuple[str, ...]] = ()  # of the draft, that its buttons point into: a changed one makes them old

    def wanted(self, talk: Talk) -> bool:
        """False if this person need not be asked."""
        return True

    @abstractmethod
    def ask(self, talk: Talk) -> Reply:
        """The question."""

    @abstractmethod
    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        """What was answered; an Answer without this step's slot asks again. Raises Problem for what it is not."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A button's data taken apart: `s<serial>.<rev>.<slot>=<value>`."""

    serial: int
    rev: int
    slot: str
    value: str

    @classmethod
    def parse(cls, data: str) -> "Tap | None":
        """None if it is not of this form."""
        head, equals, value = data.partition("=")
        parts = head.split(".")
        if not equals or len(parts) != 3 or not parts[0].startswith("s"):
            return None
        serial, rev = parts[0][1:], parts[1]
        if not (serial.isascii() and serial.isdigit() and rev.isascii() and rev.isdigit()):
            return None
        return cls(int(serial), int(rev), parts[2], value)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The session as it shall be committed, what is said, and the key of the Problem if the input was not taken."""

    session: Session
    replies: tuple[Reply, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """`steps` in the order the person sees them. `finish` says the last word and may clear the session. `reread` looks
    at typed text before the open step does: it finds a changed mind. `locked` names the slot after which the earlier
    answers stand. `leave` is called when the person gives up."""

    name: str
    steps: Sequence[Step]
    finish: Callable[[Talk], Sequence[Reply]]
    reread: Callable[[Step, Talk], Answer | None] = lambda step, talk: None
    locked: str = ""
    leave: Callable[[Talk], Sequence[Reply]] = lambda talk: ()

    def begin(self, talk: Talk, answers: Answer | None = None) -> Outcome:
        """Opens it, with what is known already."""
        talk.session = talk.session.but(flow=self.name, serial=talk.session.serial + 1, draft={}, trail=())
        return self._take(talk, answers or {})

    def hear(self, talk: Talk) -> Outcome:
        """Anything the person says or taps while this dialogue is open."""
        incoming = talk.incoming
        if incoming.kind is Kind.TAP:
            return self._tapped(talk)
        if incoming.kind is Kind.OTHER and not self._takes(talk):
            return self._again(talk, Problem("unreadable"))
        if len(incoming.text) > self._longest(talk):
            return self._again(talk, Problem("too-long"))
        if incoming.text.strip().casefold() in BACK_WORDS:
            return self.back(talk)
        return self._reading(talk, lambda: self._typed(talk))

    def _longest(self, talk: Talk) -> int:
        step = self._open_step(talk)
        return MAX_TEXT if step is None else step.longest

    def ask(self, talk: Talk) -> Outcome:
        """The open question (again), or the end if nothing is open."""
        step = self._open_step(talk)
        if step is None:
            replies = tuple(self.finish(talk))
            ended = talk.session.but(flow=None, draft={}, trail=(), panel=None)
            return Outcome(ended, _edited(replies, talk))
        return Outcome(talk.session, _edited((self._question(step, talk),), talk))

    def back(self, talk: Talk) -> Outcome:
        """Opens the question answered last; where there is none, or the answers are locked, asks the open one."""
        trail, step = list(talk.session.trail), self._open_step(talk)
        if step is not None and talk.draft.get(f"{step.slot}{CHOICES}"):
            draft = {name: value for name, value in talk.draft.items() if name != f"{step.slot}{CHOICES}"}
        elif trail and not self._is_locked(talk):
            draft = self._without(talk.draft, trail.pop())
        else:
            return self.ask(talk)
        talk.session = talk.session.but(draft=draft, trail=tuple(slot for slot in trail if slot in draft))
        return self.ask(talk)

    def _tapped(self, talk: Talk) -> Outcome:
        tap = Tap.parse(talk.incoming.text)
        if tap is None or tap.serial != talk.session.serial:
            return stale_other(talk)
        if tap.slot == "back":
            return self.back(talk) if tap.rev == talk.session.rev else self._stale(talk)
        step = next((s for s in self.steps if s.slot == tap.slot), None)
        if step is None or not self._is_live(step, tap, talk):
            return self._stale(talk)
        words = replace(talk.incoming, text=tap.value)
        return self._reading(talk, lambda: step.read(words, talk))

    def _takes(self, talk: Talk) -> bool:
        """Is what came a file, and the open question one that takes files?"""
        step = self._open_step(talk)
        return step is not None and step.takes_files and talk.incoming.attachment is not None

    def _is_live(self, step: Step, tap: Tap, talk: Talk) -> bool:
        """May this button still be tapped? Not once the answers are locked, nor if what it rests on has changed."""
        dated = talk.draft.get(DATED, {})
        if self._is_locked(talk) and self._place(step.slot) <= self._place(self.locked):
            return False
        if any(need not in talk.draft for need in step.needs):
            return False
        return all(dated.get(name, 0) <= tap.rev for name in (*step.needs, *step.lists))

    def _typed(self, talk: Talk) -> Answer:
        step = self._open_step(talk)
        if step is None:
            return {}
        if talk.incoming.kind is Kind.TEXT and not self._is_locked(talk):
            changed = self.reread(step, talk)
            if changed is not None:
                return changed
        return step.read(talk.incoming, talk)

    def _reading(self, talk: Talk, read: Callable[[], Answer]) -> Outcome:
        try:
            answer = read()
        except Problem as problem:
            return self._again(talk, problem)
        return self._take(talk, answer)

    def _take(self, talk: Talk, answer: Answer) -> Outcome:
        """Fills slots in; what rested on a changed one is opened again."""
        draft, trail = dict(talk.draft), list(talk.session.trail)
        problem: Problem | None = answer.get(PROBLEM)
        for slot, value in answer.items():
            if slot == PROBLEM:
                continue
            if slot in draft and draft[slot] != value:
                draft = self._without(draft, slot)
            if value is None:
                continue
            if slot not in draft:  # the same answer again changes nothing, nor makes buttons old
                draft[slot] = value
                draft[DATED] = {**draft.get(DATED, {}), slot: talk.session.rev + 1}
            trail.append(slot)
        order = tuple(step.slot for step in self.steps if step.slot in trail and step.slot in draft)
        talk.session = talk.session.but(draft=draft, trail=order)
        return self.ask(talk) if problem is None else self._noted(self.ask(talk), problem, talk)

    def _noted(self, asked: Outcome, problem: Problem, talk: Talk) -> Outcome:
        """The question, below what of the answer could not be taken."""
        words = talk.say.text(f"problem-{problem.key}", **problem.args_for_text)
        first, *rest = asked.replies
        first = first.but(text=f"{words}\n\n{first.text}")
        return Outcome(asked.session, (first, *rest), problem.key)

    def _without(self, draft: Mapping[str, Any], slot: str) -> dict[str, Any]:
        """The draft without this slot and all that rests on it."""
        gone = {slot}
        for step in self.steps:
            if gone.intersection(step.needs):
                gone.add(step.slot)
        return {name: value for name, value in draft.items() if name not in gone}

    def _again(self, talk: Talk, problem: Problem) -> Outcome:
        """What was wrong, and the open question: as a box over the chat for a tap, in one message for words."""
        if talk.tapped:
            words = talk.say.label(f"problem-{problem.key}", **problem.args_for_text)
            return Outcome(talk.session, (Reply(toast=words, alert=True),), problem.key)
        words = talk.say.text(f"problem-{problem.key}", **problem.args_for_text)
        step = self._open_step(talk)
        if step is None:
            return Outcome(talk.session, (Reply(text=words),), problem.key)
        question = self._question(step, talk)
        question = question.but(text=f"{words}\n\n{question.text}")
        return Outcome(talk.session, (question,), problem.key)

    def _stale(self, talk: Talk) -> Outcome:
        """An old button: say so kindly, and show where we are, unless that is the very message."""
        if talk.incoming.message_id == talk.session.panel:
            toast = Reply(toast=talk.say.label("stale-button"))
            return Outcome(talk.session, (toast,), "stale-button")
        asked = self.ask(talk)
        first, *rest = asked.replies or (Reply(),)
        first = first.but(toast=talk.say.label("stale-button"), edit=False)
        return Outcome(asked.session, (first, *rest), "stale-button")

    def _question(self, step: Step, talk: Talk) -> Reply:
        """The step's question with a way back; if it cannot even be asked (a train that is gone), why not."""
        try:
            question = step.ask(talk).but(panel=True)
        except Problem as problem:
            words = talk.say.text(f"problem-{problem.key}", **problem.args_for_text)
            question = Reply(text=words, panel=True)
        can_go_back = (talk.session.trail and step.goes_back) or talk.draft.get(f"{step.slot}{CHOICES}")
        if can_go_back and not self._is_locked(talk) and question.keyboard is None:
            back = talk.button(talk.say.label("button-back"), "back", "1")
            return question.but(buttons=(*question.buttons, (back,)))
        return question

    def _open_step(self, talk: Talk) -> Step | None:
        return next((s for s in self.steps if s.slot not in talk.draft and s.wanted(talk)), None)

    def _is_locked(self, talk: Talk) -> bool:
        return bool(self.locked) and self.locked in talk.draft

    def _place(self, slot: str) -> int:
        return [step.slot for step in self.steps].index(slot)


def stale_other(talk: Talk) -> Outcome:
    """A button of an earlier conversation, or of nobody's making."""
    toast = Reply(toast=talk.say.label("stale-other"), alert=True)
    return Outcome(talk.session, (toast,), "stale-other")


def _edited(replies: tuple[Reply, ...], talk: Talk) -> tuple[Reply, ...]:
    """A tap on the open question changes that message instead of sending another."""
    if not (talk.tapped and talk.incoming.message_id == talk.session.panel and replies):
        return replies
    first, *rest = replies
    can_edit = first.picture is None and first.keyboard in (None, Keyboard.REMOVE)
    return (first.but(edit=can_edit, keyboard=None if can_edit else first.keyboard), *rest)
