"""What happens by itself to berths, tickets and accounts: a job each, and how often it runs."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.logs import logger
from bot.measures import Measures
from bot.scheduler import Work
from domain.ports import Clock
from handlers.services import Services

EXPIRY_SECONDS = 1.0
PROMOTION_SECONDS = 5.0  # only for runs whose promotion was cut short
CHART_SECONDS = 15.0
ALERT_SECONDS = 2.0
GIVING_BACK_SECONDS = 10.0
LEAVING_SECONDS = 60.0  # only for accounts whose end was cut short
BROADCAST_SECONDS = 2.0
_log = logger(__name__)


class BookingJobs:
    """Each may run in many workers at once: what it does is conditional on what it finds."""

    def __init__(self, services: Services, clock: Clock, measures: Measures) -> None:
        self._services = services
        self._clock = clock
        self._measures = measures

    def all(self) -> dict[str, tuple[float, Work]]:
        """For the scheduler."""
        services = self._services
        return {
            "expiry": (EXPIRY_SECONDS, self._expire),
            "promotion": (PROMOTION_SECONDS, self._plain(services.promoting.run)),
            "alerts": (ALERT_SECONDS, self._plain(services.alerting.run)),
            "charts": (CHART_SECONDS, self._chart),
            "cancelled trains": (GIVING_BACK_SECONDS, self._give_back),
            "leaving": (LEAVING_SECONDS, self._plain(services.leaving.run)),
            "broadcasts": (BROADCAST_SECONDS, self._plain(services.broadcasting.run)),
        }

    def _plain(self, run: Callable[[datetime], object]) -> Work:
        async def work() -> None:
            await asyncio.to_thread(run, self._clock.now())

        return work

    async def _expire(self) -> None:
        sweep = await asyncio.to_thread(self._services.agenda.run, self._clock.now())
        self._measures.expired.inc(sweep.ended)
        for trouble in sweep.troubles:
            _log.warning(trouble)

    async def _chart(self) -> None:
        done = await asyncio.to_thread(self._services.charting.run, self._clock.now())
        if done.charts:
            _log.info("charts made", charts=done.charts, dropped=done.dropped)

    async def _give_back(self) -> None:
        done = await asyncio.to_thread(self._services.giving_back.run, self._clock.now())
        if done.tickets or done.holds:
            _log.info("cancelled trains given back", tickets=done.tickets, holds=done.holds)
        for trouble in done.troubles:
            _log.warning(trouble)
