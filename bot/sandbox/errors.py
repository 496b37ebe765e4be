"""How the Bot API refuses: a code and the words Telegram uses."""

from __future__ import annotations

from bot.sandbox.store import Json


class ApiError(Exception):
    """A refusal; `description` is what the bot reads, `retry_after` is in seconds."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_json(self) -> Json:
        """The body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(why: str) -> ApiError:
    """400: what was asked cannot be done."""
    return ApiError(400, f"Bad Request: {why}")


def forbidden(why: str) -> ApiError:
    """403: the other side does not want it."""
    return ApiError(403, f"Forbidden: {why}")


def conflict(why: str) -> ApiError:
    """409: two ways of getting updates at once."""
    return ApiError(409, f"Conflict: {why}")


def too_many_requests(retry_after: int) -> ApiError:
    """429: slow down for so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after)
