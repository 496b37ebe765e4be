"""Calls for a second person on every engine: of several who would tell the group one does, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from domain.approvals import Call, CallKind
from domain.errors import Busy
from domain.services.calling import LEASE, Calling
from tests.contract.samples import NOW
from tests.engines import Storage


def test_one_at_a_time_tells_it_and_whoever_dies_leaves_it_to_others(storage: Storage) -> None:
    calling, call = Calling(storage.units), Call(kind=CallKind.MONEY, about=str(uuid4()))
    with storage.units() as work:
        work.approvals.call(call, NOW)
        work.commit()
    assert call in calling.waiting()

    def take(_: int) -> bool:
        try:
            return calling.take(call, NOW)
        except Busy:
            return False

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(take, range(4))) <= 1
    assert not calling.take(call, NOW + LEASE / 2)
    assert calling.take(call, NOW + LEASE)
    calling.done(call)
    assert call not in calling.waiting()
    assert not calling.take(call, NOW + LEASE * 3)
    assert calling.about(call, NOW) is None
