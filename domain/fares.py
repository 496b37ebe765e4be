"""Fares: from kilometres and class to rupees, by the dated tariff, with the break-up a ticket shows.

The order is the railway's ("Fares" in the railway rules): basic fare by slab, reservation and superfast charges, GST
in AC classes rounded up to the rupee, then each passenger's sum up to the next 5 rupees. The convenience fee comes
last, once a booking.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from domain.model import Rupees, Value
from domain.tariffs import Tariff, tariff_on
from domain.tariffs_slabs import RUPEE, whole
from domain.trains import AC_CLASSES, TravelClass

STEP = Decimal(5)  # a ticket is a multiple of this
PAISA = Decimal("0.01")
NOTHING = Decimal(0)


class FareBreakup(Value):
    """For the whole party, in rupees. `total` is what is paid; `convenience` includes its GST."""

    base: Rupees
    reservation: Rupees
    superfast: Rupees
    gst: Rupees
    rounding: Rupees
    convenience: Rupees
    total: Rupees

    @property
    def ticket(self) -> Decimal:
        """The railway's part, without the convenience fee."""
        return self.total - self.convenience


def fare(
    train_type: str,
    train_number: str,
    train_name: str,
    travel_class: TravelClass,
    km: int,
    passengers: int,
    on: date,
) -> FareBreakup | None:
    """What a party pays for `km` kilometres when it books on this day; None if the class has no published fare."""
    tariff = tariff_on(on)
    each = _charges(tariff, train_type, train_number, train_name, travel_class, km)
    if each is None:
        return None
    gst = _gst(tariff, travel_class, each.total)
    ticket = _up(each.total + gst, STEP)
    convenience = convenience_fee(tariff, travel_class)
    return FareBreakup(
        base=each.base * passengers,
        reservation=each.reservation * passengers,
        superfast=each.superfast * passengers,
        gst=gst * passengers,
        rounding=(ticket - gst - each.total) * passengers,
        convenience=convenience,
        total=ticket * passengers + convenience,
    )


def convenience_fee(tariff: Tariff, travel_class: TravelClass) -> Decimal:
    """Once a booking, its own GST included."""
    return (tariff.convenience[travel_class] * (1 + tariff.convenience_gst)).quantize(PAISA)


@dataclass(frozen=True, slots=True)
class _Charges:
    """One passenger's charges before tax."""

    base: Decimal
    reservation: Decimal = NOTHING
    superfast: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        return self.base + self.reservation + self.superfast


def _charges(
    tariff: Tariff, train_type: str, number: str, name: str, travel_class: TravelClass, km: int
) -> _Charges | None:
    """By the kilometre where the train is priced so, else by slab with the supplements."""
    if by_km := tariff.priced_by_km(train_type, travel_class):
        return _Charges(by_km.at(travel_class, km))
    if travel_class not in tariff.slabs:
        return None
    factor = tariff.factor(train_type, number, name, travel_class)
    fast = number.startswith(tariff.superfast_numbers)
    return _Charges(
        base=whole(tariff.slabs[travel_class].at(km) * factor),
        reservation=tariff.reservation[travel_class],
        superfast=tariff.superfast[travel_class] if fast else NOTHING,
    )


def _gst(tariff: Tariff, travel_class: TravelClass, taxed: Decimal) -> Decimal:
    """On AC classes only, up to the whole rupee."""
    return _up(taxed * tariff.gst, RUPEE) if travel_class in AC_CLASSES else NOTHING


def _up(amount: Decimal, step: Decimal) -> Decimal:
    """The next multiple of `step` at or above the amount."""
    return (amount / step).to_integral_value(ROUND_CEILING) * step
