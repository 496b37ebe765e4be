"""Places: the rows of those who wait for a berth of a run, one a passenger."""

from dataclasses import fields as fields_of

from domain.inventory import Berth, Place
from domain.quotas import Quota
from domain.trains import TravelClass
from storage.items import Item, decode, encode

QUEUE = "QUEUE#"
_RAC = "RAC"
_FIELDS = frozenset(field.name for field in fields_of(Place))
_LONGEST = 32  # bytes of a place's legs: 255 stops


def place_name(place: Place) -> str:
    """Of its row, beside the others of its class: by turn in RAC, by quota and slot on the waiting list. So no more can
    wait than there are slots."""
    where = f"{_RAC}#{place.turn:08}" if place.berth else f"{place.quota}#{place.slot:04}"
    return f"{QUEUE}{place.travel_class}#{where}"


def place_row(place: Place, ttl: int) -> Item:
    """The row's attributes."""
    fields = {field.name: getattr(place, field.name) for field in fields_of(Place) if field.name != "legs"}
    berth = {"berth": str(place.berth)} if place.berth else {}
    legs = {"legs": place.legs.to_bytes(_LONGEST, "big")}
    return {
        name: encode(value) for name, value in ({**fields, **legs, "ttl": ttl} | berth).items() if value is not None
    }


def place_of(row: Item) -> Place:
    """The place that a row tells of."""
    known = {name: decode(row[name]) for name in row if name in _FIELDS}
    return Place(
        **known
        | {
            "travel_class": TravelClass(known["travel_class"]),
            "quota": Quota(known["quota"]),
            "legs": int.from_bytes(row["legs"]["B"], "big"),
            "berth": Berth.parse(known["berth"]) if "berth" in known else None,
        }
    )
