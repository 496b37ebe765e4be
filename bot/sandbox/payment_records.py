"""The payment service's memory: every link's record, found by what people ask with, and what is due."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping

from bot.sandbox.payment_links import LinkRecord, RazorpayError
from bot.sandbox.store import Json, Store

_NO_SUCH_ID = "The id provided does not exist"


class Records:
    """Records as they stand on disk; `save` after each change, for that is what finds them again."""

    def __init__(self, store: Store, kind: str) -> None:
        self._kind = kind
        self._store = store
        self._records = {key: LinkRecord(**value) for key, value in store.all(kind).items()}
        self._of_reference: dict[str, LinkRecord] = {}
        self._of_payment: dict[str, LinkRecord] = {}
        self._of_refund_key: dict[str, LinkRecord] = {}
        self._telling: dict[str, LinkRecord] = {}
        self._agenda: list[tuple[int, str]] = []
        for record in self._records.values():
            self._index(record)

    def __iter__(self) -> Iterator[LinkRecord]:
        return iter(self._records.values())

    def link(self, link_id: str) -> LinkRecord:
        """Raises RazorpayError."""
        return _known(self._records, link_id)

    def of_payment(self, payment_id: str) -> LinkRecord:
        """The link that a payment belongs to. Raises RazorpayError."""
        return _known(self._of_payment, payment_id)

    def find(self, some_id: str) -> LinkRecord | None:
        """By the id of a link or of a payment, or by the merchant's reference."""
        return self._records.get(some_id) or self._of_payment.get(some_id) or self.of_reference(some_id)

    def of_reference(self, reference_id: str) -> LinkRecord | None:
        """The link with this reference of the merchant's; never for an empty one."""
        record = self._of_reference.get(reference_id)
        return record if record and record.entity["reference_id"] == reference_id else None

    def of_refund_key(self, key: str) -> LinkRecord | None:
        """The link with a refund that was asked for with this idempotency key."""
        return self._of_refund_key.get(key)

    def save(self, record: LinkRecord) -> None:
        """On disk when it returns."""
        self._store.put(self._kind, record.link_id, record.stored())
        self._records[record.link_id] = record
        self._index(record)

    def due(self, now: int) -> Iterator[LinkRecord]:
        """Links on whose agenda something is due, each taken off the list: save it when it is done."""
        while self._agenda and self._agenda[0][0] <= now:
            yield self._records[heapq.heappop(self._agenda)[1]]

    def undelivered(self) -> Iterator[tuple[LinkRecord, Json]]:
        """Webhooks that nobody has taken yet, with the link that each belongs to."""
        return ((record, item) for record in list(self._telling.values()) for item in record.outbox)

    def _index(self, record: LinkRecord) -> None:
        if record.entity["reference_id"]:
            self._of_reference[record.entity["reference_id"]] = record
        self._of_payment |= {payment["id"]: record for payment in record.payments}
        self._of_refund_key |= dict.fromkeys(record.refund_keys, record)
        if record.agenda:
            heapq.heappush(self._agenda, (min(int(item["at"]) for item in record.agenda), record.link_id))
        if record.outbox:
            self._telling[record.link_id] = record
        else:
            self._telling.pop(record.link_id, None)


def _known(records: Mapping[str, LinkRecord], name: str) -> LinkRecord:
    if name not in records:
        raise RazorpayError(_NO_SUCH_ID)
    return records[name]
