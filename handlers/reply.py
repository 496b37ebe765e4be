"""What is said back, free of Telegram's shapes, and storable until it has been sent."""

from enum import StrEnum

from domain.model import Value
from domain.staff import Role


class Button(Value):
    """Exactly one of `data` (a tap for us), `url` (opens a page) or `copies` (text for the clipboard)."""

    text: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None


class Keyboard(StrEnum):
    """Reply keyboards: only for what no inline button can ask."""

    CONTACT = "contact"
    LOCATION = "location"
    REMOVE = "remove"


class PictureKind(StrEnum):
    """What can be drawn: of a booking its ticket, its berths in the coach, its invoice and its calendar entry; of a
    train its route and timetable; of a payment its QR code; of a wallet its statement; of a day what it brought."""

    TICKET_IMAGE = "ticket-image"
    TICKET_PDF = "ticket-pdf"
    ROUTE = "route"
    COACH = "coach"
    PAY_QR = "pay-qr"
    STATEMENT_PDF = "statement-pdf"
    STATEMENT_CSV = "statement-csv"
    INVOICE = "invoice"
    CALENDAR = "calendar"
    OPENING = "opening"  # of an alert: when booking opens, as a calendar entry
    FIGURES = "figures"
    EXPORT = "export"  # all that is kept of a user, as JSON
    IDENTITY = "identity"  # a user's document: not drawn, Telegram has it
    TRANSCRIPT = "transcript"  # of a support ticket, as a page to read; with what the desk noted if `notes`


class Picture(Value):
    """Drawn when it is sent, from the database as it is then: of the booking (tickets, coaches, invoices, calendar
    entries), the train (routes), the payment (QR codes to pay), the wallet (statements) or the day (figures). Whoever
    draws asks nothing about rights: a picture is only made of what the chat's user owns or may see.

    `part`: places in the train's stops between which a passenger travels, to be highlighted. `month`: of a statement,
    as `2026-11`; empty for the last 90 days. `day`: of figures, an ISO date."""

    kind: PictureKind
    booking_id: str = ""
    train_number: str = ""
    part: tuple[int, int] | None = None
    payment_id: str = ""
    wallet_id: str = ""
    month: str = ""
    day: str = ""
    user_id: str = ""
    ticket_id: str = ""
    alert_id: str = ""
    notes: bool = False
    language: str


class StaffMenu(Value):
    """The commands that Telegram offers to this person in private: those of their role beside their own; without a
    role, their own alone."""

    telegram_id: int
    role: Role | None = None


class Reply(Value):
    """One message, or the change of one. `text` is Telegram HTML (a caption if there is a picture). `edit`: change the
    message that was tapped, if one was; `edits`: change the message of this id. `panel`: this is the open question.
    `toast`: shown over the chat for a tap, as a box to be closed if `alert`; alone, it sends no message.
    `keyboard_text` labels the reply keyboard's button. `protect`: not to be forwarded. `deletes`: messages of the
    person, by their ids, that are taken out of the chat first. `bill`: the booking that the message asks to pay: it
    loses its buttons when there is nothing to pay any more. `strips`: messages of ours, by their ids, that lose them
    now. `menu`: what is offered to somebody of the desk from now on.
    """

    text: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: Keyboard | None = None
    keyboard_text: str = ""
    picture: Picture | None = None
    edit: bool = False
    edits: int | None = None
    panel: bool = False
    toast: str = ""
    alert: bool = False
    protect: bool = False
    deletes: tuple[int, ...] = ()
    bill: str = ""
    strips: tuple[int, ...] = ()
    menu: StaffMenu | None = None
