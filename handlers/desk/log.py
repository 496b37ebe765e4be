"""/audit: the admin log in pages, by day, by who did it or about whom; nothing in it can be changed."""

import re
from datetime import date

from domain.adminlog import LogEntry
from domain.bookings import Booking
from domain.dates import read_date
from domain.errors import Problem
from domain.ids import ChatId
from domain.railtime import today
from domain.staff import Right, actor_of
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import Html

PAGE = 8
_KINDS, _NAMES, _ID_LENGTH = ("STAFF#", "RUN#", "TRAIN#"), ("system", "names", "roster"), 36  # as entries have them
_TRAIN = re.compile("[0-9]{5}")  # that the desk put on
_LONGEST = 300  # characters of what was before and after


def audit(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`<day | @who | whom>|<page>`: a day in India (today without one), `@` with a Telegram id or a name of the roster,
    a special train, a promo code, or a user, booking or other target as
    /find understands it. Problem `audit-how`."""
    asked, _, number = value.partition("|")
    page = int(number[:4]) if number.isascii() and number.isdecimal() else 0
    about = _about(talk, asked.strip())
    found = talk.services.finding.log(talk.hand, about, (page + 1) * PAGE + 1)
    shown, more = found[page * PAGE : (page + 1) * PAGE], len(found) > (page + 1) * PAGE
    lines = [talk.say.text("desk-audit", about=str(about)), *(_line(talk, each) for each in shown)]
    if not shown:
        lines.append(talk.say.text("desk-audit-empty"))
    row = [Button(text="◀", data=f"d.audit={about}|{page - 1}")] if page else []
    row += [Button(text="▶", data=f"d.audit={about}|{page + 1}")] if more else []
    return (Reply(text=Html("\n".join(lines)), buttons=(tuple(row),) if row else (), edit=talk.tapped),)


def _about(talk: DeskTalk, text: str) -> date | str:
    now = today(talk.now)
    if not text:
        return now
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    if text.isascii() and (text.startswith(_KINDS) or text in _NAMES or len(text) == _ID_LENGTH):
        return text[:50]
    if _TRAIN.fullmatch(text):
        return f"TRAIN#{text}"
    if text.startswith("@"):
        return _who(talk, text[1:])
    if (day := read_date(text, now)) is not None and not text.replace(" ", "").isdecimal():
        return day
    if text.upper() in (promo.code for promo in talk.services.promos.all()):
        return text.upper()
    found = talk.services.finding.find(talk.hand, text)
    return found.booking_id if isinstance(found, Booking) else found


def _who(talk: DeskTalk, name: str) -> str:
    """Of the roster, by id or name."""
    if name.isascii() and name.isdecimal():
        return actor_of(ChatId(int(name[:18])))
    staff = talk.services.staffing.named(name)
    if staff is None:
        raise Problem("audit-how")
    return staff.actor_id


def _line(talk: DeskTalk, entry: LogEntry) -> str:
    told = ", ".join(f"{name} {value}" for name, value in entry.details.items() if value not in (None, ""))
    return talk.say.text(
        "desk-audit-line",
        when=f"{talk.say.day(entry.day)} {talk.say.clock(entry.created_at)}",
        who=entry.actor_id,
        act=entry.action,
        whom=entry.target_id,
        told=told[:_LONGEST],
    )


ACTS = {"audit": Act(Right.AUDIT, audit)}
