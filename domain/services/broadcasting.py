"""Broadcasting: a message by the desk becomes news for each user of its audience, a page of them at a time."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from domain.adminlog import entry
from domain.broadcasts import Audience, Broadcast, BroadcastStatus, Progress, Shown, checked_texts
from domain.errors import NotFound
from domain.ids import BroadcastId, new_id
from domain.notifications import Notification, when_to_push
from domain.ports import UnitOfWork, Units
from domain.services.audiences import Audiences
from domain.services.retrying import until_settled
from domain.users import User

AHEAD = 500  # messages that wait to be sent, at the most: so a broadcast that is stopped stops, and lists stay short
PAGES = 20  # listed in one round, at the most


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a broadcast would reach: users whom it would be sent to, by language; those who would only find it in their
    inbox, because they want no promos; and those who blocked the bot."""

    by_language: dict[str, int]
    inbox_only: int
    gone: int


class Broadcasting:
    """Each page is listed in one transaction with the place that was reached, so nobody is told twice or left out,
    whoever dies on the way. Who may broadcast is for the caller to decide."""

    def __init__(self, units: Units, audiences: Audiences) -> None:
        self._units = units
        self._audiences = audiences

    def begin(
        self,
        texts: dict[str, str],
        audience: Audience,
        actor_id: str,
        now: datetime,
        broadcast_id: BroadcastId | None = None,
    ) -> Broadcast:
        """The broadcast that a running bot will now carry out; the one that is there if `broadcast_id` began already.
        Problem `broadcast-empty`, `broadcast-long` or `broadcast-audience`."""
        self._audiences.check(audience)
        fresh = Broadcast(
            broadcast_id=broadcast_id or BroadcastId(new_id(now)),
            actor_id=actor_id,
            texts=checked_texts(texts),
            audience=audience,
            created_at=now,
            updated_at=now,
        )
        return until_settled(partial(self._added, fresh))

    def stop(self, broadcast_id: BroadcastId, actor_id: str, now: datetime) -> Progress:
        """Nothing more of it is sent; what is being sent this moment may still arrive. Raises NotFound."""
        until_settled(partial(self._stopped, broadcast_id, actor_id, now))
        return self.progress(broadcast_id)[1]

    def show(self, broadcast_id: BroadcastId, shown: Shown) -> None:
        """From now on this message shows how far it is."""

        def attempt(_: int) -> None:
            with self._units() as work:
                work.broadcasts.save(work.broadcasts.get(broadcast_id).but(shown=shown))
                work.commit()

        until_settled(attempt)

    def progress(self, broadcast_id: BroadcastId) -> tuple[Broadcast, Progress]:
        """Raises NotFound."""
        with self._units() as work:
            broadcast = work.broadcasts.get(broadcast_id)
            return broadcast, work.broadcasts.progress(broadcast)

    def text(self, broadcast_id: BroadcastId, language: str) -> str:
        """What somebody reads whose language this is. Raises NotFound."""
        with self._units() as work:
            return work.broadcasts.get(broadcast_id).text(language)

    def latest(self, limit: int = 20) -> list[tuple[Broadcast, Progress]]:
        """Newest first."""
        with self._units() as work:
            return [(each, work.broadcasts.progress(each)) for each in work.broadcasts.latest(limit)]

    def reach(self, texts: dict[str, str], audience: Audience, now: datetime) -> Reach:
        """A rehearsal: writes nothing. Problems as of `begin`."""
        checked_texts(texts)
        self._audiences.check(audience)
        languages, inbox_only, gone = Counter[str](), 0, 0
        sample = Broadcast(
            broadcast_id=BroadcastId("rehearsal"), actor_id="", texts=texts, audience=audience,
            created_at=now, updated_at=now,
        )  # fmt: skip
        with self._units() as work:
            for user in self._audiences.everybody(work, audience):
                if user.blocked_at:
                    gone += 1
                elif _when(sample, user, now) is None:
                    inbox_only += 1
                else:
                    languages[user.preferences.language] += 1
        return Reach(dict(languages), inbox_only, gone)

    def run(self, now: datetime) -> int:
        """One round of listing for all that are running; how many messages were listed. The job holds a lease, for two
        workers that list the same page would only lose races to each other."""
        with self._units() as work:
            running = work.broadcasts.running()
        return sum(self._list(broadcast.broadcast_id, now) for broadcast in running)

    def _list(self, broadcast_id: BroadcastId, now: datetime) -> int:
        listed = 0
        for _ in range(PAGES):
            broadcast, progress = self.progress(broadcast_id)
            if broadcast.status is not BroadcastStatus.RUNNING or progress.left - broadcast.later >= AHEAD:
                break
            listed += until_settled(partial(self._page, broadcast_id, now))
        return listed

    def _page(self, broadcast_id: BroadcastId, now: datetime, _: int) -> int:
        with self._units() as work:
            broadcast = work.broadcasts.get(broadcast_id)
            if broadcast.status is not BroadcastStatus.RUNNING:
                return 0
            users, following = self._audiences.page(work, broadcast.audience, broadcast.cursor)
            later = self._add(work, broadcast, users, now)
            reached = broadcast.but(
                listed=broadcast.listed + len(users), later=broadcast.later + later, updated_at=now,
                cursor=broadcast.cursor if following is None else following,
                status=BroadcastStatus.LISTED if following is None else BroadcastStatus.RUNNING,
            )  # fmt: skip
            work.broadcasts.save(reached)
            work.commit()
            return len(users)

    def _add(self, work: UnitOfWork, broadcast: Broadcast, users: list[User], now: datetime) -> int:
        """A page's messages; how many of them wait for the end of quiet hours."""
        later, counted = 0, Counter[str]()
        for user in users:
            when = None if user.blocked_at else _when(broadcast, user, now)
            if when is None:
                counted["gone" if user.blocked_at else "kept"] += 1
            later += when is not None and when > now
            work.notifications.add(broadcast.to(user.user_id).but(due_at=when))
        work.broadcasts.count(broadcast.broadcast_id, **counted)
        return later

    def _added(self, fresh: Broadcast, _: int) -> Broadcast:
        with self._units() as work:
            try:
                return work.broadcasts.get(fresh.broadcast_id)
            except NotFound:
                pass
            work.broadcasts.add(fresh)
            about = {"audience": f"{fresh.audience.kind.value} {fresh.audience.value}".strip(), "texts": fresh.texts}
            log = entry("broadcast-begun", fresh.actor_id, fresh.broadcast_id, fresh.created_at, **about)
            work.logs.add(log)
            work.commit()
            return fresh

    def _stopped(self, broadcast_id: BroadcastId, actor_id: str, now: datetime, _: int) -> None:
        with self._units() as work:
            broadcast = work.broadcasts.get(broadcast_id)
            if broadcast.status is BroadcastStatus.STOPPED:
                return
            work.broadcasts.save(broadcast.but(status=BroadcastStatus.STOPPED, updated_at=now))
            log = entry("broadcast-stopped", actor_id, broadcast_id, now, before=broadcast.status.value)
            work.logs.add(log)
            work.commit()


def in_language(work: UnitOfWork, news: Notification, language: str) -> Notification | None:
    """A broadcast's message with its text in this language; None if no more of it shall be sent, as it was stopped or
    is not there. Other news as they are."""
    if not (broadcast_id := news.args.get("broadcast")):
        return news
    try:
        broadcast = work.broadcasts.get(BroadcastId(broadcast_id))
    except NotFound:
        return None
    if broadcast.status is BroadcastStatus.STOPPED:
        return None
    return news.but(args={**news.args, "text": broadcast.text(language)})


def _when(broadcast: Broadcast, user: User, now: datetime) -> datetime | None:
    return when_to_push(broadcast.to(user.user_id), user.preferences, now)
