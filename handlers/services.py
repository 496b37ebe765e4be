"""The use cases that the conversations call, in one bundle."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.catalogue import Catalogue
from domain.services.accounts import AccountService
from domain.services.booking import BookingService
from domain.services.expiring import ExpiringService
from domain.services.paying import PayingService
from domain.services.searching import Searching
from domain.services.wallets import WalletService


@dataclass(frozen=True, slots=True)
class Services:
    """Made once by bot/app.py."""

    catalogue: Callable[[], Catalogue]
    accounts: AccountService
    searching: Searching
    booking: BookingService
    paying: PayingService
    expiring: ExpiringService
    wallets: WalletService
