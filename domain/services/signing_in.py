"""Signing in: a password by which an account can be taken along to another Telegram account."""

import hashlib
from datetime import datetime, timedelta
from functools import cached_property

from domain.adminlog import entry
from domain.errors import Problem
from domain.ids import ChatId, UserId
from domain.notifications import NotifType, news
from domain.ports import Passwords, UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.users import SELF, User, clean_email, clean_phone

WINDOW = timedelta(hours=1)
TRIES_OF_CHAT, TRIES_AT_ACCOUNT = 5, 10  # in a window


class SigningIn:
    """Whoever tries passwords learns neither which accounts there are nor, after a few tries, anything at all."""

    def __init__(self, units: Units, passwords: Passwords) -> None:
        self._units = units
        self._passwords = passwords

    @cached_property
    def _nobody(self) -> str:
        """A hash to compare with where there is no account, so that this takes as long as where there is one."""
        return self._passwords.hash("nobody has this password")

    def set_password(self, user_id: UserId, password: str, now: datetime) -> None:
        """From now on this one. Problem `password-short`, `password-long` or `password-weak`."""
        with self._units() as work:
            user = work.users.get(user_id)
        self._passwords.check(password, (user.full_name, user.phone, user.email))
        hashed = self._passwords.hash(password)

        def attempt(_: int) -> None:
            with self._units() as work:
                work.users.save(work.users.get(user_id).but(password_hash=hashed, updated_at=now))
                work.logs.add(entry("password-set", user_id, user_id, now))
                work.commit()

        until_settled(attempt)

    def sign_in(self, chat_id: ChatId, who: str, password: str, now: datetime) -> User:
        """The user, whose chat is this one from now on; the chat before is told and forgets what was open in it. `who`:
        their phone number or e-mail address.

        Problem `sign-in-too-often`, `sign-in-wrong` (whichever of the two is), `chat-has-account` for a chat that
        belongs to another account, `account-closed` for one that the desk has closed.
        """
        with self._units() as work:
            if work.limits.count(f"sign-in chat {chat_id}", now, WINDOW) > TRIES_OF_CHAT:
                raise Problem("sign-in-too-often")
            user = _named(work, who)
            if work.limits.count(f"sign-in at {_account(user, who)}", now, WINDOW) > TRIES_AT_ACCOUNT:
                raise Problem("sign-in-too-often")
        hashed = (user.password_hash if user else None) or self._nobody
        if not self._passwords.is_right(hashed, password) or user is None or user.password_hash is None:
            raise Problem("sign-in-wrong")
        user_id = user.user_id
        return until_settled(lambda _: self._move(user_id, chat_id, hashed, now))

    def _move(self, user_id: UserId, chat_id: ChatId, hashed: str, now: datetime) -> User:
        """The account to this chat; a password that was changed this very moment does not open it any more."""
        with self._units() as work:
            user, there = work.users.get(user_id), work.users.by_chat(chat_id)
            if user.password_hash != hashed:
                raise Problem("sign-in-wrong")
            if there is not None and there.user_id != user_id:
                raise Problem("chat-has-account")
            if not user.is_active and user.closed_by != SELF:
                raise Problem("account-closed")
            if there is None:
                work.users.save(user.but(chat_id=chat_id, blocked_at=None, updated_at=now))
                work.users.forget_chat(user.chat_id)
                told = news(user_id, NotifType.ALERT, "told-account-moved", None, now)
                work.notifications.add(told.but(chat_id=user.chat_id))
                work.logs.add(entry("signed-in", user_id, user_id, now, before=user.chat_id, after=chat_id))
                work.commit()
            return work.users.get(user_id)


def _account(user: User | None, who: str) -> str:
    """What tries are counted by: also where there is no account, or the limit would tell where there is one."""
    return user.user_id if user else hashlib.sha256(who.strip().casefold().encode()).hexdigest()[:32]


def _named(work: UnitOfWork, who: str) -> User | None:
    try:
        return work.users.by_email(clean_email(who)) if "@" in who else work.users.by_phone(clean_phone(who))
    except Problem:
        return None
