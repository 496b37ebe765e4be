"""Choosing the gateway that the settings name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pydantic import SecretStr

from bot.settings import Settings
from domain.ports import PaymentGateway


def open_gateway(settings: Settings, now: Callable[[], datetime]) -> PaymentGateway:
    """Raises ValueError for an empty secret. Only the one that is used is imported, for Stripe's client is large."""
    if settings.gateway == "stripe":
        from bot.gateways.stripe import StripeGateway
        from bot.gateways.stripe_calls import StripeCalls

        calls = StripeCalls(_told(settings.stripe_secret_key), settings.stripe_url)
        return StripeGateway(calls=calls, webhook_secret=_told(settings.stripe_webhook_secret), now=now)
    from bot.gateways.razorpay import RazorpayGateway

    return RazorpayGateway(
        key_id=settings.razorpay_key_id or "",
        key_secret=_told(settings.razorpay_key_secret),
        webhook_secret=_told(settings.razorpay_webhook_secret),
        base_url=settings.razorpay_url,
    )


def takes_real_money(settings: Settings) -> bool:
    """False with a gateway's test keys."""
    if settings.gateway == "stripe":
        return "_live_" in _told(settings.stripe_secret_key)[:8]  # sk_live_..., or rk_live_... of a restricted key
    return (settings.razorpay_key_id or "").startswith("rzp_live_")


def _told(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""
