"""Steps: an act of the desk that asks several things, one after the other; the answers are kept with the question."""

import json
from dataclasses import dataclass
from typing import Any

from domain.errors import Problem
from domain.questions import Question
from handlers.desk.talk import DeskTalk

Kept = dict[str, Any]  # the answers so far, and `step`: what is asked now


@dataclass(frozen=True, slots=True)
class Step:
    """What was said to the step that is asked now; `question` if it was a button."""

    kept: Kept
    said: str
    question: Question | None


def step_of(talk: DeskTalk, act: str, value: str, stale: str) -> Step | None:
    """None for who begins. Problem `stale` for a button of a step that is over, or of an act that was left: each names
    the step to which it belongs."""
    if talk.tapped and value:
        question = talk.services.asking.open(talk.hand)
        step, _, said = value.partition("|")
        kept: Kept = json.loads(question.value) if question and question.act == act else {"step": None}
        if kept["step"] != step:
            raise Problem(stale)
        return Step(kept, said, question)
    if talk.tapped or talk.incoming.text.startswith("/"):
        return None
    kept, end = json.JSONDecoder().raw_decode(value)
    return Step(kept, value[end:].removeprefix("|"), None)
