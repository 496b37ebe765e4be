"""Questions: what the desk is asked by the bot and answers in words: an amount, a reason, the text of a broadcast."""

from datetime import timedelta

from pydantic import AwareDatetime

from domain.ids import ChatId
from domain.model import Value

OPEN_FOR = timedelta(minutes=15)


class Question(Value):
    """Open for one of the staff in one chat (and topic). `act` is done with `value` and what is answered; `messages`
    are those that ask, as far as their ids are known."""

    telegram_id: ChatId
    chat_id: ChatId
    thread_id: int | None = None
    messages: tuple[int, ...] = ()
    act: str
    value: str = ""
    asked_at: AwareDatetime
