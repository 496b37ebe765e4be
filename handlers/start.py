"""The first hello: language, then name, phone and e-mail, or a look around first."""

from collections.abc import Sequence

from handlers.dialogue import Dialogue
from handlers.menu import home
from handlers.reply import Reply
from handlers.steps.register import Email, FullName, Language, Phone
from handlers.talk import Talk


def finish(talk: Talk) -> Sequence[Reply]:
    """The home menu."""
    return (home(talk),)


def leave(talk: Talk) -> Sequence[Reply]:
    """/cancel: looking around needs no registration."""
    return (home(talk),)


START = Dialogue("start", (Language(), FullName(skippable=True), Phone(), Email()), finish=finish, leave=leave)
