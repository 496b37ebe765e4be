"""Histories: how many of those who waited got a berth, by train, class, waiting list and band of numbers."""

from collections import defaultdict
from collections.abc import Mapping

from domain.chances import History, Outcomes
from domain.ids import TrainId
from domain.inventory import RunKey
from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass
from storage.items import encode
from storage.keys import history_key, run_partition
from storage.schema import Key
from storage.transaction import Transaction
from storage.writes import Write

_BERTH, _WAITED = "berth", "waited"


class Histories:
    """See domain.ports.Histories. A row for each class of a train, whose attribute `GNWL/6/berth` counts those of the
    band from 6 who got one, and `GNWL/6/waited` those who did not. They are raised together with a flag in the run's
    META, under the condition that it was not there: so a run counts once, whoever dies on the way."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._rows = transaction.rows("inventory")

    def counted(self, key: RunKey) -> bool:
        return "counted" in (self._rows.get(_meta(key)) or {})

    def count(self, key: RunKey, outcomes: Mapping[TravelClass, Mapping[WaitingList, History]]) -> None:
        once = "attribute_exists(PK) AND attribute_not_exists(counted)"
        self._transaction.add(Write("Update", "inventory", _meta(key), {"counted": encode(True)}, condition=once))
        for travel_class, lists in outcomes.items():
            adds: dict[str, int] = {}
            for listed, history in lists.items():
                for first, found in history.items():
                    adds |= {f"{listed}/{first}/{_BERTH}": found.berth, f"{listed}/{first}/{_WAITED}": found.waited}
            self._transaction.add(Write("Update", "inventory", history_key(key.train_id, travel_class), adds=adds))

    def of(self, train_id: TrainId, travel_class: TravelClass, waiting_list: WaitingList) -> History:
        row = self._rows.get(history_key(train_id, travel_class)) or {}
        cases: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for name, value in row.items():
            listed, _, rest = name.partition("/")
            if listed == waiting_list:
                first, _, word = rest.partition("/")
                cases[int(first)][word] = int(value["N"])
        return {first: Outcomes(found[_BERTH], found[_WAITED]) for first, found in cases.items()}


def _meta(key: RunKey) -> Key:
    return run_partition(key.train_id, key.run_date), "META"
