"""Profiles: what a user changes about themselves: name, phone, e-mail, and how they like to travel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from domain.adminlog import entry
from domain.contacts import masked_email, masked_phone
from domain.errors import Problem
from domain.ids import UserId
from domain.ports import UnitOfWork, Units, Users
from domain.services.retrying import until_settled
from domain.users import Preferences, User, clean_email, clean_name, clean_phone

WINDOW, TRIES = timedelta(days=1), 10  # new phones and e-mails that one user may try: nobody learns who is with us
Change = Callable[[UnitOfWork, User], User]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to reach a user that belongs to one of them only; `name` is its field."""

    name: str
    of: Callable[[User], str]
    taken: Callable[[Users, str], bool]
    masked: Callable[[str], str]


_PHONE = _Way("phone", lambda user: user.phone, lambda users, phone: users.phone_taken(phone), masked_phone)
_EMAIL = _Way("email", lambda user: user.email, lambda users, email: users.email_taken(email), masked_email)


class ProfileService:
    """Every call may be repeated; each returns the user as it is stored then."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def rename(self, user_id: UserId, name: str, now: datetime) -> User:
        """Problem `bad-name`."""
        clean = clean_name(name)
        return self._changed(user_id, now, lambda work, user: user.but(full_name=clean))

    def move_phone(self, user_id: UserId, phone: str, now: datetime) -> User:
        """Problem `bad-phone`, `phone-taken` or `change-too-often`. The old number is free for others then."""
        return self._move(user_id, _PHONE, clean_phone(phone), now)

    def move_email(self, user_id: UserId, email: str, now: datetime) -> User:
        """Problem `bad-email`, `email-taken` or `change-too-often`. The old address is free for others then."""
        return self._move(user_id, _EMAIL, clean_email(email), now)

    def _move(self, user_id: UserId, way: _Way, clean: str, now: datetime) -> User:
        self._count(user_id, way.name, now)

        def change(work: UnitOfWork, user: User) -> User:
            before = way.of(user)
            if before == clean:
                return user
            if way.taken(work.users, clean):
                raise Problem(f"{way.name}-taken")
            told = {"before": way.masked(before), "after": way.masked(clean)}
            work.logs.add(entry(f"{way.name}-changed", user_id, user_id, now, **told))
            return user.but(**{way.name: clean})

        return self._changed(user_id, now, change)

    def prefer(self, user_id: UserId, change: Callable[[Preferences], Preferences], now: datetime) -> User:
        """The preferences changed so; `change` is called anew, with what stands then, if somebody else was first."""
        return self._changed(user_id, now, lambda work, user: user.but(preferences=change(user.preferences)))

    def _count(self, user_id: UserId, what: str, now: datetime) -> None:
        with self._units() as work:
            if work.limits.count(f"{what} {user_id}", now, WINDOW) > TRIES:
                raise Problem("change-too-often")

    def _changed(self, user_id: UserId, now: datetime, change: Change) -> User:
        return until_settled(partial(self._change_once, user_id, now, change))

    def _change_once(self, user_id: UserId, now: datetime, change: Change, _: int) -> User:
        with self._units() as work:
            user = work.users.get(user_id)
            changed = change(work, user)
            if changed == user:
                return user
            work.users.save(changed.but(updated_at=now))
            work.commit()
            return work.users.get(user_id)
