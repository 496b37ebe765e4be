"""The train of the rush: 720 berths of one class, all of them Tatkal's, and who wants to travel on it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from domain.bookings import Gender, PassengerDetails
from domain.catalogue import Catalogue
from domain.ids import ChatId, StationCode, UserId, WalletId, new_id
from domain.inventory import Coach, Run, RunKey
from domain.journeys import Journey
from domain.ports import Units
from domain.quotas import Quota
from domain.railtime import today
from domain.rules.openings import opens_at
from domain.runs import run_of
from domain.services.booking import HoldRequest
from domain.trains import TravelClass
from domain.users import KycStatus, User
from domain.wallets import Wallet

NUMBER, ORIGIN, DESTINATION = "12951", StationCode("MMCT"), StationCode("NDLS")
CLASS, COACHES, SIZE = TravelClass.THIRD_AC, 10, 72
NAMES = ("Asha Verma", "Ravi Kumar Verma", "Meena Kumari", "Arjun Verma")


class RushTrain:
    """A daily Rajdhani; its run of tomorrow has ten coaches of the class, and no others."""

    def __init__(self) -> None:
        feed = read_feed(starter_path())
        self.catalogue = Catalogue("starter", feed.stations, feed.trains)
        tomorrow = today(datetime.now(UTC)) + timedelta(days=1)
        journey = self.catalogue.timetable.journey(NUMBER, ORIGIN, DESTINATION, tomorrow)
        assert journey is not None
        self.journey: Journey = journey
        self.opens = opens_at(Quota.TATKAL, CLASS, journey.date, journey.run_date)

    @property
    def key(self) -> RunKey:
        return self.run.key

    @property
    def run(self) -> Run:
        """As it is opened by hand, before anybody books."""
        usual = run_of(self.journey)
        every = ((Quota.TATKAL, tuple(range(1, SIZE + 1))),)
        coaches = tuple(Coach(f"B{number}", CLASS, SIZE, every) for number in range(1, COACHES + 1))
        return Run(usual.key, usual.stops, coaches, usual.departs_at)

    def request(self, user_id: UserId, people: int) -> HoldRequest:
        """A party of one to four, in Tatkal from end to end."""
        party = tuple(
            PassengerDetails(name=name, age=23 + 9 * place, gender=Gender.FEMALE if place % 2 == 0 else Gender.MALE)
            for place, name in enumerate(NAMES[:people])
        )
        return HoldRequest(user_id, NUMBER, CLASS, ORIGIN, DESTINATION, self.journey.date, party, Quota.TATKAL)


def registered(units: Units, number: int, now: datetime) -> User:
    """A user with a wallet whose identity is verified, as Tatkal asks."""
    user = User(
        user_id=UserId(new_id(now)),
        chat_id=ChatId(number),
        full_name=NAMES[number % len(NAMES)],
        phone=f"+9198{number:08}",
        email=f"passenger{number}@example.com",
        kyc_status=KycStatus.VERIFIED,
        wallet_id=WalletId(new_id(now)),
        wallet_balance=Decimal(0),
        created_at=now,
        updated_at=now,
    )
    add(units, user)
    return user


def add(units: Units, user: User) -> None:
    """The user as given, with an empty wallet."""
    with units() as work:
        work.users.add(user)
        work.wallets.open(
            Wallet(
                wallet_id=user.wallet_id,
                user_id=user.user_id,
                balance=Decimal(0),
                created_at=user.created_at,
                updated_at=user.updated_at,
            )
        )
        work.commit()
