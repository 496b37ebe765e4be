"""What happens by itself: news pushed, holds expired, a new timetable taken up. One job never overlaps itself."""

from collections.abc import Awaitable, Callable

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import logger
from domain.errors import Busy

Job = Callable[[], Awaitable[object]]
_log = logger(__name__)


def build_scheduler(jobs: dict[str, tuple[float, Job]]) -> AsyncIOScheduler:
    """A scheduler, not yet started, that runs each named job every so many real seconds."""
    scheduler = AsyncIOScheduler(executors={"default": AsyncIOExecutor()}, timezone="UTC")
    for name, (seconds, job) in jobs.items():
        scheduler.add_job(
            _guarded(name, job),
            "interval",
            id=name,
            seconds=seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    return scheduler


def _guarded(name: str, job: Job) -> Callable[[], Awaitable[None]]:
    """A failure is logged once until the job succeeds again, and the job goes on."""
    failing = False

    async def run() -> None:
        nonlocal failing
        try:
            await job()
            failing = False
        except Busy as error:
            if not failing:
                _log.warning("a job has to wait", job=name, error=str(error))
            failing = True
        except Exception:
            if not failing:
                _log.exception("a job failed", job=name)
            failing = True

    return run
