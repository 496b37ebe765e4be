"""A passenger in a transcript: says, taps, sees; beneath it a real engine, the gateway client and the pay page."""

import itertools
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from bot.sandbox.running import RunningSandbox
from bot.usecases import Ways, use_cases
from bot.vault import Vault, new_key
from domain.catalogue import Catalogue
from domain.ids import ChatId
from domain.ports import PaymentGateway, Units
from handlers.incoming import Contact, Incoming, Kind
from handlers.pushes import Pushes
from handlers.reply import Button, Keyboard, Reply
from handlers.router import Router
from handlers.services import Services
from handlers.turns import Turn, Turns
from storage.sessions import Sessions

FIRST_ADMINS = frozenset({600_000_004})
A_MINUTE = 10_000  # updates of one chat: stories are told faster than people type
_updates = itertools.count(1000)
_chats = itertools.count(1)


@dataclass
class MovedClock:
    """The sandbox's clock as the world of a transcript sees it."""

    sandbox: RunningSandbox

    def now(self) -> datetime:
        return self.sandbox.now()

    def advance(self, by: timedelta) -> None:
        answer = requests.post(f"{self.sandbox.url}/clock", json={"advance": by.total_seconds()}, timeout=5)
        answer.raise_for_status()


@dataclass
class World:
    """Everything between the conversations and the wire, wired as bot/app.py does."""

    units: Units
    sessions: Sessions
    gateway: PaymentGateway
    catalogue: Catalogue
    clock: MovedClock
    services: Services = field(init=False)
    turns: Turns = field(init=False)
    pushes: Pushes = field(init=False)

    def __post_init__(self) -> None:
        self.services = build_services(self.units, self.gateway, self.catalogue)
        self.turns = Turns(self.sessions, Router(self.services), A_MINUTE)
        self.pushes = Pushes(self.services, self.sessions, self.clock)

    def passenger(self, name: str = "Asha Verma") -> "Passenger":
        """Somebody new, with a chat, phone and e-mail of their own."""
        return Passenger(self, ChatId(next(_chats) + int(datetime.now(UTC).timestamp() * 1000) % 10**9 * 1000), name)


def build_services(units: Units, gateway: PaymentGateway, catalogue: Catalogue) -> Services:
    """The use cases over these."""
    return use_cases(lambda: catalogue, units, gateway, Vault([new_key()]), Ways(first_admins=FIRST_ADMINS))


@dataclass
class Passenger:
    """One chat. `screen` is the last message with text; `box` the last toast."""

    world: World
    chat_id: ChatId
    name: str
    screen: Reply = field(default_factory=Reply)
    box: str = ""
    replies: tuple[Reply, ...] = ()
    _messages: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    stripped: list[int] = field(default_factory=list)  # messages whose buttons were taken off
    _panel: int | None = None

    def says(self, text: str) -> "Passenger":
        """Types a message."""
        return self._does(Kind.TEXT, text=text)

    def taps(self, words: str) -> "Passenger":
        """Taps the button of the last screen whose label has these words in it."""
        return self._taps(self.button(words), self._panel)

    def taps_old(self, button: Button) -> "Passenger":
        """Taps a button of a message further up."""
        return self._taps(button, 0)

    def _taps(self, button: Button, message_id: int | None) -> "Passenger":
        assert button.data is not None, f"{button.text} is no button for us"
        return self._does(Kind.TAP, text=button.data, message_id=message_id, callback_id="c")

    def shares_contact(self, phone: str, *, own: bool = True) -> "Passenger":
        return self._does(Kind.CONTACT, contact=Contact(phone, own))

    def sends(self, what: str) -> "Passenger":
        """Something that is no text: a sticker, a voice message."""
        return self._does(Kind.OTHER, what=what)

    def shares_location(self, latitude: float, longitude: float) -> "Passenger":
        return self._does(Kind.LOCATION, location=(latitude, longitude))

    def sees(self, *words: str) -> "Passenger":
        """Each of these stands on the last screen, its buttons or the box over it."""
        shown = self.shown
        for word in words:
            assert word in shown, f"{word!r} is not in:\n{shown}"
        return self

    def sees_not(self, *words: str) -> "Passenger":
        for word in words:
            assert word not in self.shown, f"{word!r} is in:\n{self.shown}"
        return self

    @property
    def message(self) -> int:
        """The id of the last message that came."""
        assert self._panel
        return self._panel

    @property
    def shown(self) -> str:
        labels = [button.text for row in self.screen.buttons for button in row]
        return "\n".join((*(reply.text for reply in self.replies), *labels, self.box, self.screen.keyboard_text))

    def button(self, words: str) -> Button:
        """The button of the last screen with these words."""
        buttons = [button for row in self.screen.buttons for button in row]
        found = next((button for button in buttons if words in button.text), None)
        assert found is not None, f"no button {words!r} among {[button.text for button in buttons]}"
        return found

    def registers(self) -> "Passenger":
        """Answers name, phone and e-mail."""
        self.says(self.name).shares_contact(f"+9198{self.chat_id % 10**8:08d}")
        return self.says(f"asha{self.chat_id}@example.com")

    def pays(self, **choices: str) -> "Passenger":
        """Opens the pay link in a browser and pays there, as the page's form does."""
        url = next(b.url for row in self.screen.buttons for b in row if b.url)
        form = {"method": "upi", "outcome": "success", "webhook": "never", "callback": "closed", **choices}
        requests.post(url, data=form, timeout=10, headers={"Origin": url.split("/pay/")[0]}).raise_for_status()
        return self

    def is_told(self, later: timedelta = timedelta()) -> list[str]:
        """What the outbox would push to this chat by then, in words; it is then taken as pushed."""
        with self.world.units() as work:
            user = work.users.by_chat(self.chat_id)
            due = work.notifications.due(self.world.clock.now() + later)
            due = [news for news in due if user and news.user_id == user.user_id]
            words = []
            for news in due:
                assert user is not None
                replies = self.world.pushes.word(news, user)
                self.stripped += [each for reply in replies for each in reply.strips]
                words += [reply.text for reply in replies]
                work.notifications.pushed(news, "\n".join(words))
        return words

    def incoming(self, kind: Kind, **fields: Any) -> Incoming:
        """An update as it would come from Telegram now."""
        base = Incoming(next(_updates), self.chat_id, self.world.clock.now(), kind, language="en")
        return replace(base, **fields)

    def receives(self, turn: Turn) -> None:
        """The replies reach the screen, as bot/telegram.py would show them."""
        self.box, self.replies, panel, bills = "", turn.replies, None, []
        for reply in turn.replies:
            self.box = reply.toast or self.box
            if reply.text or reply.picture:
                self.screen = reply
                if not reply.edit:
                    self._panel = next(self._messages)
                panel = self._panel if reply.panel else panel
                if reply.bill and not reply.panel:
                    bills.append((reply.bill, self._panel or 0))
        self.stripped += [each for reply in turn.replies for each in reply.strips]
        self.stripped += self.world.turns.sent(turn, panel, bills)

    def _does(self, kind: Kind, **fields: Any) -> "Passenger":
        turn = self.world.turns.run(self.incoming(kind, **fields))
        self.receives(turn)
        return self

    @property
    def asks_contact(self) -> bool:
        return self.screen.keyboard is Keyboard.CONTACT
