"""What is counted and timed, for Prometheus; each running program has a registry of its own."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
_LATE = (0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600)


class Measures:
    """Turns, failures, news pushed, webhooks, and the timetable's size."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        self.turn = Histogram(
            "yatri_turn_seconds", "From an update to its last reply", buckets=_SECONDS, registry=self.registry
        )
        self.failures = Counter("yatri_turn_failures_total", "Turns that have to be run again", registry=self.registry)
        self.pushed = Counter(
            "yatri_notifications_total", "News pushed, by outcome", ["outcome"], registry=self.registry
        )
        self.lateness = Histogram(
            "yatri_notification_lateness_seconds",
            "From when news were due to when they were out",
            ["lane"],
            buckets=_LATE,
            registry=self.registry,
        )
        self.webhooks = Counter(
            "yatri_webhooks_total", "Webhooks, by sender and status", ["sender", "status"], registry=self.registry
        )
        self.expired = Counter("yatri_holds_expired_total", "Holds ended for lack of a payment", registry=self.registry)
        self.trains = Gauge("yatri_catalogue_trains", "Trains in the timetable", registry=self.registry)

    def text(self) -> bytes:
        """In Prometheus' text format."""
        return generate_latest(self.registry)
