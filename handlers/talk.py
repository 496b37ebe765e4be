"""What a step is given to ask and to read with: words, time, draft, services, and the person if registered."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from domain.ids import ChatId, StationCode
from domain.railtime import today
from domain.sessions import Session
from domain.stations import Station
from domain.users import User
from handlers.incoming import Incoming, Kind
from handlers.reply import Button
from handlers.services import Services
from handlers.texts import Say, say

_UNREAD = object()


@dataclass(slots=True)
class Talk:
    """One turn's view of a chat."""

    session: Session
    incoming: Incoming
    services: Services
    say: Say
    _user: object = field(default=_UNREAD, repr=False)

    @property
    def now(self) -> datetime:
        return self.incoming.now

    @property
    def today(self) -> date:
        return today(self.incoming.now)

    @property
    def chat_id(self) -> ChatId:
        return self.session.chat_id

    @property
    def draft(self) -> dict[str, Any]:
        return self.session.draft

    @property
    def tapped(self) -> bool:
        return self.incoming.kind is Kind.TAP

    @property
    def user(self) -> User | None:
        """The registered user of this chat; read once a turn."""
        if self._user is _UNREAD:
            user = self.services.accounts.of_chat(self.chat_id)
            self._user = self.services.accounts.back(user, self.now) if user and user.blocked_at else user
        return self._user if isinstance(self._user, User) else None

    def forget_user(self) -> None:
        """Read the user anew: it has just been changed."""
        self._user = _UNREAD

    def button(self, text: str, slot: str, value: str) -> Button:
        """A button that answers `slot` with `value`; valid for this dialogue, and dated by the commit to come."""
        return Button(text=text, data=f"s{self.session.serial}.{self.session.rev + 1}.{slot}={value}")

    def station(self, code: str) -> Station:
        """The station of this code; a code that the timetable lost keeps its own name."""
        known = StationCode(code)
        found = self.services.catalogue().station(known)
        return found or Station(code=known, name=code)

    def codes(self, slot: str) -> list[StationCode]:
        """The stations of an answered end of the journey: one, or all of a city."""
        return [StationCode(code) for code in self.draft[slot].split(",")]

    def place(self, value: str) -> str:
        """A station's name in the person's language; of several stations, their city."""
        first, *others = value.split(",")
        station = self.station(first)
        if others:
            hindi = self.services.catalogue().stations.city_in_hindi(station.code) if self.say.language == "hi" else ""
            return hindi or station.city or station.name
        return (station.name_hi if self.say.language == "hi" else "") or station.name

    def speaking(self, language: str) -> None:
        """From here on in another language."""
        self.say = say(language)
