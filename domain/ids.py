"""Typed ids, and how they are made: UUIDv7, so that keys sort by time."""

from datetime import datetime
from typing import NewType

import uuid_utils

UserId = NewType("UserId", str)
BookingId = NewType("BookingId", str)
PaymentId = NewType("PaymentId", str)
WalletId = NewType("WalletId", str)
TxnId = NewType("TxnId", str)
NotifId = NewType("NotifId", str)
LogId = NewType("LogId", str)
TrainId = NewType("TrainId", str)
StationCode = NewType("StationCode", str)
Pnr = NewType("Pnr", str)
ChatId = NewType("ChatId", int)


def new_id(now: datetime) -> str:
    """A UUIDv7 of the instant `now` (RFC 9562): unique, and in time order as text."""
    return str(uuid_utils.uuid7(nanoseconds=int(now.timestamp() * 1_000_000) * 1000))
