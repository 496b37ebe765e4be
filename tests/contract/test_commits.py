"""Commits: whole or not at all, safe to send twice, and honest when the answer was lost."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest

from domain.errors import Busy, Conflict, SettingError
from domain.ids import UserId
from storage.client import connect
from storage.faults import StorageFault
from storage.settings import Backoff, StorageSettings
from tests.contract.faulty import never, scripted
from tests.contract.samples import a_booking, a_credit, a_payment, a_user, a_wallet
from tests.engines import Storage

HASTY = Backoff(tries=3, base=0.001, cap=0.002)


def balance(storage: Storage, user_id: UserId) -> Decimal:
    with storage.units() as unit:
        return unit.users.get(user_id).wallet_balance


def test_a_save_on_an_old_revision_conflicts(storage: Storage) -> None:
    asha = a_user()
    with storage.units() as unit:
        unit.users.add(asha)
        unit.commit()
    for turn, amount in enumerate(("1", "2")):
        with storage.units() as unit:
            unit.users.save(asha.but(rev=1, wallet_balance=Decimal(amount)))
            if turn == 0:
                unit.commit()
            else:
                with pytest.raises(Conflict):
                    unit.commit()
    assert balance(storage, asha.user_id) == 1


def test_nothing_of_a_refused_commit_is_written(storage: Storage) -> None:
    asha, booking = a_user(), a_booking()
    with storage.units() as unit:
        unit.users.add(asha)
        unit.commit()
    with storage.units() as unit:
        unit.bookings.add(booking)
        unit.payments.add(a_payment(booking))
        unit.users.add(asha)
        with pytest.raises(Conflict):
            unit.commit()
    with storage.units() as unit:
        assert unit.bookings.by_pnr(booking.pnr) is None


@pytest.mark.parametrize("writes", ["one row", "several rows"])
@pytest.mark.parametrize("trouble", [["lose"], ["drop"], ["lose", "drop", "lose"]], ids=["lost", "dropped", "both"])
def test_a_commit_whose_answer_was_lost_counts_once(steady: Storage, writes: str, trouble: list[str]) -> None:
    asha = a_user()
    with steady.units() as unit:
        unit.users.add(asha)
        unit.commit()
    unlucky = replace(steady, client=scripted(steady.client, *trouble))
    with unlucky.units() as unit:
        read = unit.users.get(asha.user_id)
        unit.users.save(read.but(wallet_balance=read.wallet_balance + 7))
        if writes == "several rows":
            unit.bookings.add(a_booking())
        unit.commit()
    assert balance(steady, asha.user_id) == 7


def test_a_dropped_commit_that_came_second_is_a_conflict(steady: Storage) -> None:
    first = a_user()
    late = a_user(phone=first.phone)
    with steady.units() as unit:
        unit.users.add(first)
        unit.commit()
    unlucky = replace(steady, client=scripted(steady.client, "drop"))
    with unlucky.units() as unit:
        unit.users.add(late)
        with pytest.raises(Conflict):
            unit.commit()


def test_a_lost_commit_that_was_written_over_is_called_unknown(steady: Storage) -> None:
    asha = a_user()
    with steady.units() as unit:
        unit.users.add(asha)
        unit.commit()

    def somebody_else_saves() -> None:
        with steady.units() as unit:
            read = unit.users.get(asha.user_id)
            unit.users.save(read.but(wallet_balance=Decimal(9)))
            unit.commit()

    unlucky = replace(steady, client=scripted(steady.client, somebody_else_saves))
    with unlucky.units() as unit:
        unit.users.save(asha.but(rev=1, wallet_balance=Decimal(5)))
        with pytest.raises(Busy):
            unit.commit()
    assert balance(steady, asha.user_id) == 9


def test_mistakes_of_the_program_are_told_clearly(steady: Storage) -> None:
    asha = a_user()
    with steady.units() as unit:
        unit.users.add(asha)
        with pytest.raises(StorageFault, match="two writes of one row"):
            unit.users.add(asha)
    with steady.units() as unit, pytest.raises(StorageFault, match="saved before it was added"):
        unit.wallets.move(a_wallet(), a_credit(a_wallet(), "1.00"))
    with steady.units() as unit:
        for _ in range(100):
            unit.payments.add(a_payment(a_booking()))
        with pytest.raises(StorageFault, match="more than 100"):
            unit.payments.add(a_payment(a_booking()))


def test_an_overloaded_store_is_busy_in_the_end(steady: Storage) -> None:
    overloaded = Storage(never(steady.client), replace(steady.settings, backoff=HASTY))
    with overloaded.units() as unit:
        with pytest.raises(Busy):
            unit.users.phone_taken("+911")
        unit.users.add(a_user())
        with pytest.raises(Busy):
            unit.commit()


def test_a_store_that_is_away_is_busy_soon() -> None:
    settings = StorageSettings("away", "http://127.0.0.1:9", "ap-south-1", "a", "a", backoff=HASTY)
    began = time.monotonic()
    with Storage(connect(settings), settings).units() as unit, pytest.raises(Busy):
        unit.users.phone_taken("+911")
    assert time.monotonic() - began < 5


def test_tables_that_were_never_made_are_a_setting_to_put_right(steady: Storage) -> None:
    elsewhere = Storage(steady.client, replace(steady.settings, prefix="nowhere"))
    with elsewhere.units() as unit, pytest.raises(SettingError, match="yatri tables create"):
        unit.users.phone_taken("+911")
