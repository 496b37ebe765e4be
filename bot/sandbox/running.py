"""A sandbox inside this process, for tests and for trying things."""

from __future__ import annotations

import dataclasses
import tempfile
import threading
import time
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.sandbox.serving import SandboxServer, open_port
from bot.sandbox.settings import SandboxSettings


class RunningSandbox:
    """`with RunningSandbox(data_dir=tmp_path) as sandbox:` serves on a free port until the block ends.

    Other keywords are fields of SandboxSettings. Without a data directory a temporary one is used and removed.
    """

    def __init__(self, settings: SandboxSettings | None = None, **changes: Any) -> None:
        self._temporary = None
        if settings is None and "data_dir" not in changes:
            self._temporary = tempfile.TemporaryDirectory(prefix="sandbox-")
            changes["data_dir"] = Path(self._temporary.name)
        wished = dataclasses.replace(settings, **changes) if settings else SandboxSettings(**changes)
        self._socket, self.settings = open_port(wished)
        self._server = SandboxServer(self.settings)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True, name="sandbox")
        self._thread.start()
        self._wait_until_started()

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return self.settings.public_url

    @property
    def token(self) -> str:
        """The token of the (first) bot."""
        return self.settings.bot_tokens[0]

    def now(self) -> datetime:
        """The time by its clock, in UTC."""
        now: datetime = self._server.app.state.clock.now()
        return now

    def close(self) -> None:
        """End the server; what it kept is on disk."""
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._socket.close()
        if self._temporary:
            self._temporary.cleanup()

    def _wait_until_started(self) -> None:
        deadline = time.monotonic() + 15
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("the sandbox did not start")
            time.sleep(0.005)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
