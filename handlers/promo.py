"""A promo code, typed by who has one: its money is in the wallet at once."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from domain.errors import Problem
from handlers.dialogue import Answer, Dialogue, Outcome
from handlers.incoming import Kind
from handlers.reply import Button, Reply
from handlers.steps.typed import Typed
from handlers.talk import Talk


class Code(Typed):
    """The code; once it is read, it has been used. `amount` is what it gave."""

    slot, asks = "code", "ask-promo"

    def take(self, text: str, talk: Talk) -> Answer:
        if talk.user is None:
            raise Problem("register-first")
        key = f"{talk.chat_id}:{talk.session.serial}"
        used = talk.services.promos.redeem(talk.user.user_id, text, key, talk.now)
        return {"code": used.code, "amount": str(used.amount)}


def finish(talk: Talk) -> Sequence[Reply]:
    """What it gave."""
    say, balance = talk.say, talk.user.wallet_balance if talk.user else Decimal(0)
    amount = say.money(Decimal(talk.draft["amount"]))
    wallet = Button(text=say.label("menu-wallet"), data="g.wallet")
    text = say.text("promo-used", code=talk.draft["code"], amount=amount, balance=say.money(balance))
    return (Reply(text=text, buttons=((wallet,),)),)


def open_promo(talk: Talk, value: str) -> Outcome:
    """Asks for the code, or takes the one that was typed with the command."""
    if talk.user is None:
        raise Problem("register-first")
    asked = PROMO.begin(talk)
    if not value:
        return asked
    talk.incoming = replace(talk.incoming, kind=Kind.TEXT, text=value)
    return PROMO.hear(talk)


PROMO = Dialogue("promo", (Code(),), finish=finish, leave=lambda talk: (Reply(text=talk.say.text("promo-left")),))
