"""The whole program: a password is set, the account goes to another person's phone, and no secret stays behind."""

from pathlib import Path

import pytest

from tests.e2e.chatpage import ASHA, RAVI
from tests.e2e.yatri import Person, RunningYatri, until

PASSWORD = "eleven-quiet-mango-kites"


def shows(person: Person, words: str) -> bool:
    """Sooner or later the bot says so."""
    return until(lambda: any(words in message.get("text", "") for message in person.of_the_bot()))


def own(person: Person) -> list[str]:
    """What of the person's own stands in the chat."""
    return [message.get("text", "") for message in person.messages() if not message["from_bot"]]


def tells(person: Person, text: str, answer: str) -> None:
    person.says(text)
    assert shows(person, answer), f"{answer!r} did not come"


@pytest.mark.timeout(120)
def test_an_account_moves_to_another_telegram_account(tmp_path: Path) -> None:
    with RunningYatri(tmp_path / "data") as yatri:
        asha, ravi = Person(yatri.url, ASHA), Person(yatri.url, RAVI)
        tells(asha, "/start", "Which language")
        asha.taps(asha.of_the_bot()[-1], "English")
        assert shows(asha, "full name")
        tells(asha, "Asha Verma", "phone number")
        asha.shares_contact("+919812340001")
        assert shows(asha, "e-mail address")
        tells(asha, "asha@example.com", "Hello Asha Verma")
        tells(asha, "/password", "type a new password")
        tells(asha, PASSWORD, "The password is set")
        tells(ravi, "/start", "Which language")
        ravi.taps(ravi.of_the_bot()[-1], "English")
        assert shows(ravi, "full name")
        tells(ravi, "/signin", "Which account is it?")
        tells(ravi, "asha@example.com", "And its password?")
        tells(ravi, PASSWORD, "You are signed in")
        assert shows(asha, "was opened in another Telegram account")
        assert PASSWORD not in own(asha) + own(ravi)
        assert own(ravi) == ["/start", "/signin"], "all that is typed while a secret is asked for is taken away"
        tells(ravi, "/profile", "+91 98•••• 0001")
        tells(asha, "/profile", "no Yatri account")
    assert PASSWORD not in yatri.words()
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o077 == 0
