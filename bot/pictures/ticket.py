"""What a ticket shows, taken from a booking; the picture and the PDF both draw this and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.bookings import NOSB, Booking, Gender, Passenger
from domain.fares import FareBreakup
from domain.inventory import BerthKind
from domain.railtime import INDIA
from domain.stations import Station
from domain.trains import TravelClass


@dataclass(frozen=True, slots=True)
class Traveller:
    """A row of the passenger table. `number` is the berth's within its coach; both empty without a berth."""

    name: str
    age: int
    gender: Gender
    status: str
    coach: str = ""
    number: str = ""
    kind: BerthKind | None = None

    @property
    def without_berth(self) -> bool:
        """A child who has none and waits for none."""
        return self.status == NOSB


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket as printed, times in Asia/Kolkata. `sample`: made in the sandbox, so good for no journey."""

    language: str
    pnr: str
    train_number: str
    train_name: str
    train_name_hi: str
    travel_class: TravelClass
    quota: str
    origin: Station
    destination: Station
    boarding: Station
    boarding_at: datetime
    departure_at: datetime
    arrival_at: datetime
    journey_date: date
    km: int
    travellers: tuple[Traveller, ...]
    fare: FareBreakup
    booked_at: datetime
    transaction: str
    sample: bool
    qr: str

    @property
    def duration(self) -> timedelta:
        """Time on the train."""
        return self.arrival_at - self.departure_at


def ticket_view(
    booking: Booking,
    origin: Station,
    destination: Station,
    train_number: str,
    *,
    boarding: Station | None = None,
    language: str = "en",
    train_name_hi: str = "",
    transaction: str | None = None,
    sample: bool = False,
) -> TicketView:
    """`transaction`: the gateway's id of what was paid, by default the payment's own. `boarding`: a later
    stop at which the party gets in, by default where it booked from."""
    return TicketView(
        language=language,
        pnr=booking.pnr,
        train_number=train_number,
        train_name=booking.train_name,
        train_name_hi=train_name_hi,
        travel_class=booking.berth_class,
        quota=booking.quota,
        origin=origin,
        destination=destination,
        boarding=boarding or origin,
        boarding_at=(booking.boarding_at or booking.departure_at).astimezone(INDIA),
        departure_at=booking.departure_at.astimezone(INDIA),
        arrival_at=booking.arrival_at.astimezone(INDIA),
        journey_date=booking.journey_date,
        km=booking.km,
        travellers=tuple(map(_traveller, booking.passengers)),
        fare=booking.fare_breakup,
        booked_at=booking.created_at.astimezone(INDIA),
        transaction=transaction or booking.payment_id or "",
        sample=sample,
        qr=qr_text(booking, train_number),
    )


def qr_text(booking: Booking, train_number: str) -> str:
    """The essentials for whoever scans it, one a line. No names: a QR code is easily photographed by others."""
    berths = " ".join(person.seat or person.status for person in booking.passengers)
    lines = (
        f"PNR {booking.pnr}",
        f"Train {train_number} {booking.berth_class} {booking.quota}",
        f"{booking.departure_at.astimezone(INDIA):%d-%m-%Y %H:%M}",
        f"{booking.origin_station_code}-{booking.destination_station_code}",
        f"{len(booking.passengers)} pax {berths}",
        f"Rs {booking.fare}",
        "Issued by Yatri",
    )
    return "\n".join(lines)


def _traveller(person: Passenger) -> Traveller:
    berth = person.berth
    return Traveller(
        name=person.name,
        age=person.age,
        gender=person.gender,
        status=person.status,
        coach=berth.coach if berth else "",
        number=str(berth.number) if berth else "",
        kind=person.berth_kind,
    )
