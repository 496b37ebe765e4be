"""The simple reference: who sits where is read off the tickets, and the railway's rules are said again in plain sets.

Nothing here is shared with the code under test but its vocabulary: a seat is taken on a set of legs because a living
ticket says so, and what the stored rows mark must be exactly that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from domain.bookings import CNF, NOSB, RAC, WL, Booking, BookingStatus, Passenger
from domain.ids import BookingId
from domain.inventory import Berth, Coach, Place, RunKey
from domain.quotas import Quota
from domain.trains import AC_CLASSES, TravelClass
from tests.simulation.tickets import check_ticket

LIVE = frozenset({BookingStatus.HELD, BookingStatus.CONFIRMED, BookingStatus.WAITLIST})
WAITING = frozenset({RAC, WL})
Legs = frozenset[int]


@dataclass(frozen=True, slots=True)
class Rider:
    """One living passenger of a ticket."""

    booking: Booking
    index: int

    @property
    def person(self) -> Passenger:
        return self.booking.passengers[self.index]

    @property
    def legs(self) -> Legs:
        return frozenset(range(self.booking.from_stop, self.booking.to_stop))


@dataclass(frozen=True)
class Train:
    """One run as it is stored: its coaches and charts, the legs marked on every seat, and the rows of its queue."""

    key: RunKey
    coaches: tuple[Coach, ...]
    chart: int
    marked: Mapping[Berth, Legs]
    queue: tuple[Place, ...]
    riders: tuple[Rider, ...]
    cancelled: bool = False  # by the railway

    @cached_property
    def taken(self) -> dict[Berth, Legs]:
        """The legs of every seat that the tickets have; AssertionError if two have the same one."""
        taken: dict[Berth, Legs] = {}
        for rider in self.riders:
            for seat in self.seats(rider.person.berth) if rider.person.berth else ():
                assert not taken.get(seat, frozenset()) & rider.legs, f"sold twice: {self.key} {seat}"
                taken[seat] = taken.get(seat, frozenset()) | rider.legs
        return taken

    def seats(self, berth: Berth) -> tuple[Berth, ...]:
        """The halves of a whole side lower that can be shared; else the berth, or the half, itself."""
        shared = not berth.half and berth.number in self._coach(berth.coach).rac
        return berth.halves if shared else (berth,)

    def is_free(self, berth: Berth, legs: Legs, besides: Rider | None = None) -> bool:
        """Is it free over these legs, or taken by nobody else than this rider?"""
        own = set(self.seats(besides.person.berth)) if besides and besides.person.berth else set()
        return not any(self.taken.get(seat, frozenset()) & legs for seat in self.seats(berth) if seat not in own)

    def whole(self, travel_class: TravelClass, quota: Quota) -> Iterator[Berth]:
        """Every berth that may be given whole under this quota: after the first chart any."""
        for coach in self.of_class(travel_class):
            kept = {number: kind for kind, numbers in coach.quotas for number in numbers}
            for number in range(1, coach.size + 1):
                mine = number not in coach.rac and kept.get(number, Quota.GENERAL) is quota
                if self.chart or mine:
                    yield Berth(coach.name, number)

    def halves(self, travel_class: TravelClass) -> Iterator[Berth]:
        """Every seat of every side lower that is shared."""
        for coach in self.of_class(travel_class):
            for number in coach.rac:
                yield from Berth(coach.name, number).halves

    def of_class(self, travel_class: TravelClass) -> list[Coach]:
        return [coach for coach in self.coaches if coach.travel_class is travel_class]

    def _coach(self, name: str) -> Coach:
        return next(coach for coach in self.coaches if coach.name == name)

    def in_turn(self) -> list[tuple[Place, Rider]]:
        """Who waits, those first who come first: RAC, then the general list, then Tatkal's, each by turn."""
        by_name = {(rider.booking.booking_id, rider.index): rider for rider in self.riders}
        waiting = [(place, by_name[place.booking_id, place.passenger]) for place in self.queue]
        return sorted(waiting, key=lambda one: (not one[0].berth, one[0].quota is Quota.TATKAL, one[0].turn))

    def suits(self, rider: Rider, berth: Berth) -> bool:
        """Could this waiting rider be given this berth or seat now?"""
        booking, in_rac = rider.booking, rider.person.status == RAC
        if berth.half:
            offered = not in_rac and booking.quota is Quota.GENERAL and berth in self.halves(booking.travel_class)
        else:
            offered = berth in self.whole(booking.travel_class, Quota.GENERAL if in_rac else booking.quota)
        return offered and self.is_free(berth, rider.legs, besides=rider if in_rac and self.chart else None)

    def could_move(self) -> list[Rider]:
        """Everybody who waits although there is a berth or seat for them; nobody on a train that does not run."""
        return (
            []
            if self.cancelled
            else [rider for _, rider in self.in_turn() if any(self.suits(rider, b) for b in self._offers(rider))]
        )

    def _offers(self, rider: Rider) -> Iterator[Berth]:
        travel_class = rider.booking.travel_class
        yield from self.whole(travel_class, rider.booking.quota)
        yield from self.halves(travel_class)

    def promised(self, wish: "Wish") -> list[str] | None:
        """Where each of a new party must come to stand, were it booked now; None if it must be refused."""
        if self.cancelled:
            return None
        berths = sum(self.is_free(berth, wish.legs) for berth in self.whole(wish.travel_class, wish.quota))
        standing = [CNF] * min(berths, wish.party)
        waits = [place for place in self.queue if place.travel_class is wish.travel_class and not place.berth]
        listed = [place for place in waits if place.quota is wish.quota]
        if wish.quota is Quota.GENERAL and not self.chart and not listed:
            seats = sum(self.is_free(seat, wish.legs) for seat in self.halves(wish.travel_class))
            standing += [RAC] * min(seats, wish.party - len(standing))
        left = wish.party - len(standing)
        if left and (self.chart or len(listed) + left > self._cap(wish)):
            return None
        return standing + [WL] * left

    def _cap(self, wish: "Wish") -> int:
        """Railway rules, "Waitlist cap": a part of the quota's capacity."""
        coaches = self.of_class(wish.travel_class)
        if wish.quota not in (Quota.GENERAL, Quota.TATKAL) or not any(coach.queues for coach in coaches):
            return 0
        kept = [(quota, len(numbers)) for coach in coaches for quota, numbers in coach.quotas]
        general = sum(coach.size for coach in coaches) - sum(count for _, count in kept)
        tatkal = sum(count for quota, count in kept if quota is Quota.TATKAL)
        capacity = tatkal if wish.quota is Quota.TATKAL else general
        return capacity * (60 if wish.travel_class in AC_CLASSES else 30) // 100


@dataclass(frozen=True, slots=True)
class Wish:
    """So many people who want berths of one class and quota over these legs."""

    travel_class: TravelClass
    quota: Quota
    legs: Legs
    party: int

    @classmethod
    def of(cls, booking: Booking) -> "Wish":
        legs = frozenset(range(booking.from_stop, booking.to_stop))
        return cls(booking.travel_class, booking.quota, legs, sum(person.berth_wanted for person in booking.passengers))


@dataclass(frozen=True, slots=True)
class Railway:
    """All that is stored of berths and tickets at one moment."""

    trains: Mapping[RunKey, Train]
    bookings: Mapping[BookingId, Booking]
    requests: Mapping[str, BookingId]  # claims on idempotency keys
    marks: tuple[RunKey, ...]
    charts: Mapping[RunKey, datetime]  # when the next one is due
    giving_back: frozenset[RunKey] = frozenset()  # cancelled runs of which tickets may be left

    def check(self, now: datetime) -> None:
        """The invariants of a moment; AssertionError otherwise."""
        for train in self.trains.values():
            charting = train.key in self.charts and self.charts[train.key] <= now
            watched = train.key in self.marks or charting
            assert watched or not train.could_move(), f"nobody will look at {train.could_move()}"
            assert dict(train.marked) == train.taken, _differs(train)
            left = train.cancelled and train.riders
            assert not left or train.key in self.giving_back, f"nobody will pay back {left}"
            _check_places(train)
        leads = [booking for booking in self.bookings.values() if booking.lead is None]
        assert sorted(self.requests.values()) == sorted(lead.booking_id for lead in leads), "a key booked twice"
        numbers = list(self._booked_numbers())
        assert len(numbers) == len(set(numbers)), f"a number twice: {sorted(map(str, numbers))}"

    def _booked_numbers(self) -> Iterator[tuple[RunKey, TravelClass, str]]:
        for booking in self.bookings.values():
            for person in booking.passengers:
                if person.booked_as and person.booked_as not in (CNF, NOSB):
                    yield booking.run_key, booking.travel_class, person.booked_as

    def check_step(self, before: "Railway", *, alone: bool) -> None:
        """What one commit may change: nobody is lost, nobody passed over, no number changes. `alone`: nothing else
        was committed since whoever did this looked."""
        for booking_id, old in before.bookings.items():
            assert booking_id in self.bookings, "a booking is gone"
            check_ticket(old, self.bookings[booking_id], self.trains)
        for key, train in self.trains.items():
            if key in before.trains:
                self._check_order(before.trains[key], train)
        for booking in self.bookings.values():
            if booking.booking_id not in before.bookings and alone and booking.run_key in before.trains:
                got = [person.status for person in booking.passengers if person.berth_wanted]
                promised = before.trains[booking.run_key].promised(Wish.of(booking))
                assert got == promised, f"{booking.quota} party stands {got}, should {promised}"

    def news(self, before: "Railway") -> Iterator[str]:
        """What happened in this commit, in words to be counted: a test that never gets anywhere proves nothing."""
        for booking_id, booking in self.bookings.items():
            old = before.bookings.get(booking_id)
            if old is None or old.booking_status is not booking.booking_status:
                yield f"{old.booking_status if old else 'new'} -> {booking.booking_status}"
            if old and old.boarding_station_code != booking.boarding_station_code:
                yield "boards later"
            if old and len(old.passengers) < len(booking.passengers):
                yield "child added"
            people = zip(old.passengers if old else booking.passengers, booking.passengers, strict=False)
            for was, is_now in people:
                if old is None or was.status != is_now.status:
                    yield f"{was.status if old else 'new'} -> {is_now.status}"
        for key, train in self.trains.items():
            if train.chart > before.trains[key].chart:
                yield f"chart {train.chart}"
            if train.cancelled and not before.trains[key].cancelled:
                yield "train cancelled"

    def _check_order(self, before: Train, after: Train) -> None:
        """Whoever got a berth or seat in this commit was not the wrong one."""
        stood = {(rider.booking.booking_id, rider.index): rider for rider in before.riders}
        moved: list[Rider] = []
        for rider in after.riders:
            old = stood.get((rider.booking.booking_id, rider.index))
            berth = rider.person.berth
            if berth is None or (old and old.person.berth == berth and old.person.status == rider.person.status):
                continue
            if old and old.booking.upgraded_to != rider.booking.upgraded_to:
                continue  # an upgrade, with rules of its own
            if old:
                moved.append(old)
                assert old.person.status in WAITING, f"moved from {old.person.seat} to {berth}"
                assert before.suits(old, berth), f"{berth} does not suit {old}"
            self._check_nobody_passed_over(before, berth, old)
            assert not before.cancelled, f"{berth} of a cancelled train given to {rider}"
        assert len(moved) <= 1, f"two moved up at once: {moved}"

    def _check_nobody_passed_over(self, before: Train, berth: Berth, mover: Rider | None) -> None:
        for place, rider in before.in_turn():
            if mover and (rider.booking.booking_id, rider.index) == (mover.booking.booking_id, mover.index):
                return
            assert not before.suits(rider, berth), f"{berth} of {before.key} passed over {place}"


def riders_of(bookings: Mapping[BookingId, Booking], key: RunKey) -> tuple[Rider, ...]:
    """The living passengers of a run."""
    return tuple(
        Rider(booking, index)
        for booking in bookings.values()
        if booking.run_key == key and booking.booking_status in LIVE
        for index, person in enumerate(booking.passengers)
        if person.status in {CNF, RAC, WL}
    )


def _check_places(train: Train) -> None:
    """Everybody stands in exactly one way, and the queue has nobody else."""
    queued = {(place.booking_id, place.passenger): place for place in train.queue}
    assert len(queued) == len(train.queue), "somebody waits twice"
    assert len({(place.travel_class, place.turn) for place in train.queue}) == len(train.queue), "a turn given twice"
    for rider in train.riders:
        place, person = queued.pop((rider.booking.booking_id, rider.index), None), rider.person
        match person.status:
            case "CNF":
                assert person.berth, f"confirmed without a berth: {person}"
                assert (person.berth.half, place) == (0, None), f"confirmed, but {person} {place}"
                _check_pool(train, rider, person.berth)
                in_class = {coach.name for coach in train.of_class(rider.booking.berth_class)}
                assert person.berth.coach in in_class, f"{person.seat} is not of {rider.booking.berth_class}"
            case "RAC":
                assert place, f"in RAC, but in no queue: {person}"
                assert place.berth == person.berth, f"{person.seat} is not {place.berth}"
                assert place.berth, f"in RAC, but without a seat: {person}"
                assert place.berth.half, f"in RAC, but {person}"
            case _:
                assert place, f"waits, but in no queue: {person}"
                assert place.berth is person.berth is None, f"waits, but {person} {place}"
        if place:
            legs = sum(1 << leg for leg in rider.legs)
            kept = (place.travel_class, place.quota, place.legs)
            assert kept == (rider.booking.travel_class, rider.booking.quota, legs)
    assert not queued, f"they wait without a ticket: {queued}"


def _check_pool(train: Train, rider: Rider, berth: Berth) -> None:
    """Until the first chart nobody has a berth that is kept for others. Who waited in RAC has a general one."""
    assert train.chart or berth in train.whole(rider.booking.travel_class, rider.booking.quota), f"{berth} was kept"


def _differs(train: Train) -> str:
    seats = sorted(set(train.marked) | set(train.taken))
    lines = [(str(seat), train.marked.get(seat), train.taken.get(seat)) for seat in seats]
    return f"{train.key}: (seat, marked, taken) {[line for line in lines if line[1] != line[2]]}"
