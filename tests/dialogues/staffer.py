"""Somebody of the desk in a transcript: in the staff group outside any topic, or in their private chat with the bot."""

import itertools
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from domain.adminlog import LogEntry
from domain.ids import ChatId
from domain.staff import Role
from handlers.desk.router import DeskRouter
from handlers.desk.turns import DeskTurns
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Reply
from handlers.turns import TurnRunner
from tests.dialogues.desk import GROUP, NEHA
from tests.dialogues.transcript import World

_updates = itertools.count(9_000_000)
_people = itertools.count(810_000_000)
_messages = itertools.count(1)


@dataclass
class Staffer:
    """`screen` holds the messages of the last answer, each with its buttons; `box` the toast; `asked` is the message
    that asked them last, in the group. `later`: how much later it is for them than for the world."""

    world: World
    who: ChatId
    name: str
    private: bool = False
    screen: dict[int, Reply] = field(default_factory=dict)
    box: str = ""
    later: timedelta = timedelta()
    thread: int | None = None
    asked: int | None = None

    def says(self, text: str, **fields: Any) -> "Staffer":
        """A command, or an answer: in the group a reply to the message that asks."""
        if not self.private and not text.startswith("/"):
            fields = {"answers": self.asked, **fields}
        return self.remarks(text, **fields)

    def remarks(self, text: str, **fields: Any) -> "Staffer":
        """Said to whoever is there, in reply to nothing."""
        return self._does(Kind.TEXT, text=text, html=text, **{"message_id": next(_messages), **fields})

    def taps(self, words: str) -> "Staffer":
        """The newest button with these words."""
        for message_id, reply in reversed(self.screen.items()):
            for button in (button for row in reply.buttons for button in row):
                if words in button.text:
                    return self.taps_button(button, message_id)
        raise AssertionError(f"no button {words!r} in:\n{self.shown}")

    def taps_button(self, button: Button, message_id: int = 0) -> "Staffer":
        return self._does(Kind.TAP, text=button.data or "", message_id=message_id, callback_id="c")

    def button(self, words: str) -> Button:
        buttons = (button for reply in self.screen.values() for row in reply.buttons for button in row)
        return next(button for button in buttons if words in button.text)

    @property
    def shown(self) -> str:
        labels = [button.text for reply in self.screen.values() for row in reply.buttons for button in row]
        return "\n".join((*(reply.text for reply in self.screen.values()), *labels, self.box))

    def sees(self, *words: str) -> "Staffer":
        for word in words:
            assert word in self.shown, f"{word!r} is not in:\n{self.shown}"
        return self

    def sees_not(self, *words: str) -> "Staffer":
        for word in words:
            assert word not in self.shown, f"{word!r} is in:\n{self.shown}"
        return self

    def logged(self) -> list[LogEntry]:
        """What this one did by the admin log, the newest first."""
        with self.world.units() as work:
            return work.logs.by_actor(f"STAFF#{self.who}")

    def acts(self) -> list[str]:
        """The same by name, without looks."""
        return [row.action for row in self.logged() if not row.action.endswith("looked-at")]

    @property
    def turns(self) -> TurnRunner:
        return self.world.turns if self.private else DeskTurns(DeskRouter(self.world.services))

    def _does(self, kind: Kind, **fields: Any) -> "Staffer":
        incoming = Incoming(
            next(_updates), self.who if self.private else GROUP, self.world.clock.now() + self.later, kind,
            language="en", first_name=self.name, in_group=not self.private, thread_id=self.thread,
            sender=ChatId(0) if self.private else self.who,
        )  # fmt: skip
        self.screen, self.box, panel = {}, "", None
        turn = self.turns.run(replace(incoming, **fields))
        for reply in turn.replies:
            self.box = reply.toast or self.box
            if reply.text:
                shown = fields["message_id"] if reply.edit else next(_messages)
                self.screen[shown] = reply
                panel = shown if reply.panel else panel
        self.asked = self.asked if panel is None else panel
        self.turns.sent(turn, panel)
        return self


def a_staffer(world: World, role: Role, name: str = "Anjali", *, private: bool = False) -> Staffer:
    """Somebody new on the roster."""
    who = ChatId(next(_people))
    neha = Staffer(world, NEHA, "Neha")
    neha.says(f"/staff add {who} {role} {name}").sees(f"{name} is {role}")
    return Staffer(world, who, name, private)
