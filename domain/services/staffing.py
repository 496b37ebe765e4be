"""Staffing: who may do what, checked at every act, and the roster kept by admins."""

from dataclasses import dataclass
from datetime import datetime

from domain.adminlog import entry
from domain.errors import Problem
from domain.ids import ChatId
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.staff import Right, Role, Staff, actor_of


@dataclass(frozen=True, slots=True)
class Hand:
    """Who does something at the desk, by which update, and when."""

    telegram_id: ChatId
    name: str
    update_id: int
    now: datetime


class AlreadyDone(Exception):
    """The act of this update was committed before: an update that came twice."""


class Staffing:
    """`first_admins` are admins by the settings, whatever the roster says: somebody has to add the others."""

    def __init__(self, units: Units, first_admins: frozenset[int] = frozenset()) -> None:
        self._units = units
        self._first_admins = first_admins

    def staff(self, hand: Hand) -> Staff | None:
        """Who this is on the roster; None for a stranger."""
        with self._units() as work:
            return self._known(work, hand)

    def allow(self, hand: Hand, right: Right, target: str) -> Staff:
        """Who it is, if the role is enough; else the attempt is logged. Problem `not-staff` or `not-your-role`."""
        with self._units() as work:
            staff = self._known(work, hand)
            if staff and staff.may(right):
                return staff
            role = staff.role.value if staff else None
            actor = actor_of(hand.telegram_id)
            work.logs.add(entry("refused", actor, target, hand.now, right=right.value, role=role))
            work.commit()
        raise Problem("not-your-role" if staff else "not-staff")

    def begin(self, work: UnitOfWork, hand: Hand, right: Right, act: str, target: str, **details: object) -> Staff:
        """Within the unit of an act: checks the right anew, and adds the row of the admin log and the note that this
        update is done. Problem as `allow`; AlreadyDone."""
        if work.roster.was_done(hand.update_id):
            raise AlreadyDone
        staff = self._known(work, hand)
        if staff is None or not staff.may(right):
            self.allow(hand, right, target)
            raise Problem("not-your-role")
        work.roster.done(hand.update_id, hand.now)
        work.logs.add(entry(act, staff.actor_id, target, hand.now, **details))
        return staff

    def is_new_guest(self, hand: Hand) -> bool:
        """True once for somebody who is not staff: the first time they write in the group."""
        with self._units() as work:
            return work.roster.greet(hand.telegram_id)

    def roster(self, hand: Hand) -> list[Staff]:
        """All staff, the admins of the settings first. Problem as `allow`."""
        self.allow(hand, Right.ROSTER, "roster")
        with self._units() as work:
            kept = work.roster.all()
        first = [self._by_settings(hand, admin) for admin in sorted(self._first_admins)]
        return first + [staff for staff in kept if staff.telegram_id not in self._first_admins]

    def roles(self) -> dict[int, Role]:
        """Everybody of the desk, by the id of their Telegram account."""
        with self._units() as work:
            kept = {int(staff.telegram_id): staff.role for staff in work.roster.all()}
        return kept | dict.fromkeys(self._first_admins, Role.ADMIN)

    def named(self, name: str) -> Staff | None:
        """Somebody of the roster, by name."""
        with self._units() as work:
            return next((each for each in work.roster.all() if each.name.casefold() == name.casefold()), None)

    def called(self, name: str) -> Staff:
        """The one of the roster whose id, name or first name this is. Problem `assign-how` if that is not just one."""
        wanted = name.casefold().lstrip("@")
        with self._units() as work:
            everybody = work.roster.all()
        exactly = [each for each in everybody if wanted in (each.name.casefold(), str(each.telegram_id))]
        by_first_name = [each for each in everybody if each.name.casefold().split()[:1] == [wanted]]
        found = exactly or by_first_name
        if len(found) != 1:
            raise Problem("assign-how", name=name[:30])
        return found[0]

    def appoint(self, hand: Hand, telegram_id: ChatId, name: str, role: Role) -> Staff:
        """Adds somebody, or changes their role. Problem `admin-by-settings`, and as `allow`."""
        self.allow(hand, Right.ROSTER, actor_of(telegram_id))
        if telegram_id in self._first_admins:
            raise Problem("admin-by-settings")

        def attempt(_: int) -> Staff:
            with self._units() as work:
                before = work.roster.get(telegram_id)
                was = before.role.value if before else None
                about = actor_of(telegram_id)
                self.begin(work, hand, Right.ROSTER, "staff-appointed", about, before=was, after=role.value)
                if before:
                    staff = before.but(role=role, name=name or before.name, updated_at=hand.now)
                    work.roster.save(staff)
                else:
                    staff = Staff(
                        telegram_id=telegram_id, name=name, role=role, created_at=hand.now, updated_at=hand.now
                    )
                    work.roster.add(staff)
                work.commit()
                return staff

        return until_settled(attempt)

    def dismiss(self, hand: Hand, telegram_id: ChatId) -> Staff:
        """Takes somebody off the roster. Problem `no-such-staff`, `admin-by-settings`, and as `allow`."""
        self.allow(hand, Right.ROSTER, actor_of(telegram_id))
        if telegram_id in self._first_admins:
            raise Problem("admin-by-settings")

        def attempt(_: int) -> Staff:
            with self._units() as work:
                staff = work.roster.get(telegram_id)
                if staff is None:
                    raise Problem("no-such-staff")
                about = staff.actor_id
                self.begin(work, hand, Right.ROSTER, "staff-dismissed", about, before=staff.role.value, after=None)
                work.roster.remove(staff)
                work.commit()
                return staff

        return until_settled(attempt)

    def _known(self, work: UnitOfWork, hand: Hand) -> Staff | None:
        if hand.telegram_id in self._first_admins:
            return self._by_settings(hand, hand.telegram_id)
        return work.roster.get(hand.telegram_id)

    def _by_settings(self, hand: Hand, admin: int) -> Staff:
        name = hand.name if admin == hand.telegram_id else ""
        now = hand.now
        return Staff(telegram_id=ChatId(admin), name=name, role=Role.ADMIN, created_at=now, updated_at=now)
