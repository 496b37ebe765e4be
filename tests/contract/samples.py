"""Entities for the contract's stories, each with ids of its own."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from domain.bookings import Booking, BookingStatus, Gender, Passenger
from domain.fares import FareBreakup
from domain.ids import BookingId, ChatId, NotifId, PaymentId, Pnr, StationCode, TrainId, TxnId, UserId, WalletId, new_id
from domain.inventory import BerthKind, Coach, Run, RunKey
from domain.notifications import Notification, NotifType
from domain.payments import Payment
from domain.trains import TravelClass
from domain.users import Preferences, SavedPassenger, User
from domain.wallets import TxnSource, TxnType, Wallet, WalletTransaction

NOW = datetime(2026, 11, 23, 6, 30, 15, 120034, tzinfo=UTC)
_NUMBERS = random.SystemRandom()


def fresh_chat() -> ChatId:
    """Nobody else's."""
    return ChatId(_NUMBERS.randrange(10**9, 10**15))


def a_user(**changes: object) -> User:
    """Asha, who likes a lower berth and travels with Ravi."""
    chat_id = fresh_chat()
    people = (SavedPassenger(name="Ravi", age=41, gender=Gender.MALE, berth=BerthKind.SIDE_LOWER),)
    return User(
        user_id=UserId(new_id(NOW)),
        chat_id=chat_id,
        full_name="आशा Rao",
        phone=f"+91{chat_id}",
        email=f"asha.{chat_id}@example.in",
        wallet_id=WalletId(new_id(NOW)),
        wallet_balance=Decimal("0.00"),
        preferences=Preferences(language="hi", passengers=people),
        created_at=NOW,
        updated_at=NOW,
    ).but(**changes)


def a_booking(user_id: UserId | None = None, at: datetime = NOW, **changes: object) -> Booking:
    """Two berths held for a quarter of an hour."""
    rupees = {"base": "900.00", "reservation": "40", "superfast": "45", "gst": "0", "rounding": "0.50"}
    fare = {name: Decimal(amount) for name, amount in rupees.items()}
    return Booking(
        booking_id=BookingId(new_id(at)),
        user_id=user_id or UserId(new_id(NOW)),
        train_id=TrainId("12952"),
        train_name="Mumbai Rajdhani",
        pnr=Pnr(str(_NUMBERS.randrange(10**9, 10**10))),
        booking_status=BookingStatus.HELD,
        journey_date=date(2026, 12, 1),
        run_date=date(2026, 11, 30),
        origin_station_code=StationCode("KOTA"),
        destination_station_code=StationCode("BRC"),
        from_stop=1,
        to_stop=4,
        departure_at=NOW + timedelta(days=8),
        arrival_at=NOW + timedelta(days=8, hours=9),
        km=525,
        travel_class=TravelClass.THIRD_AC,
        fare=Decimal("1015.35"),
        fare_breakup=FareBreakup(convenience=Decimal("29.85"), total=Decimal("1015.35"), **fare),
        passengers=(
            Passenger(name="Asha", age=34, gender=Gender.FEMALE, seat="B2-35", berth_kind=BerthKind.MIDDLE),
            Passenger(name="Ravi", age=41, gender=Gender.MALE, seat="B2-36", id_proof="PAN"),
        ),
        hold_until=at + timedelta(minutes=16),
        created_at=at,
        updated_at=at,
    ).but(**changes)


def a_payment(booking: Booking) -> Payment:
    """An attempt to pay for a booking."""
    return Payment(
        payment_id=PaymentId(new_id(NOW)),
        user_id=booking.user_id,
        booking_id=booking.booking_id,
        amount=booking.fare,
        payment_method="link",
        expires_at=booking.hold_until,
        initiated_at=NOW,
        created_at=NOW,
        updated_at=NOW,
    )


def a_wallet(balance: str = "0.00") -> Wallet:
    """Somebody's wallet."""
    ids = WalletId(new_id(NOW)), UserId(new_id(NOW))
    return Wallet(wallet_id=ids[0], user_id=ids[1], balance=Decimal(balance), created_at=NOW, updated_at=NOW)


def a_credit(wallet: Wallet, amount: str, at: datetime = NOW) -> WalletTransaction:
    """Money into the wallet."""
    return WalletTransaction(
        txn_id=TxnId(new_id(at)),
        wallet_id=wallet.wallet_id,
        user_id=wallet.user_id,
        type=TxnType.CREDIT,
        amount=Decimal(amount),
        source=TxnSource.TOPUP,
        reference_id=new_id(at),
        created_at=at,
        updated_at=at,
    )


def a_notification(due_at: datetime = NOW) -> Notification:
    """A ticket to tell about."""
    return Notification(
        notif_id=NotifId(new_id(NOW)),
        user_id=UserId(new_id(NOW)),
        type=NotifType.BOOKING,
        title="ticket-ready",
        args={"pnr": "4512345678", "people": 2, "fare": Decimal("1015.35"), "nobody": None, "berths": ["B2-35"]},
        due_at=due_at,
        created_at=NOW,
        updated_at=NOW,
    )


def a_run(stops: int = 6, size: int = 72, coaches: tuple[str, ...] = ("B1", "B2")) -> Run:
    """A run that nobody has booked on."""
    key = RunKey(TrainId(f"T{_NUMBERS.randrange(10**12)}"), date(2026, 11, 30))
    names = tuple(StationCode(f"S{number}") for number in range(stops))
    return Run(key, names, tuple(Coach(name, TravelClass.THIRD_AC, size) for name in coaches))


def sooner_or_later(is_so: Callable[[], bool]) -> bool:
    """An index may be a moment late: asks up to thirty times."""
    return any(is_so() for _ in range(30))
