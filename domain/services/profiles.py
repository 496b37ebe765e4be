"""Profiles: what a user changes about themselves: name, phone, e-mail, and how they like to travel."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from domain.adminlog import entry
from domain.contacts import masked_email, masked_phone
from domain.errors import Problem
from domain.ids import UserId
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.users import Preferences, User, clean_email, clean_name, clean_phone

WINDOW, TRIES = timedelta(days=1), 10  # new phones and e-mails that one user may try: nobody learns who is with us
Change = Callable[[UnitOfWork, User], User]


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
        clean = clean_phone(phone)
        self._count(user_id, "phone", now)

        def change(work: UnitOfWork, user: User) -> User:
            if user.phone == clean:
                return user
            if work.users.phone_taken(clean):
                raise Problem("phone-taken")
            before, after = masked_phone(user.phone), masked_phone(clean)
            work.logs.add(entry("phone-changed", user_id, user_id, now, before=before, after=after))
            return user.but(phone=clean)

        return self._changed(user_id, now, change)

    def move_email(self, user_id: UserId, email: str, now: datetime) -> User:
        """Problem `bad-email`, `email-taken` or `change-too-often`. The old address is free for others then."""
        clean = clean_email(email)
        self._count(user_id, "email", now)

        def change(work: UnitOfWork, user: User) -> User:
            if user.email == clean:
                return user
            if work.users.email_taken(clean):
                raise Problem("email-taken")
            before, after = masked_email(user.email), masked_email(clean)
            work.logs.add(entry("email-changed", user_id, user_id, now, before=before, after=after))
            return user.but(email=clean)

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
