"""Railway time: Asia/Kolkata, in which every railway date and clock time is meant."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

INDIA = ZoneInfo("Asia/Kolkata")


def today(now: datetime) -> date:
    """The date in India at this instant."""
    return now.astimezone(INDIA).date()
