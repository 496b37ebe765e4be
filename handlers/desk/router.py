"""Which act of the desk an update of the staff group asks for, and whether who asks may do it."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from domain.errors import Problem
from domain.services.answering import Answer
from domain.services.staffing import AlreadyDone, Hand
from handlers.desk import (
    asking,
    broadcasts,
    canned,
    figures,
    finding,
    identities,
    log,
    money,
    payouts,
    people,
    promos,
    roster,
    runs,
    specials,
    tickets,
)
from handlers.desk.talk import Act, DeskTalk
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.services import Services
from handlers.texts import say

# Each room of the desk brings its acts; no two have the same name.
_ROOMS = (
    *(tickets.ACTS, canned.ACTS, roster.ACTS, asking.ACTS, finding.ACTS, money.ACTS, payouts.ACTS, people.ACTS),
    *(runs.ACTS, specials.ACTS, promos.ACTS, broadcasts.ACTS, identities.ACTS, figures.ACTS, log.ACTS),
)
ACTS: Mapping[str, Act] = {name: act for room in _ROOMS for name, act in room.items()}
# What Telegram offers in the group, with words `desk-command-<name>`.
COMMANDS = (
    *("assign", "pending", "close", "reopen", "category", "merge", "transcript", "canned", "keep", "staff", "help"),
    *("desk", "find", "approvals", "payouts", "run", "special", "specials", "codes", "broadcasts", "today", "audit"),
)
NOTE = "//"  # what begins so stays with the desk


class DeskRouter:
    """Commands and taps by name; any other word in a ticket's topic is for its passenger."""

    def __init__(self, services: Services, names: frozenset[str] = frozenset(ACTS)) -> None:
        """`names`: of the acts that there are here."""
        self._services = services
        self._acts = {name: act for name, act in ACTS.items() if name in names}

    def answer(self, incoming: Incoming) -> tuple[Reply, ...]:
        """What is said back in the group. Raises Busy; a Problem becomes words."""
        talk = self._talk(incoming)
        try:
            return self._answer(talk)
        except AlreadyDone:
            return ()
        except Problem as problem:
            key = f"problem-{problem.key}"
            if talk.tapped:
                return (Reply(toast=talk.say.label(key, **problem.args_for_text), alert=True),)
            return (Reply(text=talk.say.text(key, **problem.args_for_text)),)

    def expects(self, incoming: Incoming) -> bool:
        """Has whoever says this been asked something here that is still open?"""
        question = self._services.asking.open(self._talk(incoming).hand)
        return question is not None and question.chat_id == incoming.chat_id

    def shown(self, incoming: Incoming, message_id: int) -> None:
        """What this update made the desk ask stands in this message."""
        self._services.asking.shown(self._talk(incoming).hand, message_id)

    def _talk(self, incoming: Incoming) -> DeskTalk:
        hand = Hand(incoming.sender, incoming.first_name, incoming.update_id, incoming.now)
        return DeskTalk(incoming, self._services, say(incoming.language), hand)

    def _answer(self, talk: DeskTalk) -> tuple[Reply, ...]:
        name, value = _named(talk.incoming)
        act = self._acts.get(name)
        if act:
            self._services.staffing.allow(talk.hand, act.right, name)
            return act.do(talk, value)
        if talk.tapped:
            return (Reply(toast=talk.say.label("stale-other"), alert=True),)
        if name:
            return self._unknown(talk, name)
        return self._said(talk)

    def _unknown(self, talk: DeskTalk, name: str) -> tuple[Reply, ...]:
        if self._services.staffing.staff(talk.hand) is None:
            return self._guest(talk)
        raise Problem("no-such-act", name=name[:30])

    def _said(self, talk: DeskTalk) -> tuple[Reply, ...]:
        """Something written in a topic: to the passenger, or a note. What is said elsewhere is the staff's own."""
        incoming = talk.incoming
        if question := asking.answered(talk):
            return asking.do_answered(talk, question, self._acts)
        if talk.topic is None or not self._is_ticket(talk):
            return ()
        if self._services.staffing.staff(talk.hand) is None:
            return self._guest(talk)
        said = Answer(
            text=incoming.html or escape(incoming.words, quote=False),
            message_id=incoming.message_id,
            attachment=incoming.attachment,
            answers=incoming.answers,
        )
        note = said.text.startswith(NOTE)
        said = replace(said, text=said.text.removeprefix(NOTE).strip()) if note else said
        if incoming.what == "edited":
            self._services.answering.edit(talk.hand, talk.topic, said, note=note)
        elif note:
            self._services.answering.note(talk.hand, talk.topic, said)
        else:
            self._services.answering.answer(talk.hand, talk.topic, said)
        return ()

    def _is_ticket(self, talk: DeskTalk) -> bool:
        try:
            return talk.ticket is not None
        except Problem:
            return False

    def _guest(self, talk: DeskTalk) -> tuple[Reply, ...]:
        """Somebody who is not staff is told so once."""
        if not self._services.staffing.is_new_guest(talk.hand):
            return ()
        return (Reply(text=talk.say.text("desk-guest", name=talk.hand.name)),)


def _named(incoming: Incoming) -> tuple[str, str]:
    """An act's name and what follows it; ("", "") for what is neither tap nor command."""
    if incoming.kind is Kind.TAP:
        name, _, value = incoming.text.removeprefix("d.").partition("=")
        return (name, value) if incoming.text.startswith("d.") else ("", "")
    if incoming.kind is Kind.TEXT and incoming.text.startswith("/") and not incoming.text.startswith(NOTE):
        command, _, value = incoming.text[1:].partition(" ")
        return command.partition("@")[0].casefold(), value.strip()
    return "", ""
