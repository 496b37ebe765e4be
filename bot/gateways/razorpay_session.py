"""The HTTP session under Razorpay's client: what the client would print, retry or misread becomes our errors here."""

from __future__ import annotations

from typing import Any

import requests

from domain.errors import GatewayUnavailable

TIMEOUT = (3.0, 10.0)
"""Seconds to connect, and between two bytes of the answer."""


class RazorpaySession(requests.Session):
    """One thread's connection. Raises GatewayUnavailable when the outcome is unknown or the call may be repeated."""

    def __init__(self, *, trust_env: bool) -> None:
        super().__init__()
        self.trust_env = trust_env

    def request(self, method: str | bytes, url: str | bytes, *args: Any, **options: Any) -> requests.Response:
        """As requests', but never without a timeout, never redirected, and only JSON comes back."""
        options = {"timeout": TIMEOUT, **options, "allow_redirects": False}
        try:
            answer = super().request(method, url, *args, **options)
            answer_is_object = isinstance(answer.json(), dict)
        except requests.RequestException as failure:
            raise GatewayUnavailable(type(failure).__name__) from failure
        if not answer_is_object or answer.status_code in (408, 409, 425, 429) or answer.status_code >= 500:
            # 409: the same refund is being made at this moment; asking again with its key is safe.
            raise GatewayUnavailable(f"HTTP {answer.status_code}")
        return answer
