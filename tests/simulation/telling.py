"""Telling an operation in one line, for the log that is printed after a breach."""

from collections.abc import Callable
from functools import partial

from domain.bookings import Booking
from domain.services.booking import HoldRequest


def told(act: Callable[[], None]) -> str:
    """What is done, and to what."""
    if not isinstance(act, partial):
        return act.__name__
    return " ".join([act.func.__name__, *(_short(argument) for argument in act.args)])


def _short(argument: object) -> str:
    """For the log: a booking by its id and places, a request by what it asks for."""
    match argument:
        case Booking():
            stand = ",".join(f"{person.status}:{person.seat or person.booked_as}" for person in argument.passengers)
            return f"{argument.booking_id[-6:]} {argument.booking_status} {stand}"
        case HoldRequest():
            ends = f"{argument.train_number} {argument.journey_date:%d} {argument.origin}-{argument.destination}"
            return f"{argument.user_id[-6:]} {ends} {argument.travel_class} {argument.quota} x{len(argument.party)}"
        case tuple():
            return "(" + ", ".join(map(_short, argument)) + ")"
        case _:
            return str(argument)
