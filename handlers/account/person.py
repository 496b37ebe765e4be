"""The person of this chat, for parts of the bot that need one."""

from domain.errors import Problem
from domain.users import User
from handlers.talk import Talk


def person(talk: Talk) -> User:
    """Problem `register-first`."""
    if talk.user is None:
        raise Problem("register-first")
    return talk.user
