"""Calls through Stripe's official client: no retries but ours, timeouts, and its errors as ours."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import stripe

from bot.gateways.razorpay_session import TIMEOUT, RazorpaySession
from bot.gateways.reading import UNREADABLE, Json, understood
from domain.errors import GatewayRefused, GatewayUnavailable, LinkUnknown

_PAGE = 100  # as many as Stripe lists at once
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_REFUSALS = (
    stripe.InvalidRequestError,
    stripe.AuthenticationError,
    stripe.PermissionError,
    stripe.CardError,
    stripe.IdempotencyError,
)


class StripeCalls:
    """One account. Threads may share it, each gets a connection of its own."""

    def __init__(self, secret_key: str, base_url: str, timeout: tuple[float, float] = TIMEOUT) -> None:
        """`base_url` without /v1: https://api.stripe.com, or the sandbox. Raises ValueError for an empty key."""
        if not secret_key:
            raise ValueError("Stripe needs a secret key")
        self._secret_key = secret_key
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout
        self._local = threading.local()

    def one(self, call: Callable[[stripe.StripeClient], Any]) -> Json:
        """The object that the call answers. Raises GatewayRefused (LinkUnknown for an id that is nobody's), or
        GatewayUnavailable when the outcome is unknown or the call may be repeated."""
        try:
            answer = call(self._client()).to_dict()
        except _REFUSALS as refusal:
            kind = LinkUnknown if refusal.code == "resource_missing" else GatewayRefused
            raise kind(str(refusal)) from refusal
        except stripe.StripeError as failure:
            raise GatewayUnavailable(f"{type(failure).__name__} {failure.http_status or ''}".strip()) from failure
        except UNREADABLE as nonsense:
            raise GatewayUnavailable("an answer that is no object") from nonsense
        if not isinstance(answer, dict):
            raise GatewayUnavailable("an answer that is no object")
        return answer

    def every(self, listed: Callable[[stripe.StripeClient, Any], Any], asked: Json) -> Iterator[Json]:
        """Everything on a list, newest first, asked for a page at a time. Raises as `one` does."""
        asked, more = {**asked, "limit": _PAGE}, True
        while more:
            page = self.one(partial(_ask, listed, asked))
            lines, last = understood(partial(_lines_of, page))
            yield from lines
            asked, more = {**asked, "starting_after": last}, bool(lines) and page.get("has_more") is True

    def _client(self) -> stripe.StripeClient:
        client: stripe.StripeClient | None = getattr(self._local, "client", None)
        if client is None:
            session = RazorpaySession(trust_env=urlsplit(self._base_url).hostname not in _LOOPBACK)
            client = stripe.StripeClient(
                self._secret_key,
                base_addresses={"api": self._base_url},
                http_client=stripe.RequestsClient(timeout=self._timeout, session=session),
                max_network_retries=0,
            )
            self._local.client = client
        return client


def _ask(listed: Callable[[stripe.StripeClient, Any], Any], asked: Json, client: stripe.StripeClient) -> Any:
    return listed(client, asked)


def _lines_of(page: Json) -> tuple[list[Json], str]:
    """What is on the page, and the id of its last line."""
    lines = [dict(line) for line in page["data"]]
    return lines, str(lines[-1]["id"]) if lines else ""
