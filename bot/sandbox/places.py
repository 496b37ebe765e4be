"""Places on the map."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.store import Json


def location(given: Json) -> Json:
    """A Bot API Location from latitude and longitude in degrees. Raises ApiError."""
    try:
        latitude, longitude = float(str(given.get("latitude"))), float(str(given.get("longitude")))
    except ValueError as problem:
        raise bad_request("wrong parameter latitude or longitude in request") from problem
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise bad_request("invalid location specified")
    return {"latitude": latitude, "longitude": longitude}
