"""Ports: what the domain asks of the outside world, as Protocols. Storage, gateways and clocks implement them."""

from domain.ports.alerts import Alerts
from domain.ports.bookings import Bookings, Invoices, Notifications, Payments
from domain.ports.logs import AdminLogs
from domain.ports.money import Books, Promos, Withdrawals
from domain.ports.outside import Clock, PaymentGateway, Sessions
from domain.ports.people import Users, Wallets
from domain.ports.runs import Histories, Runs
from domain.ports.secrets import Limits, Passwords, Vault
from domain.ports.support import Roster, Tickets
from domain.ports.units import UnitOfWork, Units

__all__ = [
    "AdminLogs",
    "Alerts",
    "Bookings",
    "Books",
    "Clock",
    "Histories",
    "Invoices",
    "Limits",
    "Notifications",
    "Passwords",
    "PaymentGateway",
    "Payments",
    "Promos",
    "Roster",
    "Runs",
    "Sessions",
    "Tickets",
    "UnitOfWork",
    "Units",
    "Users",
    "Vault",
    "Wallets",
    "Withdrawals",
]
