"""Promo codes and withdrawals as they are stored: a use is counted once however many come at once, and money that was
asked for leaves the wallet once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from domain.errors import Conflict, Problem, YatriError
from domain.ids import WalletId, WithdrawalId
from domain.payouts import Payee, WithdrawalStatus
from domain.services.payouts import Payouts
from domain.services.promos import PromoService
from domain.services.wallets import WalletService
from domain.users import User
from domain.wallets import WalletStatus
from storage.faults import StorageFault
from tests.contract.books import registered
from tests.contract.samples import NOW
from tests.engines import Storage

DESK = "STAFF#1"


def balances(storage: Storage, user: User) -> set[Decimal]:
    """What the user's row, the wallet's and the ledger say: one number, if all is well."""
    with storage.units() as work:
        rows = list(work.wallets.rows(user.wallet_id))
        sums = sum((row.signed for row in rows), Decimal(0))
        assert not rows or sums in {row.balance_after for row in rows}
        return {work.users.get(user.user_id).wallet_balance, work.wallets.get(user.wallet_id).balance, sums}


def a_code(storage: Storage, user: User, limit: int) -> str:
    code = f"C{user.chat_id}"
    PromoService(storage.units).make(code, Decimal(50), NOW.date(), NOW.date(), limit, DESK, NOW)
    return code


def outcome(call: Callable[[], Any]) -> str:
    try:
        call()
    except YatriError as error:
        return getattr(error, "key", type(error).__name__)
    return "done"


def test_a_code_is_found_among_all_and_made_once(storage: Storage) -> None:
    code = a_code(storage, registered(storage), 3)
    promos = PromoService(storage.units)
    with pytest.raises(Problem, match="promo-there-already"):
        promos.make(code, Decimal(1), NOW.date(), NOW.date(), 1, DESK, NOW)
    with storage.units() as work:
        assert code in {promo.code for promo in work.promos.all(10_000)}
        assert [row.action for row in work.logs.about(code)] in ([], ["promo-made"])
    assert promos.close(code, DESK, NOW).closed
    with pytest.raises(Problem, match="promo-over"):
        promos.redeem(registered(storage).user_id, code, "k", NOW)


def test_the_last_use_of_a_code_goes_to_one_of_many(storage: Storage) -> None:
    users = [registered(storage) for _ in range(5)]
    code, promos = a_code(storage, users[0], 2), PromoService(storage.units)
    with ThreadPoolExecutor(5) as pool:
        found = list(pool.map(lambda u: outcome(lambda: promos.redeem(u.user_id, code, "k", NOW)), users))
    assert sorted(found) == ["done"] * 2 + ["promo-used-up"] * 3
    with storage.units() as work:
        promo = work.promos.get(code)
        assert promo
        assert promo.uses == len(list(work.promos.redemptions(code))) == 2
    assert sorted(len(balances(storage, user)) for user in users) == [1] * 5


def test_a_user_has_a_code_once_however_often_it_is_asked_for(storage: Storage) -> None:
    user = registered(storage)
    code, promos = a_code(storage, user, 9), PromoService(storage.units)
    with ThreadPoolExecutor(4) as pool:
        keys = ["same", "same", "another", "a third"]
        list(pool.map(lambda key: outcome(lambda: promos.redeem(user.user_id, code, key, NOW)), keys))
    assert balances(storage, user) == {Decimal(50)}


def test_the_same_money_is_not_withdrawn_twice(storage: Storage) -> None:
    user, payouts = registered(storage), Payouts(storage.units)
    WalletService(storage.units).adjust(user.user_id, Decimal(100), "a gift", DESK, NOW, f"g {user.chat_id}")
    draft = payouts.draft(user.user_id, Decimal(80), Payee(upi="asha@okaxis"), NOW)
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda _: payouts.ask(user.user_id, draft.withdrawal_id, NOW), range(3)))
    assert {one.withdrawal_id for one in found} == {draft.withdrawal_id}
    assert balances(storage, user) == {Decimal(20)}
    with pytest.raises(Problem, match="withdraw-amount"):
        payouts.draft(user.user_id, Decimal(80), Payee(upi="asha@okaxis"), NOW)
    with ThreadPoolExecutor(3) as pool:
        acts = [payouts.refuse, payouts.refuse, payouts.fail]
        list(pool.map(lambda act: outcome(lambda: act(draft.withdrawal_id, "no", DESK, NOW)), acts))
    assert balances(storage, user) == {Decimal(100)}


def test_what_waits_for_the_desk_is_listed_until_it_is_done(storage: Storage) -> None:
    user, payouts = registered(storage), Payouts(storage.units)
    WalletService(storage.units).adjust(user.user_id, Decimal(100), "a gift", DESK, NOW, f"g {user.chat_id}")
    draft = payouts.draft(user.user_id, Decimal(80), Payee(account="123456789012", ifsc="HDFC0001234"), NOW)

    def listed() -> list[WithdrawalStatus]:
        return [one.status for one in payouts.waiting(10_000) if one.withdrawal_id == draft.withdrawal_id]

    assert listed() == []
    payouts.ask(user.user_id, draft.withdrawal_id, NOW)
    assert listed() == [WithdrawalStatus.ASKED]
    payouts.approve(draft.withdrawal_id, DESK, NOW)
    assert listed() == [WithdrawalStatus.APPROVED]
    payouts.sent(draft.withdrawal_id, "UTR1", DESK, NOW)
    assert listed() == []
    assert payouts.fail(draft.withdrawal_id, "sent back", DESK, NOW).status is WithdrawalStatus.FAILED
    assert balances(storage, user) == {Decimal(100)}
    with storage.units() as work:
        assert work.withdrawals.drafted(user.wallet_id) is None
        assert work.withdrawals.find(WithdrawalId("none")) is None
        assert work.withdrawals.drafted(WalletId("none")) is None


def test_a_wallet_is_suspended_with_its_balance_and_opened_again(storage: Storage) -> None:
    user, wallets = registered(storage), WalletService(storage.units)
    wallets.adjust(user.user_id, Decimal(100), "a gift", DESK, NOW, f"g {user.chat_id}")
    assert wallets.suspend(user.user_id, "asked by the bank", DESK, NOW).status is WalletStatus.SUSPENDED
    wallets.adjust(user.user_id, Decimal(-30), "taken back", DESK, NOW + timedelta(seconds=1), f"t {user.chat_id}")
    assert balances(storage, user) == {Decimal(70)}
    assert wallets.reopen(user.user_id, "all is well", DESK, NOW).status is WalletStatus.ACTIVE


def test_a_balance_never_changes_without_a_row(storage: Storage) -> None:
    user = registered(storage)
    with storage.units() as work, pytest.raises(StorageFault):
        work.wallets.keep(work.wallets.get(user.wallet_id).but(balance=Decimal(1)))


def test_a_claim_names_what_was_made_first(storage: Storage) -> None:
    key = f"topup {registered(storage).chat_id}"
    with storage.units() as work:
        assert work.wallets.claimed(key) is None
        work.wallets.claim(key, "first")
        work.commit()
    with storage.units() as work:
        assert work.wallets.claimed(key) == "first"
        work.wallets.claim(key, "second")
        with pytest.raises(Conflict):
            work.commit()
