"""Which dialogue or menu an update belongs to."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from domain.bookings import Booking
from domain.errors import Problem
from domain.ids import BookingId, ChatId
from domain.requests import Request, read_request
from domain.services.staffing import Hand
from domain.sessions import Session
from handlers.account.area import ACCOUNT
from handlers.account.closed import refusal
from handlers.account.hiding import SECRET
from handlers.account.profile import profile
from handlers.alerts import ALERTING
from handlers.area import Area, Aside
from handlers.boarding import BOARD
from handlers.boarding import opening as boarding
from handlers.book import BOOK, FROM, TO, answers
from handlers.cancel import CANCEL, opening
from handlers.desk.passengers import to_passenger
from handlers.desk.private import to_desk
from handlers.dialogue import Dialogue, Outcome, stale_other
from handlers.documents import DOCUMENTS
from handlers.inbox import INBOX
from handlers.incoming import Incoming, Kind
from handlers.menu import SAID, help_reply, home, home_buttons, language_reply
from handlers.notifications import NOTIFICATIONS
from handlers.payqr import PAY_QR
from handlers.pnr import pnr_reply
from handlers.reply import Button, Keyboard, Reply
from handlers.resume import RESUME
from handlers.services import Services
from handlers.smallchild import ADD_CHILD
from handlers.smallchild import opening as small_child
from handlers.start import START
from handlers.support import AREA as SUPPORTING
from handlers.support import to_ticket
from handlers.talk import Talk
from handlers.texts import LANGUAGES, say
from handlers.trainroute import ends_of, find_trains, train_unknown
from handlers.trips import coach, give_trip_up, latest_trip, other_trains, own_booking, trip, trips, way_back
from handlers.upgrade import UPGRADE
from handlers.wallet import WALLET

# Words that make two names a journey and not a person: "patna to delhi" while we ask for a name.
_WAY = re.compile(r"(?:^|\s)(?:to|se|से)(?:\s|$)|[-–→>]")
AREAS: tuple[Area, ...] = (
    WALLET,
    DOCUMENTS,
    PAY_QR,
    UPGRADE,
    SUPPORTING,
    RESUME,
    INBOX,
    ALERTING,
    NOTIFICATIONS,
    ACCOUNT,
)
DIALOGUES: Mapping[str, Dialogue] = {
    dialogue.name: dialogue
    for dialogue in (START, BOOK, CANCEL, BOARD, ADD_CHILD, *(each for area in AREAS for each in area.dialogues))
}


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Router:
    """Commands and menu taps first, then the open dialogue, then a sentence that may begin one."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._everywhere: dict[str, Callable[[Talk, str], Outcome]] = {
            "start": self._start,
            "home": lambda talk, value: self._aside(talk, (home(talk),)),
            "book": self._book,
            "trips": lambda talk, value: self._aside(talk, trips(talk)),
            "return": self._return,
            "train": self._train,
            "along": self._along,
            "trip": lambda talk, value: self._aside(talk, trip(talk, value)),
            "leave": lambda talk, value: CANCEL.begin(talk, opening(talk, value)),
            "board": lambda talk, value: BOARD.begin(talk, boarding(talk, value)),
            "child": lambda talk, value: ADD_CHILD.begin(talk, small_child(talk, value)),
            "others": self._others,
            "coach": lambda talk, value: self._aside(talk, coach(talk, value)),
            "pnr": lambda talk, value: self._aside(talk, pnr_reply(talk, value)),
            "drop": lambda talk, value: self._aside(talk, give_trip_up(talk, value)),
            "language": lambda talk, value: Outcome(talk.session, (language_reply(talk),)),
            "lang": self._speak,
            "help": lambda talk, value: self._aside(talk, (help_reply(talk),)),
            "settings": self._settings,
            "cancel": self._cancel,
        }
        for area in AREAS:
            self._everywhere |= {name: partial(self._beside, aside) for name, aside in area.asides.items()}
            self._everywhere |= {name: partial(self._below, aside) for name, aside in area.below.items()}
            self._everywhere |= area.opens

    def answer(self, session: Session, incoming: Incoming) -> Outcome:
        """The session to commit and the replies. A Problem of no open question is answered here."""
        talk = Talk(session, incoming, self._services, say(session.language or incoming.language))
        try:
            return self._answer(talk)
        except Problem as problem:
            key = f"problem-{problem.key}"
            if talk.tapped:
                toast = Reply(toast=talk.say.label(key, **problem.args_for_text), alert=True)
                return Outcome(talk.session, (toast,), problem.key)
            words = talk.say.text(key, **problem.args_for_text)
            return Outcome(talk.session, (Reply(text=words),), problem.key)

    @property
    def names(self) -> frozenset[str]:
        """Of all commands and `g.` taps there are."""
        return frozenset(self._everywhere)

    def billed(self, chat_id: ChatId, bills: Sequence[tuple[str, int]]) -> tuple[int, ...]:
        """Bookings and the messages of the chat that ask for their money are noted; those that must not ask any
        more are returned."""
        over: list[int] = []
        for booking_id in dict.fromkeys(booking_id for booking_id, _ in bills):
            messages = [message_id for booked, message_id in bills if booked == booking_id]
            over += self._services.billing.note(BookingId(booking_id), chat_id, messages)
        return tuple(over)

    def is_staff(self, incoming: Incoming) -> bool:
        """Is this somebody of the desk? They may be quick."""
        hand = Hand(incoming.chat_id, incoming.first_name, incoming.update_id, incoming.now)
        return self._services.staffing.staff(hand) is not None

    def _answer(self, talk: Talk) -> Outcome:
        if for_desk := self._for_desk(talk):
            return for_desk
        what, value = _everywhere(talk.incoming)
        refused = refusal(talk, what)
        if what in self._everywhere:
            return refused or self._everywhere[what](talk, value)
        if talk.session.flow not in SECRET and (passed_on := to_ticket(talk)):
            return passed_on
        if refused:
            return refused
        dialogue = DIALOGUES.get(talk.session.flow or "")
        if dialogue is START and talk.session.language and _WAY.search(talk.incoming.text.casefold()):
            journey = self._journey(talk)
            if journey and journey.origin and journey.destination:
                return BOOK.begin(talk, answers(journey, talk))
        if dialogue is not None:
            return dialogue.hear(talk)
        if talk.tapped:
            return stale_other(talk)
        if talk.session.language is None:
            return START.begin(talk)
        return self._fresh(talk)

    def _for_desk(self, talk: Talk) -> Outcome | None:
        """What is for the desk, and what a passenger is told who writes one of its commands."""
        if instead := to_passenger(talk):
            return self._aside(talk, instead)
        return to_desk(talk, self._services)

    def _fresh(self, talk: Talk) -> Outcome:
        """Nothing is open: a sentence may begin a booking; anything else gets the menu."""
        incoming = talk.incoming
        if incoming.kind is Kind.LOCATION:
            return BOOK.begin(talk, FROM.read(incoming, talk))
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        command = SAID.get(incoming.text.strip(" .!?").casefold())
        if command:
            return self._everywhere[command](talk, "")
        if trains := find_trains(talk, incoming.text):
            return Outcome(talk.session, trains)
        request = self._journey(talk)
        if request and request.is_return and not (request.origin or request.destination):
            return self._way_back(talk, latest_trip(talk), request.date)
        if request and request.place and not (request.origin or request.destination):
            return BOOK.begin(talk, TO.meant(list(request.place), talk, incoming, None))
        if request and (request.origin or request.destination):
            return BOOK.begin(talk, answers(request, talk))
        words = talk.say.text("not-understood")
        return Outcome(talk.session, (Reply(text=words, buttons=home_buttons(talk.say)),), "not-understood")

    def _book(self, talk: Talk, value: str) -> Outcome:
        """A new journey. One that is waiting for its money is not forgotten."""
        waiting = talk.draft.get("booking") if talk.session.flow == BOOK.name else None
        outcome = BOOK.begin(talk)
        if not waiting:
            return outcome
        show = Button(text=talk.say.label("button-show-trip"), data=f"g.trip={waiting}")
        drop = Button(text=talk.say.label("button-drop"), data=f"g.drop={waiting}")
        reminder = Reply(text=talk.say.text("still-held"), buttons=((show,), (drop,)))
        return Outcome(outcome.session, (reminder, *(reply.but(edit=False) for reply in outcome.replies)))

    def _return(self, talk: Talk, value: str) -> Outcome:
        """The way back of a booking of theirs, on an ISO date if one was said."""
        booking_id, _, on = value.partition("|")
        return self._way_back(talk, own_booking(talk, booking_id), _iso(on))

    def _way_back(self, talk: Talk, booking: Booking, on: date | None) -> Outcome:
        outcome = BOOK.begin(talk, way_back(talk, booking, on))
        return Outcome(outcome.session, tuple(reply.but(edit=False) for reply in outcome.replies), outcome.problem)

    def _others(self, talk: Talk, value: str) -> Outcome:
        """Trains with berths for who waits; their ticket stays as it is."""
        outcome = BOOK.begin(talk, other_trains(talk, value))
        stays = Reply(text=talk.say.text("others-stay"))
        return Outcome(outcome.session, (stays, *(reply.but(edit=False) for reply in outcome.replies)), outcome.problem)

    def _train(self, talk: Talk, value: str) -> Outcome:
        """A train's route. Problem `no-such-train`."""
        return self._aside(talk, find_trains(talk, value) or train_unknown(talk, value))

    def _along(self, talk: Talk, value: str) -> Outcome:
        """Booking from a train's first station to its last."""
        return BOOK.begin(talk, ends_of(talk, value))

    def _journey(self, talk: Talk) -> Request | None:
        """What typed words tell of a journey; no draft of another dialogue counts."""
        if talk.incoming.kind is not Kind.TEXT:
            return None
        return read_request(talk.incoming.text, talk.today, self._services.catalogue())

    def _start(self, talk: Talk, value: str) -> Outcome:
        if talk.session.language is None or (talk.user is None and talk.session.flow is None):
            return START.begin(talk)
        return self._aside(talk, (home(talk),))

    def _settings(self, talk: Talk, value: str) -> Outcome:
        """All that can be set; for who has no account that is open the language."""
        has_one = talk.user is not None and talk.user.is_active
        return self._aside(talk, profile(talk, value) if has_one else (language_reply(talk),))

    def _speak(self, talk: Talk, value: str) -> Outcome:
        if value not in LANGUAGES:
            raise Problem("no-such-language")
        talk.session = talk.session.but(language=value)
        talk.speaking(value)
        self._services.accounts.speak(talk.chat_id, value, talk.now)
        done = Reply(text=talk.say.text("language-set"), edit=talk.tapped)
        return self._aside(talk, (done,))

    def _cancel(self, talk: Talk, value: str) -> Outcome:
        dialogue = DIALOGUES.get(talk.session.flow or "")
        if dialogue is None:
            return Outcome(talk.session, (Reply(text=talk.say.text("nothing-to-cancel"), keyboard=Keyboard.REMOVE),))
        replies = tuple(dialogue.leave(talk))
        return Outcome(talk.session.but(flow=None, draft={}, trail=(), panel=None), replies)

    def _beside(self, aside: Aside, talk: Talk, value: str) -> Outcome:
        return self._aside(talk, aside(talk, value))

    def _below(self, aside: Aside, talk: Talk, value: str) -> Outcome:
        """Said below the open question, which stands as it is; it is asked again only where that is not in sight."""
        replies = aside(talk, value)
        in_sight = talk.tapped and talk.incoming.message_id == talk.session.panel
        return Outcome(talk.session, replies) if in_sight else self._aside(talk, replies)

    def _aside(self, talk: Talk, replies: tuple[Reply, ...]) -> Outcome:
        """Something said in between: the open question follows it."""
        dialogue = DIALOGUES.get(talk.session.flow or "")
        if dialogue is None:
            return Outcome(talk.session, replies)
        asked = dialogue.ask(talk)
        return Outcome(asked.session, (*replies, *(reply.but(edit=False) for reply in asked.replies)))


def _everywhere(incoming: Incoming) -> tuple[str, str]:
    """The command or menu tap and its value; ("", "") if it is neither."""
    if incoming.kind is Kind.TAP and incoming.text.startswith("g."):
        what, _, value = incoming.text[2:].partition("=")
        return what, value
    if incoming.kind is Kind.TEXT and incoming.text.startswith("/"):
        command, _, value = incoming.text[1:].partition(" ")
        return command.partition("@")[0].casefold(), value.strip()
    return "", ""
