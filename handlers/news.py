"""News in words: what each notification says when it is pushed or read, and the button that leads on from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.bookings import CNF, PAID, RAC, Booking, BookingStatus
from domain.catalogue import Catalogue
from domain.ids import StationCode
from domain.notifications import CANCELLATIONS, Notification
from domain.quotas import Quota
from domain.railtime import INDIA, today
from domain.reminders import DEPARTURES, Step, leaves_at
from handlers.menu import home_buttons
from handlers.reply import Button, Reply
from handlers.texts import Html, Say
from handlers.tickets import calendar_button, seats_words, ticket_replies, train_called, unbroken

ALERTS = frozenset({"told-opening", "told-opening-day", "told-berth-free"})  # a tap on them begins to book
_NIGHT_ENDS = 4  # o'clock: who leaves before that leaves "tonight", by the evening before
_MOVED = frozenset({"told-rescheduled", "told-rescheduled-sooner"})
_WITH_REASON = frozenset({*_MOVED, *CANCELLATIONS})
_MOVED_UP = {"told-confirmed": CNF, "told-rac": RAC}
_ONLY_WHILE_GOOD = frozenset({*DEPARTURES, *_MOVED, *_MOVED_UP, "told-chart-made", "told-upgraded"})


@dataclass(frozen=True, slots=True)
class Wording:
    """In which language, by which timetable and when news are told: it may be later than they were written."""

    say: Say
    catalogue: Catalogue
    now: datetime

    def plain(self, news: Notification) -> tuple[Reply, ...]:
        """News that are about no booking; none if it is too late to book by them."""
        if news.title in ALERTS:
            over = "ends_at" in news.args and datetime.fromisoformat(news.args["ends_at"]) <= self.now
            return () if over else (self._alert(news),)
        label = "menu-wallet" if "amount" in news.args else ""
        return (Reply(text=self.say.text(news.title, **self._filled(news.args)), buttons=self._on(news, label)),)

    def of_booking(self, news: Notification, booking: Booking) -> tuple[Reply, ...]:
        """News of a booking as it is now: the ticket for `told-ticket`, else their own text; none if they have come to
        nothing meanwhile: a departure of a ticket that was given back, the last call for a hold that is paid."""
        if self._is_over(news, booking):
            return ()
        train = train_called(self.catalogue, booking, self.say)
        if news.title == "told-ticket":
            return ticket_replies(booking, train, self.say, ((calendar_button(booking, self.say),),))
        args = {"name": "", "seat": "", "pnr": booking.pnr, "amount": self.say.money(Decimal(0))}
        words = {**args, **self._filled(news.args), **self._of_trip(booking)}
        if "other_number" in news.args:
            words["other_train"] = self._train(news.args["other_number"], news.args["other_train"])
        text = self.say.text(news.title, train=train, **words)
        if news.title in DEPARTURES and booking.booking_status is BookingStatus.WAITLIST:
            text = Html(f"{text}\n{self.say.text('leaves-waiting')}")
        if news.title in _WITH_REASON and news.args.get("reason"):
            text = Html(f"{text}\n{self.say.text('leaves-why', reason=news.args['reason'])}")
        return (Reply(text=text, buttons=self._to_trip(news, booking)),)

    def _is_over(self, news: Notification, booking: Booking) -> bool:
        if news.title in (Step.LAST_CALL, "told-payment-failed"):
            return booking.booking_status is not BookingStatus.HELD or booking.hold_until <= self.now
        if news.title in _ONLY_WHILE_GOOD and (booking.booking_status not in PAID or leaves_at(booking) <= self.now):
            return True
        if status := _MOVED_UP.get(news.title):  # unless they left the ticket, or have moved up once more
            return not any(who.name == news.args["name"] and who.status == status for who in booking.passengers)
        return False

    def _of_trip(self, booking: Booking) -> dict[str, object]:
        """What reminders are filled with: when and where the party gets in, its places, minutes to go and to pay."""
        return {
            "when": self.when(leaves_at(booking)),
            "station": self.place(booking.boarding_station_code or booking.origin_station_code),
            "seats": seats_words([booking]),
            "until": self.say.clock(booking.hold_until),
            "minutes": self._minutes_to(booking.hold_until),
            "to_go": self._minutes_to(leaves_at(booking)),
        }

    def _minutes_to(self, at: datetime) -> int:
        """Begun ones count, and there is always one."""
        return max(1, -(-(at - self.now) // timedelta(minutes=1)))

    def when(self, at: datetime) -> str:
        """Today at 16:55; tomorrow, Wed 10 Jan, at 16:55; tonight at 00:05, in the night to Wed 10 Jan."""
        here = at.astimezone(INDIA)
        days = (here.date() - today(self.now)).days
        key = {0: "leaves-today", 1: "leaves-tomorrow"}.get(days, "leaves-on")
        if days == 1 and here.hour < _NIGHT_ENDS:
            key = "leaves-tonight"
        return self.say.text(key, day=self.say.day(here.date()), clock=self.say.clock(at))

    def place(self, code: str) -> str:
        """A station's name in this language."""
        station = self.catalogue.station(StationCode(code))
        return (station.name_hi if station and self.say.language == "hi" else "") or (station.name if station else code)

    def _alert(self, news: Notification) -> Reply:
        """What the user asked to be told of, and a way to book it."""
        args = news.args
        words: dict[str, object] = {
            "trip": f"{self.place(args['origin'])} → {self.place(args['destination'])}",
            "day": self.say.day(date.fromisoformat(args["date"])),
        }
        if "at" in args:
            words["clock"] = self.say.clock(datetime.fromisoformat(args["at"]))
        if "number" in args:
            words |= {"number": args["number"], "name": self._train(args["number"], args.get("name", ""))}
            words["travel_class"] = self.say.label(f"class-{args['class']}") if "class" in args else ""
            words["what"] = self.say.label(opening_of(args["quota"]), **quota_words(self.say, args["quota"]))
        if "free" in args:
            words["free"] = int(args["free"])
        return Reply(text=self.say.text(news.title, **words), buttons=self._on(news, "button-book-now", "go"))

    def _train(self, number: str, name: str) -> str:
        """By its name in this language; `name` is the one that it had when the news were written."""
        train = self.catalogue.train(number)
        return (train.name_hi if train and self.say.language == "hi" else "") or name

    def _filled(self, args: Mapping[str, str]) -> dict[str, object]:
        """The blanks of a wording: those that end in `amount` are rupees, in `class` classes, in `_at` times, in `_on`
        days, `seat` a berth; others stand as they are."""
        return {name: self._blank(name, value) for name, value in args.items()}

    def _blank(self, name: str, value: str) -> object:
        if name.endswith("amount"):
            return self.say.money(Decimal(value))
        if name.endswith("class"):
            return self.say.label(f"class-{value}")
        if name.endswith("_at"):
            return self.when(datetime.fromisoformat(value))
        if name == "seat":
            return unbroken(value)
        return self.say.day(date.fromisoformat(value)) if name.endswith("_on") else value

    def _to_trip(self, news: Notification, booking: Booking) -> tuple[tuple[Button, ...], ...]:
        if booking.booking_status in PAID:
            return self._on(news, "button-show-ticket")
        if booking.booking_status is BookingStatus.HELD:
            return self._on(news, "button-show-trip")
        return home_buttons(self.say)[:1]

    def _on(self, news: Notification, label: str, tap: str = "told") -> tuple[tuple[Button, ...], ...]:
        """A button on the news itself, so that whoever taps it has read them."""
        return ((Button(text=self.say.label(label), data=f"g.{tap}={news.notif_id}"),),) if label else ()


def opening_of(quota: str) -> str:
    """The wording of what opens: booking, or a quota."""
    return "opening-general" if quota == Quota.GENERAL else "opening-quota"


def quota_words(say: Say, quota: str) -> dict[str, str]:
    """The blank of that wording."""
    return {} if quota == Quota.GENERAL else {"quota": say.label(f"quota-{quota}")}
