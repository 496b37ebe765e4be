"""Jobs run by themselves, survive their failures, and are finished before the end."""

import asyncio

from bot.scheduler import Scheduler


def test_a_job_that_fails_is_run_again_and_others_are_not_disturbed() -> None:
    failed: list[int] = []
    ran: list[int] = []

    async def failing() -> None:
        failed.append(1)
        raise OSError("away")

    async def fine() -> None:
        ran.append(1)

    async def story() -> None:
        scheduler = Scheduler({"failing": (0.05, failing), "fine": (0.05, fine)})
        scheduler.start()
        async with asyncio.timeout(5):
            while len(failed) < 2 or len(ran) < 2:
                await asyncio.sleep(0.01)
        await scheduler.end()

    asyncio.run(story())


def test_what_is_under_way_is_finished_and_nothing_begins_after_the_end() -> None:
    begun: list[int] = []
    done: list[int] = []

    async def slow() -> None:
        begun.append(1)
        await asyncio.sleep(0.2)
        done.append(1)

    async def story() -> None:
        scheduler = Scheduler({"slow": (0.05, slow)})
        scheduler.start()
        while not begun:
            await asyncio.sleep(0.01)
        await scheduler.end()
        ended = len(begun)
        await asyncio.sleep(0.15)
        assert len(begun) == len(done) == ended

    asyncio.run(story())
