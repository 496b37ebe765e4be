"""/find and the cards that it leads to: a user, a booking; with what whoever asks may do to them."""

from domain.bookings import Booking
from domain.contacts import masked_email, masked_phone
from domain.errors import NotFound, Problem
from domain.ids import UserId
from domain.payments import Payment
from domain.services.finding import Person
from domain.staff import Right
from domain.users import SELF, User
from domain.wallets import WalletStatus
from handlers.desk.asking import ask
from handlers.desk.card import earlier_words, trip_words
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import Html
from handlers.tickets import place_words, upgrade_words

_MENU = (  # what /desk offers, by the right that it needs
    (Right.FIND, "find"),
    (Right.MONEY, "approvals"),
    (Right.PAYOUT, "payouts"),
    (Right.RUNS, "run"),
    (Right.RUNS, "specials"),
    (Right.PROMOS, "codes"),
    (Right.BROADCAST, "broadcasts"),
    (Right.IDENTITY, "identities"),
    (Right.FIGURES, "today"),
    (Right.AUDIT, "audit"),
)


def menu(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """Everything that this role may do, as buttons."""
    buttons = [
        Button(text=talk.say.label(f"desk-button-{name}"), data=f"d.{name}") for right, name in _MENU if talk.may(right)
    ]
    rows = tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
    return (Reply(text=talk.say.text("desk-menu", name=talk.hand.name), buttons=rows, edit=talk.tapped),)


def find(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """What was told is looked for, by number or id and then by name; in a ticket's topic without words its passenger.
    Problem `found-nothing` or `find-name-short`."""
    if not value and talk.topic is not None:
        try:
            return who(talk, talk.ticket.user_id)
        except NotFound:
            raise Problem("no-ticket-here") from None
    if not value:
        return ask(talk, "find", "", talk.say.text("desk-ask-find"))
    wanted = value.removeprefix("|")
    try:
        found = talk.services.finding.find(talk.hand, wanted)
    except Problem as problem:
        if problem.key != "found-nothing":
            raise
        return _called(talk, wanted)
    return booking(talk, found.pnr) if isinstance(found, Booking) else who(talk, found)


def _called(talk: DeskTalk, name: str) -> tuple[Reply, ...]:
    """The card of the one who is called so; of several a button each."""
    found = talk.services.finding.by_name(talk.hand, name)
    if len(found.users) == 1 and not found.more:
        return who(talk, found.users[0].user_id)
    key = "desk-names-more" if found.more else "desk-names"
    rows = tuple(
        (Button(text=f"{user.full_name} · ••{user.phone[-2:]}", data=f"d.who={user.user_id}"),) for user in found.users
    )
    return (Reply(text=talk.say.text(key, name=name.strip()[:60]), buttons=rows),)


def who(talk: DeskTalk, user_id: str) -> tuple[Reply, ...]:
    """A user's card."""
    if not user_id:
        raise Problem("find-how")
    person = talk.services.finding.person(talk.hand, UserId(user_id))
    return (Reply(text=_card(talk, person), buttons=_buttons(talk, person), edit=talk.tapped),)


def booking(talk: DeskTalk, pnr: str) -> tuple[Reply, ...]:
    """A booking's card: the trip, who travels by initials, what was paid and what came back."""
    if not pnr:
        raise Problem("find-how")
    found, user, payment = talk.services.finding.booking(talk.hand, pnr)
    say = talk.say
    rows = [(Button(text=say.label("desk-button-user"), data=f"d.who={user.user_id}"),)]
    if talk.may(Right.MONEY) and payment:
        rows.append((Button(text=say.label("desk-button-refund"), data=f"d.refund={found.pnr}"),))
    if talk.may(Right.RUNS):
        rows.append((Button(text=say.label("desk-button-run"), data=f"d.run={found.train_id}|{found.run_date}"),))
    text = _booking_card(talk, found, user, payment)
    return (Reply(text=text, buttons=tuple(rows), edit=talk.tapped),)


def _booking_card(talk: DeskTalk, found: Booking, user: User, payment: Payment | None) -> Html:
    say = talk.say
    lines = [
        trip_words(found, talk.say),
        *filter(None, (upgrade_words(found, say),)),
        say.text("desk-of", name=user.full_name),
        *(
            say.text("desk-traveller", initials=_initials(p.name), age=p.age, place=place_words(p))
            for p in found.passengers
        ),
    ]
    if payment:
        lines.append(
            say.text(
                "desk-paid",
                amount=say.money(payment.amount),
                method=payment.payment_method,
                status=payment.payment_status.value,
                reference=payment.transaction_reference or "-",
            )
        )
    if found.cancellation_details:
        back = found.cancellation_details.get("refund", 0)
        lines.append(say.text("desk-came-back", amount=say.money(back), where=found.refund_status or "-"))
    return Html("\n".join(lines))


def _card(talk: DeskTalk, person: Person) -> Html:
    say, user = talk.say, person.user
    lines = [
        say.text("desk-person", name=user.full_name or "-", state=_state(talk, user)),
        say.text("desk-contact", phone=masked_phone(user.phone), email=masked_email(user.email)),
        say.text(
            "desk-kyc", kyc=say.label(f"desk-kyc-{_kyc(user)}"), proof=user.identity.masked if user.identity else ""
        ),
        say.text("card-wallet", balance=say.money(person.wallet.balance)),
    ]
    if person.wallet.status is WalletStatus.SUSPENDED:
        lines.append(say.text("desk-wallet-suspended"))
    lines += [trip_words(each, talk.say) for each in person.bookings]
    lines += [earlier_words(each, say) for each in person.tickets]
    return Html("\n".join(lines))


def _buttons(talk: DeskTalk, person: Person) -> tuple[tuple[Button, ...], ...]:
    say, user = talk.say, person.user
    rows = [tuple(Button(text=f"🎫 {each.pnr}", data=f"d.booking={each.pnr}") for each in person.bookings[:3])]
    if talk.may(Right.MONEY):
        rows.append((Button(text=say.label("desk-button-adjust"), data=f"d.adjust={user.user_id}"),))
    if talk.may(Right.SUSPEND):
        closed = user.closed_by not in ("", SELF)
        frozen = person.wallet.status is WalletStatus.SUSPENDED
        turn, wallet = "reopenuser" if closed else "suspend", "thaw" if frozen else "freeze"
        acts = (turn, wallet)
        rows.append(tuple(Button(text=say.label(f"desk-button-{act}"), data=f"d.{act}={user.user_id}") for act in acts))
    if talk.may(Right.IDENTITY) and _kyc(user) == "waiting":
        rows.append((Button(text=say.label("desk-button-identity"), data=f"d.identity={user.user_id}"),))
    if talk.may(Right.AUDIT):
        rows.append((Button(text=say.label("desk-button-audit"), data=f"d.audit={user.user_id}"),))
    return tuple(row for row in rows if row)


def _state(talk: DeskTalk, user: User) -> str:
    if user.is_active:
        return talk.say.label("desk-state-open")
    return talk.say.label("desk-state-resting") if user.closed_by == SELF else user.closed_by[:100]


def _kyc(user: User) -> str:
    """Pending is what everybody is who showed nothing, too."""
    if user.kyc_status == "pending":
        return "waiting" if user.identity and user.identity.sealed_file else "none"
    return user.kyc_status.value


def _initials(name: str) -> str:
    """A. V.: enough to know of whom a passenger speaks."""
    return " ".join(f"{part[0]}." for part in name.split()[:3])


ACTS = {
    "desk": Act(Right.FIND, menu),
    "find": Act(Right.FIND, find),
    "who": Act(Right.FIND, who),
    "booking": Act(Right.FIND, booking),
}
