"""Topping up the wallet: how much, then a link to pay by, and the receipt in its place when the money is there."""

from collections.abc import Sequence
from decimal import Decimal

from domain.errors import GatewayError, NotFound, Problem
from domain.ids import PaymentId, UserId
from domain.payments import Payment, PaymentStatus
from domain.reading.rupees import read_rupees
from domain.topups import LEAST, MOST, OFFERED
from handlers.dialogue import Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.steps.pay import PAID_SAID
from handlers.talk import Talk


class Amount(Step):
    """How much. The payment is made with the answer; `topup` is its id."""

    slot = "topup"

    def ask(self, talk: Talk) -> Reply:
        say = talk.say
        offered = [talk.button(say.money(rupees), self.slot, str(rupees)) for rupees in OFFERED]
        text = say.text("ask-topup", least=say.money(LEAST), most=say.money(MOST))
        return Reply(text=text, buttons=(tuple(offered[:2]), tuple(offered[2:])))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if talk.user is None:
            raise Problem("register-first")
        amount = read_rupees(incoming.text) if incoming.kind in (Kind.TEXT, Kind.TAP) else None
        if amount is None:
            raise Problem("amount-unreadable")
        key = f"topup:{talk.chat_id}:{talk.session.serial}:{amount.normalize():f}"
        try:
            payment = talk.services.topping_up.begin(talk.user.user_id, amount, key, talk.now)
        except GatewayError:  # an earlier one could not be closed
            raise Problem("topup-gateway-away") from None
        return {"topup": payment.payment_id}


class Money(Step):
    """Waiting for the money; `paid` ends it only if it is given up."""

    slot, needs = "paid", ("topup",)

    def wanted(self, talk: Talk) -> bool:
        """Not once the money has come, or the time is over: the dialogue then ends."""
        return _payment(talk).payment_status is PaymentStatus.PENDING

    def ask(self, talk: Talk) -> Reply:
        say, payment = talk.say, _payment(talk)
        check = talk.button(say.label("button-check"), self.slot, "check")
        drop = talk.button(say.label("button-drop-topup"), self.slot, "drop")
        amount = say.money(payment.amount)
        try:
            payment = talk.services.topping_up.link(payment, talk.now)
        except GatewayError:
            return Reply(text=say.text("topup-link-later", amount=amount), buttons=((check,), (drop,)))
        minutes = max(1, round((payment.expires_at - talk.now).total_seconds() / 60))
        text = say.text("topup-by-link", amount=amount, until=say.clock(payment.expires_at), minutes=minutes)
        pay = Button(text=say.label("button-open-link", amount=amount), url=payment.link_url)
        code = Button(text=say.label("button-pay-qr"), data=f"g.topupqr={payment.payment_id}")
        return Reply(text=text, buttons=((pay,), (code,), (check,), (drop,)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        way = incoming.text
        if incoming.kind is not Kind.TAP:
            if way.strip(" .!").casefold() not in PAID_SAID:
                raise Problem("topup-first")
            way = "check"
        payment = _payment(talk)
        try:
            if way == "drop":
                talk.services.topping_up.drop(payment.payment_id, talk.now)
                return {"paid": "dropped"}
            if payment.link_url is None and payment.expires_at > talk.now:
                return {}  # the gateway was away: asking again makes the link
            looked = talk.services.topping_up.look(payment, talk.now)
        except GatewayError:
            raise Problem("topup-gateway-away") from None
        if looked.payment_status is PaymentStatus.PENDING:
            raise Problem("not-paid-yet")
        return {"paid": "link"}


def finish(talk: Talk) -> Sequence[Reply]:
    """The receipt, or that there was nothing to pay any more."""
    return _last_word(talk, dropped=talk.draft.get("paid") == "dropped")


def _last_word(talk: Talk, *, dropped: bool) -> Sequence[Reply]:
    talk.forget_user()
    payment, say = _payment(talk), talk.say
    wallet = Button(text=say.label("menu-wallet"), data="g.wallet")
    amount, reference = say.money(payment.amount), payment.transaction_reference or ""
    if payment.payment_status is PaymentStatus.SUCCESS:
        balance = talk.user.wallet_balance if talk.user else Decimal(0)
        text = say.text("topup-receipt", amount=amount, balance=say.money(balance), reference=reference)
        return (Reply(text=text, buttons=((wallet,),)),)
    again = Button(text=say.label("button-topup"), data="g.topup")
    key = "topup-dropped" if dropped else "topup-over"
    return (Reply(text=say.text(key, amount=amount), buttons=((again, wallet),)),)


def leave(talk: Talk) -> Sequence[Reply]:
    """/cancel: the link is closed, so that nobody pays by mistake."""
    if "topup" in talk.draft:
        try:
            talk.services.topping_up.drop(_payment(talk).payment_id, talk.now)
        except GatewayError:
            raise Problem("topup-gateway-away") from None
        return _last_word(talk, dropped=True)
    return (Reply(text=talk.say.text("topup-not-begun")),)


def open_top_up(talk: Talk, value: str) -> Outcome:
    """Begins it. Problem `register-first`, or why the wallet cannot be topped up."""
    if talk.user is None:
        raise Problem("register-first")
    talk.services.topping_up.check(talk.user.user_id, talk.now)
    return TOP_UP.begin(talk)


def top_up_code(talk: Talk, payment_id: str) -> tuple[Reply, ...]:
    """The code to pay a top-up with another device. Problem `topup-over` if it waits for no money, or is not theirs."""
    try:
        payment = talk.services.topping_up.get(PaymentId(payment_id), talk.user.user_id if talk.user else UserId(""))
    except NotFound:
        raise Problem("topup-over") from None
    if payment.payment_status is not PaymentStatus.PENDING or not payment.link_url:
        raise Problem("topup-over")
    picture = Picture(kind=PictureKind.PAY_QR, payment_id=payment.payment_id, language=talk.say.language)
    amount, until = talk.say.money(payment.amount), talk.say.clock(payment.expires_at)
    return (Reply(text=talk.say.text("topup-qr", amount=amount, until=until), picture=picture),)


def _payment(talk: Talk) -> Payment:
    if talk.user is None:
        raise Problem("register-first")
    return talk.services.topping_up.get(PaymentId(talk.draft["topup"]), talk.user.user_id)


TOP_UP = Dialogue("topup", (Amount(), Money()), finish=finish, locked="topup", leave=leave)
