"""One update of the staff group. There is no session: an act is done once for each update by its own claim."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from domain.errors import Busy
from domain.sessions import Session
from handlers.desk.router import DeskRouter
from handlers.incoming import Incoming
from handlers.reply import Reply
from handlers.texts import say
from handlers.turns import Bill, Turn

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTurn(Turn):
    """With the update that it answers."""

    said: Incoming


class DeskTurns:
    """Runs updates of the group, as Turns does those of private chats. Blocking."""

    def __init__(self, router: DeskRouter) -> None:
        self._router = router

    def run(self, incoming: Incoming) -> Turn:
        """Busy if the store stays away: the update may come again. Trouble on our side becomes kind words."""
        try:
            replies = self._router.answer(incoming)
        except Busy:
            raise
        except Exception:
            log.exception("an act of the desk failed", extra={"update_id": incoming.update_id})
            words = say(incoming.language)
            tapped = incoming.callback_id is not None
            sorry = Reply(toast=words.label("sorry-failed"), alert=True) if tapped else None
            replies = (sorry or Reply(text=words.text("sorry-failed")),)
        return DeskTurn(Session(chat_id=incoming.chat_id), replies, said=incoming)

    def sent(self, turn: Turn, panel: int | None, bills: Sequence[Bill] = ()) -> tuple[int, ...]:
        """Which message asks is noted, for answers reply to it. Raises Busy."""
        if isinstance(turn, DeskTurn) and panel is not None:
            self._router.shown(turn.said, panel)
        return ()
