"""The desk's acts on both engines: done once with their row of the log, by two people where it takes two."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import count

import pytest

from domain.approvals import MoneyAct
from domain.audits import Difference
from domain.bookings import Booking
from domain.errors import Busy, Conflict, Problem
from domain.ids import ChatId
from domain.inventory import Coach, RunCancelled
from domain.payments import Payment
from domain.payouts import Withdrawal
from domain.questions import OPEN_FOR, Question
from domain.services.adjusting import Adjusting, Wish
from domain.services.staffing import AlreadyDone, Hand, Staffing
from domain.services.suspending import Suspending
from domain.staff import Role, Staff
from domain.trains import TravelClass
from domain.users import User
from tests.contract.books import LATER, Scene, a_scene
from tests.contract.opening import opened, state
from tests.contract.samples import a_run, fresh_chat
from tests.engines import Storage

_updates = count(10**12)


@pytest.fixture
def scene(storage: Storage) -> Scene:
    return a_scene(storage)


def wrong(scene: Scene) -> list[Difference]:
    """What the audit finds of this scene; the tables are shared with tests that know nothing of money."""
    own = (scene.user.user_id, scene.user.wallet_id, scene.booking.booking_id, scene.payment.payment_id)
    return [found for found in scene.audit() if any(each in row for row in found.rows for each in own)]


def a_hand(storage: Storage, role: Role) -> Hand:
    """Somebody new on the roster, about to do something."""
    who = fresh_chat()
    staff = Staff(telegram_id=who, name="Anjali", role=role, created_at=LATER, updated_at=LATER)
    with storage.units() as work:
        work.roster.add(staff)
        work.commit()
    return Hand(who, "Anjali", next(_updates), LATER)


def then(hand: Hand, later: timedelta = timedelta()) -> Hand:
    """The same person's next update."""
    return replace(hand, update_id=next(_updates), now=hand.now + later)


def adjusting(storage: Storage) -> Adjusting:
    return Adjusting(storage.units, Staffing(storage.units))


def balance(scene: Scene) -> Decimal:
    with scene.storage.units() as work:
        return work.users.get(scene.user.user_id).wallet_balance


def outcome(act: Callable[[], object]) -> str:
    """What came of it, as whoever asked is told."""
    try:
        act()
    except Problem as problem:
        return problem.key
    except AlreadyDone:
        return "done before"
    except Busy:
        return "busy"
    return "done"


def logged(scene: Scene, target: str, act: str) -> int:
    """How often it was done: the row is written with the act. (Who did it may be told otherwise, when the answer to
    their commit was lost.)"""
    with scene.storage.units() as work:
        return sum(row.action == act for row in work.logs.about(target))


def together(*acts: Callable[[], object]) -> list[str]:
    """Their outcomes, sorted; begun at the same time."""
    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(outcome, acts))


def a_wish(scene: Scene, rupees: str) -> Wish:
    return Wish(MoneyAct.ADJUST, scene.user.user_id, Decimal(rupees), "a court said so")


def test_an_update_that_comes_twice_moves_the_money_once(scene: Scene) -> None:
    service, hand, before = adjusting(scene.storage), a_hand(scene.storage, Role.AGENT), balance(scene)
    act = partial(service.ask, hand, a_wish(scene, "100"))
    assert together(*[act] * 4).count("done") <= 1
    assert balance(scene) == before + 100
    assert wrong(scene) == []


def test_of_two_who_confirm_at_once_one_does(scene: Scene) -> None:
    service, before = adjusting(scene.storage), balance(scene)
    asked = service.ask(a_hand(scene.storage, Role.AGENT), a_wish(scene, "5000"))
    assert asked is not None
    others = [a_hand(scene.storage, Role.SUPERVISOR) for _ in range(3)]
    acts = [partial(service.confirm, each, asked.approval_id) for each in others]
    assert together(*acts, partial(service.decline, then(others[0]), asked.approval_id)).count("done") <= 1
    done = [logged(scene, scene.user.user_id, act) for act in ("wallet-adjusted", "approval-declined")]
    assert done in ([2, 0], [1, 1])  # one adjustment was there before
    assert balance(scene) in (before, before + 5000)
    with scene.storage.units() as work:
        rows = [row for row in work.logs.about(scene.user.user_id) if row.action == "wallet-adjusted"]
        assert len([row for row in rows if "asked_by" in row.details]) == (balance(scene) != before)
        assert asked.approval_id not in {each.approval_id for each in work.approvals.pending()}
    assert wrong(scene) == []


def test_an_approval_is_good_for_a_day_and_for_who_may(scene: Scene) -> None:
    service, agent, before = adjusting(scene.storage), a_hand(scene.storage, Role.AGENT), balance(scene)
    asked = service.ask(agent, a_wish(scene, "-60"))
    assert asked is None
    large = service.ask(then(agent), a_wish(scene, "20000"))
    assert large is not None
    one, late = a_hand(scene.storage, Role.SUPERVISOR), timedelta(hours=24)
    assert outcome(partial(service.confirm, then(agent), large.approval_id)) == "approval-own"
    colleague = a_hand(scene.storage, Role.AGENT)
    assert outcome(partial(service.confirm, colleague, large.approval_id)) == "approval-higher"
    assert outcome(partial(service.confirm, then(one, late), large.approval_id)) == "approval-over"
    stranger = Hand(fresh_chat(), "Somebody", next(_updates), LATER)
    assert outcome(partial(service.confirm, stranger, large.approval_id)) == "not-staff"
    assert outcome(partial(service.confirm, then(one), large.approval_id)) == "done"
    assert balance(scene) == before - 60 + 20_000
    with scene.storage.units() as work:
        tried = [row.actor_id for row in work.logs.about(scene.user.user_id) if row.action == "refused"]
    assert sorted(tried) == sorted(f"STAFF#{each.telegram_id}" for each in (agent, colleague))


def test_two_refunds_at_once_never_give_back_more_than_was_paid(scene: Scene) -> None:
    storage, booking = scene.storage, scene.booking
    service = adjusting(storage)
    gone = booking.departure_at + timedelta(days=1)
    later = replace(a_hand(storage, Role.SUPERVISOR), now=gone)
    left = service.owed(later, booking).left
    wish = Wish(MoneyAct.REFUND, booking.booking_id, left - 1, "the train never came")
    good = partial(service.ask, a_hand(storage, Role.SUPERVISOR), wish)
    assert outcome(good) == "refund-still-good"
    acts = [
        partial(service.ask, replace(a_hand(storage, Role.SUPERVISOR), now=gone), replace(wish, to_source=source))
        for source in (False, True, False)
    ]
    assert together(*acts).count("done") <= 1
    assert logged(scene, booking.booking_id, "booking-refunded") == 1
    with storage.units() as work:
        assert service.owed(later, work.bookings.get(booking.booking_id)).left == 1
    assert wrong(scene) == []


def test_a_user_is_suspended_once_and_the_reason_stays(scene: Scene) -> None:
    storage, user = scene.storage, scene.user
    service = Suspending(storage.units, Staffing(storage.units))
    acts = [partial(service.suspend, a_hand(storage, Role.SUPERVISOR), user.user_id, "a tout") for _ in range(3)]
    assert together(*acts).count("done") <= 1
    assert logged(scene, user.user_id, "user-suspended") == 1
    closed = _stored(storage, user)
    assert (closed.is_active, closed.closed_by) == (False, "desk: a tout")
    agent = a_hand(storage, Role.AGENT)
    assert outcome(partial(service.reopen, agent, user.user_id, "a friend")) == "not-your-role"
    with storage.units() as work:
        assert [row.action for row in work.logs.by_actor(f"STAFF#{agent.telegram_id}")] == ["refused"]
    assert outcome(partial(service.reopen, a_hand(storage, Role.ADMIN), user.user_id, "a slip")) == "done"
    assert _stored(storage, user).is_active


def _stored(storage: Storage, user: User) -> User:
    with storage.units() as work:
        return work.users.get(user.user_id)


def test_a_coach_more_and_the_end_of_the_run_are_never_both(storage: Storage) -> None:
    run = opened(storage, a_run())
    extra = Coach("B3", TravelClass.THIRD_AC, 72)

    def lengthen() -> None:
        with storage.units() as work:
            work.run_changes.lengthen(run, extra)
            work.commit()

    def cancel() -> None:
        with storage.units() as work:
            work.runs.cancel(run, RunCancelled(LATER))
            work.commit()

    lengthen()
    assert [coach.name for coach in state(storage, run).run.coaches] == ["B1", "B2", "B3"]
    assert state(storage, run).run.coaches[-1] == extra
    for act in (lengthen, cancel):  # both have read the run before
        with pytest.raises((Conflict, Busy)):
            act()
    run = state(storage, run).run
    cancel()
    with pytest.raises((Conflict, Busy)):
        lengthen()


def test_a_delay_changes_from_what_is_known_and_is_listed(storage: Storage) -> None:
    run = opened(storage, a_run())

    def late(minutes: int, known: int) -> None:
        with storage.units() as work:
            work.run_changes.late(run.key, minutes, known, f"fog for {minutes} minutes")
            work.commit()

    late(30, 0)
    late(0, 30)
    late(200, 0)
    with pytest.raises((Conflict, Busy)):  # on a bad day nobody can tell whether it was written before
        late(60, 0)
    assert (state(storage, run).late, state(storage, run).why_late) == (200, "fog for 200 minutes")
    with storage.units() as work:
        assert run.key in work.run_changes.listed_late(10_000)
        work.run_changes.unlist_late(run.key)
        work.commit()
    with storage.units() as work:
        assert run.key not in work.run_changes.listed_late(10_000)


def test_a_question_is_open_for_a_while_and_one_at_a_time(storage: Storage) -> None:
    who = ChatId(fresh_chat())
    with storage.units() as work:
        for value in ("first", "second"):
            work.questions.ask(Question(telegram_id=who, chat_id=who, act="adjust", value=value, asked_at=LATER))
        found = work.questions.of(who, LATER + OPEN_FOR - timedelta(seconds=1))
        assert found is not None
        assert found.value == "second"
        assert work.questions.of(who, LATER + OPEN_FOR) is None
        work.questions.close(who)
        assert work.questions.of(who, LATER) is None


def test_what_was_written_since_a_day_began_is_read_back(scene: Scene) -> None:
    with scene.storage.units() as work:
        since = scene.booking.updated_at
        assert scene.booking in list(work.days.changed_since(Booking, since))
        assert scene.payment in list(work.days.changed_since(Payment, since))
        found = list(work.days.changed_since(Withdrawal, since))
        assert scene.withdrawal.withdrawal_id in {each.withdrawal_id for each in found}
        assert scene.booking not in list(work.days.changed_since(Booking, LATER + timedelta(days=1)))
