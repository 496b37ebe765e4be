"""Which links Telegram takes in buttons and entities."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.sandbox.settings import LOOPBACK_HOSTS

_SCHEMES = ("http", "https", "tg", "ton", "tonsite")


def link_problem(url: str) -> str | None:
    """Why Telegram would refuse the link, or None. Loopback hosts pass here, since the pay page lives there."""
    written = url.strip()
    if not written:
        return "URL host is empty"
    if "://" not in written:
        written = "http://" + written
    try:
        parts = urlsplit(written)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme.lower() not in _SCHEMES:
        return "Unsupported URL protocol"
    if parts.scheme.lower() not in ("http", "https"):
        return None
    if not host:
        return "URL host is empty"
    plausible = "." in host.strip(".") and ".." not in host and not any(sign.isspace() for sign in written)
    return None if plausible or is_loopback(url) else "Wrong HTTP URL"


def is_loopback(url: str) -> bool:
    """Whether the link leads to this machine."""
    try:
        return (urlsplit(url).hostname or "") in LOOPBACK_HOSTS
    except ValueError:
        return False


def is_https_or_loopback(url: str) -> bool:
    """Whether Telegram would take it as an HTTPS link, or the sandbox as one to this machine."""
    scheme = url.split("://", 1)[0].lower()
    return (scheme == "https" and link_problem(url) is None) or (scheme == "http" and is_loopback(url))
