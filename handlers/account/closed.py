"""Closed accounts: what somebody can still do whose account rests, or was closed by the desk."""

from domain.users import SELF, User
from handlers.dialogue import Outcome
from handlers.reply import Button, Reply
from handlers.talk import Talk

# Tickets stay good, so they can be seen; nothing can be booked, paid or changed.
ALLOWED = frozenset(
    {
        *("profile", "help", "support", "answer", "transcript", "rate", "language", "lang", "settings", "cancel"),
        *("wake", "leaving", "delete", "export", "trips", "trip", "pnr", "coach", "invoice", "calendar", "inbox"),
        *("readall", "told"),
    }
)
DIALOGUES = frozenset({"support", "rate", "delete"})


def refusal(talk: Talk, what: str) -> Outcome | None:
    """What a closed account is answered to this command or tap, or ("") to anything in an open dialogue; None if it may
    be, or the account is open."""
    user = talk.user
    if user is None or user.is_active or what in ALLOWED or (not what and talk.session.flow in DIALOGUES):
        return None
    if talk.tapped:
        key = "account-resting" if user.closed_by == SELF else "account-closed"
        return Outcome(talk.session, (Reply(toast=talk.say.label(f"problem-{key}"), alert=True),), key)
    return Outcome(talk.session.but(flow=None, draft={}, trail=(), panel=None), (closed_reply(talk, user),))


def closed_reply(talk: Talk, user: User) -> Reply:
    """That it rests, and how to open it again; or that the desk closed it, and how to reach the desk."""
    support = Button(text=talk.say.label("menu-support"), data="g.support")
    if user.closed_by != SELF:
        return Reply(text=talk.say.text("account-suspended"), buttons=((support,),))
    rows = (("button-wake", "wake"), ("menu-trips", "trips"), ("button-profile", "profile"))
    buttons = tuple((Button(text=talk.say.label(words), data=f"g.{tap}"),) for words, tap in rows)
    return Reply(text=talk.say.text("account-rests"), buttons=(*buttons, (support,)))
