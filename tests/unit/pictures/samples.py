"""Bookings to print in these tests: one traveller or six, short names or very long ones, with Hindi."""

from datetime import UTC, date, datetime, timedelta

from bot.pictures.ticket import TicketView, ticket_view
from domain.bookings import Booking, BookingStatus, Gender, Passenger
from domain.coaches import kind_of
from domain.fares import fare
from domain.ids import BookingId, PaymentId, Pnr, StationCode, TrainId, UserId
from domain.stations import Station
from domain.trains import TravelClass

MUMBAI = Station(StationCode("MMCT"), "Mumbai Central", "मुंबई सेंट्रल")
DELHI = Station(StationCode("NDLS"), "New Delhi", "नई दिल्ली")
LONG = Station(
    StationCode("MASDR"),
    "Puratchi Thalaivar Dr. Marudur Gopalan Ramachandran Central Railway Station",
    "पुरात्ची तलैवर डॉ. मरुदूर गोपालन रामचंद्रन सेंट्रल रेलवे स्टेशन",
)
TRAIN, TRAIN_HI = "Mumbai Central New Delhi Tejas Rajdhani Express", "मुंबई सेंट्रल नई दिल्ली तेजस राजधानी"
LEAVES = datetime(2026, 12, 26, 11, 30, tzinfo=UTC)  # 17:00 in India
FAMILY = (
    ("Asha Sharma", 34, Gender.FEMALE),
    ("राजकुमार शर्मा", 38, Gender.MALE),
    ("Venkatanarasimharajuvaripeta Subrahmanyam Chandrasekhara Rao", 71, Gender.MALE),
    ("श्रीमती लक्ष्मी देवी", 66, Gender.FEMALE),
    ("Zoë D'Souza", 9, Gender.TRANSGENDER),
    ("முத்து குமார்", 12, Gender.MALE),
)


def booking(people: int = 1, travel_class: TravelClass = TravelClass.THIRD_AC, train: str = TRAIN) -> Booking:
    """A confirmed booking of the first so many of the family."""
    price = fare("RAJ", "12951", TRAIN, travel_class, 1384, people, date(2026, 11, 23))
    assert price is not None
    return Booking(
        booking_id=BookingId("b-1"),
        user_id=UserId("u-1"),
        train_id=TrainId("12951"),
        train_name=train,
        pnr=Pnr("8512345678"),
        booking_status=BookingStatus.CONFIRMED,
        journey_date=date(2026, 12, 26),
        run_date=date(2026, 12, 26),
        origin_station_code=MUMBAI.code,
        destination_station_code=DELHI.code,
        from_stop=0,
        to_stop=6,
        departure_at=LEAVES,
        arrival_at=LEAVES + timedelta(hours=15, minutes=32),
        km=1384,
        travel_class=travel_class,
        fare=price.total,
        fare_breakup=price,
        passengers=tuple(
            Passenger(name=name, age=age, gender=gender, seat=f"B2-{n}", berth_kind=kind_of(travel_class, n))
            for n, (name, age, gender) in enumerate(FAMILY[:people], 35)
        ),
        payment_id=PaymentId("019a0c5e-9a51-7cc3-b6f0-2d5a6c1f3e77"),
        hold_until=LEAVES,
        created_at=datetime(2026, 11, 23, 6, 5, tzinfo=UTC),
        updated_at=datetime(2026, 11, 23, 6, 7, tzinfo=UTC),
    )


def view(people: int = 1, language: str = "en", *, sample: bool = True, long: bool = False) -> TicketView:
    """The ticket of that booking; `long` gives it the longest names there are."""
    return ticket_view(
        booking(people, train=f"{TRAIN} via {LONG.name}" if long else TRAIN),
        LONG if long else MUMBAI,
        LONG if long else DELHI,
        "12951",
        language=language,
        train_name_hi=TRAIN_HI,
        transaction="pay_RkQ2x8vYt1LmNo",
        sample=sample,
    )
