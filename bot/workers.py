"""Workers: the processes that share the jobs and the due list, each with a part of its own."""

import asyncio
import os
import socket
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from bot.logs import logger
from storage.leases import Board, Leases, Worker
from storage.schema import NEWS_SHARDS

BEAT = 1.0  # seconds between looks while something that should be ours is not
LONG_BEAT = 5.0  # otherwise
LIFE = timedelta(seconds=20)  # a worker that is silent for so long is dead, and what it held is taken over
_NEWS = "news"
_log = logger(__name__)


class Workers:
    """This process among the others. Every thing to be done has a name and is held by one worker at a time; who that
    shall be follows from the names of all that live, so nobody has to be asked. A worker that comes is given its part
    within seconds; one that dies loses its own after LIFE, at once if it died on this machine.

    Times are this machine's: the clocks of all workers have to agree within a few seconds. Only the news and the jobs
    are held so; that two workers may for a moment both take something for theirs does no harm, because each of their
    writes is conditional."""

    def __init__(
        self, leases: Leases, clock: Callable[[], datetime] = lambda: datetime.now(UTC), machine: str = ""
    ) -> None:
        self._leases = leases
        self._clock = clock
        self._machine = machine or this_machine()
        self._things = [_shard_name(shard) for shard in range(NEWS_SHARDS)]
        self._worker: Worker | None = None
        self._held: set[str] = set()
        self._lives_until = 0.0
        self._next_beat = 0.0

    def share(self, jobs: Sequence[str]) -> None:
        """These jobs are done by one of the workers each."""
        self._things += jobs

    def holds(self, thing: str) -> bool:
        """Is it ours to do now?"""
        return thing in self._held and time.monotonic() < self._lives_until

    def has_job(self, job: str) -> bool:
        """Is this job ours to run now? One that is not shared is everybody's."""
        return job not in self._things or self.holds(job)

    def shards(self) -> list[int]:
        """The parts of the due list that are ours to push."""
        return [shard for shard in range(NEWS_SHARDS) if self.holds(_shard_name(shard))]

    async def beat(self) -> None:
        """To be called each BEAT seconds: tell that we live, see who else does, and take or give up what that asks."""
        if time.monotonic() >= self._next_beat:
            lacking = await asyncio.to_thread(self.settle)
            self._next_beat = time.monotonic() + (BEAT if lacking else LONG_BEAT)

    def settle(self) -> bool:
        """One beat, blocking; True if something that should be ours is still another's."""
        now, begun = self._clock(), time.monotonic()
        worker = self._present(now)
        board = self._leases.board()
        for other in board.workers.values():
            if other.name != worker.name and (other.until < now or _died_here(other, worker)):
                _log.warning("a worker is gone: its part is taken over", worker=other.name)
                self._leases.remove(other)
        board = self._leases.board()
        wanted = self._dealt(board, worker.name)
        for thing in self._held - wanted:
            self._held.discard(thing)
            self._leases.give_up(thing, worker.name)
        self._held &= {thing for thing, holder in board.holders.items() if holder == worker.name}
        for thing in wanted - self._held:
            before = board.holders.get(thing)
            if before not in board.workers and self._leases.take(thing, worker.name, before):
                self._held.add(thing)
        self._lives_until = begun + LIFE.total_seconds()
        return bool(wanted - self._held)

    def leave(self) -> None:
        """Give all up at the end, so that the others need not wait for us to be dead."""
        if self._worker is None:
            return
        for thing in self._held:
            self._leases.give_up(thing, self._worker.name)
        self._held = set()
        self._leases.remove(self._worker)

    def _present(self, now: datetime) -> Worker:
        """Us, with our time prolonged. Who was taken for dead comes back under another name, with nothing in hand."""
        until = now + LIFE
        if self._worker and self._leases.prolong(self._worker.name, until):
            self._worker = Worker(self._worker.name, until, self._worker.host, self._worker.pid)
            return self._worker
        self._held = set()
        self._worker = Worker(uuid4().hex[:12], until, self._machine, os.getpid())
        self._leases.join(self._worker)
        return self._worker

    def _dealt(self, board: Board, name: str) -> set[str]:
        """What shall be ours: the things go round the workers, in the order of their names."""
        living = sorted({*board.workers, name})
        return {thing for place, thing in enumerate(self._things) if living[place % len(living)] == name}


def _died_here(other: Worker, worker: Worker) -> bool:
    """A process of this machine that is no more, or whose number is ours now."""
    if other.host != worker.host:
        return False
    if other.pid == worker.pid:
        return True
    try:
        os.kill(other.pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def this_machine() -> str:
    """Where process numbers mean what they mean to us: of containers on one machine, each its own."""
    try:
        return f"{socket.gethostname()} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return socket.gethostname()


def _shard_name(shard: int) -> str:
    return f"{_NEWS}#{shard}"
