"""Withdrawing from the wallet: how much, where to, and only then the yes; the desk sends it."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from domain.errors import Problem
from domain.ids import WithdrawalId
from domain.payouts import LEAST, Withdrawal, read_payee
from domain.reading.rupees import read_rupees
from domain.users import User
from handlers.dialogue import Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.talk import Talk

YES = ("yes", "haan", "हाँ", "हां", "withdraw")
ALL_SAID = ("all", "everything", "sab", "सब", "पूरा")


class Amount(Step):
    """How much of what may be withdrawn: promo credit buys tickets only."""

    slot = "amount"

    def ask(self, talk: Talk) -> Reply:
        say, user = talk.say, _user(talk)
        available = talk.services.payouts.available(user.user_id)
        rest = user.wallet_balance - available
        text = say.text("ask-withdraw", available=say.money(available))
        if rest > 0:
            text = say.text("ask-withdraw-promo", available=say.money(available), promo=say.money(rest))
        everything = talk.button(say.label("button-all", amount=say.money(available)), self.slot, str(available))
        return Reply(text=text, buttons=((everything,),))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        available = talk.services.payouts.available(_user(talk).user_id)
        if incoming.kind is Kind.TEXT and incoming.text.strip(" .!").casefold() in ALL_SAID:
            return {"amount": str(available)}
        amount = _tapped(incoming.text) if incoming.kind is Kind.TAP else read_rupees(incoming.text)
        if amount is None:
            raise Problem("amount-unreadable")
        if not LEAST <= amount <= available:
            raise Problem("withdraw-amount", available=f"{available:,.2f}")
        return {"amount": str(amount)}


class To(Step):
    """Where to. The full number goes into the withdrawal alone; `withdrawal` is its id."""

    slot, needs = "withdrawal", ("amount",)

    def ask(self, talk: Talk) -> Reply:
        return Reply(text=talk.say.text("ask-payee", amount=talk.say.money(Decimal(talk.draft["amount"]))))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        payee = read_payee(incoming.text)
        amount = Decimal(talk.draft["amount"])
        drafted = talk.services.payouts.draft(_user(talk).user_id, amount, payee, talk.now)
        return {"withdrawal": drafted.withdrawal_id}


class Agree(Step):
    """Everything once more; with the yes the money leaves the wallet."""

    slot, needs = "agreed", ("withdrawal",)

    def ask(self, talk: Talk) -> Reply:
        say, drafted = talk.say, _withdrawal(talk)
        amount = say.money(drafted.amount)
        text = say.text("ask-withdraw-agree", amount=amount, to=drafted.payee.masked, name=_user(talk).full_name)
        yes = talk.button(say.label("button-withdraw-yes", amount=amount), self.slot, "yes")
        keep = talk.button(say.label("button-withdraw-keep"), self.slot, "keep")
        return Reply(text=text, buttons=((yes,), (keep,)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        said, user = incoming.text.strip(" .!").casefold(), _user(talk)
        if said in ("keep", "no", "nahi", "नहीं"):
            talk.services.payouts.undraft(user.user_id)
            return {"agreed": "no"}
        if said not in YES:
            raise Problem("withdraw-by-button")
        talk.services.payouts.ask(user.user_id, WithdrawalId(talk.draft["withdrawal"]), talk.now)
        talk.forget_user()
        return {"agreed": "yes"}


def finish(talk: Talk) -> Sequence[Reply]:
    """What was asked for, and what happens next."""
    say = talk.say
    wallet = (Button(text=say.label("menu-wallet"), data="g.wallet"),)
    if talk.draft["agreed"] != "yes":
        return (Reply(text=say.text("withdraw-kept"), buttons=(wallet,)),)
    asked = _withdrawal(talk)
    text = say.text(
        "withdraw-asked",
        amount=say.money(asked.amount),
        to=asked.payee.masked,
        balance=say.money(_user(talk).wallet_balance),
    )
    return (Reply(text=text, buttons=(wallet,)),)


def leave(talk: Talk) -> Sequence[Reply]:
    """/cancel: nothing has moved, and the account number is forgotten."""
    talk.services.payouts.undraft(_user(talk).user_id)
    return (Reply(text=talk.say.text("withdraw-kept")),)


def open_withdrawal(talk: Talk, value: str) -> Outcome:
    """Begins it. Problem `register-first`, `wallet-suspended` or `withdraw-nothing`."""
    if talk.services.payouts.available(_user(talk).user_id) < LEAST:
        raise Problem("withdraw-nothing")
    return WITHDRAW.begin(talk)


def _withdrawal(talk: Talk) -> Withdrawal:
    return talk.services.payouts.drafted(_user(talk).user_id, WithdrawalId(talk.draft["withdrawal"]))


def _user(talk: Talk) -> User:
    if talk.user is None:
        raise Problem("register-first")
    return talk.user


def _tapped(value: str) -> Decimal | None:
    """The amount of a button, as it was written there."""
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


WITHDRAW = Dialogue("withdraw", (Amount(), To(), Agree()), finish=finish, leave=leave)
