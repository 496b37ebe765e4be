"""What the desk needs of Telegram: documents sent on by their file, progress that is changed in place, commands."""

from datetime import UTC, datetime, timedelta
from functools import partial

from telegram import Bot

from bot.casts import CastProgress
from bot.commandmenu import publish_menu, publish_staff_menu
from bot.telegram_send import Sender
from domain.broadcasts import Audience, AudienceKind, Broadcast, Progress, Shown
from domain.ids import BroadcastId, ChatId
from domain.staff import Role
from handlers.desk.private import COMMANDS as PRIVATE
from handlers.desk.router import ACTS
from handlers.desk.router import COMMANDS as DESK
from handlers.menu import COMMANDS
from handlers.reply import Button, Picture, PictureKind, Reply, StaffMenu
from tests.unit.bot.chatters import Chatters, Someone, dot

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DOCUMENT = Picture(kind=PictureKind.IDENTITY, user_id="u", language="en")


def test_a_document_goes_on_by_the_file_that_telegram_has(chat: Chatters) -> None:
    person = chat.someone()

    async def use(bot: Bot) -> None:
        drawn = Picture(kind=PictureKind.TICKET_IMAGE, booking_id="b", language="en")
        await Sender(bot, dot).send(person.chat_id, [Reply(text="photo", picture=drawn)])
        file_id = person.sees()[-1]["photo"][-1]["file_id"]
        yes = ((Button(text="Yes", data="d.identity=u|yes"),),)
        shown = Reply(text="<b>Asha</b>", picture=DOCUMENT, protect=True, buttons=yes)
        await Sender(bot, lambda _: (file_id.encode(), "identity")).send(person.chat_id, [shown])

    chat.with_bot(use)
    photo, shown = person.sees()[-2:]
    assert shown["photo"][-1]["file_id"] == photo["photo"][-1]["file_id"]
    assert shown["caption"] == "Asha"
    assert shown["reply_markup"]["inline_keyboard"][0][0]["text"] == "Yes"


def test_a_document_that_telegram_lost_leaves_the_words(chat: Chatters) -> None:
    person = chat.someone()

    async def use(bot: Bot) -> None:
        shown = Reply(text="Asha", picture=DOCUMENT)
        await Sender(bot, lambda _: (b"no-such-file", "identity")).send(person.chat_id, [shown])

    chat.with_bot(use)
    assert person.sees()[-1]["text"] == "Asha"


class Casting:
    """A broadcast whose numbers are set by the test."""

    def __init__(self, person: Someone, message_id: int) -> None:
        shown = Shown(chat_id=ChatId(person.chat_id), message_id=message_id, language="en")
        self.done = Progress(listed=10)
        self.broadcast = Broadcast(
            broadcast_id=BroadcastId("b"), actor_id="STAFF#1", texts={"en": "Tea"}, shown=shown,
            audience=Audience(kind=AudienceKind.ALL), created_at=NOW, updated_at=NOW,
        )  # fmt: skip

    def latest(self, limit: int) -> list[tuple[Broadcast, Progress]]:
        return [(self.broadcast, self.done)][:limit]


class Fixed:
    """A clock that stands."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now


def test_progress_is_changed_in_its_message_and_left_after_two_days(chat: Chatters) -> None:
    person = chat.someone()

    async def use(bot: Bot) -> None:
        sender = Sender(bot, dot)
        await sender.send(person.chat_id, [Reply(text="begun")])
        casting = Casting(person, person.sees()[-1]["message_id"])
        progress = CastProgress(casting, sender, Fixed(NOW))
        await progress.run()
        assert "10 listed · 0 sent" in person.sees()[-1]["text"]
        casting.done = Progress(listed=10, sent=4)
        await progress.run()
        assert "4 sent · 6 left" in person.sees()[-1]["text"]
        casting.done = Progress(listed=10, sent=10)
        await CastProgress(casting, sender, Fixed(NOW + timedelta(days=3))).run()

    chat.with_bot(use)
    assert len(person.sees()) == 1
    assert "4 sent · 6 left" in person.sees()[-1]["text"]


def test_staff_see_the_commands_of_their_role_beside_their_own(chat: Chatters) -> None:
    admin, agent, other = chat.someone(), chat.someone(), chat.someone()
    gone = StaffMenu(telegram_id=admin.chat_id)

    async def use(bot: Bot) -> None:
        roles = {admin.chat_id: Role.ADMIN, agent.chat_id: Role.AGENT, 999_999_999: Role.AGENT}  # who never wrote
        await publish_menu(bot, None, roles)

    chat.with_bot(use)

    def offered(person: Someone) -> list[str]:
        shown = chat.http.get("/page/commands", params={"chat_id": person.chat_id, "user_id": person.id}).json()
        return [command["command"] for command in shown["commands"]]

    assert offered(admin) == [*COMMANDS, *PRIVATE]
    assert offered(agent) == [*COMMANDS, "desk", "find", "approvals", "identities"]
    assert offered(other) == list(COMMANDS)
    chat.with_bot(partial(publish_staff_menu, menu=gone))
    assert offered(admin) == list(COMMANDS)
    assert {*DESK, *PRIVATE} <= set(ACTS)
