"""What happens by itself: news pushed, holds expired, a new timetable taken up. One job never overlaps itself."""

import asyncio
from collections.abc import Awaitable, Callable

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import logger
from domain.errors import Busy

Work = Callable[[], Awaitable[object]]
_log = logger(__name__)


class Job:
    """A failure is logged once until the job succeeds again, and the job goes on."""

    def __init__(self, name: str, work: Work) -> None:
        self._name = name
        self._work = work
        self._failing = False
        self._running = asyncio.Lock()

    async def __call__(self) -> None:
        async with self._running:
            try:
                await self._work()
            except Busy as error:
                self._failed(error)
            except Exception as error:
                self._failed(error, error)
            else:
                self._failing = False

    async def finished(self) -> None:
        """Returns when no run is under way."""
        async with self._running:
            return

    def _failed(self, why: Exception, trace: Exception | None = None) -> None:
        if not self._failing:
            _log.error("a job failed", job=self._name, error=f"{type(why).__name__}: {why}", exc_info=trace)
        self._failing = True


class Scheduler:
    """Runs each named job every so many real seconds, between `start` and `end`."""

    def __init__(self, jobs: dict[str, tuple[float, Work]]) -> None:
        self._jobs = {name: Job(name, work) for name, (_, work) in jobs.items()}
        self._scheduler = AsyncIOScheduler(executors={"default": AsyncIOExecutor()}, timezone="UTC")
        how = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        for name, (seconds, _) in jobs.items():
            self._scheduler.add_job(self._jobs[name].__call__, "interval", id=name, seconds=seconds, **how)

    def start(self) -> None:
        """In the running event loop."""
        self._scheduler.start()

    async def end(self) -> None:
        """Begin no more; what is under way is finished, for a message that was sent has to be noted as sent."""
        if self._scheduler.running:
            self._scheduler.pause()
            for job in self._jobs.values():
                await job.finished()
            self._scheduler.shutdown(wait=False)
