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


def hides_unread(incoming: Incoming) -> bool:
    """Should this message go where nobody can say which question was open, as the store is away? Any words might then
    be a password: all but those behind a command which asks for none."""
    if incoming.in_group or not incoming.message_id:
        return False
    if incoming.kind is Kind.TEXT and incoming.text.startswith("/"):
        return _is_behind_command(incoming)
    return _is_words(incoming)


def _may_be_secret(session: Session, incoming: Incoming) -> bool:
    return _is_words(incoming) if session.flow in SECRET else _is_behind_command(incoming)


def _is_words(incoming: Incoming) -> bool:
    """A changed message counts as well: its new words may be the secret."""
    return incoming.kind is Kind.TEXT or incoming.what == "edited"


def _is_behind_command(incoming: Incoming) -> bool:
    command, _, value = incoming.text.partition(" ")
    name = command.removeprefix("/").partition("@")[0].casefold()
    return incoming.kind is Kind.TEXT and command.startswith("/") and name in SECRET and bool(value.strip())
