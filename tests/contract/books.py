"""A small railway whose books are right: a ticket, a top-up, a code that was used, and a withdrawal; and a hand that
breaks rows behind everybody's back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from domain.audits import Difference
from domain.bookings import Booking
from domain.inventory import Run
from domain.payments import GatewayPayment, Payment
from domain.payouts import Payee, Withdrawal
from domain.promos import Promo
from domain.services.accounts import AccountService, Registration
from domain.services.auditing import Auditing
from domain.services.payouts import Payouts
from domain.services.promos import PromoService
from domain.services.settling import Settling
from domain.services.topping_up import _payment_of
from domain.services.wallets import WalletService
from domain.users import User
from storage.audit import Books
from storage.items import encode
from storage.schema import Key
from storage.writes import as_key
from tests.contract.samples import NOW, a_booking, a_payment, a_run, fresh_chat
from tests.engines import Storage

LATER = NOW + timedelta(minutes=5)


@dataclass(frozen=True)
class Scene:
    """What is there."""

    storage: Storage
    user: User
    booking: Booking
    payment: Payment
    topup: Payment
    promo: Promo
    withdrawal: Withdrawal
    run: Run

    def audit(self, pause: Callable[[], None] = lambda: None) -> list[Difference]:
        """All that the audit finds; `pause` is what happens between two looks."""
        books = Books(self.storage.client, self.storage.settings)
        return list(Auditing(self.storage.units, books, pause).run(LATER))

    def rows(self) -> dict[tuple[str, str, str], Mapping[str, Any]]:
        """Everything that is stored, by table and key."""
        found: dict[tuple[str, str, str], Mapping[str, Any]] = {}
        for table in ("users", "wallets", "wallet-transactions", "payments", "bookings", "inventory", "admin-logs"):
            name = self.storage.settings.table(table)
            for row in self.storage.client.scan(TableName=name, ConsistentRead=True)["Items"]:
                found[table, row["PK"]["S"], row["SK"]["S"]] = row
        return found

    def restore(self, rows: Mapping[tuple[str, str, str], Mapping[str, Any]]) -> None:
        """As everything was when `rows` were read."""
        now = self.rows()
        for table, pk, sk in now.keys() - rows.keys():
            self.remove(table, (pk, sk))
        for (table, pk, sk), row in rows.items():
            if now.get((table, pk, sk)) != row:
                self._put(table, row)

    def set(self, table: str, key: Key, **values: object) -> None:
        """Attributes of a row, changed past all conditions."""
        row = self._row(table, key)
        self._put(table, {**row, **{name: encode(value) for name, value in values.items()}})

    def copy(self, table: str, key: Key, to: Key, **values: object) -> None:
        """A second row like this one."""
        row = {**self._row(table, key), **as_key(to)}
        self._put(table, {**row, **{name: encode(value) for name, value in values.items()}})

    def remove(self, table: str, key: Key) -> None:
        name = self.storage.settings.table(table)
        self.storage.client.delete_item(TableName=name, Key=as_key(key))

    def drop(self, table: str, key: Key, attribute: str) -> None:
        """A row without this attribute."""
        self._put(table, {name: value for name, value in self._row(table, key).items() if name != attribute})

    def _row(self, table: str, key: Key) -> Mapping[str, Any]:
        name = self.storage.settings.table(table)
        return self.storage.client.get_item(TableName=name, Key=as_key(key), ConsistentRead=True)["Item"]

    def _put(self, table: str, row: Mapping[str, Any]) -> None:
        self.storage.client.put_item(TableName=self.storage.settings.table(table), Item=dict(row))


def a_scene(storage: Storage) -> Scene:
    """Made by the services, as the bot would."""
    units = storage.units
    user = registered(storage)
    run, booking, payment = _paid_ticket(storage, user)
    topup = _payment_of(user, Decimal(5000), NOW)
    with units() as work:
        work.payments.add(topup)
        work.commit()
    Settling(units).settle(
        topup.payment_id, GatewayPayment(f"pay_top{user.chat_id}", Decimal(5000), "upi", "captured"), NOW
    )
    promos, payouts = PromoService(units), Payouts(units)
    promo = promos.make(f"FEST{user.chat_id}", Decimal(100), NOW.date(), NOW.date(), 5, "STAFF#1", NOW)
    promos.redeem(user.user_id, promo.code.lower(), "k", NOW)
    WalletService(units).adjust(user.user_id, Decimal(-10), "a slip", "STAFF#1", NOW, f"adjusted {user.chat_id}")
    drafted = payouts.draft(user.user_id, Decimal(700), Payee(upi="asha@okaxis"), NOW)
    asked = payouts.ask(user.user_id, drafted.withdrawal_id, NOW)
    again = payouts.draft(user.user_id, Decimal(50), Payee(upi="asha@okaxis"), NOW)
    payouts.refuse(payouts.ask(user.user_id, again.withdrawal_id, NOW).withdrawal_id, "no", "STAFF#1", NOW)
    with units() as work:
        stored = work.users.get(user.user_id)
        return Scene(
            storage,
            stored,
            work.bookings.get(booking.booking_id),
            work.payments.get(payment.payment_id),
            work.payments.get(topup.payment_id),
            promo,
            asked,
            run,
        )


def registered(storage: Storage) -> User:
    chat = fresh_chat()
    who = Registration(chat, "Asha Verma", f"+9198{chat % 10**8:08d}", f"asha{chat}@example.in", "en")
    return AccountService(storage.units).register(who, NOW)


def _paid_ticket(storage: Storage, user: User) -> tuple[Run, Booking, Payment]:
    """Two berths, paid by link."""
    run = a_run()
    booking = a_booking(user.user_id, train_id=run.key.train_id, run_date=run.key.run_date)
    payment = a_payment(booking)
    booking = booking.but(payment_id=payment.payment_id)
    berths = {person.berth: (0, booking.legs) for person in booking.passengers if person.berth}
    with storage.units() as work:
        work.runs.open(run)
        work.runs.change(run.key, berths)
        work.bookings.add(booking)
        work.payments.add(payment)
        work.commit()
    money = GatewayPayment("pay_ticket", payment.amount, "upi", "captured")
    Settling(storage.units).settle(payment.payment_id, money, NOW)
    return run, booking, payment
