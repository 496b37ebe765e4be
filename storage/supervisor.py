"""Run as a program of its own beside Yatri: keeps the engine running, and ends it when Yatri is gone, however it went.

Standard input is a pipe from Yatri; its end means that Yatri is no more. Only the standard library, so that it starts
in a few hundredths of a second. Arguments: a file for the engine's process id, then the engine's command line.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

SHORT_LIFE = 1.0  # seconds; an engine that gives up sooner could not start, and is not tried again
GRACE = 5.0  # seconds to end by itself


class Supervisor:
    """Holds the engine's process."""

    def __init__(self, pid_file: Path, command: list[str]) -> None:
        self._pid_file = pid_file
        self._command = command
        self._leaving = threading.Event()
        self._engine: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        """Until the pipe ends, we are asked to end, or the engine gives up; returns the engine's exit code (negative:
        killed)."""
        signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=self._leave, daemon=True).start())
        threading.Thread(target=self._follow, daemon=True).start()
        while True:
            started = time.monotonic()
            self._engine = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, close_fds=False)  # noqa: S603
            self._pid_file.write_text(str(self._engine.pid))
            if self._leaving.is_set():
                self._engine.terminate()
            code = self._engine.wait()
            gave_up = code >= 0 and time.monotonic() - started < SHORT_LIFE
            if self._leaving.is_set() or gave_up:
                return code

    def _follow(self) -> None:
        """Waits for the pipe's end, then ends the engine."""
        while os.read(sys.stdin.fileno(), 1):
            pass
        self._leave()

    def _leave(self) -> None:
        self._leaving.set()
        if self._engine is not None:
            self._engine.terminate()
            try:
                self._engine.wait(GRACE)
            except subprocess.TimeoutExpired:
                self._engine.kill()


if __name__ == "__main__":
    sys.exit(Supervisor(Path(sys.argv[1]), sys.argv[2:]).run())
