"""Paise: the one place where rupees become the gateways' integer paise, and back."""

from decimal import Decimal

MOST = Decimal(10) ** 9  # rupees


def to_paise(amount: Decimal) -> int:
    """Rupees to integer paise; ValueError if there is a fraction of a paisa, or nothing to pay."""
    paise = amount * 100
    if not paise.is_finite() or paise != paise.to_integral_value() or paise <= 0:
        raise ValueError(f"{amount} is not an amount of rupees and whole paise")
    return int(paise)


def money(paise: object) -> Decimal:
    """As `to_rupees`, of a payment; ValueError also for nothing or less, and for more than anybody could pay."""
    if not 0 < (rupees := to_rupees(paise)) < MOST:
        raise ValueError("no amount that anybody pays")
    return rupees


def to_rupees(paise: object) -> Decimal:
    """Integer paise (some APIs write them as text) to rupees; ValueError if it is neither."""
    if isinstance(paise, bool) or not isinstance(paise, int | str):
        raise ValueError("paise are whole numbers")
    return (Decimal(int(paise)) / 100).quantize(Decimal("0.01"))
