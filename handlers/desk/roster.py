"""/staff: who is on the roster; admins add, change and remove, by id or in reply to a message of theirs."""

from domain.errors import Problem
from domain.ids import ChatId
from domain.staff import Right, Role
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Reply, StaffMenu
from handlers.texts import Html


def staff(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """The list; `add [id] role [name]`, `role [id] role`, `remove [id]`. Problem `staff-how`."""
    verb, *words = value.split()[:12] or [""]
    match verb.casefold():
        case "":
            return (_list(talk),)
        case "add" | "role":
            return (_appoint(talk, words),)
        case "remove":
            return (_dismiss(talk, words),)
        case _:
            raise Problem("staff-how")


def _list(talk: DeskTalk) -> Reply:
    lines = [
        talk.say.text(
            "desk-staff-line", name=each.name, id=str(each.telegram_id), role=talk.say.label(f"role-{each.role}")
        )
        for each in talk.services.staffing.roster(talk.hand)
    ]
    return Reply(text=talk.say.text("desk-staff", lines=Html("\n".join(lines))))


def _appoint(talk: DeskTalk, words: list[str]) -> Reply:
    telegram_id, name, rest = _whom(talk, words)
    if not rest or rest[0].casefold() not in list(Role):
        raise Problem("staff-how")
    role = Role(rest[0].casefold())
    kept = talk.services.staffing.appoint(talk.hand, telegram_id, " ".join(rest[1:])[:60] or name, role)
    return Reply(
        text=talk.say.text("desk-appointed", name=_called(kept.name, telegram_id), role=talk.say.label(f"role-{role}")),
        menu=StaffMenu(telegram_id=telegram_id, role=role),
    )


def _dismiss(talk: DeskTalk, words: list[str]) -> Reply:
    telegram_id, _, _ = _whom(talk, words)
    gone = talk.services.staffing.dismiss(talk.hand, telegram_id)
    text = talk.say.text("desk-dismissed", name=_called(gone.name, telegram_id))
    return Reply(text=text, menu=StaffMenu(telegram_id=telegram_id))


def _whom(talk: DeskTalk, words: list[str]) -> tuple[ChatId, str, list[str]]:
    """Id and name of who is meant, and the words that follow."""
    if words and words[0].isascii() and words[0].isdecimal():
        return ChatId(int(words[0][:18])), "", words[1:]
    if talk.incoming.answers_sender is None:
        raise Problem("staff-how")
    telegram_id, name = talk.incoming.answers_sender
    return telegram_id, name, words


def _called(name: str, telegram_id: ChatId) -> str:
    return name or str(telegram_id)


ACTS = {"staff": Act(Right.ROSTER, staff)}
