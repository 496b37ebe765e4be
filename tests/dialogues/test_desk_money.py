"""Money by the desk: within a role's limit at once, above it by two people; each rupee and each refusal is logged."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from bot.calls import Calls
from domain.adminlog import LogEntry
from domain.approvals import Approval
from domain.ids import ChatId
from domain.payouts import Withdrawal
from domain.services.calling import LEASE, Calling
from domain.staff import Role
from domain.users import User
from handlers.desk.calls import call_reply
from handlers.reply import Button, Reply
from tests.dialogues.accounts import at_home, user_of
from tests.dialogues.desk import GROUP, NEHA, SetClock, lost_line
from tests.dialogues.staffer import Staffer, a_staffer
from tests.dialogues.test_cancelling import booked, open_ticket
from tests.dialogues.test_happy_path import credit
from tests.dialogues.test_money import balance_of, booking_of
from tests.dialogues.transcript import Passenger, World


@pytest.fixture
def asha(world: World) -> Passenger:
    return at_home(world)


def gives_up(asha: Passenger) -> None:
    """All of the ticket, by the rules, into the wallet."""
    open_ticket(asha.says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel").taps("Everybody").taps("Yes, cancel")


def about(world: World, user: User, action: str) -> list[LogEntry]:
    with world.units() as work:
        return [row for row in work.logs.about(user.user_id) if row.action == action]


@pytest.mark.parametrize("private", [False, True])
def test_an_agent_finds_a_user_and_puts_right_what_went_wrong(world: World, asha: Passenger, private: bool) -> None:
    anjali, user = a_staffer(world, Role.AGENT, private=private), user_of(asha)
    anjali.says("/desk").sees("Find").sees_not("Withdrawals", "Admin log")
    anjali.taps("Find").says(user.phone).sees("Asha Verma", "± Wallet").sees_not(user.phone, user.email, "Suspend")
    anjali.taps("± Wallet").taps("+₹200").sees("₹200 into the wallet of Asha Verma", "Why?")
    anjali.says("the train was missed").sees("✅")
    assert balance_of(asha) == 200
    assert ["into your wallet by our desk: the train was missed" in told for told in asha.is_told()] == [True]
    (row,) = about(world, user, "wallet-adjusted")
    assert row.actor_id == f"STAFF#{anjali.who}"
    assert row.details == {"before": "0", "after": "200", "reason": "the train was missed"}
    assert [each.actor_id for each in about(world, user, "user-looked-at")] == [row.actor_id]


def test_amount_and_reason_may_be_written_in_one(world: World, asha: Passenger) -> None:
    anjali, user = a_staffer(world, Role.AGENT), user_of(asha)
    anjali.says(f"/find {user.email}").taps("± Wallet").says("+250.50 taxi").sees("✅")
    anjali.says(f"/adjust {user.phone} -50.50 a slip").sees("✅", "₹50.50 out of")
    assert balance_of(asha) == 200
    for words in ("-5000 too much", "-5000"):
        anjali.says(f"/adjust {user.phone} {words}").sees("wallet").sees_not("Why?")
    anjali.says(f"/adjust {user.phone} lots because").sees("amount")
    anjali.says("/adjust").sees("Write /adjust")
    assert balance_of(asha) == 200


def test_what_is_left_or_written_much_later_does_nothing(world: World, asha: Passenger) -> None:
    anjali, user = a_staffer(world, Role.AGENT), user_of(asha)
    anjali.says(f"/find {user.phone}").taps("± Wallet").taps("+₹100").taps("Leave it").sees("nothing was done")
    anjali.says("hello").sees_not("✅")
    anjali.says(f"/find {user.phone}").taps("± Wallet").taps("+₹100")
    anjali.later = timedelta(minutes=16)
    anjali.says("for the delay")
    assert not anjali.screen
    assert balance_of(asha) == 0


def test_above_the_limit_a_second_person_confirms(world: World, asha: Passenger) -> None:
    anjali, vikram = a_staffer(world, Role.AGENT), a_staffer(world, Role.SUPERVISOR, "Vikram")
    other, user = a_staffer(world, Role.AGENT, "Meera"), user_of(asha)
    anjali.says(f"/adjust {user.phone} +1000.50 lost luggage").sees("second person", "lost luggage")
    asked, refused = anjali.button("Confirm"), anjali.button("Decline")
    assert balance_of(asha) == 0
    anjali.taps_button(asked).sees("second person")
    other.taps_button(asked).sees("supervisor")
    assert balance_of(asha) == 0
    vikram.says("/approvals").sees("lost luggage")
    vikram.taps_button(asked).sees("confirmed by Vikram")
    assert balance_of(asha) == Decimal("1000.50")
    vikram.taps_button(asked).sees("decided already")
    anjali.taps_button(refused).sees("decided already")
    assert balance_of(asha) == Decimal("1000.50")
    (row,) = about(world, user, "wallet-adjusted")
    assert (row.actor_id, row.details["asked_by"]) == (f"STAFF#{vikram.who}", f"STAFF#{anjali.who}")
    assert [each.actor_id for each in about(world, user, "approval-asked")] == [f"STAFF#{anjali.who}"]


def test_above_ten_thousand_even_admins_are_two_and_a_day_is_the_limit(world: World, asha: Passenger) -> None:
    vikram, neha, user = a_staffer(world, Role.SUPERVISOR, "Vikram"), Staffer(world, NEHA, "Neha"), user_of(asha)
    neha.says(f"/adjust {user.phone} +10001 a court said so").sees("second person")
    asked = neha.button("Confirm")
    neha.taps_button(asked).sees("second person")
    vikram.later = timedelta(hours=25)
    vikram.taps_button(asked).sees("24 hours")
    vikram.says("/approvals").sees_not("a court said so")
    vikram.later = timedelta(hours=23)
    vikram.taps_button(Button(text="", data=(asked.data or "").replace("confirm", "decline")))
    vikram.sees("declined by Vikram")
    assert balance_of(asha) == 0
    assert about(world, user, "approval-declined")


class Board:
    """The staff group outside any topic: what the job tells there, and how often."""

    def __init__(self, world: World) -> None:
        self._word = partial(call_reply, world.services)
        self.read: list[Reply] = []
        self.away = False
        self.stumbles_at = "nothing"  # words of a call that cannot be worded
        self.clock = SetClock(world)
        self._calls = Calls(Calling(world.units), self.word, self, GROUP, self.clock)
        self.told()  # what other stories left

    def word(self, about: Approval | Withdrawal | User) -> Reply:
        reply = self._word(about)
        if self.stumbles_at in reply.text:
            raise KeyError(self.stumbles_at)
        return reply

    async def send(self, chat_id: ChatId, replies: Sequence[Reply]) -> int | None:
        assert chat_id == GROUP
        if self.away:
            raise lost_line()
        self.read += replies
        return None

    def told(self) -> list[Reply]:
        """What is new after two rounds."""
        self.read = []
        for _ in range(2):
            asyncio.run(self._calls.run())
        return self.read


def test_the_group_is_called_once_for_a_second_person(world: World, asha: Passenger) -> None:
    board, user = Board(world), user_of(asha)
    anjali, vikram = a_staffer(world, Role.AGENT, private=True), a_staffer(world, Role.SUPERVISOR, "Vikram")
    anjali.says(f"/adjust {user.phone} +1500 lost luggage").sees("second person").sees_not("Confirm")
    board.away = True
    assert board.told() == []
    board.away, board.clock.later = False, LEASE
    (told,) = board.told()
    assert "₹1,500 into the wallet of Asha Verma" in told.text
    assert "Anjali asks: lost luggage" in told.text
    yes, _, look = [button for row in told.buttons for button in row]
    vikram.taps_button(look).sees("Asha Verma", "± Wallet")
    vikram.taps_button(yes).sees("confirmed by Vikram")
    assert balance_of(asha) == 1500
    anjali.says(f"/adjust {user.phone} +1600 lost once more").taps("Decline")
    vikram.says(f"/adjust {user.phone} +15000 seen in the group").sees("Confirm")
    assert board.told() == []


def test_a_call_that_cannot_be_worded_keeps_no_other_waiting(world: World, asha: Passenger) -> None:
    board, anjali = Board(world), a_staffer(world, Role.AGENT, private=True)
    for why in ("lost luggage", "a cold night"):
        anjali.says(f"/adjust {user_of(asha).phone} +1500 {why}")
    board.stumbles_at = "lost luggage"
    (told,) = board.told()
    assert "a cold night" in told.text
    board.stumbles_at, board.clock.later = "nothing", LEASE
    (told,) = board.told()
    assert "lost luggage" in told.text


def test_a_large_withdrawal_calls_for_the_second_yes(world: World, asha: Passenger) -> None:
    board = Board(world)
    credit(asha, Decimal(15_000))
    asha.says("/withdraw").says("12000").says("asha@okaxis").taps("₹12,000")
    (asked,) = [one for one in world.services.payouts.waiting() if one.user_id == user_of(asha).user_id]
    assert board.told() == []
    vikram, meera = (a_staffer(world, Role.SUPERVISOR, name) for name in ("Vikram", "Meera"))
    vikram.taps_button(Button(text="", data=f"d.payout={asked.withdrawal_id}|yes")).sees("1 of 2")
    (told,) = board.told()
    assert "second person" in told.text
    assert "as***@okaxis" in told.text
    vikram.taps_button(told.buttons[0][0]).sees("second person")
    meera.taps_button(told.buttons[0][0]).sees("It is sent").taps("It is sent").says("UTR4711").sees("sent")
    vikram.taps_button(told.buttons[0][1]).sees("cannot be done").sees_not("Why")
    Staffer(world, NEHA, "Neha").says(f"/staff add {asha.chat_id} supervisor Asha")
    herself = Staffer(world, asha.chat_id, "Asha")
    herself.taps_button(Button(text="", data=f"d.payout={asked.withdrawal_id}|failed")).says("it came back")
    herself.sees("of their own")
    herself.taps_button(Button(text="", data=f"d.adjust={asked.user_id}")).sees("an account of their own")
    assert balance_of(asha) == 3_000
    assert board.told() == []


def test_what_the_rules_kept_is_given_back(world: World) -> None:
    asha = booked(world)
    anjali, booking = a_staffer(world, Role.SUPERVISOR), booking_of(asha)
    anjali.says(f"/find {booking.pnr}").sees(booking.pnr, "A.").sees_not("Ravi")
    anjali.taps("Refund").sees("still good", "they cancel it first", "± Wallet").says("ill").sees_not("✅", "Why?")
    anjali.says(f"/refund {booking.pnr} 100").sees("still good").taps("Passenger").sees("Asha Verma")
    gives_up(asha)
    kept = booking.fare - balance_of(asha)
    asha.is_told()
    anjali.says(f"/refund {booking.pnr}").taps("→ wallet").says("ill in hospital").sees("✅")
    assert balance_of(asha) == booking.fare
    assert any("gave back" in told and "ill in hospital" in told for told in asha.is_told())
    with world.units() as work:
        (row,) = [row for row in work.logs.about(booking.booking_id) if row.action == "booking-refunded"]
    assert Decimal(row.details["after"]) - Decimal(row.details["before"]) == kept
    for words in ("1 again", "1"):
        anjali.says(f"/refund {booking.pnr} {words}").sees("At most").sees_not("Why?")
    assert balance_of(asha) == booking.fare


def test_a_refund_goes_back_to_where_it_was_paid_from(world: World) -> None:
    asha = booked(world)
    anjali, booking = a_staffer(world, Role.SUPERVISOR), booking_of(asha)
    gives_up(asha)
    in_wallet = balance_of(asha)
    anjali.says(f"/refund {booking.pnr}").taps("→ upi").says("ill in hospital").sees("✅")
    assert balance_of(asha) == in_wallet
    world.services.refunding.run(world.clock.now())
    now = booking_of(asha)
    assert Decimal((now.cancellation_details or {})["refund"]) == booking.fare


def test_nobody_of_the_desk_gives_to_themselves(world: World) -> None:
    anjali = a_staffer(world, Role.AGENT)
    her = Passenger(world, anjali.who, "Anjali Rao").says("/start").taps("English").registers()
    anjali.says(f"/adjust {user_of(her).phone} +100 for me").sees("colleague")
    assert balance_of(her) == 0


def test_a_withdrawal_is_approved_sent_and_refused_by_buttons(world: World, asha: Passenger) -> None:
    credit(asha, Decimal(500))
    vikram, group = a_staffer(world, Role.SUPERVISOR, "Vikram", private=True), a_staffer(world, Role.SUPERVISOR)
    for _ in range(3):
        asha.says("/withdraw").says("100").says("asha@okaxis").taps("₹100")
    user_id = user_of(asha).user_id
    sent, failed, refused = [one for one in world.services.payouts.waiting() if one.user_id == user_id]
    assert balance_of(asha) == 200
    group.taps_button(Button(text="", data=f"d.payout={sent.withdrawal_id}|yes")).sees_not("asha@okaxis")
    vikram.taps_button(Button(text="", data=f"d.payout={sent.withdrawal_id}")).sees("asha@okaxis")
    vikram.taps("It is sent").sees("UTR").says("UTR123").sees_not("It is sent")
    vikram.taps_button(Button(text="", data=f"d.payout={failed.withdrawal_id}|yes")).taps("It failed")
    vikram.says("the bank said no").sees_not("It failed")
    vikram.taps_button(Button(text="", data=f"d.payout={refused.withdrawal_id}")).taps("Refuse").says(
        "not your account"
    )
    assert balance_of(asha) == 400
    told = "\n".join(asha.is_told())
    assert all(words in told for words in ("UTR123", "the bank said no", "not your account"))
    done = ["withdrawal-refused", "withdrawal-failed", "withdrawal-approved", "withdrawal-sent"]
    assert vikram.acts() == done
    looks = [row.target_id for row in vikram.logged() if row.action == "payee-looked-at"]
    assert looks == [failed.withdrawal_id, sent.withdrawal_id], "each time that the whole account was shown"
