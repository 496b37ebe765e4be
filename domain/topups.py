"""Top-ups: how much may be put into a wallet, at once, in a month and in all."""

from decimal import Decimal

from domain.errors import Problem
from domain.rules.assumed import MOST_A_MONTH_UNVERIFIED, MOST_HELD
from domain.wallets import Wallet, WalletStatus

LEAST = Decimal(100)
MOST = Decimal(50_000)  # at once: ours
OFFERED = (Decimal(500), Decimal(1_000), Decimal(2_000), Decimal(5_000))


def check_top_up(wallet: Wallet, amount: Decimal, this_month: Decimal, *, verified: bool) -> None:
    """Whether so many rupees may be put in; `this_month` is what was since its first day, in India. Problem
    `wallet-closed`, `topup-amount`, `wallet-full` or `topup-month`."""
    check_open(wallet)
    if not LEAST <= amount <= MOST or amount != amount.to_integral_value():
        raise Problem("topup-amount", least=str(LEAST), most=f"{MOST:,}")
    check_room(wallet, amount)
    if not verified and this_month + amount > MOST_A_MONTH_UNVERIFIED:
        left = max(Decimal(0), MOST_A_MONTH_UNVERIFIED - this_month)
        raise Problem("topup-month", left=f"{left:,.0f}", most=f"{MOST_A_MONTH_UNVERIFIED:,}")


def check_open(wallet: Wallet) -> None:
    """Problem `wallet-closed` for one that is suspended: nobody begins to put money where it cannot be spent."""
    if wallet.status is WalletStatus.SUSPENDED:
        raise Problem("wallet-closed")


def check_room(wallet: Wallet, amount: Decimal) -> None:
    """Problem `wallet-full` if it would hold more than it may."""
    if wallet.balance + amount > MOST_HELD:
        raise Problem("wallet-full", most="2,00,000")
