"""Accounts: registering a passenger with a wallet, and keeping what they prefer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from domain.errors import Problem
from domain.ids import ChatId, UserId, WalletId, new_id
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.users import Preferences, SavedPassenger, User, clean_email, clean_name, clean_phone
from domain.wallets import Wallet

WINDOW, TRIES = timedelta(days=1), 10  # new phones and e-mails that one chat may try: nobody learns who is with us


@dataclass(frozen=True, slots=True)
class Registration:
    """What a new passenger tells us."""

    chat_id: ChatId
    full_name: str
    phone: str
    email: str
    language: str


class AccountService:
    """Phone, e-mail and Telegram account belong to one user each."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def of_chat(self, chat_id: ChatId) -> User | None:
        """The user of this private chat, if registered."""
        with self._units() as work:
            return work.users.by_chat(chat_id)

    def check_phone(self, phone: str, chat_id: ChatId, now: datetime) -> str:
        """The number in E.164. Problem `bad-phone`, `phone-taken` or `register-too-often`."""
        clean = clean_phone(phone)
        with self._units() as work:
            _count(work, f"new phone {chat_id}", now)
            if work.users.phone_taken(clean):
                raise Problem("phone-taken")
        return clean

    def check_email(self, email: str, chat_id: ChatId, now: datetime) -> str:
        """The address in lower case. Problem `bad-email`, `email-taken` or `register-too-often`."""
        clean = clean_email(email)
        with self._units() as work:
            _count(work, f"new email {chat_id}", now)
            if work.users.email_taken(clean):
                raise Problem("email-taken")
        return clean

    def register(self, new: Registration, now: datetime) -> User:
        """The chat's user, made with an empty wallet unless there is one. Problem `phone-taken` or `email-taken`."""
        return until_settled(lambda _: self._register_once(new, now))

    def _register_once(self, new: Registration, now: datetime) -> User:
        phone, email = clean_phone(new.phone), clean_email(new.email)
        with self._units() as work:
            taken = ["phone-taken"] if work.users.phone_taken(phone) else []
            taken += ["email-taken"] if work.users.email_taken(email) else []
            known = work.users.by_chat(new.chat_id)  # read last: who took them this very moment may be the same person
            if known is not None:
                return known
            if taken:
                raise Problem(taken[0])
            user = User(
                user_id=UserId(new_id(now)),
                chat_id=new.chat_id,
                full_name=clean_name(new.full_name),
                phone=phone,
                email=email,
                wallet_id=WalletId(new_id(now)),
                wallet_balance=Decimal(0),
                preferences=Preferences(language=new.language),
                created_at=now,
                updated_at=now,
            )
            work.users.add(user)
            work.wallets.open(_empty_wallet(user, now))
            work.commit()
            return work.users.get(user.user_id)

    def back(self, user: User, now: datetime) -> User:
        """The user as it stands once they wrote again: news may be sent to them."""
        return until_settled(lambda _: self._back_once(user.user_id, now)) if user.blocked_at else user

    def left(self, user_id: UserId, chat_id: ChatId, now: datetime) -> None:
        """They blocked the bot in that chat: until they write again nothing is sent to them. Of one that is not theirs
        any more nothing follows."""
        until_settled(lambda _: self._left_once(user_id, chat_id, now))

    def _left_once(self, user_id: UserId, chat_id: ChatId, now: datetime) -> None:
        with self._units() as work:
            user = work.users.get(user_id)
            if user.blocked_at is None and user.chat_id == chat_id:
                work.users.save(user.but(blocked_at=now, updated_at=now))
                work.commit()

    def _back_once(self, user_id: UserId, now: datetime) -> User:
        with self._units() as work:
            user = work.users.get(user_id)
            if user.blocked_at is not None:
                work.users.save(user.but(blocked_at=None, updated_at=now))
                work.commit()
            return work.users.get(user_id)

    def speak(self, chat_id: ChatId, language: str, now: datetime) -> None:
        """The user's notifications come in this language from now on; a chat without a user has none."""
        self._prefer(chat_id, now, language=language)

    def remember(self, chat_id: ChatId, people: tuple[SavedPassenger, ...], now: datetime) -> None:
        """Puts these travellers in front of the saved list."""
        self._prefer(chat_id, now, people=people)

    def _prefer(
        self, chat_id: ChatId, now: datetime, *, language: str = "", people: tuple[SavedPassenger, ...] = ()
    ) -> None:
        def attempt(_: int) -> None:
            with self._units() as work:
                user = work.users.by_chat(chat_id)
                if user is None:
                    return
                wanted = user.preferences.remembering(people)
                wanted = wanted.but(language=language or wanted.language)
                if wanted != user.preferences:
                    work.users.save(user.but(preferences=wanted, updated_at=now))
                    work.commit()

        until_settled(attempt)


def _count(work: UnitOfWork, what: str, now: datetime) -> None:
    if work.limits.count(what, now, WINDOW) > TRIES:
        raise Problem("register-too-often")


def _empty_wallet(user: User, now: datetime) -> Wallet:
    return Wallet(wallet_id=user.wallet_id, user_id=user.user_id, balance=Decimal(0), created_at=now, updated_at=now)
