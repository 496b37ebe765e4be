"""Identity checks: documents that wait, shown only in the private chat of whoever decides, and the decision."""

from domain.errors import Problem
from domain.ids import UserId
from domain.staff import Right, actor_of
from handlers.desk.asking import ask
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Picture, PictureKind, Reply


def identities(talk: DeskTalk, _: str) -> tuple[Reply, ...]:
    """The document that has waited longest. Problem `only-in-private`."""
    _check_private(talk)
    waiting = talk.services.finding.waiting_identities(talk.hand)
    waiting = [each for each in waiting if each != talk.services.finding.own(talk.hand)]
    if not waiting:
        return (Reply(text=talk.say.text("desk-no-identities"), edit=talk.tapped),)
    return _show(talk, waiting[0], len(waiting))


def identity(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`<user>` shows theirs, `<user>|yes` verifies it, `<user>|no` asks why not. Problem `only-in-private`,
    `own-account`, `no-identity` or `decided-already`."""
    _check_private(talk)
    user, _, rest = value.partition("|")
    verdict, _, reason = rest.partition("|")
    user_id, actor = UserId(user), actor_of(talk.hand.telegram_id)
    if not user:
        raise Problem("find-how")
    if user_id == talk.services.finding.own(talk.hand):
        raise Problem("own-account")
    name = talk.services.finding.named(user_id)
    if verdict == "no" and len(reason.strip()) < 3:
        return ask(talk, "identity", f"{user}|no", talk.say.text("desk-ask-reject", name=name))
    if verdict not in ("yes", "no"):
        return _show(talk, user_id, 1)
    said = reason.strip()[:200] if verdict == "no" else ""
    talk.services.identifying.decide(user_id, actor, said, talk.now)
    following = (Button(text=talk.say.label("desk-button-identities"), data="d.identities"),)
    key = "desk-identity-rejected" if said else "desk-identity-verified"
    return (Reply(text=talk.say.text(key, name=name), buttons=(following,)),)


def _show(talk: DeskTalk, user_id: UserId, count: int) -> tuple[Reply, ...]:
    """Name and what is masked, over the picture, which is opened only when it is sent; that it was seen is logged."""
    say = talk.say
    user = talk.services.finding.person(talk.hand, user_id).user
    if user.identity is None or not user.identity.sealed_file:
        raise Problem("decided-already" if user.identity else "no-identity")
    talk.services.identifying.look(user_id, actor_of(talk.hand.telegram_id), talk.now)
    text = say.text(
        "desk-identity",
        name=user.full_name,
        kind=say.label(f"document-{user.identity.kind.value}"),
        number=user.identity.masked,
        when=say.day(user.identity.asked_at.date()),
        waiting=count,
    )
    yes = Button(text=say.label("desk-button-verify"), data=f"d.identity={user_id}|yes")
    no = Button(text=say.label("desk-button-reject"), data=f"d.identity={user_id}|no")
    picture = Picture(kind=PictureKind.IDENTITY, user_id=user_id, language=say.language)
    return (Reply(text=text, picture=picture, buttons=((yes, no),), protect=True),)


def _check_private(talk: DeskTalk) -> None:
    if talk.incoming.in_group:
        raise Problem("only-in-private")


ACTS = {"identities": Act(Right.IDENTITY, identities), "identity": Act(Right.IDENTITY, identity)}
