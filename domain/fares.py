"""Fares: from kilometres and class to rupees, by the dated tariff, with the break-up a ticket shows.

The order is the railway's ("Fares" in the railway rules): basic fare by slab, what it has risen by with demand,
reservation, superfast and Tatkal charges, GST in AC classes rounded up to the rupee, then each passenger's sum up to
the next 5 rupees. The convenience fee comes last, once a booking.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from domain.errors import Problem
from domain.model import Rupees, Value
from domain.quotas import Quota
from domain.rules.children import FULL_FARE_ONLY
from domain.rules.tariffs import Tariff, tariff_on
from domain.rules.tariffs_slabs import RUPEE, whole
from domain.trains import AC_CLASSES, TravelClass

STEP = Decimal(5)  # a ticket is a multiple of this
PAISA = Decimal("0.01")
NOTHING = Decimal(0)
HALF = Decimal("0.5")


class FareBreakup(Value):
    """For the whole party, in rupees. `dynamic` is what the basic fare has risen by with demand; `total` is what is
    paid; `convenience` includes its GST. `full` and `half` are one passenger's ticket at the full and at half the fare
    (None where nobody pays so, and in bookings made before they were kept)."""

    unsaid = frozenset({"dynamic", "reservation", "superfast", "tatkal", "gst", "rounding", "convenience"})

    base: Rupees
    dynamic: Rupees = NOTHING
    reservation: Rupees = NOTHING
    superfast: Rupees = NOTHING
    tatkal: Rupees = NOTHING
    gst: Rupees = NOTHING
    rounding: Rupees = NOTHING
    convenience: Rupees = NOTHING
    total: Rupees
    full: Rupees | None = None
    half: Rupees | None = None

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
    *,
    quota: Quota = Quota.GENERAL,
    half_fares: int = 0,
    sold: Decimal = NOTHING,
    superfast: bool | None = None,
    run_km: int | None = None,
    upi: bool = False,
) -> FareBreakup | None:
    """What a party pays for `km` kilometres when it books on this day; None if the class has no published fare.

    `half_fares` of the passengers are children of 5 to 11 without a berth. `sold` is the part (0 to 1) of the class's
    berths that is sold, which counts on flexi-fare trains. `superfast` says whether the train is one, where its number
    does not; `run_km` is how far the train goes, if known: Tatkal charges no more than that for a short journey.
    Raises Problem where the class has no Tatkal quota or no half fares, and for premium Tatkal, whose price is not
    published; ValueError for more half fares than passengers.
    """
    if half_fares > passengers:
        raise ValueError("more half fares than passengers")
    tariff = tariff_on(on)
    train = _Train(train_type, train_number, train_name, superfast, run_km)
    _check(tariff, train, travel_class, quota, half_fares)
    full = _charges(tariff, train, travel_class, km, quota, sold)
    if full is None:
        return None
    convenience = convenience_fee(tariff, travel_class, upi=upi)
    return _breakup(full, passengers - half_fares, half_fares, convenience)


def _breakup(full: "_Charges", full_fares: int, half_fares: int, convenience: Decimal) -> FareBreakup:
    """The charges of so many who pay in full and so many children who pay half."""
    party = [full] * full_fares + [full.halved()] * half_fares
    return FareBreakup(
        base=_sum(each.base for each in party),
        dynamic=_sum(each.dynamic for each in party),
        reservation=_sum(each.reservation for each in party),
        superfast=_sum(each.superfast for each in party),
        tatkal=_sum(each.tatkal for each in party),
        gst=_sum(each.gst for each in party),
        rounding=_sum(each.rounding for each in party),
        convenience=convenience,
        total=_sum(each.ticket for each in party) + convenience,
        full=full.ticket if full_fares else None,
        half=full.halved().ticket if half_fares else None,
    )


def is_dynamic(train_type: str, train_number: str, train_name: str, travel_class: TravelClass, on: date) -> bool:
    """Does the fare of this class of this train rise with the berths sold, by the tariff of the day of booking?"""
    return tariff_on(on).flexi.covers(train_type, train_number, train_name, travel_class)


def convenience_fee(tariff: Tariff, travel_class: TravelClass, *, upi: bool = False) -> Decimal:
    """Once a booking, its own GST included; less when paid by UPI."""
    fees = tariff.convenience_upi if upi else tariff.convenience
    return (fees[travel_class] * (1 + tariff.convenience_gst)).quantize(PAISA)


@dataclass(frozen=True, slots=True)
class _Train:
    """What a train's own fares hang on."""

    type: str
    number: str
    name: str
    superfast: bool | None
    run_km: int | None

    def is_superfast(self, tariff: Tariff) -> bool:
        """As said, else by how its number begins."""
        return self.number.startswith(tariff.superfast_numbers) if self.superfast is None else self.superfast


@dataclass(frozen=True, slots=True)
class _Charges:
    """One passenger's charges; `rate` of GST as a part of one."""

    base: Decimal
    rate: Decimal
    rise: Decimal = NOTHING
    reservation: Decimal = NOTHING
    superfast: Decimal = NOTHING
    tatkal: Decimal = NOTHING

    @property
    def dynamic(self) -> Decimal:
        return whole(self.base * self.rise)

    @property
    def taxed(self) -> Decimal:
        return self.base + self.dynamic + self.reservation + self.superfast + self.tatkal

    @property
    def gst(self) -> Decimal:
        return _up(self.taxed * self.rate, RUPEE)

    @property
    def ticket(self) -> Decimal:
        return _up(self.taxed + self.gst, STEP)

    @property
    def rounding(self) -> Decimal:
        return self.ticket - self.gst - self.taxed

    def halved(self) -> "_Charges":
        """A child's, without a berth: half of the basic fare (Commercial Circular 71 of 2015). That the other charges
        stay whole, as for every concession, and how the half is rounded, is not in that circular."""
        return replace(self, base=whole(self.base * HALF))


def _check(tariff: Tariff, train: _Train, travel_class: TravelClass, quota: Quota, half_fares: int) -> None:
    """Is such a ticket sold at all?"""
    if quota is Quota.TATKAL and tariff.tatkal_of(train.type, travel_class) is None:
        raise Problem("no-tatkal", travel_class=travel_class)
    if quota is Quota.PREMIUM_TATKAL:
        raise Problem("no-premium-tatkal")
    if half_fares and travel_class in FULL_FARE_ONLY:
        raise Problem("no-half-fare", travel_class=travel_class)


def _charges(
    tariff: Tariff, train: _Train, travel_class: TravelClass, km: int, quota: Quota, sold: Decimal
) -> _Charges | None:
    """By the kilometre where the train is priced so, else by slab with the supplements."""
    rate = tariff.gst if travel_class in AC_CLASSES else NOTHING
    if by_km := tariff.priced_by_km(train.type, travel_class):
        return _Charges(by_km.at(travel_class, km), rate)
    slabs = tariff.slabs_of(train.type, train.number, train.name, travel_class)
    if slabs is None:
        return None
    tatkal = tariff.tatkal_of(train.type, travel_class) if quota is Quota.TATKAL else None
    charged_km = max(km, min(tatkal.minimum, train.run_km or tatkal.minimum)) if tatkal else km
    factor = tariff.factor(train.type, train.number, train.name, travel_class)
    exact = tatkal is not None and factor == 1  # factors were measured against the highest of a slab's range
    base = whole((slabs.likely(charged_km) if exact else slabs.at(charged_km)) * factor)
    flexi = tariff.flexi.covers(train.type, train.number, train.name, travel_class)
    return _Charges(
        base=base,
        rate=rate,
        rise=(tariff.flexi.tatkal if tatkal else tariff.flexi.rise(sold)) if flexi else NOTHING,
        reservation=tariff.reservation[travel_class],
        superfast=tariff.superfast[travel_class] if train.is_superfast(tariff) else NOTHING,
        tatkal=tatkal.of(base) if tatkal and not flexi else NOTHING,
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)


def _up(amount: Decimal, step: Decimal) -> Decimal:
    """The next multiple of `step` at or above the amount."""
    return (amount / step).to_integral_value(ROUND_CEILING) * step
