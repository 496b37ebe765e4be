"""Hiding: what is typed where a secret is asked for is deleted from the chat, whatever comes of it."""

from domain.sessions import Session
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply

SECRET = frozenset({"password", "signin", "verify"})  # dialogues in which a secret is typed, and commands behind which


def hidden(session: Session, incoming: Incoming, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The replies, the first of which takes the person's message away if a secret may stand in it. `session` is that
    from before the turn."""
    if incoming.in_group or not incoming.message_id or not _may_be_secret(session, incoming):
        return replies
    first, *rest = replies or (Reply(),)
    return (first.but(deletes=(incoming.message_id,)), *rest)


def _may_be_secret(session: Session, incoming: Incoming) -> bool:
    """A changed message counts as well: its new words may be the secret."""
    if session.flow in SECRET:
        return incoming.kind is Kind.TEXT or incoming.what == "edited"
    command, _, value = incoming.text.partition(" ")
    name = command.removeprefix("/").partition("@")[0].casefold()
    return incoming.kind is Kind.TEXT and command.startswith("/") and name in SECRET and bool(value.strip())
