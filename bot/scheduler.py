"""What happens by itself: news pushed, holds expired, a new timetable taken up. One job never overlaps itself.

Nothing of it is in memory only: what is due is read from the store each time, and whatever a job does it does under
conditions of its own. So a lease (bot/workers.py) is no matter of being right, but of not doing the same work in every
worker: each job is done by the one that holds it. Free of leases are those of which each worker needs its own: the
leases' beat, taking up a new timetable, telling the traffic, and the news, whose shards are leased one by one."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from functools import partial

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import logger
from domain.errors import Busy

Work = Callable[[], Awaitable[object]]
LEASES = "leases"
EVERYWHERE = (LEASES, "news", "traffic", "timetable")  # done by every worker; all others by the one that holds them
_log = logger(__name__)
# It warns of every run that it skips because the one before goes on, which is what it was told to do.
logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)


def shared(jobs: Iterable[str]) -> list[str]:
    """The jobs that are done by one worker each, in the order of their names."""
    return sorted(set(jobs) - set(EVERYWHERE))


class Job:
    """A failure is logged once until the job succeeds again, and the job goes on."""

    def __init__(self, name: str, work: Work, mine: Callable[[], bool]) -> None:
        self._name = name
        self._work = work
        self._mine = mine
        self._failing = False
        self._running = asyncio.Lock()

    async def __call__(self) -> None:
        if not self._mine():
            return
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
    """Runs each named job every so many real seconds, between `start` and `end`, as long as it is ours to do (`mine`).
    LEASES begins at once."""

    def __init__(self, jobs: dict[str, tuple[float, Work]], mine: Callable[[str], bool] = lambda name: True) -> None:
        self._jobs = {name: Job(name, work, partial(mine, name)) for name, (_, work) in jobs.items()}
        self._scheduler = AsyncIOScheduler(executors={"default": AsyncIOExecutor()}, timezone="UTC")
        how = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        for name, (seconds, _) in jobs.items():
            first = {"next_run_time": datetime.now(UTC)} if name == LEASES else {}
            self._scheduler.add_job(self._jobs[name].__call__, "interval", id=name, seconds=seconds, **how, **first)

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
