"""Suspending: the desk closes a user's account or wallet for a reason, and opens it again."""

from functools import partial

from domain.errors import Problem
from domain.ids import UserId
from domain.notifications import NotifType, news
from domain.ports import Units
from domain.reasons import given_reason
from domain.services.retrying import until_settled
from domain.services.staffing import Hand, Staffing
from domain.staff import Right
from domain.users import DELETED, SELF, User
from domain.wallets import Wallet, WalletStatus

DESK = "desk"  # begins `closed_by` of a user whom the desk closed; the reason follows


class Suspending:
    """Tickets stay good and money stays the user's, whatever is suspended."""

    def __init__(self, units: Units, staffing: Staffing) -> None:
        self._units = units
        self._staffing = staffing

    def suspend(self, hand: Hand, user_id: UserId, reason: str) -> User:
        """The account is closed until the desk opens it. Problem `reason-needed`, `own-account`, `suspended-already`,
        `account-deleted`, and as Staffing.allow."""
        return until_settled(partial(self._turn, hand, user_id, given_reason(reason), True))

    def reopen(self, hand: Hand, user_id: UserId, reason: str) -> User:
        """Problem `reason-needed`, `own-account`, `not-suspended`, `account-deleted`, and as Staffing.allow."""
        return until_settled(partial(self._turn, hand, user_id, given_reason(reason), False))

    def freeze(self, hand: Hand, user_id: UserId, reason: str) -> Wallet:
        """The wallet pays nothing from now on. Problem `reason-needed`, `own-account`, and as Staffing.allow."""
        return until_settled(partial(self._wallet, hand, user_id, given_reason(reason), WalletStatus.SUSPENDED))

    def thaw(self, hand: Hand, user_id: UserId, reason: str) -> Wallet:
        """The wallet pays again. Problems as `freeze`."""
        return until_settled(partial(self._wallet, hand, user_id, given_reason(reason), WalletStatus.ACTIVE))

    def _turn(self, hand: Hand, user_id: UserId, reason: str, closing: bool, _: int) -> User:
        with self._units() as work:
            user = work.users.get(user_id)
            _check(hand, user)
            by_desk = user.closed_by not in ("", SELF)
            if by_desk is closing:
                raise Problem("suspended-already" if closing else "not-suspended")
            act = "user-suspended" if closing else "user-reopened"
            states = {"before": user.closed_by or "open", "after": DESK if closing else "open", "reason": reason}
            self._staffing.begin(work, hand, Right.SUSPEND, act, user_id, **states)
            closed_by = f"{DESK}: {reason}" if closing else ""
            work.users.save(user.but(is_active=not closing, closed_by=closed_by, updated_at=hand.now))
            title = "told-account-suspended" if closing else "told-account-reopened"
            work.notifications.add(news(user_id, NotifType.PAYMENT, title, None, hand.now))
            work.commit()
            return work.users.get(user_id)

    def _wallet(self, hand: Hand, user_id: UserId, reason: str, status: WalletStatus, _: int) -> Wallet:
        with self._units() as work:
            user = work.users.get(user_id)
            _check(hand, user)
            wallet = work.wallets.get(user.wallet_id)
            suspended = status is WalletStatus.SUSPENDED
            if wallet.status is status:
                raise Problem("suspended-already" if suspended else "not-suspended")
            act = "wallet-suspended" if suspended else "wallet-reopened"
            states = {"before": wallet.status.value, "after": status.value, "reason": reason}
            self._staffing.begin(work, hand, Right.SUSPEND, act, user_id, **states)
            work.wallets.keep(wallet.but(status=status, updated_at=wallet.next_at(hand.now)))
            title = "told-wallet-suspended" if suspended else "told-wallet-reopened"
            work.notifications.add(news(user_id, NotifType.PAYMENT, title, None, hand.now))
            work.commit()
            return work.wallets.get(wallet.wallet_id)


def _check(hand: Hand, user: User) -> None:
    if user.chat_id == hand.telegram_id:
        raise Problem("own-account")
    if user.closed_by == DELETED:
        raise Problem("account-deleted")
