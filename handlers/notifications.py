"""/notifications: which news are pushed, and the hours in which none come that can wait."""

from collections.abc import Sequence

from domain.errors import Problem
from domain.notifications import MUTABLE, NotifType
from domain.quiet import QuietHours, read_quiet_hours
from domain.users import User
from handlers.area import Area
from handlers.dialogue import Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming, Kind
from handlers.menu import home_buttons
from handlers.reply import Button, Reply
from handlers.talk import Talk

OFFERED = ("22:00-07:00", "23:00-06:00", "21:00-08:00")
NONE = ("off", "none", "no", "never", "बंद", "नहीं")


class Hours(Step):
    """From when until when: tapped or typed, or none."""

    slot = "quiet"

    def ask(self, talk: Talk) -> Reply:
        rows = [(talk.button(read_quiet_hours(hours).text, self.slot, hours),) for hours in OFFERED]
        rows.append((talk.button(talk.say.label("button-quiet-off"), self.slot, NONE[0]),))
        return Reply(text=talk.say.text("ask-quiet"), buttons=tuple(rows))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind not in (Kind.TEXT, Kind.TAP):
            raise Problem("quiet-unclear")
        user = _user(talk)
        text = incoming.text.strip(" .!").casefold()
        hours = None if text in NONE else read_quiet_hours(text)
        talk.services.inboxes.keep_quiet(user.user_id, hours, talk.now)
        talk.forget_user()
        return {"quiet": hours.text if hours else NONE[0]}


def choices(talk: Talk, value: str) -> tuple[Reply, ...]:
    """What is pushed, and a button to change each."""
    if talk.user is None:
        return (Reply(text=talk.say.text("register-first"), buttons=home_buttons(talk.say)[:1]),)
    return (_panel(talk, talk.user),)


def choose(talk: Talk, value: str) -> tuple[Reply, ...]:
    """`alert|off`, `promo|on`. Problem `stale` for anything else."""
    kind, _, wanted = value.partition("|")
    if kind not in MUTABLE or wanted not in ("on", "off"):
        raise Problem("stale")
    user = talk.services.inboxes.push(_user(talk).user_id, NotifType(kind), wanted == "on", talk.now)
    return (_panel(talk, user).but(edit=True),)


def ask_quiet(talk: Talk, value: str) -> Outcome:
    """Which hours; what was typed behind the command is taken at once."""
    _user(talk)
    if value:
        answer = Hours().read(Incoming(0, talk.chat_id, talk.now, Kind.TEXT, text=value), talk)
        return QUIET.begin(talk, answer)
    outcome = QUIET.begin(talk)
    return Outcome(outcome.session, tuple(reply.but(edit=False) for reply in outcome.replies), outcome.problem)


def finish(talk: Talk) -> Sequence[Reply]:
    """What is set now."""
    return (_panel(talk, _user(talk)),)


def _panel(talk: Talk, user: User) -> Reply:
    say, wants = talk.say, user.preferences
    text = say.text("notifications", quiet=_quiet(talk, wants.quiet))
    rows = []
    for kind in MUTABLE:
        on = wants.push.get(kind, True)
        key, tap = ("button-push-on", "off") if on else ("button-push-off", "on")
        what = say.label(f"push-{kind.value}")
        rows.append((Button(text=say.label(key, what=what), data=f"g.push={kind.value}|{tap}"),))
    rows.append((Button(text=say.label("button-quiet"), data="g.quiet"),))
    rows.append((Button(text=say.label("button-alerts"), data="g.alerts"),))
    return Reply(text=text, buttons=tuple(rows))


def _quiet(talk: Talk, hours: QuietHours | None) -> str:
    return talk.say.text("quiet-on", hours=hours.text) if hours else talk.say.text("quiet-off")


def _user(talk: Talk) -> User:
    if talk.user is None:
        raise Problem("register-first")
    return talk.user


def _kept(talk: Talk) -> Sequence[Reply]:
    return (Reply(text=talk.say.text("quiet-kept"), buttons=home_buttons(talk.say)[:1]),)


QUIET = Dialogue("quiet", (Hours(),), finish=finish, leave=_kept)
NOTIFICATIONS = Area(asides={"notifications": choices, "push": choose}, opens={"quiet": ask_quiet}, dialogues=(QUIET,))
