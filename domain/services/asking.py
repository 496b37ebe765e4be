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

    def shown(self, hand: Hand, message_id: int) -> None:
        """What they were asked by this very update stands in this message, too."""
        question = self.open(hand)
        if question and question.asked_at == hand.now and message_id not in question.messages:
            self.ask(question.but(messages=(*question.messages, message_id)))

    def close(self, hand: Hand) -> None:
        """It is answered, or left."""
        with self._units() as work:
            work.questions.close(hand.telegram_id)
