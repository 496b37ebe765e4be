"""Accounts in a transcript: somebody who has one, what they type in secret, and the documents that they show."""

from itertools import count

from domain.notifications import Notification
from domain.support import Attachment
from domain.users import User
from handlers.incoming import Kind
from handlers.reply import Button
from tests.dialogues.transcript import Passenger, World

PASSWORD = "eleven-quiet-mango-kites"
ANOTHER = "nine slow copper rivers"
PAN = "ABCPE1234F"
_messages = count(900)


def at_home(world: World, name: str = "Asha Verma", language: str = "English") -> Passenger:
    """Somebody with an account and nothing else, at the home menu."""
    return world.passenger(name).says("/start").taps(language).registers()


def user_of(asha: Passenger) -> User:
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
    assert user is not None
    return user


def latest_news(asha: Passenger) -> Notification:
    """What they were told last, or will be when it is pushed."""
    with asha.world.units() as work:
        (latest,) = work.notifications.newest(user_of(asha).user_id, 1)
    return latest


def types(asha: Passenger, text: str) -> int:
    """A message that Telegram could delete; its id."""
    message_id = next(_messages)
    turn = asha.world.turns.run(asha.incoming(Kind.TEXT, text=text, message_id=message_id))
    asha.receives(turn)
    return message_id


def types_secret(asha: Passenger, text: str) -> Passenger:
    """A message that is deleted, and no other with it."""
    message_id = types(asha, text)
    assert deleted(asha) == [message_id]
    return asha


def deleted(asha: Passenger) -> list[int]:
    return [each for reply in asha.replies for each in reply.deletes]


def with_password(asha: Passenger) -> Passenger:
    asha.says("/password").sees("type a new password")
    return types_secret(asha, PASSWORD).sees("The password is set")


def shows(asha: Passenger, kind: str, file_id: str) -> Passenger:
    """Sends a photo or a file."""
    file = Attachment(kind=kind, file_id=file_id)
    turn = asha.world.turns.run(asha.incoming(Kind.OTHER, what=kind, attachment=file, message_id=next(_messages)))
    asha.receives(turn)
    return asha


def forged(data: str) -> Button:
    return Button(text="forged", data=data)
