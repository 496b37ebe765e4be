"""Jobs that finish what the desk began: tickets that follow a late train, the message that shows a broadcast."""

import asyncio

from bot.casts import CastProgress
from bot.logs import logger
from bot.scheduler import Work
from bot.telegram_send import Sender
from domain.ports import Clock
from handlers.services import Services

PROGRESS_SECONDS = 5.0
LATE_SECONDS = 10.0
_log = logger(__name__)


def desk_jobs(services: Services, clock: Clock, sender: Sender) -> dict[str, tuple[float, Work]]:
    """Each by its name, with the seconds between two rounds."""

    async def follow() -> None:
        done = await asyncio.to_thread(services.rescheduling.run, clock.now())
        if done.bookings:
            _log.info("tickets follow late trains", bookings=done.bookings)
        for trouble in done.troubles:
            _log.warning(trouble)

    return {
        "progress": (PROGRESS_SECONDS, CastProgress(services.broadcasting, sender, clock).run),
        "late trains": (LATE_SECONDS, follow),
    }
