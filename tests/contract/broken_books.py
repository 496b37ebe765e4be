"""Ways to break the books, each with the rule that is broken then; each returns what the audit has to name."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from domain.audits import Rule
from domain.ids import LogId, TxnId
from domain.inventory import Berth
from domain.wallets import TxnSource
from storage.keys import (
    booking_key,
    ledger_key,
    log_key,
    payment_key,
    promo_key,
    redemption_key,
    run_partition,
    user_key,
    wallet_key,
    withdrawal_key,
)
from tests.contract.books import Scene
from tests.contract.samples import NOW, a_booking


def ledger_row(scene: Scene, source: TxnSource) -> tuple[str, str]:
    """The key of the newest row of this kind."""
    with scene.storage.units() as work:
        rows = work.wallets.ledger(scene.user.wallet_id, 50)
    return ledger_key(scene.user.wallet_id, next(row.txn_id for row in rows if row.source is source))


def balance_of_the_user(scene: Scene) -> str:
    key = user_key(scene.user.user_id)
    scene.set("users", key, wallet_balance=scene.user.wallet_balance + 1)
    return key[0]


def balance_of_the_wallet(scene: Scene) -> str:
    key = wallet_key(scene.user.wallet_id)
    scene.set("wallets", key, balance=Decimal("0.01"))
    return key[0]


def a_ledger_row_gone(scene: Scene) -> str:
    scene.remove("wallet-transactions", ledger_row(scene, TxnSource.ADJUSTMENT))
    return wallet_key(scene.user.wallet_id)[0]


def a_balance_after_a_row(scene: Scene) -> str:
    key = ledger_row(scene, TxnSource.ADJUSTMENT)
    scene.set("wallet-transactions", key, balance_after=Decimal("0.01"))
    return key[1]


def a_ledger_row_that_cannot_be_read(scene: Scene) -> str:
    key = ledger_row(scene, TxnSource.ADJUSTMENT)
    scene.set("wallet-transactions", key, amount="a lot")
    return f"wallet-transactions {key[0]} {key[1]}"


def a_payment_that_cannot_be_read(scene: Scene) -> str:
    key = payment_key(scene.payment.payment_id)
    scene.set("payments", key, payment_status="gone")
    return f"payments {key[0]}"


def a_run_that_cannot_be_read(scene: Scene) -> str:
    run = run_partition(scene.run.key.train_id, scene.run.key.run_date)
    scene.set("inventory", (run, "META"), coaches=["no coach"])
    return f"inventory {run}"


def a_wallet_gone(scene: Scene) -> str:
    key = wallet_key(scene.user.wallet_id)
    scene.remove("wallets", key)
    return key[0]


def a_wallet_of_nobody(scene: Scene) -> str:
    key = "WALLET#stray", "METADATA"
    scene.copy("wallets", wallet_key(scene.user.wallet_id), key, wallet_id="stray", user_id="nobody")
    return key[0]


def a_log_gone(scene: Scene) -> str:
    key = ledger_row(scene, TxnSource.ADJUSTMENT)
    with scene.storage.units() as work:
        row = next(row for row in work.wallets.ledger(scene.user.wallet_id) if row.source is TxnSource.ADJUSTMENT)
    scene.remove("admin-logs", log_key(LogId(row.reference_id)))
    return key[1]


def a_reference_to_nothing(scene: Scene) -> str:
    key = ledger_row(scene, TxnSource.TOPUP)
    scene.set("wallet-transactions", key, reference_id="none")
    return key[1]


def a_top_up_credited_twice(scene: Scene) -> str:
    key = ledger_row(scene, TxnSource.TOPUP)
    again = TxnId("9" * 36)
    scene.copy("wallet-transactions", key, ledger_key(scene.user.wallet_id, again), txn_id=again)
    whole = scene.user.wallet_balance + 5000
    scene.set("users", user_key(scene.user.user_id), wallet_balance=whole)
    scene.set("wallets", wallet_key(scene.user.wallet_id), balance=whole)
    return payment_key(scene.topup.payment_id)[0]


def a_top_up_never_credited(scene: Scene) -> str:
    key = payment_key(scene.topup.payment_id)
    scene.copy("payments", key, ("PAYMENT#lost", "METADATA"), payment_id="lost")
    return "PAYMENT#lost"


def a_ticket_without_payment(scene: Scene) -> str:
    scene.remove("payments", payment_key(scene.payment.payment_id))
    return booking_key(scene.booking.booking_id)[0]


def a_ticket_that_is_not_paid(scene: Scene) -> str:
    scene.set("payments", payment_key(scene.payment.payment_id), payment_status="pending")
    return booking_key(scene.booking.booking_id)[0]


def a_ticket_that_cost_more(scene: Scene) -> str:
    scene.set("payments", payment_key(scene.payment.payment_id), amount=Decimal(15))
    return booking_key(scene.booking.booking_id)[0]


def money_without_a_ticket(scene: Scene) -> str:
    scene.set("bookings", booking_key(scene.booking.booking_id), booking_status="expired")
    return payment_key(scene.payment.payment_id)[0]


def a_part_that_never_left_the_wallet(scene: Scene) -> str:
    key = payment_key(scene.payment.payment_id)
    scene.set("payments", key, wallet_part=Decimal(100))
    return key[0]


def a_refund_that_never_came(scene: Scene) -> str:
    key = booking_key(scene.booking.booking_id)
    scene.set("bookings", key, cancellation_details={"refund": Decimal(200), "lines": []})
    return key[0]


def a_refund_of_more_than_was_paid(scene: Scene) -> str:
    key = booking_key(scene.booking.booking_id)
    scene.set("bookings", key, cancellation_details={"refund": Decimal(99_999), "lines": []})
    return key[0]


def a_refund_that_is_said_to_be_on_its_way(scene: Scene) -> str:
    key = booking_key(scene.booking.booking_id)
    scene.set("bookings", key, cancellation_details={"refund": Decimal(0), "lines": []}, refund_status="pending")
    return key[0]


def a_hold_without_an_end(scene: Scene) -> str:
    held = a_booking(scene.user.user_id, at=NOW - timedelta(hours=3), passengers=())
    with scene.storage.units() as work:
        work.bookings.add(held)
        work.commit()
    return booking_key(held.booking_id)[0]


def a_berth_sold_to_nobody(scene: Scene) -> str:
    with scene.storage.units() as work:
        work.runs.change(scene.run.key, {Berth("B2", 70): (0, 0b1)})
        work.commit()
    return run_partition(scene.run.key.train_id, scene.run.key.run_date)


def a_berth_that_came_free(scene: Scene) -> str:
    key = run_partition(scene.run.key.train_id, scene.run.key.run_date), "COACH#B2"
    scene.drop("inventory", key, "b35")
    return booking_key(scene.booking.booking_id)[0]


def a_berth_sold_twice(scene: Scene) -> str:
    second = scene.booking.passengers[1].but(seat="B2-35")
    scene.set("bookings", booking_key(scene.booking.booking_id), passengers=[scene.booking.passengers[0], second])
    return booking_key(scene.booking.booking_id)[0]


def somebody_who_waits_nowhere(scene: Scene) -> str:
    waits = scene.booking.passengers[1].but(status="WL", seat=None)
    scene.set("bookings", booking_key(scene.booking.booking_id), passengers=[scene.booking.passengers[0], waits])
    return booking_key(scene.booking.booking_id)[0]


def a_run_that_was_never_opened(scene: Scene) -> str:
    scene.set("bookings", booking_key(scene.booking.booking_id), train_id="T0")
    return "RUN#T0#"


def a_use_too_many(scene: Scene) -> str:
    scene.set("wallets", promo_key(scene.promo.code), uses=4)
    return promo_key(scene.promo.code)[0]


def a_use_without_its_money(scene: Scene) -> str:
    key = redemption_key(scene.promo.code, scene.user.user_id)
    scene.set("wallets", key, amount=Decimal(500))
    return key[1]


def a_code_credited_twice(scene: Scene) -> str:
    again = TxnId("9" * 36)
    key = ledger_row(scene, TxnSource.PROMO)
    scene.copy("wallet-transactions", key, ledger_key(scene.user.wallet_id, again), txn_id=again)
    return promo_key(scene.promo.code)[0]


def a_use_gone(scene: Scene) -> str:
    scene.remove("wallets", redemption_key(scene.promo.code, scene.user.user_id))
    return ledger_row(scene, TxnSource.PROMO)[1]


def a_withdrawal_of_more(scene: Scene) -> str:
    key = withdrawal_key(scene.withdrawal.withdrawal_id)
    scene.set("wallets", key, amount=Decimal(7000))
    return key[0]


def a_withdrawal_that_failed_and_stayed_away(scene: Scene) -> str:
    key = withdrawal_key(scene.withdrawal.withdrawal_id)
    scene.set("wallets", key, status="failed")
    return key[0]


BREAKS: list[tuple[Callable[[Scene], str], Rule]] = [
    (balance_of_the_user, Rule.BALANCE),
    (balance_of_the_wallet, Rule.BALANCE),
    (a_ledger_row_gone, Rule.BALANCE),
    (a_balance_after_a_row, Rule.BALANCE),
    (a_ledger_row_that_cannot_be_read, Rule.ROW),
    (a_payment_that_cannot_be_read, Rule.ROW),
    (a_run_that_cannot_be_read, Rule.ROW),
    (a_wallet_gone, Rule.OWNER),
    (a_wallet_of_nobody, Rule.OWNER),
    (a_log_gone, Rule.REFERENCE),
    (a_reference_to_nothing, Rule.REFERENCE),
    (a_top_up_credited_twice, Rule.PAYMENT),
    (a_top_up_never_credited, Rule.PAYMENT),
    (a_ticket_without_payment, Rule.PAID_BOOKING),
    (a_ticket_that_is_not_paid, Rule.PAID_BOOKING),
    (a_ticket_that_cost_more, Rule.PAID_BOOKING),
    (money_without_a_ticket, Rule.PAYMENT),
    (a_part_that_never_left_the_wallet, Rule.WALLET_PART),
    (a_refund_that_never_came, Rule.REFUND),
    (a_refund_of_more_than_was_paid, Rule.REFUND),
    (a_refund_that_is_said_to_be_on_its_way, Rule.REFUND),
    (a_hold_without_an_end, Rule.HOLD),
    (a_berth_sold_to_nobody, Rule.BERTH),
    (a_berth_that_came_free, Rule.BERTH),
    (a_berth_sold_twice, Rule.BERTH),
    (somebody_who_waits_nowhere, Rule.QUEUE),
    (a_run_that_was_never_opened, Rule.BERTH),
    (a_use_too_many, Rule.PROMO),
    (a_use_without_its_money, Rule.PROMO),
    (a_code_credited_twice, Rule.PROMO),
    (a_use_gone, Rule.REFERENCE),
    (a_withdrawal_of_more, Rule.WITHDRAWAL),
    (a_withdrawal_that_failed_and_stayed_away, Rule.WITHDRAWAL),
]
