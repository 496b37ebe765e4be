"""The use cases, each over the store, the gateway and the timetable in use: in one bundle for the conversations."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.passwords import Passwords
from domain.catalogue import Catalogue
from domain.invoices import Supplier
from domain.ports import PaymentGateway, Units, Vault
from domain.services.accounts import AccountService
from domain.services.adjusting import Adjusting
from domain.services.agenda import AgendaService
from domain.services.alerting import AlertingService
from domain.services.answering import Answering
from domain.services.asking import Asking
from domain.services.audiences import Audiences
from domain.services.billing import Billing
from domain.services.booking import HOLD, BookingService
from domain.services.broadcasting import Broadcasting
from domain.services.calendar import Calendar
from domain.services.cancelling import CancellingService
from domain.services.changing import ChangingService
from domain.services.charting import Charting
from domain.services.comparing import Comparing
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
from handlers.services import DeskServices, Journeys, Money, People, Services


@dataclass(frozen=True, slots=True)
class Ways:
    """How it is run: where payers come back to, how long berths are held, who is staff first, who signs invoices."""

    callback: str | None = None
    hold: timedelta = HOLD
    first_admins: frozenset[int] = frozenset()
    supplier: Supplier | None = None
    sample: bool = True


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all of them stand on."""

    catalogue: Callable[[], Catalogue]
    units: Units
    gateway: PaymentGateway
    ways: Ways
    alerting: AlertingService
    promoting: Promoting


def use_cases(
    catalogue: Callable[[], Catalogue], units: Units, gateway: PaymentGateway, vault: Vault, ways: Ways
) -> Services:
    """All of them; what several share is made once."""
    alerting = AlertingService(catalogue, units, Searching(catalogue, units))
    ground = _Ground(catalogue, units, gateway, ways, alerting, Promoting(units, alerting.freed))
    money = _money(ground)
    journeys = _journeys(ground, money.paying)
    return Services.of(journeys, money, _people(ground, journeys.expiring, vault), _desk(ground))


def _money(ground: _Ground) -> Money:
    units, gateway, ways = ground.units, ground.gateway, ground.ways
    paying = PayingService(units, gateway, ways.callback, ways.hold)
    refunding = RefundingService(units, gateway)
    return Money(
        paying=paying,
        billing=Billing(units),
        wallets=WalletService(units),
        topping_up=ToppingUp(units, gateway, paying, ways.callback),
        promos=PromoService(units),
        payouts=Payouts(units),
        invoicing=Invoicing(units, ways.supplier, sample=ways.sample),
        refunding=refunding,
        reconciling=ReconcilingService(units, gateway, paying, Comparing(units, gateway, paying, refunding)),
    )


def _journeys(ground: _Ground, paying: PayingService) -> Journeys:
    catalogue, units, promoting = ground.catalogue, ground.units, ground.promoting
    searching = Searching(catalogue, units)
    cancelling = CancellingService(catalogue, units, promoting)
    expiring = ExpiringService(units, paying, promoting)
    return Journeys(
        catalogue=catalogue,
        searching=searching,
        calendar=Calendar(catalogue, searching),
        connecting=Connecting(catalogue, searching),
        booking=BookingService(catalogue, units, promoting, ground.ways.hold),
        expiring=expiring,
        promoting=promoting,
        queueing=Queueing(units),
        cancelling=cancelling,
        changing=ChangingService(catalogue, units),
        charting=Charting(units, promoting, cancelling),
        giving_back=GivingBack(units, cancelling, expiring),
    )


def _people(ground: _Ground, expiring: ExpiringService, vault: Vault) -> People:
    units = ground.units
    return People(
        accounts=AccountService(units),
        profiles=ProfileService(units),
        signing_in=SigningIn(units, Passwords()),
        identifying=Identifying(units, vault),
        leaving=Leaving(units),
        exporting=Exporting(units),
        agenda=AgendaService(units, expiring),
        alerting=ground.alerting,
        inboxes=InboxService(units),
        broadcasting=Broadcasting(units, Audiences(ground.catalogue)),
    )


def _desk(ground: _Ground) -> DeskServices:
    units = ground.units
    staffing, rescheduling = Staffing(units, ground.ways.first_admins), Rescheduling(units)
    return DeskServices(
        supporting=Supporting(units),
        staffing=staffing,
        asking=Asking(units),
        finding=Finding(units, staffing),
        adjusting=Adjusting(units, staffing),
        suspending=Suspending(units, staffing),
        rescheduling=rescheduling,
        running_trains=RunningTrains(ground.catalogue, units, staffing, ground.promoting, rescheduling),
        special_trains=SpecialTrains(ground.catalogue, units, staffing),
        day_figures=DayFigures(units, staffing),
        answering=Answering(units, staffing),
        relaying=Relaying(units),
    )
