"""Floods: a chat that sends far more than a person can mean is told so once, and then nothing until it calms."""

from datetime import datetime

from domain.sessions import Session
from handlers.dialogue import Outcome
from handlers.incoming import Incoming
from handlers.reply import Reply
from handlers.texts import say

MOST = 30  # updates a minute
WINDOW = 60  # seconds


def counted(session: Session, now: datetime, most: int = MOST) -> Session:
    """The session with one more update in its minute, which begins with the first one after the last minute ended.
    The one after `most` hushes the chat; that ends with a minute in which no more than `most` came."""
    at = int(now.timestamp())
    if session.minute <= at < session.minute + WINDOW:
        session = session.but(turns=session.turns + 1)
    else:
        session = session.but(minute=at, turns=1, hushed=session.hushed and session.turns > most)
    if session.turns > most and not session.hushed:
        return session.but(minute=at, turns=0, hushed=True)
    return session


def hushed(before: Session, session: Session, incoming: Incoming) -> Outcome | None:
    """What a hushed chat is answered: a kind word when it begins, then nothing (a tap's spinner still stops). None for
    a chat that is not hushed."""
    if not session.hushed:
        return None
    if before.hushed:
        return Outcome(session, ())
    words = say(session.language or incoming.language)
    if incoming.callback_id:
        return Outcome(session, (Reply(toast=words.label("problem-flood"), alert=True),), "flood")
    return Outcome(session, (Reply(text=words.text("problem-flood")),), "flood")
