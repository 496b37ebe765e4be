"""Audiences: the users that a broadcast is for, a page at a time."""

from collections.abc import Callable, Iterator
from datetime import date

from domain.bookings import PAID
from domain.broadcasts import Audience, AudienceKind
from domain.catalogue import Catalogue
from domain.errors import Problem
from domain.ids import StationCode, TrainId, UserId
from domain.inventory import RunKey
from domain.ports import UnitOfWork
from domain.users import User

PAGE = 45  # users: each is a write of a transaction that may have 100
_LATEST = 5  # journeys of a user that say where they travel


class Audiences:
    """Who belongs to an audience is decided user by user, so that memory holds a page and no more."""

    def __init__(self, catalogue: Callable[[], Catalogue]) -> None:
        self._catalogue = catalogue

    def check(self, audience: Audience) -> None:
        """Problem `broadcast-audience` for one that cannot be."""
        if audience.kind is AudienceKind.CITY:
            self._stations(audience.value)
        if audience.kind is AudienceKind.RUN:
            _run(audience.value)

    def page(self, work: UnitOfWork, audience: Audience, cursor: str) -> tuple[list[User], str | None]:
        """Users after `cursor` ("" at first), of some PAGE that are looked at, and the next cursor; None at the end."""
        if audience.kind is AudienceKind.RUN:
            ids, following = _of_run(work, _run(audience.value), cursor)
        else:
            ids, following = work.users.page(cursor, PAGE)
        users = [work.users.get(user_id) for user_id in ids]
        return [user for user in users if self._belongs(work, audience, user)], following

    def everybody(self, work: UnitOfWork, audience: Audience) -> Iterator[User]:
        """All of them, page after page."""
        cursor: str | None = ""
        while cursor is not None:
            users, cursor = self.page(work, audience, cursor)
            yield from users

    def _belongs(self, work: UnitOfWork, audience: Audience, user: User) -> bool:
        if not user.is_active:
            return False
        match audience.kind:
            case AudienceKind.LANGUAGE:
                return user.preferences.language == audience.value
            case AudienceKind.CITY:
                ends = self._stations(audience.value)
                journeys = work.bookings.of_user(user.user_id, _LATEST)
                return any(ends & {each.origin_station_code, each.destination_station_code} for each in journeys)
            case _:
                return True

    def _stations(self, city: str) -> set[StationCode]:
        stations = self._catalogue().stations
        found = stations.find(city, limit=1)
        if not found or not city.strip():
            raise Problem("broadcast-audience", audience=city)
        return {found[0].station.code, *(each.code for each in stations.stations_of_city(found[0].station.code))}


def _run(value: str) -> RunKey:
    train, _, day = value.partition("#")
    try:
        return RunKey(TrainId(train), date.fromisoformat(day))
    except ValueError:
        raise Problem("broadcast-audience", audience=value) from None


def _of_run(work: UnitOfWork, key: RunKey, cursor: str) -> tuple[list[UserId], str | None]:
    """Those with a ticket, in the order of their ids."""
    ids = sorted({booking.user_id for booking in work.bookings.of_run(key) if booking.booking_status in PAID})
    page = [user_id for user_id in ids if user_id > cursor][:PAGE]
    return page, page[-1] if len(page) == PAGE else None
