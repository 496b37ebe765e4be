"""Withdrawals: money of a wallet on its way to a bank account or UPI id, and the states it goes through."""

import re
from decimal import Decimal
from enum import StrEnum

from domain.errors import InvalidChange, Problem
from domain.ids import TxnId, UserId, WalletId, WithdrawalId
from domain.model import Entity, Rupees, Value

LEAST = Decimal(1)
TWO_PEOPLE_ABOVE = Decimal(10_000)  # rupees: more needs the yes of two of the desk
# Shapes as we know them (domain/rules/assumed.py).
# NPCI, UPI procedural guidelines: letters, digits, dot, dash and underscore before the @, a bank's handle after it.
_UPI = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,254}@[A-Za-z][A-Za-z0-9]{1,63}")
_ACCOUNT = re.compile(r"\d{9,18}")  # RBI: account numbers of Indian banks
_IFSC = re.compile(r"[A-Z]{4}0[A-Z0-9]{6}")  # RBI: four letters of the bank, a zero, six of the branch


class WithdrawalStatus(StrEnum):
    """drafted -> asked -> approved -> sent | failed; asked or approved -> refused; sent -> failed if the bank sends it
    back. The money has left the wallet in every state but the first; failed and refused have put it back."""

    DRAFTED = "drafted"
    ASKED = "asked"
    APPROVED = "approved"
    SENT = "sent"
    FAILED = "failed"
    REFUSED = "refused"


WITHDRAWAL_MOVES: dict[WithdrawalStatus, frozenset[WithdrawalStatus]] = {
    WithdrawalStatus.DRAFTED: frozenset({WithdrawalStatus.ASKED}),
    WithdrawalStatus.ASKED: frozenset({WithdrawalStatus.APPROVED, WithdrawalStatus.REFUSED}),
    WithdrawalStatus.APPROVED: frozenset({WithdrawalStatus.SENT, WithdrawalStatus.FAILED, WithdrawalStatus.REFUSED}),
    WithdrawalStatus.SENT: frozenset({WithdrawalStatus.FAILED}),
    WithdrawalStatus.FAILED: frozenset(),
    WithdrawalStatus.REFUSED: frozenset(),
}
OPEN = frozenset({WithdrawalStatus.ASKED, WithdrawalStatus.APPROVED})
GIVEN_BACK = frozenset({WithdrawalStatus.FAILED, WithdrawalStatus.REFUSED})


class Payee(Value):
    """Where it goes: a UPI id, or an account with the IFSC of its branch."""

    upi: str = ""
    account: str = ""
    ifsc: str = ""

    @property
    def masked(self) -> str:
        """What may be shown: as***@okaxis, or ••••3456 (HDFC0001234)."""
        if self.upi:
            name, _, handle = self.upi.partition("@")
            return f"{name[:2]}***@{handle}"
        return f"••••{self.account[-4:]} ({self.ifsc})"


class Withdrawal(Entity):
    """One request. `txn_id` is the debit, `back_txn_id` the credit if it came to nothing. `approvals` are who of the
    desk said yes, `reference` the bank's number (UTR) of what was sent, `reason` why it was refused or failed."""

    withdrawal_id: WithdrawalId
    user_id: UserId
    wallet_id: WalletId
    amount: Rupees
    payee: Payee
    status: WithdrawalStatus = WithdrawalStatus.DRAFTED
    txn_id: TxnId | None = None
    back_txn_id: TxnId | None = None
    approvals: tuple[str, ...] = ()
    reference: str = ""
    reason: str = ""

    @property
    def approvals_needed(self) -> int:
        """Of different people."""
        return 2 if self.amount > TWO_PEOPLE_ABOVE else 1

    def moved(self, status: WithdrawalStatus, **changes: object) -> "Withdrawal":
        """The withdrawal in another state; InvalidChange if there is no such move."""
        if status not in WITHDRAWAL_MOVES[self.status]:
            raise InvalidChange(f"withdrawal {self.status} -> {status}")
        return self.but(status=status, **changes)


def read_payee(text: str) -> Payee:
    """A UPI id (`asha@okaxis`), or account number and IFSC in any order. Problem `payee-unreadable`, `payee-no-ifsc` or
    `payee-no-account`."""
    words = text.replace(",", " ").split()
    upi = [word for word in words if _UPI.fullmatch(word)]
    if len(words) == 1 and upi:
        return Payee(upi=upi[0])
    ifsc = [word.upper() for word in words if _IFSC.fullmatch(word.upper())]
    digits = "".join(word for word in words if word.replace("-", "").isdecimal() and word.isascii()).replace("-", "")
    if not ifsc and not digits:
        raise Problem("payee-unreadable")
    if len(ifsc) != 1:
        raise Problem("payee-no-ifsc")
    if not _ACCOUNT.fullmatch(digits):
        raise Problem("payee-no-account")
    return Payee(account=digits, ifsc=ifsc[0])
