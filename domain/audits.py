"""Audits: a rule that the books must keep, and where they do not."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What is compared with what."""

    ROW = "row"  # every row can be read
    BALANCE = "balance"  # users.wallet_balance, wallets.balance and the sum of the ledger are one number
    OWNER = "owner"  # a user has a wallet, a wallet its user, a ledger row its wallet
    REFERENCE = "reference"  # what a ledger row is for exists, and is credited once
    PAID_BOOKING = "paid-booking"  # a ticket is paid for, with what it costs
    PAYMENT = "payment"  # money that came has its ticket, its row in the wallet, or has gone back
    WALLET_PART = "wallet-part"  # what a payment took of the wallet is what left the wallet for it
    REFUND = "refund"  # what came back for a ticket is what it says, and no more than was paid
    HOLD = "hold"  # no hold outlives its time by an hour
    BERTH = "berth"  # every berth that is sold has its passenger, and every passenger with a berth holds it alone
    QUEUE = "queue"  # nobody waits without a ticket, or has a ticket to wait without a place
    PROMO = "promo"  # uses of a code are counted, and each has its money in a wallet
    WITHDRAWAL = "withdrawal"  # money that was asked for has left the wallet, and is back if it came to nothing


@dataclass(frozen=True, slots=True)
class Difference:
    """One breach: the rows that do not agree, by table and key, and what each of them says."""

    rule: Rule
    rows: tuple[str, ...]
    words: str
