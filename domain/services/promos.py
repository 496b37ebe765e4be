"""Promo codes: made by the desk, and used by passengers, once each and as long as they last."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.adminlog import entry
from domain.errors import Problem
from domain.ids import UserId
from domain.ports import UnitOfWork, Units
from domain.promos import MOST, Guess, Guesses, Promo, Redemption, clean_code
from domain.railtime import today
from domain.services.retrying import until_settled
from domain.services.wallets import credit
from domain.topups import check_open, check_room
from domain.wallets import TxnSource

WRONG_CODES = 5  # of a user within an hour
_HOUR = timedelta(hours=1)


class PromoService:
    """Every call may be repeated: a code credits a user once."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def make(
        self, code: str, amount: Decimal, first: date, last: date, limit: int, actor_id: str, now: datetime
    ) -> Promo:
        """A new code, worth so many rupees to each of `limit` users on the days from `first` to `last` (India). Problem
        `promo-unreadable`, `promo-not-possible` or `promo-there-already`."""
        code = clean_code(code)
        if not 0 < amount <= MOST or amount != round(amount, 2) or limit < 1 or not first <= last >= today(now):
            raise Problem("promo-not-possible", most=f"{MOST:,}")
        promo = Promo(
            code=code,
            amount=amount,
            limit=limit,
            first=first,
            last=last,
            made_by=actor_id,
            created_at=now,
            updated_at=now,
        )

        def attempt(_: int) -> Promo:
            with self._units() as work:
                if work.promos.get(code):
                    raise Problem("promo-there-already", code=code)
                work.promos.add(promo)
                told = {"amount": str(amount), "first": str(first), "last": str(last), "limit": limit}
                work.logs.add(entry("promo-made", actor_id, code, now, **told))
                work.commit()
                return promo.but(rev=1)

        return until_settled(attempt)

    def close(self, code: str, actor_id: str, now: datetime) -> Promo:
        """Nobody can use it any more. Problem `promo-unknown`."""
        code = clean_code(code)

        def attempt(_: int) -> Promo:
            with self._units() as work:
                promo = work.promos.get(code)
                if promo is None:
                    raise Problem("promo-unknown", code=code)
                if promo.closed:
                    return promo
                work.promos.save(promo.but(closed=True, updated_at=now))
                work.logs.add(entry("promo-closed", actor_id, code, now, uses=promo.uses))
                work.commit()
                return promo.but(closed=True)

        return until_settled(attempt)

    def all(self) -> list[Promo]:
        """Every code, by name."""
        with self._units() as work:
            return work.promos.all()

    def redeem(self, user_id: UserId, text: str, key: str, now: datetime) -> Redemption:
        """The code's rupees in the user's wallet; `key` names the request, which may come again. Problem
        `promo-unreadable`, `promo-unknown`, `promo-not-yet`, `promo-over`, `promo-used-up`, `promo-had`, `wallet-full`,
        `wallet-closed`, or `promo-too-many` after five wrong codes within an hour."""
        code = clean_code(text)
        done = until_settled(lambda _: self._redeem_once(user_id, code, key, now))
        if done is None:
            until_settled(lambda _: self._guessed(user_id, code, now))
            raise Problem("promo-unknown", code=code)
        return done

    def _redeem_once(self, user_id: UserId, code: str, key: str, now: datetime) -> Redemption | None:
        """None if there is no such code."""
        with self._units() as work:
            had = work.promos.redeemed(code, user_id)
            if had and had.key == key:
                return had
            user = work.users.get(user_id)
            wallet = work.wallets.get(user.wallet_id)
            check_open(wallet)
            _check_guesses(work, user_id, code, now)
            promo = work.promos.get(code)
            if promo is None:
                return None
            if had:
                raise Problem("promo-had", code=code)
            promo.check(today(now))
            check_room(wallet, promo.amount)
            row = credit(work, user, TxnSource.PROMO, promo.amount, code, now)
            redemption = Redemption(
                code=code,
                user_id=user_id,
                wallet_id=user.wallet_id,
                txn_id=row.txn_id,
                amount=promo.amount,
                key=key,
                created_at=now,
                updated_at=now,
            )
            work.promos.redeem(promo, redemption)
            work.commit()
            return redemption

    def _guessed(self, user_id: UserId, code: str, now: datetime) -> None:
        """Keeps the wrong code, if it is another one than those of the last hour: the same one again tries nothing."""
        with self._units() as work:
            known = work.promos.guesses(user_id) or Guesses(user_id=user_id, created_at=now, updated_at=now)
            lately = tuple(guess for guess in known.wrong if guess.at > now - _HOUR)
            if code not in {guess.code for guess in lately}:
                work.promos.guessed(known.but(wrong=(*lately, Guess(code=code, at=now)), updated_at=now))
                work.commit()


def _check_guesses(work: UnitOfWork, user_id: UserId, code: str, now: datetime) -> None:
    known = work.promos.guesses(user_id)
    lately = [guess for guess in known.wrong if guess.at > now - _HOUR] if known else []
    if len(lately) >= WRONG_CODES and code not in {guess.code for guess in lately}:
        raise Problem("promo-too-many", minutes=1 + int((lately[0].at + _HOUR - now).total_seconds() // 60))
