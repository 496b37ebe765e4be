"""What happens to money by itself: refunds followed, open payments finished, the gateway's books compared with ours."""

import asyncio

from bot.logs import logger
from bot.scheduler import Work
from domain.ports import Clock
from domain.services.reconciling import TURN
from handlers.services import Services

REFUND_SECONDS = 5.0
OPEN_SECONDS = 30.0
COMPARE_SECONDS = TURN.total_seconds()
_log = logger(__name__)


def payment_jobs(services: Services, clock: Clock) -> dict[str, tuple[float, Work]]:
    """The jobs for the scheduler: each may run in many workers at once."""

    async def refund() -> None:
        _warn((await asyncio.to_thread(services.refunding.run, clock.now())).troubles)

    async def finish() -> None:
        _warn((await asyncio.to_thread(services.reconciling.run, clock.now())).troubles)

    async def compare() -> None:
        found = await asyncio.to_thread(services.reconciling.compare_in_turn, clock.now())
        _warn(found.troubles)
        for difference in found.differences:
            told = {"ours": difference.ours, "theirs": difference.theirs, "payment": difference.payment_id}
            _log.error("the gateway tells otherwise", kind=difference.kind, reference=difference.reference, **told)

    return {
        "refunds": (REFUND_SECONDS, refund),
        "open payments": (OPEN_SECONDS, finish),
        "reconciling": (COMPARE_SECONDS, compare),
    }


def _warn(troubles: tuple[str, ...]) -> None:
    for trouble in troubles:
        _log.warning(trouble)
