"""`yatri payouts`: withdrawals that wait for the desk, and what the desk says to them."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.refusals import by_key, refusals
from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table
from bot.commands.store import open_store

if TYPE_CHECKING:
    from domain.payouts import Withdrawal
    from domain.services.payouts import Payouts

Which = Annotated[str | None, typer.Option(metavar="ID", help="The withdrawal's id.")]
_COLUMNS = ["Id", "Asked", "Rupees", "To", "Status", "Approved by", "Bank's number or reason"]
_WRONG = {
    "payout-unknown": "there is no such withdrawal",
    "payout-own": "nobody approves a withdrawal of their own",
    "payout-second-person": "above 10,000 rupees it takes a second person: use another --by",
    "payout-not-now": "that cannot be done to a withdrawal that is {status}",
}


def payouts(
    approve: Which = None,
    refuse: Which = None,
    sent: Which = None,
    failed: Which = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who of the desk does it.")] = "",
    reference: Annotated[str, typer.Option(metavar="UTR", help="With --sent: the bank's number.")] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT", help="With --refuse or --failed: told to the user.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the withdrawals that wait, with where their money goes; or approve, refuse, and mark as sent or failed.

    Above 10,000 rupees two different people approve. What is refused or has failed is in the wallet again at once.
    """
    from domain.services.payouts import Payouts

    acts = {"--approve": approve, "--refuse": refuse, "--sent": sent, "--failed": failed}
    wanted = {name: which for name, which in acts.items() if which}
    if len(wanted) > 1:
        raise WrongArgument(f"{' and '.join(wanted)}: one at a time")
    with open_store() as store, refusals(by_key(_WRONG, f"{next(iter(wanted), 'ID')}: ")):
        service = Payouts(store.units)
        found = [_done(service, *one, by, reference, reason) for one in wanted.items()] or service.waiting()
    _tell(found, as_json)


def _done(service: "Payouts", act: str, which: str, by: str, reference: str, reason: str) -> "Withdrawal":
    from domain.ids import WithdrawalId

    if not by.strip():
        raise WrongArgument(f"--by: say who {act.strip('-')}s it")
    withdrawal_id, now = WithdrawalId(which.strip()), datetime.now(UTC)
    if act == "--approve":
        return service.approve(withdrawal_id, by, now)
    if act == "--sent":
        if not reference:
            raise WrongArgument("--reference: the bank's number of what was sent")
        return service.sent(withdrawal_id, reference, by, now)
    if not reason:
        raise WrongArgument("--reason: say why; the user is told")
    return (
        service.refuse(withdrawal_id, reason, by, now)
        if act == "--refuse"
        else service.fail(withdrawal_id, reason, by, now)
    )


def _tell(found: "list[Withdrawal]", as_json: bool) -> None:
    if as_json:
        tell_json([_json(one) for one in found])
        return
    tell_table("" if found else "No withdrawal waits.", _COLUMNS, list(map(_row, found)), (2,))


def _row(one: "Withdrawal") -> list[str]:
    asked, said = f"{one.created_at:%d %b %Y %H:%M}", one.reference or one.reason
    return [one.withdrawal_id, asked, f"{one.amount:f}", _to(one), one.status.value, ", ".join(one.approvals), said]


def _to(one: "Withdrawal") -> str:
    """In full: whoever sends it must type it."""
    return one.payee.upi or f"{one.payee.account} {one.payee.ifsc}"


def _json(one: "Withdrawal") -> dict[str, Any]:
    told = {"id": one.withdrawal_id, "asked_at": one.created_at, "amount": one.amount, "status": one.status.value}
    where = {"upi": one.payee.upi, "account": one.payee.account, "ifsc": one.payee.ifsc}
    said = {"approvals": list(one.approvals), "approvals_needed": one.approvals_needed}
    return {**told, **where, **said, "reference": one.reference, "reason": one.reason, "user_id": one.user_id}
