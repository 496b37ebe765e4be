"""Ports: what the domain asks of the outside world, as Protocols. Storage, gateways and clocks implement them."""

from domain.ports.bookings import Bookings, Notifications, Payments
from domain.ports.logs import AdminLogs
from domain.ports.outside import Clock, PaymentGateway, Sessions
from domain.ports.people import Users, Wallets
from domain.ports.runs import Histories, Runs
from domain.ports.units import UnitOfWork, Units

__all__ = [
    "AdminLogs",
    "Bookings",
    "Clock",
    "Histories",
    "Notifications",
    "PaymentGateway",
    "Payments",
    "Runs",
    "Sessions",
    "UnitOfWork",
    "Units",
    "Users",
    "Wallets",
]
