"""What is said back, free of Telegram's shapes, and storable until it has been sent."""

from enum import StrEnum

from domain.model import Value


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
    """What can be drawn: of a booking its ticket and its berths in the coach, of a train its route and timetable."""

    TICKET_IMAGE = "ticket-image"
    TICKET_PDF = "ticket-pdf"
    ROUTE = "route"
    COACH = "coach"


class Picture(Value):
    """Drawn when it is sent, from the booking (tickets, coaches) or the train (routes) as it is then. `part`: places in
    the train's stops between which a passenger travels, to be highlighted."""

    kind: PictureKind
    booking_id: str = ""
    train_number: str = ""
    part: tuple[int, int] | None = None
    language: str


class Reply(Value):
    """One message, or the change of one. `text` is Telegram HTML (a caption if there is a picture). `edit`: change the
    message that was tapped, if one was; `edits`: change the message of this id. `panel`: this is the open question.
    `toast`: shown over the chat for a tap, as a box to be closed if `alert`; alone, it sends no message.
    `keyboard_text` labels the reply keyboard's button. `protect`: not to be forwarded.
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
