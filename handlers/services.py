"""The use cases that the conversations call, in one bundle."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from domain.catalogue import Catalogue
from domain.services.accounts import AccountService
from domain.services.adjusting import Adjusting
from domain.services.agenda import AgendaService
from domain.services.alerting import AlertingService
from domain.services.answering import Answering
from domain.services.asking import Asking
from domain.services.billing import Billing
from domain.services.booking import BookingService
from domain.services.broadcasting import Broadcasting
from domain.services.calendar import Calendar
from domain.services.cancelling import CancellingService
from domain.services.changing import ChangingService
from domain.services.charting import Charting
from domain.services.connecting import Connecting
from domain.services.day_figures import DayFigures
from domain.services.expiring import ExpiringService
from domain.services.exporting import Exporting
from domain.services.finding import Finding
from domain.services.giving_back import GivingBack
from domain.services.identifying import Identifying
from domain.services.inboxes import InboxService
from domain.services.invoicing import Invoicing
from domain.services.leaving import Leaving
from domain.services.paying import PayingService
from domain.services.payouts import Payouts
from domain.services.profiles import ProfileService
from domain.services.promos import PromoService
from domain.services.promoting import Promoting
from domain.services.queueing import Queueing
from domain.services.reconciling import ReconcilingService
from domain.services.refunding import RefundingService
from domain.services.relaying import Relaying
from domain.services.rescheduling import Rescheduling
from domain.services.running_trains import RunningTrains
from domain.services.searching import Searching
from domain.services.signing_in import SigningIn
from domain.services.special_trains import SpecialTrains
from domain.services.staffing import Staffing
from domain.services.supporting import Supporting
from domain.services.suspending import Suspending
from domain.services.topping_up import ToppingUp
from domain.services.wallets import WalletService


@dataclass(frozen=True)
class Journeys:
    """Trains, berths and tickets."""

    catalogue: Callable[[], Catalogue]
    searching: Searching
    calendar: Calendar
    connecting: Connecting
    booking: BookingService
    expiring: ExpiringService
    promoting: Promoting
    queueing: Queueing
    cancelling: CancellingService
    changing: ChangingService
    charting: Charting
    giving_back: GivingBack


@dataclass(frozen=True)
class Money:
    """What is paid, kept in wallets, and given back."""

    paying: PayingService
    billing: Billing
    wallets: WalletService
    topping_up: ToppingUp
    promos: PromoService
    payouts: Payouts
    invoicing: Invoicing
    refunding: RefundingService
    reconciling: ReconcilingService


@dataclass(frozen=True)
class People:
    """Who books, and what they are told."""

    accounts: AccountService
    profiles: ProfileService
    signing_in: SigningIn
    identifying: Identifying
    leaving: Leaving
    exporting: Exporting
    agenda: AgendaService
    alerting: AlertingService
    inboxes: InboxService
    broadcasting: Broadcasting


@dataclass(frozen=True)
class DeskServices:
    """Support and the desk."""

    supporting: Supporting
    staffing: Staffing
    asking: Asking
    finding: Finding
    adjusting: Adjusting
    suspending: Suspending
    rescheduling: Rescheduling
    running_trains: RunningTrains
    special_trains: SpecialTrains
    day_figures: DayFigures
    answering: Answering
    relaying: Relaying


@dataclass(frozen=True)
class Services(Journeys, Money, People, DeskServices):
    """All of them, made once by bot/usecases.py."""

    @classmethod
    def of(cls, journeys: Journeys, money: Money, people: People, desk: DeskServices) -> Self:
        """The parts in one bundle."""
        return cls(**vars(journeys), **vars(money), **vars(people), **vars(desk))
