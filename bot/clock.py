"""Where "now" comes from: this machine, or another clock that is followed over HTTP (the sandbox's, which can move)."""

import json
import threading
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta

_HANG = 25  # seconds a long poll is kept open
_PAUSE = 0.5  # seconds before trying again when the other clock is away


class SystemClock:
    """This machine's clock."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def close(self) -> None:
        """Nothing is open."""


class FollowedClock:
    """This machine's clock plus the other's offset, which a thread keeps waiting for (seen within about 100 ms).

    While the other clock is away its last offset goes on; before the first answer the offset is none.
    """

    def __init__(self, url: str) -> None:
        """`url` is the server's address; it answers GET /clock."""
        self._url = f"{url.rstrip('/')}/clock"
        self._offset = timedelta()
        self._rev: int | None = None
        self._closed = threading.Event()
        # A proxy of the environment must not come between two processes of one machine.
        self._open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
        self._thread = threading.Thread(target=self._follow, daemon=True, name="clock")

    def start(self) -> "FollowedClock":
        """Ask once, then go on in the background; a clock that is away is not waited for."""
        self._ask(self._url, timeout=2)
        self._thread.start()
        return self

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC) + self._offset

    def close(self) -> None:
        """Stop following; the last offset stays."""
        self._closed.set()

    def _follow(self) -> None:
        while not self._closed.is_set():
            asked = self._url if self._rev is None else f"{self._url}?after={self._rev}&timeout={_HANG}"
            if not self._ask(asked, timeout=_HANG + 5):
                self._closed.wait(_PAUSE)

    def _ask(self, url: str, timeout: float) -> bool:
        try:
            with self._open(url, timeout=timeout) as answer:
                told = json.load(answer)
            self._offset, self._rev = timedelta(seconds=float(told["offset"])), int(told["rev"])
        except (OSError, ValueError, KeyError, TypeError):
            # A clock that started anew counts its revisions anew: ask without one next time.
            self._rev = None
            return False
        return True
