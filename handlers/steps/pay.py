"""Paying for berths that are held: by link, from the wallet, or a part of each, with the time that is left."""

from decimal import Decimal, InvalidOperation

from domain.bookings import Booking, BookingStatus
from domain.errors import GatewayError, Problem
from domain.ids import BookingId
from domain.payments import LEAST, Payment
from domain.services.billing import billed
from handlers.dialogue import Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import Html
from handlers.tickets import seats_words

LINK, WALLET, PART = "link", "wallet", "part"
PAID_SAID = ("paid", "i have paid", "done", "payment done", "ho gaya", "हो गया", "भुगतान कर दिया", "पैसे दे दिए")


class Pay(Step):
    """Waiting for the money. The berths are held; earlier answers stand. `paid` ends it, as does giving up."""

    slot, needs = "paid", ("booking",)

    def wanted(self, talk: Talk) -> bool:
        """Not once the money has come, or the hold is over: the dialogue then ends."""
        return held_booking(talk).booking_status is BookingStatus.HELD

    def ask(self, talk: Talk) -> Reply:
        booking = held_booking(talk)
        panel = payment_reply(booking, talk)
        payment = talk.services.paying.payment(booking)
        ways = wallet_buttons(talk, self.slot, payment.link_amount, payment.amount)
        check = (talk.button(talk.say.label("button-check"), self.slot, "check"),)
        drop = (talk.button(talk.say.label("button-drop"), self.slot, "drop"),)
        return panel.but(buttons=(*panel.buttons, *ways, check, drop))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        booking = held_booking(talk)
        way = incoming.text
        if incoming.kind is not Kind.TAP:
            if way.strip(" .!").casefold() not in PAID_SAID:
                raise Problem("held-first", until=talk.say.clock(booking.hold_until))
            way = "check"
        try:
            return self._done(way, booking, talk)
        except GatewayError:
            raise Problem("gateway-away", until=talk.say.clock(booking.hold_until)) from None

    def _done(self, tapped: str, booking: Booking, talk: Talk) -> Answer:
        way, *amounts = tapped.split("|")
        if way in (WALLET, PART):
            return pay_by(way, _part(amounts), booking, talk)
        if way == "drop":
            give_up(booking, talk)
            return {"paid": "dropped"}
        before = talk.services.paying.payment(booking)
        if not before.link_url:
            return {}  # the gateway was away: asking again makes the link
        if talk.services.paying.check(booking, talk.now).booking_status is not BookingStatus.HELD:
            return {"paid": LINK}
        if talk.services.paying.payment(booking).payment_id != before.payment_id:
            talk.forget_user()  # the wallet's part may be back
            return {}  # that link was dead: asking again makes another
        raise Problem("not-paid-yet")


def pay_by(way: str, part: Decimal, booking: Booking, talk: Talk) -> Answer:
    """Pays from the wallet what is to be paid from it; the answer says so if that was all. Problem if it cannot."""
    paying = talk.services.paying
    try:
        if way == WALLET:
            booking = paying.from_wallet(booking, talk.now)
        elif way == PART:
            booking = paying.part_from_wallet(booking, part, talk.now)
    except GatewayError:
        raise Problem("gateway-away", until=talk.say.clock(booking.hold_until)) from None
    talk.forget_user()
    return {} if booking.booking_status is BookingStatus.HELD else {"paid": way}


def give_up(booking: Booking, talk: Talk) -> None:
    """Gives the berths back. Problem `gateway-away` while the payment link cannot be closed."""
    try:
        talk.services.expiring.end(booking.booking_id, BookingStatus.CANCELLED, talk.now)
    except GatewayError:
        raise Problem("gateway-away", until=talk.say.clock(booking.hold_until)) from None
    talk.forget_user()


def held_booking(talk: Talk) -> Booking:
    """The booking of the draft, as it stands now."""
    user = talk.user
    if user is None:
        raise Problem("register-first")
    return talk.services.booking.get(BookingId(talk.draft["booking"]), user.user_id)


def bills_over(booking: Booking, talk: Talk) -> tuple[int, ...]:
    """The messages of this chat that asked for its money, now that there is nothing to pay: noted ones, and the open
    question unless its message becomes the last word."""
    bills, panel, said = billed(booking, talk.chat_id), talk.session.panel, talk.incoming
    becomes_it = said.kind is Kind.OTHER or said.message_id == panel
    return bills if panel is None or becomes_it else (*bills, panel)


def payment_reply(booking: Booking, talk: Talk) -> Reply:
    """The link to pay by and as a QR code, how long it lives, and what the wallet has paid of it."""
    say = talk.say
    held = {"until": say.clock(booking.hold_until), "seats": seats_words(talk.services.booking.together(booking))}
    try:
        payment = talk.services.paying.link(booking, talk.now)
    except GatewayError:
        return Reply(text=say.text("pay-link-later", **held))
    amount = say.money(payment.link_amount)
    left = max(1, int((payment.expires_at - talk.now).total_seconds()) // 60)
    held["until"] = say.clock(payment.expires_at)
    text = say.text("pay-panel", amount=amount, minutes=left, **held)
    pay = (Button(text=say.label("button-open-link", amount=amount), url=payment.link_url),)
    code = (Button(text=say.label("button-pay-qr"), data=f"g.qr={booking.booking_id}"),)
    words = Html("\n".join(filter(None, (text, _part_words(payment, talk)))))
    return Reply(text=words, buttons=(pay, code), bill=booking.booking_id)


def wallet_buttons(talk: Talk, slot: str, asked: Decimal, total: Decimal) -> tuple[tuple[Button, ...], ...]:
    """What the wallet can do about the `asked` rupees of a price of `total`: all of it, or once a part."""
    say, balance = talk.say, talk.user.wallet_balance if talk.user else Decimal(0)
    if balance >= asked:
        words = say.label("button-pay-wallet", balance=say.money(balance))
        return ((talk.button(words, slot, f"{WALLET}|{total}"),),)
    part = min(balance, total - LEAST)
    if part <= 0 or asked != total:
        return ()
    words = say.label("button-pay-part", part=say.money(part), rest=say.money(total - part))
    return ((talk.button(words, slot, f"{PART}|{total}|{part}"),),)


def _part_words(payment: Payment, talk: Talk) -> str:
    if not payment.wallet_part:
        return ""
    return talk.say.text("pay-panel-part", part=talk.say.money(payment.wallet_part))


def _part(amounts: list[str]) -> Decimal:
    """The wallet's part of a tapped button; nothing if that is no amount."""
    try:
        return Decimal(amounts[1])
    except (IndexError, InvalidOperation):
        return Decimal(0)
