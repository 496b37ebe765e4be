"""getUpdates and the webhook: the two ways in which a bot gets its updates."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.links import is_loopback, link_problem
from bot.sandbox.store import Json

LONGEST_POLL = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(call: Call) -> list[Json]:
    """getUpdates: long polling, at most 50 s at a time."""
    _set_allowed(call)
    limit = min(max(call.number("limit", 100), 1), 100)
    timeout = min(max(call.number("timeout"), 0), LONGEST_POLL)
    return await call.world.updates.poll(call.number("offset"), limit, timeout)


def set_webhook(call: Call) -> bool:
    """setWebhook; an empty URL removes it."""
    url = (call.text("url") or "").strip()
    secret = call.text("secret_token") or ""
    if secret and not _SECRET.fullmatch(secret):
        long = len(secret) > 256
        raise bad_request("secret token is too long" if long else "secret token contains unallowed characters")
    if url:
        _check_url(url)
    updates = call.world.updates
    _set_allowed(call)
    if call.flag("drop_pending_updates"):
        updates.drop_all()
    connections = min(max(call.number("max_connections", 40), 1), 100)
    webhook = {"url": url, "secret_token": secret, "max_connections": connections}
    updates.settings["webhook"] = webhook if url else None
    updates.save_settings()
    return True


def _check_url(url: str) -> None:
    scheme = urlsplit(url).scheme.lower() if link_problem(url) is None else ""
    if not scheme:
        raise bad_request("bad webhook: invalid webhook URL specified")
    if scheme != "https" and not (scheme == "http" and is_loopback(url)):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def delete_webhook(call: Call) -> bool:
    """deleteWebhook."""
    updates = call.world.updates
    if call.flag("drop_pending_updates"):
        updates.drop_all()
    updates.settings["webhook"] = None
    updates.save_settings()
    return True


def get_webhook_info(call: Call) -> Json:
    """getWebhookInfo."""
    updates = call.world.updates
    webhook = updates.webhook or {}
    info: Json = {"url": webhook.get("url", ""), "has_custom_certificate": False}
    info["pending_update_count"] = len(updates.pending)
    for name in ("max_connections", "last_error_date", "last_error_message"):
        if name in webhook:
            info[name] = webhook[name]
    if updates.settings["allowed"]:
        info["allowed_updates"] = updates.settings["allowed"]
    return info


def _set_allowed(call: Call) -> None:
    allowed: Any = call.structure("allowed_updates")
    if allowed is None:
        return
    if not isinstance(allowed, list) or not all(isinstance(kind, str) for kind in allowed):
        raise bad_request("expected an Array of String as allowed_updates")
    if allowed != call.world.updates.settings["allowed"]:
        call.world.updates.settings["allowed"] = allowed
        call.world.updates.save_settings()


def close(_: Call) -> bool:
    """logOut and close: nothing to leave here."""
    return True


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "logOut": close,
    "close": close,
}
