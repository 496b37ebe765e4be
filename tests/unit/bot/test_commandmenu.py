"""The command menu and descriptions, in the language of whoever looks."""

from bot.commandmenu import publish_menu
from handlers.menu import COMMANDS
from handlers.texts import say
from tests.unit.bot.chatters import Chatters


def test_everybody_sees_commands_in_their_language(chat: Chatters) -> None:
    chat.with_bot(publish_menu)
    person = chat.someone()
    shown = chat.http.get("/page/commands", params={"chat_id": person.id, "user_id": person.id}).json()
    assert [command["command"] for command in shown["commands"]] == list(COMMANDS)
    assert shown["commands"][0]["description"] == say("hi").label(f"command-{COMMANDS[0]}")
    assert shown["menu_button"]["type"] == "commands"
    about = chat.http.get("/page/state").json()["me"]
    assert say("en").label("bot-short-description") in str(about)
