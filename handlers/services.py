"""The use cases that the conversations call, in one bundle."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.catalogue import Catalogue
from domain.services.accounts import AccountService
from domain.services.booking import BookingService
from domain.services.calendar import Calendar
from domain.services.cancelling import CancellingService
from domain.services.changing import ChangingService
from domain.services.charting import Charting
from domain.services.connecting import Connecting
from domain.services.expiring import ExpiringService
from domain.services.giving_back import GivingBack
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.services.queueing import Queueing
from domain.services.searching import Searching
from domain.services.wallets import WalletService


@dataclass(frozen=True, slots=True)
class Services:
    """Made once by bot/app.py."""

    catalogue: Callable[[], Catalogue]
    accounts: AccountService
    searching: Searching
    calendar: Calendar
    connecting: Connecting
    booking: BookingService
    paying: PayingService
    expiring: ExpiringService
    wallets: WalletService
    promoting: Promoting
    queueing: Queueing
    cancelling: CancellingService
    changing: ChangingService
    charting: Charting
    giving_back: GivingBack
