"""Alerting: keeping what people asked to be told of, and telling it: openings by their time, berths as they come."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache, partial

from domain.alerts import FARTHEST, HEAD_START, MAX_ALERTS, Alert, AlertKind, Wanted
from domain.allocation import available
from domain.availability import AvailabilityKind
from domain.bookings import check_journey_date
from domain.catalogue import Catalogue
from domain.errors import Conflict, Problem
from domain.ids import AlertId, StationCode, UserId, same_id
from domain.inventory import RunKey, RunState, legs_between
from domain.journeys import Journey
from domain.notifications import NotifType, news
from domain.ports import Units
from domain.quotas import Quota
from domain.railtime import today
from domain.rules.openings import TATKAL_QUOTAS, opens_at
from domain.rules.tariffs import tariff_on
from domain.services.retrying import until_settled
from domain.services.searching import BOOKING_CLOSES, Searching, is_open
from domain.trains import TravelClass

A_FEW = 5  # watchers of a class who are told at once, and never more than there are berths
AGAIN = timedelta(minutes=5)  # if berths are left by then, the next watchers are told
LISTED = 1000  # watchers of a class of a run that are looked at


class AlertingService:
    """Every call may be repeated, and many workers may tell at once: an alert is taken away with the news of it."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units, searching: Searching) -> None:
        self._catalogue = catalogue
        self._units = units
        self._searching = searching

    def opening(self, wanted: Wanted) -> datetime:
        """When what is wanted opens, in Asia/Kolkata. Problem `train-not-that-day`, `no-tatkal`."""
        journey = self._journey(wanted) if wanted.train_number else None
        travel_class = wanted.travel_class or TravelClass.SLEEPER
        run_date = journey.run_date if journey else wanted.journey_date
        if wanted.quota in TATKAL_QUOTAS and travel_class not in tariff_on(wanted.journey_date).tatkal:
            raise Problem("no-tatkal", travel_class=travel_class)
        return opens_at(wanted.quota, travel_class, wanted.journey_date, run_date)

    def remind(self, user_id: UserId, wanted: Wanted, now: datetime) -> Alert:
        """Tells of the opening shortly before it. Problem `alert-too-far`, `open-already`, `too-many-alerts`, and those
        of `opening`."""
        if wanted.journey_date - today(now) > FARTHEST:
            raise Problem("alert-too-far")
        opens = self.opening(wanted)
        if opens <= now:
            raise Problem("open-already")
        alert = self._alert(user_id, AlertKind.OPENING, wanted, now, ends_at=opens + timedelta(days=1))
        return self._keep(alert.but(at=opens, due_at=max(now, opens - HEAD_START)), now)

    def watch(self, user_id: UserId, wanted: Wanted, now: datetime) -> Alert:
        """Tells when a berth is free. Problem `watch-free-now`, `watch-too-late`, `train-cancelled`, `date-past`,
        `date-too-far`, `train-not-that-day`, `train-without-class` or `too-many-alerts`."""
        check_journey_date(wanted.journey_date, today(now))
        journey = self._journey(wanted)
        if not is_open(journey, now, wanted.quota):
            raise Problem("watch-too-late")
        (offers,) = self._searching.of_journeys([journey], now, wanted.quota)
        offer = next((offer for offer in offers if offer.travel_class is wanted.travel_class), None)
        if offer is None:
            raise Problem("train-without-class", train=wanted.train_number)
        if offer.availability.kind is AvailabilityKind.TRAIN_CANCELLED:
            raise Problem("train-cancelled", train=journey.train.name)
        if offer.free:
            raise Problem("watch-free-now", free=offer.free)
        ends_at = journey.departure_at - BOOKING_CLOSES
        return self._keep(self._alert(user_id, AlertKind.BERTH, wanted, now, ends_at=ends_at), now)

    def of_user(self, user_id: UserId, now: datetime) -> list[Alert]:
        """Those that may still be told, by the day of the journey."""
        with self._units() as work:
            kept = [alert for alert in work.alerts.of_user(user_id) if alert.ends_at > now]
        return sorted(kept, key=lambda alert: (alert.journey_date, alert.created_at))

    def opening_of(self, user_id: UserId, alert_id: AlertId) -> Alert:
        """This one of the user's, of an opening that they have not been told of yet. Problem `stale` for any other."""
        with self._units() as work:
            alert = work.alerts.get(user_id, alert_id)
        if alert is None or alert.at is None:
            raise Problem("stale")
        return alert

    def remove(self, user_id: UserId, alert_id: AlertId) -> None:
        """Whether it is there or not."""
        with self._units() as work:
            if alert := work.alerts.get(user_id, alert_id):
                work.alerts.remove(alert)
                work.commit()

    def run(self, now: datetime) -> int:
        """Tells of the openings that are due, and looks again at runs on which berths were left; how many were told."""
        with self._units() as work:
            openings, runs = work.alerts.due(now), work.alerts.to_watch(now)
        told = sum(self._tell(alert, now) for alert in openings)
        for key, at in runs:
            told += self.freed(key, now)
            with self._units() as work:
                work.alerts.watched(key, at)
                work.commit()
        return told

    def freed(self, key: RunKey, now: datetime) -> int:
        """Berths of this run may have come free, and whoever waited for them has moved up: tells those who watch it
        longest, as many as there are berths, a few at a time; how many were told."""
        with self._units() as work:
            classes = work.alerts.watched_classes(key)
            state = work.runs.load(key) if classes else None
        if state is None or state.cancelled:
            return 0
        told = [self._freed_of(state, travel_class, now) for travel_class in classes]
        if any(left for _, left in told):
            with self._units() as work:
                work.alerts.watch_again(key, now + AGAIN)
                work.commit()
        return sum(count for count, _ in told)

    def _freed_of(self, state: RunState, travel_class: TravelClass, now: datetime) -> tuple[int, bool]:
        """How many watchers of a class were told, and whether there are berths for more of them."""
        with self._units() as work:
            watchers = work.alerts.watchers(state.run.key, travel_class, LISTED)
        free = cache(partial(_free, state, travel_class))
        told: Counter[Quota] = Counter()
        left = False
        for alert in watchers:
            berths = free(alert.origin, alert.destination, alert.quota) if alert.ends_at > now else 0
            if told[alert.quota] < min(berths, A_FEW):
                told[alert.quota] += self._tell(alert, now, free=str(berths))
            elif berths:
                left = True
        return told.total(), left

    def _tell(self, alert: Alert, now: datetime, **args: str) -> bool:
        """Once, with the alert taken away; False if another was faster, or its user took it away."""
        with suppress(Conflict), self._units() as work:
            work.alerts.told(alert)
            work.notifications.add(
                news(alert.user_id, NotifType.ALERT, _title(alert), None, now, **_words(alert), **args)
            )
            work.commit()
            return True
        return False

    def _journey(self, wanted: Wanted) -> Journey:
        ends = wanted.origin, wanted.destination
        journey = self._catalogue().timetable.journey(wanted.train_number, *ends, wanted.journey_date)
        if journey is None:
            raise Problem("train-not-that-day", train=wanted.train_number)
        return journey

    def _alert(self, user_id: UserId, kind: AlertKind, wanted: Wanted, now: datetime, *, ends_at: datetime) -> Alert:
        journey = self._journey(wanted) if wanted.train_number else None
        about = (kind, wanted.train_number, wanted.travel_class or "", wanted.quota, wanted.origin, wanted.destination)
        return Alert(
            alert_id=AlertId(same_id(ends_at, *about, wanted.journey_date.isoformat())),
            user_id=user_id,
            kind=kind,
            origin=wanted.origin,
            destination=wanted.destination,
            journey_date=wanted.journey_date,
            run_date=journey.run_date if journey else None,
            train_id=journey.train.train_id if journey else None,
            train_name=journey.train.name if journey else "",
            travel_class=wanted.travel_class,
            quota=wanted.quota,
            ends_at=ends_at,
            created_at=now,
            updated_at=now,
        )

    def _keep(self, alert: Alert, now: datetime) -> Alert:
        """As it is kept: what was asked for before stays as it was. Problem `too-many-alerts`."""

        def attempt(_: int) -> Alert:
            with self._units() as work:
                if kept := work.alerts.get(alert.user_id, alert.alert_id):
                    return kept
                if len([one for one in work.alerts.of_user(alert.user_id) if one.ends_at > now]) >= MAX_ALERTS:
                    raise Problem("too-many-alerts", most=MAX_ALERTS)
                work.alerts.add(alert)
                work.commit()
                return alert

        return until_settled(attempt)


def _free(
    state: RunState, travel_class: TravelClass, origin: StationCode, destination: StationCode, quota: Quota
) -> int:
    """Berths free for who watches these."""
    span = state.run.span(0, 1, origin, destination)
    return available(state, travel_class, legs_between(*span), quota) if span else 0


def _title(alert: Alert) -> str:
    if alert.kind is AlertKind.BERTH:
        return "told-berth-free"
    return "told-opening" if alert.train_id else "told-opening-day"


def _words(alert: Alert) -> dict[str, str]:
    """What its news are worded from, and what a tap on them begins to book."""
    words = {
        "origin": alert.origin,
        "destination": alert.destination,
        "date": alert.journey_date.isoformat(),
        "quota": alert.quota.value,
        "ends_at": alert.ends_at.isoformat(),
    }
    words |= {"number": alert.train_id, "name": alert.train_name} if alert.train_id else {}
    words |= {"class": alert.travel_class.value} if alert.travel_class else {}
    return words | ({"at": alert.at.isoformat()} if alert.at else {})
