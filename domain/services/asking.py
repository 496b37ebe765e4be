"""Asking staff: a question that the bot asks one of the desk stays open until it is answered, left or forgotten."""

from domain.ports import Units
from domain.questions import Question
from domain.services.staffing import Hand


class Asking:
    """One at a time for each of the staff; what is answered has still to pass the right of its act."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def ask(self, question: Question) -> None:
        """In place of any other that is open."""
        with self._units() as work:
            work.questions.ask(question)

    def open(self, hand: Hand) -> Question | None:
        """What they were asked last, if it is still open."""
        with self._units() as work:
            return work.questions.of(hand.telegram_id, hand.now)

    def close(self, hand: Hand) -> None:
        """It is answered, or left."""
        with self._units() as work:
            work.questions.close(hand.telegram_id)
