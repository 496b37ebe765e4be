"""Special trains: rows of their own in `trains`, so that no import of a timetable touches them."""

from domain.errors import NotFound
from domain.specials import Special
from storage.entities import Entities
from storage.keys import SPECIALS_VERSION, special_key
from storage.transaction import Transaction
from storage.writes import Write


class Specials:
    """See domain.ports.specials. Every change also raises the version, in the same transaction: whoever reads the
    version first and the trains after it misses nothing for longer than until the next look."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._specials = Entities(transaction, "trains", Special, lambda special: special_key(special.number))
        self._rows = transaction.rows("trains")

    def all(self) -> list[Special]:
        partition, _ = special_key("")
        return list(map(self._specials.loaded, self._rows.query("PK = :all", {"all": partition})))

    def get(self, number: str) -> Special | None:
        try:
            return self._specials.get(special_key(number))
        except NotFound:
            return None

    def put(self, special: Special) -> None:
        keep = self._specials.save if special.rev else self._specials.add
        keep(special)
        self._transaction.add(Write("Update", "trains", SPECIALS_VERSION, adds={"version": 1}))

    def version(self) -> int:
        """0 before the first special ever."""
        row = self._rows.get(SPECIALS_VERSION)
        return int(row["version"]["N"]) if row else 0
