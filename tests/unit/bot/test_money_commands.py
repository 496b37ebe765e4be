"""`yatri promo`, `yatri payouts` and `yatri audit`, beside a bot that runs."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.__main__ import run_command
from domain.payouts import Payee, Withdrawal
from domain.ports import Units
from domain.services.payouts import Payouts
from domain.services.wallets import WalletService
from storage.units import UnitsOfWork
from tests.contract.books import registered
from tests.engines import Storage

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def running(beside: Storage) -> Storage:
    """The engine of a bot that runs on the same data directory."""
    return beside


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    found = run_command([*arguments, "--json"])
    answer = capsys.readouterr()
    assert found == code, answer.err
    return json.loads(answer.out)


def asked(units: Units, storage: Storage, rupees: int) -> Withdrawal:
    """A withdrawal that waits for the desk."""
    user, now, payouts = registered(storage), datetime.now(UTC), Payouts(units)
    WalletService(units).adjust(user.user_id, Decimal(rupees), "a gift", "STAFF#1", now, f"g {user.chat_id}")
    draft = payouts.draft(user.user_id, Decimal(rupees), Payee(upi="asha@okaxis"), now)
    return payouts.ask(user.user_id, draft.withdrawal_id, now)


def test_a_code_is_made_listed_and_ended(capsys: pytest.CaptureFixture[str], running: Storage) -> None:
    made = told(capsys, "promo", "add", "diwali", "--amount", "100", "--until", "2199-12-31", "--uses", "500")
    assert [(one["code"], one["amount"], one["limit"], one["ended"]) for one in made] == [("DIWALI", 100, 500, False)]
    assert told(capsys, "promo", "end", "DIWALI", "--by", "Anjali")[0]["ended"]
    assert [(one["code"], one["ended"]) for one in told(capsys, "promo", "list")] == [("DIWALI", True)]
    assert run_command(["promo", "list"]) == 0
    assert "DIWALI" in capsys.readouterr().out
    with UnitsOfWork(running.client, running.settings)() as work:
        assert {row.action for row in work.logs.about("DIWALI")} == {"promo-made", "promo-closed"}


def test_payouts_are_listed_approved_by_two_and_sent(capsys: pytest.CaptureFixture[str], running: Storage) -> None:
    units = running.units
    wanted = asked(units, running, 20_000).withdrawal_id
    (waits,) = told(capsys, "payouts")
    assert (waits["id"], waits["upi"], waits["approvals_needed"]) == (wanted, "asha@okaxis", 2)
    assert told(capsys, "payouts", "--approve", wanted, "--by", "Anjali")[0]["status"] == "asked"
    assert run_command(["payouts", "--approve", wanted, "--by", "Anjali"]) == 2
    assert "second person" in capsys.readouterr().err
    assert told(capsys, "payouts", "--approve", wanted, "--by", "Vikram")[0]["status"] == "approved"
    assert run_command(["payouts", "--sent", wanted, "--by", "Anjali"]) == 2
    assert "--reference" in capsys.readouterr().err
    assert told(capsys, "payouts", "--sent", wanted, "--by", "Anjali", "--reference", "UTR1")[0]["status"] == "sent"
    assert run_command(["payouts"]) == 0
    assert "No withdrawal waits" in capsys.readouterr().out
    other = asked(units, running, 500)
    told(capsys, "payouts", "--refuse", other.withdrawal_id, "--by", "Anjali", "--reason", "the name differs")
    with units() as work:
        assert work.users.get(other.user_id).wallet_balance == 500
    told(capsys, "audit")


def test_the_audit_names_what_differs_and_exits_with_one(capsys: pytest.CaptureFixture[str], running: Storage) -> None:
    asked(running.units, running, 500)
    assert told(capsys, "audit") == {"clean": True, "differences": []}
    assert run_command(["audit"]) == 0
    assert "Everything agrees" in capsys.readouterr().out
    user = registered(running)
    with running.units() as work:
        work.users.save(work.users.get(user.user_id).but(wallet_balance=Decimal(7)))
        work.commit()
    answer = told(capsys, "audit", code=1)
    assert [(one["rule"], one["words"]) for one in answer["differences"]] == [("balance", "user 7, wallet 0, ledger 0")]
    assert run_command(["audit"]) == 1
    assert f"USER#{user.user_id}" in capsys.readouterr().out


WRONG = [
    (("promo", "add", "ab", "--amount", "100", "--until", "2199-12-31", "--uses", "5"), "CODE"),
    (("promo", "add", "ABCD", "--amount", "many", "--until", "2199-12-31", "--uses", "5"), "--amount"),
    (("promo", "add", "ABCD", "--amount", "100", "--until", "2001-01-01", "--uses", "5"), "--until"),
    (("promo", "end", "NONE"), "no such code"),
    (("payouts", "--approve", "x"), "--by"),
    (("payouts", "--approve", "x", "--by", "Anjali"), "no such withdrawal"),
    (("payouts", "--approve", "x", "--sent", "y", "--by", "Anjali"), "one at a time"),
    (("payouts", "--refuse", "x", "--by", "Anjali"), "--reason"),
]


def test_wrong_arguments_get_one_line(capsys: pytest.CaptureFixture[str], running: Storage) -> None:
    for arguments, word in WRONG:
        assert run_command(list(arguments)) == 2
        answer = capsys.readouterr()
        assert answer.out == ""
        assert word in answer.err.splitlines()[-1]
