"""What an act of the desk is given: who asks, where, in which words, and the services."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.services.staffing import Hand
from domain.staff import Right
from domain.support import Ticket
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.services import Services
from handlers.texts import Say


@dataclass(frozen=True, slots=True)
class DeskTalk:
    """One update of the staff group."""

    incoming: Incoming
    services: Services
    say: Say
    hand: Hand

    @property
    def now(self) -> datetime:
        return self.incoming.now

    @property
    def topic(self) -> int | None:
        """The forum topic in which it was said."""
        return self.incoming.thread_id

    @property
    def tapped(self) -> bool:
        return self.incoming.kind is Kind.TAP

    @property
    def ticket(self) -> Ticket:
        """The ticket of this topic. Problem `no-ticket-here`."""
        return self.services.answering.ticket(self.topic)

    def may(self, right: Right) -> bool:
        """Shall a button for this be offered? The act itself checks anew."""
        staff = self.services.staffing.staff(self.hand)
        return staff is not None and staff.may(right)

    def toast(self, key: str, **args: object) -> tuple[Reply, ...]:
        """A word over the chat for a tap; nothing for a command, whose effect is seen in the topic."""
        return (Reply(toast=self.say.label(key, **args)),) if self.tapped else ()


Do = Callable[[DeskTalk, str], tuple[Reply, ...]]  # given what follows the command or the tap's name


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that staff can ask for, by `/name value` or the tap `d.name=value`."""

    right: Right
    do: Do
