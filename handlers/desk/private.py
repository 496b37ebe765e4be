"""The desk in a private chat: the same acts as in the group, but for those that are about a ticket's topic."""

from dataclasses import replace

from domain.staff import LEAST, Role
from handlers.desk.router import ACTS, DeskRouter
from handlers.desk.tickets import ACTS as OF_TOPICS
from handlers.dialogue import Outcome
from handlers.incoming import Incoming, Kind
from handlers.services import Services
from handlers.talk import Talk

FLOW = "desk"  # of a session whose next words answer a question of the desk's
NAMES = frozenset(ACTS) - frozenset(OF_TOPICS) - {"canned", "send", "keep"}
# What the menu of somebody of the desk offers beside the passengers' commands.
COMMANDS = (
    *("desk", "find", "approvals", "payouts", "run", "special", "specials", "codes", "broadcasts", "identities"),
    *("today", "audit", "staff"),
)


def commands_of(role: Role) -> tuple[str, ...]:
    """Those of COMMANDS that the role may use."""
    return tuple(name for name in COMMANDS if role.rank >= LEAST[ACTS[name].right].rank)


def to_desk(talk: Talk, services: Services) -> Outcome | None:
    """What is for the desk and not for the passenger who the same person may be: a tap on one of its buttons, one of
    its commands, or the answer to what it asked. None if it is none of these."""
    incoming = talk.incoming
    if not (_is_act(incoming) or _may_answer(talk)):
        return None
    said = replace(incoming, sender=incoming.chat_id, thread_id=None)
    desk = DeskRouter(services, NAMES)
    if not _is_act(incoming) and not desk.expects(said):
        talk.session = talk.session.but(flow=None)
        return None
    replies = desk.answer(said)
    if desk.expects(said):
        return Outcome(talk.session.but(flow=FLOW, draft={}, trail=(), panel=None), replies)
    session = talk.session.but(flow=None) if talk.session.flow == FLOW else talk.session
    return Outcome(session, replies)


def _is_act(incoming: Incoming) -> bool:
    if incoming.kind is Kind.TAP:
        return incoming.text.startswith("d.")
    if incoming.kind is not Kind.TEXT or not incoming.text.startswith("/"):
        return False
    return incoming.text[1:].partition(" ")[0].partition("@")[0].casefold() in NAMES


def _may_answer(talk: Talk) -> bool:
    is_words = talk.incoming.kind is Kind.TEXT and not talk.incoming.text.startswith("/")
    return talk.session.flow == FLOW and is_words
