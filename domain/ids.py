"""Typed ids, and how they are made: UUIDv7, so that keys sort by time."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import NewType
from uuid import UUID

import uuid_utils

UserId = NewType("UserId", str)
BookingId = NewType("BookingId", str)
PaymentId = NewType("PaymentId", str)
WalletId = NewType("WalletId", str)
TxnId = NewType("TxnId", str)
WithdrawalId = NewType("WithdrawalId", str)
NotifId = NewType("NotifId", str)
LogId = NewType("LogId", str)
BroadcastId = NewType("BroadcastId", str)
AlertId = NewType("AlertId", str)
TicketId = NewType("TicketId", str)
TrainId = NewType("TrainId", str)
StationCode = NewType("StationCode", str)
Pnr = NewType("Pnr", str)
ChatId = NewType("ChatId", int)


def made_at(row_id: str) -> datetime:
    """The instant, in UTC, of which an id was made, to the millisecond (RFC 9562, section 5.7)."""
    return datetime.fromtimestamp((UUID(row_id).int >> 80) / 1000, UTC)


def first_id(at: datetime) -> str:
    """Before every id of this instant or later, and after all of earlier ones, to the millisecond, in the order of
    text."""
    digits = f"{int(at.timestamp() * 1000):012x}"
    return f"{digits[:8]}-{digits[8:]}"


def new_id(now: datetime) -> str:
    """A UUIDv7 of the instant `now` (RFC 9562): unique, and in time order as text."""
    return str(uuid_utils.uuid7(nanoseconds=int(now.timestamp() * 1_000_000) * 1000))


def twin_id(row_id: str) -> str:
    """The id of a row that goes with this one's: each can be told from the other. ValueError for what is no UUID."""
    return str(UUID(int=UUID(row_id).int ^ 1))


def same_id(at: datetime, *about: str) -> str:
    """The one id of what these words name at this instant: shaped as `new_id`'s, and always the same, so that what is
    made again finds itself made already."""
    chance = int.from_bytes(sha256("\0".join(about).encode()).digest()[:10], "big")
    variant = 0b10 << 62 | chance & (1 << 62) - 1
    return str(UUID(int=int(at.timestamp() * 1000) << 80 | 7 << 76 | (chance >> 62 & 0xFFF) << 64 | variant))
