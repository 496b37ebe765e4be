"""Money by the desk: wallets adjusted, bookings refunded beyond the rules, and what waits for a second person."""

from decimal import Decimal

from domain.approvals import Approval, MoneyAct, may_confirm
from domain.bookings import Booking
from domain.errors import Problem
from domain.ids import BookingId, UserId
from domain.payments import LEAST
from domain.reading.rupees import read_rupees
from domain.services.adjusting import Wish
from domain.staff import Right
from handlers.desk.asking import ask
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.services import Services
from handlers.texts import Html, Say

_AMOUNTS = (100, 200, 500, 1000)


def adjust(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`<whom>` offers amounts, `<whom>|<amount>` asks why, with the reason it is done. Typed: /adjust whom +250 reason.
    Problem `adjust-how`, and those of the act."""
    whom, amount, reason = _parts(value)
    if not whom:
        raise Problem("adjust-how")
    found = talk.services.finding.find(talk.hand, whom)
    user_id = found.user_id if isinstance(found, Booking) else found
    if user_id == talk.services.finding.own(talk.hand):
        raise Problem("own-account")
    if not amount:
        return _offer(talk, user_id)
    rupees = _rupees(amount)
    return _wish(talk, Wish(MoneyAct.ADJUST, user_id, rupees, reason), f"{user_id}|{rupees}")


def refund(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`<PNR>` shows what can be given back, or what to do instead for a ticket that is still good; `<PNR>|<w or s>
    <amount>` asks why, with the reason it is done. Typed: /refund PNR amount reason (into the wallet). Problem
    `refund-how`, and those of the act."""
    pnr, amount, reason = _parts(value)
    if not pnr:
        raise Problem("refund-how")
    booking, _, _ = talk.services.finding.booking(talk.hand, pnr)
    try:
        if not amount:
            return _owed(talk, booking)
        to_source, rupees = amount[0] == "s", _rupees(amount.lstrip("ws"))
        wish = Wish(MoneyAct.REFUND, booking.booking_id, rupees, reason, to_source)
        return _wish(talk, wish, f"{booking.pnr}|{'s' if to_source else 'w'}{rupees}")
    except Problem as problem:
        if problem.key != "refund-still-good":
            raise
        return (_still_good(talk, booking, problem),)


def approvals(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """What waits for a second person, each with its buttons."""
    found = talk.services.adjusting.pending(talk.hand)
    if not found:
        return (Reply(text=talk.say.text("desk-nothing-waits"), edit=talk.tapped),)
    return tuple(_waiting(talk, each) for each in found[:10])


def confirm(talk: DeskTalk, approval_id: str) -> tuple[Reply, ...]:
    """The second person says yes. Problem `approval-gone` and others of Adjusting.confirm."""
    done = talk.services.adjusting.confirm(talk.hand, approval_id)
    return (_decided(talk, done, "desk-confirmed"),)


def decline(talk: DeskTalk, approval_id: str) -> tuple[Reply, ...]:
    """It will not be done."""
    done = talk.services.adjusting.decline(talk.hand, approval_id)
    return (_decided(talk, done, "desk-declined"),)


def _wish(talk: DeskTalk, wish: Wish, value: str) -> tuple[Reply, ...]:
    """Asks why, if that was not said, keeping `value`; but what cannot be done is refused before."""
    if not wish.reason:
        talk.services.adjusting.check(talk.hand, wish)
        what = _what(talk.say, talk.services, wish)
        return ask(talk, wish.act.value, value, talk.say.text("desk-ask-why", what=what))
    in_view = talk.incoming.in_group and talk.topic is None
    waits = talk.services.adjusting.ask(talk.hand, wish, seen=in_view)
    if waits:
        return (_waiting(talk, waits),)
    what = _what(talk.say, talk.services, wish)
    return (Reply(text=talk.say.text("desk-done", what=what, reason=wish.reason)),)


def _waiting(talk: DeskTalk, approval: Approval) -> Reply:
    staff = talk.services.staffing.staff(talk.hand)
    may = staff is not None and may_confirm(staff.role, approval.amount)
    # In the group somebody else may tap, so the button is there whoever asks.
    return waiting(talk.say, talk.services, approval, may=may or talk.incoming.in_group)


def waiting(say: Say, services: Services, approval: Approval, *, may: bool = True) -> Reply:
    """What waits for a second person; `may`: whoever reads this may say yes."""
    text = say.text(
        "desk-waits-for-second",
        what=_what(say, services, approval),
        name=approval.asked_name or approval.asked_by,
        reason=approval.reason,
        until=say.clock(approval.expires_at),
    )
    yes = Button(text=say.label("desk-button-confirm"), data=f"d.confirm={approval.approval_id}")
    no = Button(text=say.label("desk-button-decline"), data=f"d.decline={approval.approval_id}")
    return Reply(text=text, buttons=((yes, no) if may else (no,), (_look(say, services, approval),)))


def _look(say: Say, services: Services, approval: Approval) -> Button:
    """To the card of whom or what it is about."""
    if approval.act is MoneyAct.ADJUST:
        return Button(text=say.label("desk-button-user"), data=f"d.who={approval.target}")
    pnr = services.finding.pnr_of(BookingId(approval.target))
    return Button(text=f"🎫 {pnr}", data=f"d.booking={pnr}")


def _decided(talk: DeskTalk, approval: Approval, key: str) -> Reply:
    what = _what(talk.say, talk.services, approval)
    asked = approval.asked_name or approval.asked_by
    return Reply(text=talk.say.text(key, what=what, name=talk.hand.name, asked=asked), edit=talk.tapped)


def _what(say: Say, services: Services, wish: Wish | Approval) -> Html:
    """The act in words: ₹500 into the wallet of Asha Verma."""
    if wish.act is MoneyAct.ADJUST:
        return _adjusting(say, services, wish.amount, wish.target)
    where = say.label("desk-to-source" if wish.to_source else "desk-to-wallet")
    pnr = services.finding.pnr_of(BookingId(wish.target))
    return say.text("desk-refunding", amount=say.money(wish.amount), pnr=pnr, where=where)


def _adjusting(say: Say, services: Services, amount: Decimal, user_id: str) -> Html:
    key = "desk-giving" if amount > 0 else "desk-taking"
    return say.text(key, amount=say.money(abs(amount)), name=services.finding.named(UserId(user_id)))


def _offer(talk: DeskTalk, user_id: str) -> tuple[Reply, ...]:
    def button(amount: int) -> Button:
        sign = "+" if amount > 0 else "−"
        return Button(text=f"{sign}{talk.say.money(Decimal(abs(amount)))}", data=f"d.adjust={user_id}|{amount}")

    rows = (tuple(map(button, _AMOUNTS)), tuple(button(-each) for each in _AMOUNTS))
    text = talk.say.text("desk-ask-amount", name=talk.services.finding.named(UserId(user_id)))
    return ask(talk, "adjust", user_id, text, rows)


def _owed(talk: DeskTalk, booking: Booking) -> tuple[Reply, ...]:
    say, owed = talk.say, talk.services.adjusting.owed(talk.hand, booking)
    text = say.text(
        "desk-owed", pnr=booking.pnr, paid=say.money(owed.paid), back=say.money(owed.back), left=say.money(owed.left)
    )
    if owed.left <= 0:
        return (Reply(text=text, edit=talk.tapped),)
    rows = [
        (
            Button(
                text=say.label("desk-all-to-wallet", amount=say.money(owed.left)),
                data=f"d.refund={booking.pnr}|w{owed.left}",
            ),
        )
    ]
    if owed.to_source >= LEAST:
        label = say.label("desk-all-to-source", amount=say.money(owed.to_source), method=owed.method)
        rows.append((Button(text=label, data=f"d.refund={booking.pnr}|s{owed.to_source}"),))
    return ask(talk, "refund", booking.pnr, text, tuple(rows))


def _still_good(talk: DeskTalk, booking: Booking, problem: Problem) -> Reply:
    """What to do instead of refunding it."""
    adjust = Button(text=talk.say.label("desk-button-adjust"), data=f"d.adjust={booking.user_id}")
    user = Button(text=talk.say.label("desk-button-user"), data=f"d.who={booking.user_id}")
    text = talk.say.text(f"problem-{problem.key}", **problem.args_for_text)
    return Reply(text=text, buttons=((adjust, user),), edit=talk.tapped)


def _parts(value: str) -> tuple[str, str, str]:
    """Of a tap or an answer by bars, of a command by blanks: whom or what, amount, reason; an answer may hold both."""
    first, _, rest = value.partition("|") if "|" in value else value.partition(" ")
    amount, _, reason = rest.strip().partition("|") if "|" in rest else rest.strip().partition(" ")
    return first.strip(), amount.strip(), reason.strip()


def _rupees(text: str) -> Decimal:
    """Problem `amount-unreadable`."""
    sign = -1 if text[:1] in "-−" else 1
    plain = text.lstrip("+-−")
    amount = read_rupees(plain)
    if amount is None:
        raise Problem("amount-unreadable")
    return sign * amount


ACTS = {
    "adjust": Act(Right.MONEY, adjust),
    "refund": Act(Right.MONEY, refund),
    "approvals": Act(Right.MONEY, approvals),
    "confirm": Act(Right.MONEY, confirm),
    "decline": Act(Right.MONEY, decline),
}
