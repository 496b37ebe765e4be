"""One turn: load the session, let the router answer, commit, hand the replies to whoever sends them."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.errors import Busy, Conflict, YatriError
from domain.ports import Sessions
from domain.sessions import Session
from handlers.account.hiding import hidden
from handlers.dialogue import Outcome
from handlers.flood import MOST, counted, hushed
from handlers.incoming import Incoming
from handlers.reply import Reply
from handlers.router import Router
from handlers.texts import say

Bill = tuple[str, int]  # a booking, and the message that asks for its money
log = logging.getLogger(__name__)
ATTEMPTS = 8  # of one update, when other updates of its chat keep being first


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn decided: to be sent in order, then reported by `Turns.sent`. `asked`: the booking whose money was
    asked for by the question that was open before, and its message."""

    session: Session
    replies: tuple[Reply, ...]
    asked: Bill | None = None


class TurnRunner(Protocol):
    """What whoever brings updates needs to know of a conversation."""

    def run(self, incoming: Incoming) -> Turn: ...

    def sent(self, turn: Turn, panel: int | None, bills: Sequence[Bill] = ()) -> tuple[int, ...]: ...


class Turns:
    """Runs updates. Blocking; called in a thread. Two workers may run it for one chat: the session's rev decides."""

    def __init__(self, sessions: Sessions, router: Router, most: int = MOST) -> None:
        """`most`: updates a minute from one chat before it is hushed."""
        self._sessions = sessions
        self._router = router
        self._most = most

    def run(self, incoming: Incoming) -> Turn:
        """Never raises for what a person did. An update that was run before only yields what was not sent then.
        Busy if the store stays away: then nothing has been committed and the update may come again."""
        for _ in range(ATTEMPTS):
            session = self._sessions.load(incoming.chat_id)
            if incoming.update_id in session.seen:
                return Turn(session, tuple(Reply.model_validate(reply) for reply in session.unsent))
            asked = _asked(session)
            outcome = self._answered(session, incoming)
            replies = hidden(session, incoming, outcome.replies)
            stored = tuple(reply.model_dump(mode="json", exclude_defaults=True) for reply in replies)
            try:
                session = outcome.session.with_seen(incoming.update_id).but(unsent=stored)
                committed = self._sessions.commit(session, incoming.now)
            except Conflict:
                continue
            if outcome.problem:
                log.info("not taken: %s (%s, update %s)", outcome.problem, incoming.kind.value, incoming.update_id)
            return Turn(committed, replies, asked)
        raise Busy(f"update {incoming.update_id} lost {ATTEMPTS} races for its chat")

    def sent(self, turn: Turn, panel: int | None, bills: Sequence[Bill] = ()) -> tuple[int, ...]:
        """All replies are out; `panel` is the message id of the one with `panel=True`, or None; `bills` are the
        messages that ask for money beside it. Returns those that must not ask any more."""
        self._sessions.sent(turn.session, panel)
        if turn.asked and panel not in (None, turn.asked[1]):
            bills = (*bills, turn.asked)  # another question is open now, and that message still asks
        try:
            return self._router.billed(turn.session.chat_id, bills)
        except YatriError as trouble:  # the words are out: they only keep their buttons
            log.warning("not noted who is asked to pay: %s", trouble)
            return ()

    def _answered(self, session: Session, incoming: Incoming) -> Outcome:
        """The router's answer; trouble on our side becomes kind words, and the session stays as it was."""
        before, session = session, counted(session, incoming.now, self._most)
        try:
            hush = hushed(before, session, incoming)
            if hush and not self._router.is_staff(incoming):
                return hush
            return self._router.answer(session, incoming)
        except Busy as busy:
            log.warning("turn put off: %s", busy)
            return _sorry(session, incoming, "sorry-busy")
        except Exception:
            log.exception("turn failed", extra={"update_id": incoming.update_id, "kind": incoming.kind.value})
            return _sorry(session, incoming, "sorry-failed")


def _asked(session: Session) -> Bill | None:
    booking = session.draft.get("booking")
    return (str(booking), session.panel) if booking and session.panel else None


def _sorry(session: Session, incoming: Incoming, key: str) -> Outcome:
    words = say(session.language or incoming.language)
    if incoming.callback_id:
        return Outcome(session, (Reply(toast=words.label(key), alert=True),))
    return Outcome(session, (Reply(text=words.text(key)),))
