"""Special trains at the desk: put on, listed, and withdrawn while nobody has a place on them."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from domain.catalogue import Catalogue
from domain.errors import NotFound, Problem
from domain.ids import TrainId
from domain.inventory import RunKey, RunState
from domain.ports import UnitOfWork, Units
from domain.railtime import today
from domain.runs import run_on
from domain.services.retrying import until_settled
from domain.services.staffing import AlreadyDone, Hand, Staffing
from domain.services.withdrawing import Withdrawing
from domain.specials import Plan, Special, checked_number, drawn_up, free_number
from domain.staff import Right, actor_of
from domain.trains import Train


class SpecialTrains:
    """What is put on is a train of the timetable for everybody as soon as the workers have looked; from then on nothing
    is special about it: it is booked, charted, delayed and cancelled as any other."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units, staffing: Staffing) -> None:
        self._catalogue = catalogue
        self._units = units
        self._staffing = staffing
        self._withdrawing = Withdrawing(catalogue, units)

    def like(self, number: str) -> Train:
        """The train to copy. Problem `no-such-train` or `special-unreserved`."""
        train = self._catalogue().train(number)
        if train is None:
            raise Problem("no-such-train", text=number[:40])
        if not train.classes:
            raise Problem("special-unreserved", train=train.number)
        return train

    def offered_number(self, like: Train, now: datetime) -> str:
        """One that nobody has."""
        taken = self._taken(today(now))
        return free_number(like.number, lambda number: number in taken or self._catalogue().train(number) is not None)

    def number(self, text: str, now: datetime) -> str:
        """One that the desk wishes for. Problem `special-number` or `special-number-taken`."""
        number = checked_number(text)
        if number in self._taken(today(now)) or self._catalogue().train(number) is not None:
            raise Problem("special-number-taken", number=number)
        return number

    def drawn_up(self, hand: Hand, plan: Plan) -> Special:
        """As it would be put on."""
        find = self._catalogue().station
        ends = find(plan.like.origin.station), find(plan.like.terminus.station)
        return drawn_up(plan, ends, actor_of(hand.telegram_id), hand.now)

    def put_on(self, hand: Hand, plan: Plan) -> Special:
        """From now on it is sold. Problem `special-number-taken`, `special-dates-when` if its first date has come
        meanwhile, and as Staffing.allow; AlreadyDone."""
        special = self.drawn_up(hand, plan)
        if special.dates[0] <= today(hand.now):
            raise Problem("special-dates-when")

        def attempt(_: int) -> Special:
            with self._units() as work:
                about, told = _named(special.number), {"before": None, "after": _told(special)}
                self._staffing.begin(work, hand, Right.RUNS, "special-put-on", about, **told)
                before = work.run_changes.specials.get(special.number)
                if (before and before.keeps_number(today(hand.now))) or self._catalogue().train(special.number):
                    raise Problem("special-number-taken", number=special.number)
                work.run_changes.specials.put(special.but(rev=before.rev) if before else special)
                work.commit()
                return special

        return until_settled(attempt)

    def ahead(self, hand: Hand) -> list[Special]:
        """Those with a run ahead, the soonest first. Problem as Staffing.allow."""
        self._staffing.allow(hand, Right.RUNS, "specials")
        with self._units() as work:
            found = [one for one in work.run_changes.specials.all() if not one.is_over(today(hand.now))]
        return sorted(found, key=lambda one: (one.dates[0], one.number))

    def withdraw(self, hand: Hand, number: str) -> Special:
        """Takes it out of the timetable and closes its runs, each in a transaction of its own: whoever books at this
        very moment is paid back as on any cancelled run. After a crash the same update, or a second try, finishes it.
        Problem `special-gone`, `special-booked`, and as Staffing.allow; AlreadyDone."""
        self._staffing.allow(hand, Right.RUNS, _named(number))
        try:
            special = until_settled(lambda _: self._mark(hand, number))
        except AlreadyDone:
            self._close(number, hand.now)
            raise
        self._close(number, hand.now)
        return special

    def _mark(self, hand: Hand, number: str) -> Special:
        with self._units() as work:
            special = work.run_changes.specials.get(number)
            if special is None or special.is_over(today(hand.now)):
                raise Problem("special-gone")
            if special.withdrawn_at:
                return special
            told = {"before": _told(special), "after": None}
            self._staffing.begin(work, hand, Right.RUNS, "special-withdrawn", _named(number), **told)
            for key in _ahead(special, today(hand.now)):
                _check_unbooked(work, key)
            work.run_changes.specials.put(special.but(withdrawn_at=hand.now, updated_at=hand.now))
            work.commit()
            return special

    def _close(self, number: str, now: datetime) -> None:
        """Cancels what runs are left of a special that was withdrawn, so that a worker that has not looked yet sells
        nothing of it. The desk was asked for no reason, so none is told to who booked at that very moment."""
        with self._units() as work:
            special = work.run_changes.specials.get(number)
            if special is None or not special.withdrawn_at:
                raise NotFound(f"special {number} that was withdrawn")
        for key in _ahead(special, today(now)):
            with self._units() as work:
                work.runs.open(run_on(special.train, key.run_date))
            self._withdrawing.cancel_run(key.train_id, key.run_date, now)
        until_settled(lambda _: self._note_closed(number, now))

    def _note_closed(self, number: str, now: datetime) -> None:
        with self._units() as work:
            special = work.run_changes.specials.get(number)
            if special and special.withdrawn_at and not special.closed:
                work.run_changes.specials.put(special.but(closed=True, updated_at=now))
                work.commit()

    def _taken(self, on: date) -> set[str]:
        with self._units() as work:
            return {one.number for one in work.run_changes.specials.all() if one.keeps_number(on)}


def _ahead(special: Special, on: date) -> Iterable[RunKey]:
    return [RunKey(TrainId(special.number), day) for day in special.dates if day >= on]


def _check_unbooked(work: UnitOfWork, key: RunKey) -> None:
    """Problem `special-booked` if somebody has a place on this run: a hold, a ticket or a turn in the queue."""
    state = work.runs.load(key)
    if state and not state.cancelled and _is_booked(state):
        raise Problem("special-booked", train=key.train_id, day=key.run_date.isoformat())


def _is_booked(state: RunState) -> bool:
    return bool(state.queue or any(state.sold.values()) or any(state.shared.values()))


def _told(special: Special) -> dict[str, object]:
    """For the admin log."""
    return {
        "like": special.like,
        "leaves": special.train.origin.departure,
        "dates": [day.isoformat() for day in special.dates],
        "coaches": {coaches.travel_class.value: coaches.many for coaches in special.coaches},
    }


def _named(number: str) -> str:
    """As the admin log names a train."""
    return f"TRAIN#{number[:10]}"
