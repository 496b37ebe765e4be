"""One update of the staff group. There is no session: an act is done once for each update by its own claim."""

import logging

from domain.errors import Busy
from domain.sessions import Session
from handlers.desk.router import DeskRouter
from handlers.incoming import Incoming
from handlers.reply import Reply
from handlers.texts import say
from handlers.turns import Turn

log = logging.getLogger(__name__)


class DeskTurns:
    """Runs updates of the group, as Turns does those of private chats. Blocking."""

    def __init__(self, router: DeskRouter) -> None:
        self._router = router

    def run(self, incoming: Incoming) -> Turn:
        """Busy if the store stays away: the update may come again. Trouble on our side becomes kind words."""
        session = Session(chat_id=incoming.chat_id)
        try:
            return Turn(session, self._router.answer(incoming))
        except Busy:
            raise
        except Exception:
            log.exception("an act of the desk failed", extra={"update_id": incoming.update_id})
            words = say(incoming.language)
            if incoming.callback_id:
                return Turn(session, (Reply(toast=words.label("sorry-failed"), alert=True),))
            return Turn(session, (Reply(text=words.text("sorry-failed")),))

    def sent(self, turn: Turn, panel: int | None) -> None:
        """Nothing is kept of it."""
