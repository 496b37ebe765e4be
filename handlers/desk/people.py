"""Suspending users and wallets, and opening them again: each with a reason."""

from collections.abc import Callable

from domain.errors import Problem
from domain.ids import UserId
from domain.staff import Right
from handlers.desk.asking import ask
from handlers.desk.talk import Act, DeskTalk, Do
from handlers.reply import Button, Reply


def _by_reason(name: str, done: Callable[[DeskTalk, UserId, str], object]) -> Do:
    """`<user>` asks why, with the reason it is done."""

    def do(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
        user_id, _, reason = value.partition("|") if "|" in value else value.partition(" ")
        if not user_id:
            raise Problem("find-how")
        called = talk.services.finding.named(UserId(user_id))
        if not reason.strip():
            return ask(talk, name, user_id, talk.say.text(f"desk-ask-{name}", name=called))
        done(talk, UserId(user_id), reason)
        back = Button(text=talk.say.label("desk-button-user"), data=f"d.who={user_id}")
        return (Reply(text=talk.say.text(f"desk-did-{name}", name=called, reason=reason.strip()), buttons=((back,),)),)

    return do


ACTS = {
    "suspend": Act(
        Right.SUSPEND,
        _by_reason("suspend", lambda talk, user, why: talk.services.suspending.suspend(talk.hand, user, why)),
    ),
    "reopenuser": Act(
        Right.SUSPEND,
        _by_reason("reopenuser", lambda talk, user, why: talk.services.suspending.reopen(talk.hand, user, why)),
    ),
    "freeze": Act(
        Right.SUSPEND,
        _by_reason("freeze", lambda talk, user, why: talk.services.suspending.freeze(talk.hand, user, why)),
    ),
    "thaw": Act(
        Right.SUSPEND, _by_reason("thaw", lambda talk, user, why: talk.services.suspending.thaw(talk.hand, user, why))
    ),
}
