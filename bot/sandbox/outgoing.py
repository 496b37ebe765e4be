"""Outgoing: how the sandbox reaches the web server of whoever uses it."""

from __future__ import annotations

import ssl
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx


def caller(timeout: float) -> httpx.AsyncClient:
    """A client that goes around any proxy and follows nobody elsewhere; `timeout` in seconds."""
    import httpx  # here, since most sandboxes call nobody and should start at once

    return httpx.AsyncClient(timeout=timeout, trust_env=False, follow_redirects=False, verify=_authorities())


@cache
def _authorities() -> ssl.SSLContext:
    """Whose certificates are believed: read once a process, for that takes longer than all else about a client."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)
