"""Workers share the news: each piece comes once, and once more at the most for every worker that is killed."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.notifications import NotifType
from tests.e2e.workers import Crew

PEOPLE = 200
MONEY = 60  # of these, who are told of a payment


@pytest.mark.timeout(240)
def test_three_workers_share_what_is_due_and_one_of_them_is_killed(tmp_path: Path) -> None:
    with Crew(tmp_path, 3, PEOPLE, claim_seconds="5") as crew:
        hour = timedelta(hours=1)
        soon = datetime.now(UTC) + hour
        paid = crew.tell(crew.users[:MONEY], [soon] * MONEY, NotifType.PAYMENT)
        promos = crew.tell(crew.users[MONEY:], [soon] * (PEOPLE - MONEY), NotifType.PROMO)
        crew.blocks(crew.users[-1])
        crew.moves_clock(hour.total_seconds() + 1)
        while crew.waiting() > PEOPLE // 2:
            time.sleep(0.05)
        crew.kill(0)
        crew.until_sent(120)
        money, promo = crew.tally(crew.users[:MONEY], paid), crew.tally(crew.users[MONEY:], promos)
        assert money.lost == 0
        assert promo.lost == 1, "all but the news of who blocked the bot"
        assert money.doubles + promo.doubles <= 1
        assert sorted(money.late)[MONEY // 2] < sorted(promo.late)[len(promo.late) // 2]
        with crew.storage.units() as work:
            assert work.users.get(crew.users[-1].user_id).blocked_at is not None
