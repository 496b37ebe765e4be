"""Wallets with a history to print in these tests."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.pictures.statement import StatementView, statement_view
from domain.ids import ChatId, TxnId, UserId, WalletId, new_id
from domain.statements import period_of, statement
from domain.users import User
from domain.wallets import TxnSource, TxnType, WalletTransaction

OCTOBER = datetime(2026, 10, 30, 6, 0, tzinfo=UTC)
MADE = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)
WALLET, USER = WalletId("019a0c5e-9a51-7cc3-b6f0-2d5a6c1f3e77"), UserId("u-1")
OWNER = User(
    user_id=USER,
    chat_id=ChatId(1),
    full_name="आशा Sharma",
    phone="+919812345678",
    email="asha@example.in",
    wallet_id=WALLET,
    wallet_balance=Decimal(0),
    created_at=OCTOBER,
    updated_at=OCTOBER,
)


def row(
    amount: str, when: datetime, source: TxnSource = TxnSource.TOPUP, notes: str = "", **more: str
) -> WalletTransaction:
    """A movement; an amount below zero is a debit."""
    rupees = Decimal(amount)
    return WalletTransaction(
        txn_id=TxnId(new_id(when)),
        wallet_id=WALLET,
        user_id=USER,
        type=TxnType.CREDIT if rupees > 0 else TxnType.DEBIT,
        amount=abs(rupees),
        source=source,
        reference_id=more.get("reference_id", "pay_RkQ2x8vYt1LmNo"),
        status=more.get("status", "success"),
        notes=notes,
        created_at=when,
        updated_at=when,
    )


def rows(count: int) -> list[WalletTransaction]:
    """A thousand rupees in October, then so many movements in November, an hour apart: two in, one out."""
    moves = [("250.50", TxnSource.REFUND), ("100", TxnSource.PROMO), ("-300.25", TxnSource.BOOKING)]
    start = datetime(2026, 11, 2, 3, 30, tzinfo=UTC)
    later = [
        row(amount, start + timedelta(hours=place), source)
        for place, (amount, source) in enumerate(moves[place % 3] for place in range(count))
    ]
    return [row("1000", OCTOBER), *later]


def november(count: int, language: str = "en", *, sample: bool = False) -> StatementView:
    """The statement of November over those rows."""
    told = statement(rows(count), period_of("2026-11", MADE.date()))
    return statement_view(told, OWNER, MADE, language=language, sample=sample)
