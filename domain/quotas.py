"""Quotas: the shares of a train's berths that are kept for some passengers or sold in some way."""

from enum import StrEnum


class Quota(StrEnum):
    """Quotas that a passenger may ask for, by their railway codes."""

    GENERAL = "GN"
    TATKAL = "TQ"
    PREMIUM_TATKAL = "PT"
    LADIES = "LD"
    SENIOR = "SS"
    DIVYANG = "HP"
