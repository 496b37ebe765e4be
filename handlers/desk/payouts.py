"""Withdrawals at the desk: what waits, with the yes or no of the desk, and what the bank said."""

from domain.ids import WithdrawalId
from domain.payouts import Withdrawal, WithdrawalStatus
from domain.staff import Right, actor_of
from handlers.desk.asking import ask
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import Say

_ASKS = {
    "no": ("desk-ask-refuse", WithdrawalStatus.REFUSED),
    "sent": ("desk-ask-utr", WithdrawalStatus.SENT),
    "failed": ("desk-ask-failed", WithdrawalStatus.FAILED),
}


def payouts(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Those that wait, the oldest first."""
    found = talk.services.payouts.waiting(10)
    if not found:
        return (Reply(text=talk.say.text("desk-no-payouts"), edit=talk.tapped),)
    return tuple(_card(talk, each) for each in found)


def payout(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`<id>` shows one; `<id>|yes`, and `no`, `sent` and `failed` with a reason or the bank's number. Problem
    `payout-unknown`, `payout-own`, `payout-second-person` or `payout-not-now`."""
    which, _, rest = value.partition("|")
    act, _, said = rest.partition("|")
    service, actor, now = talk.services.payouts, actor_of(talk.hand.telegram_id), talk.now
    known = service.get(WithdrawalId(which))
    if act in _ASKS and not said.strip():
        words, status = _ASKS[act]
        service.check(known.withdrawal_id, status)
        return ask(talk, "payout", f"{which}|{act}", talk.say.text(words, amount=talk.say.money(known.amount)))
    said = said.strip()[:200]
    if act == "yes":
        known = service.approve(known.withdrawal_id, actor, now)
    elif act == "no":
        known = service.refuse(known.withdrawal_id, said, actor, now)
    elif act == "sent":
        known = service.sent(known.withdrawal_id, said, actor, now)
    elif act == "failed":
        known = service.fail(known.withdrawal_id, said, actor, now)
    return (_card(talk, known).but(edit=talk.tapped),)


def _card(talk: DeskTalk, one: Withdrawal) -> Reply:
    """In the group the account is masked; in private, once approved, it is shown whole: whoever sends it types it."""
    whole = not talk.incoming.in_group and one.status is WithdrawalStatus.APPROVED
    if whole:
        talk.services.payouts.looked_at(one, actor_of(talk.hand.telegram_id), talk.now)
    return card(talk.say, one, whole=whole)


def card(say: Say, one: Withdrawal, *, whole: bool = False) -> Reply:
    """A withdrawal with what can be done about it."""
    which = one.withdrawal_id
    to = (one.payee.upi or f"{one.payee.account} {one.payee.ifsc}") if whole else one.payee.masked
    text = say.text(
        "desk-payout",
        amount=say.money(one.amount),
        to=to,
        when=f"{say.day(one.created_at.date())} {say.clock(one.created_at)}",
        status=say.label(f"withdrawal-{one.status.value}"),
        yes=len(one.approvals),
        needed=one.approvals_needed,
    )

    def button(key: str, act: str) -> Button:
        return Button(text=say.label(key), data=f"d.payout={which}|{act}")

    user = Button(text=say.label("desk-button-user"), data=f"d.who={one.user_id}")
    if one.status is WithdrawalStatus.ASKED:
        return Reply(text=text, buttons=((button("desk-button-yes", "yes"), button("desk-button-no", "no")), (user,)))
    if one.status is WithdrawalStatus.APPROVED:
        row = button("desk-button-sent", "sent"), button("desk-button-failed", "failed")
        return Reply(text=text, buttons=(row, (user,)))
    return Reply(text=text, buttons=((user,),))


ACTS = {"payouts": Act(Right.PAYOUT, payouts), "payout": Act(Right.PAYOUT, payout)}
