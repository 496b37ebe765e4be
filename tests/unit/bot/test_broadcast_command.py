"""`yatri broadcast` and `yatri outbox`: seen and stopped from a terminal."""

from datetime import UTC, datetime
from pathlib import Path

from bot.engine import storage_of
from bot.settings import Settings
from domain.notifications import NotifType, news
from tests.contract.samples import a_user
from tests.engines import prepared
from tests.unit.bot.test_command_line import Terminal, terminal

__all__ = ["terminal"]


def test_a_broadcast_is_rehearsed_begun_and_stopped(terminal: Terminal, tmp_path: Path) -> None:
    own = {"YATRI_DATA_DIR": str(tmp_path)}
    with storage_of(Settings(data_dir=tmp_path), join=False) as settings, prepared(settings).units() as work:
        work.users.add(a_user())
        work.users.add(a_user())
        work.commit()
    rehearsed = terminal.told("broadcast", "send", "New trains!", "--dry-run", **own)
    assert rehearsed == {"by_language": {"hi": 2}, "inbox_only": 0, "gone": 0}
    assert terminal.told("broadcast", "list", **own) == {"broadcasts": []}
    (begun,) = terminal.told("broadcast", "send", "New trains!", "--language", "hi", **own)["broadcasts"]
    assert (begun["to"], begun["status"], begun["sent"]) == ("language hi", "running", 0)
    (stopped,) = terminal.told("broadcast", "stop", begun["broadcast_id"], **own)["broadcasts"]
    assert stopped["status"] == "stopped"
    assert terminal.yatri("broadcast", "stop", "none", **own).code == 2
    assert "English" in terminal.yatri("broadcast", "send", " ", **own).err
    assert terminal.yatri("broadcast", "send", "x", "--train", "12951", **own).code == 2


def test_the_outbox_shows_what_is_due_and_what_is_dead_and_puts_it_back(terminal: Terminal, tmp_path: Path) -> None:
    own = {"YATRI_DATA_DIR": str(tmp_path)}
    now, user = datetime.now(UTC), a_user()
    due, dead = (news(user.user_id, NotifType.ALERT, title, None, now) for title in ("due", "dead"))
    with storage_of(Settings(data_dir=tmp_path), join=False) as settings, prepared(settings).units() as work:
        work.users.add(user)
        work.notifications.add(due)
        work.notifications.add(dead)
        work.commit()
        work.notifications.give_up(dead.but(rev=1), now, "OSError: the line is down")
    shown = terminal.told("outbox", **own)["notifications"]
    assert [(row["title"], row["state"]) for row in shown] == [("dead", "dead"), ("due", "due")]  # whatever waits
    assert [row["title"] for row in terminal.told("outbox", "--due", **own)["notifications"]] == ["due"]
    (given_up,) = terminal.told("outbox", "--dead", **own)["notifications"]
    assert given_up["failure"] == "OSError: the line is down"
    assert terminal.told("outbox", "--retry", dead.notif_id, **own) == {"retried": dead.notif_id}
    assert terminal.told("outbox", "--dead", **own)["notifications"] == []
    assert terminal.yatri("outbox", "--retry", "nothing", **own).code == 2


def test_a_worker_wants_a_bot_to_work_for(terminal: Terminal) -> None:
    done = terminal.yatri("work")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "YATRI_BOT_TOKEN" in done.err
