"""The embedded engine: roto, a DynamoDB in one program, as a child on a free loopback port with its data on disk."""

import fcntl
import os
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from domain.errors import Busy, SettingError
from storage import supervisor
from storage.environment import for_children
from storage.settings import StorageSettings

START_SECONDS = 10.0
LOG_BYTES = 5_000_000
SETTING = "YATRI_DATA_DIR"
ANYBODY = "embedded"


class EmbeddedEngine:
    """Starts on entering and ends on leaving the block; also ends when this process is killed.

    `data_dir` is locked while the engine runs, since two engines in one directory would ruin it. `ephemeral` keeps
    the data in memory only. `patience`: seconds for the engine of a Yatri that was just killed to be gone. Raises
    SettingError when the directory is in use or roto is not installed.
    """

    def __init__(self, data_dir: Path | None = None, *, ephemeral: bool = False, patience: float = 3.0) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="yatri-") if data_dir is None else None
        self._dir = Path(self._scratch.name) if self._scratch else data_dir or Path()
        self._ephemeral = ephemeral
        self._patience = patience
        self._lock: int | None = None
        self._supervisor: subprocess.Popen[bytes] | None = None
        self.port = 0

    def __enter__(self) -> Self:
        self._dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._lock = _locked(self._dir, self._patience)
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.stop()

    @property
    def endpoint(self) -> str:
        """URL of the engine."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The engine's process; another one after it was killed and started again."""
        return int(self._pid_file.read_text())

    def settings(self, prefix: str = "yatri") -> StorageSettings:
        """How to connect to it; the keys are for show."""
        return StorageSettings(prefix, self.endpoint, "ap-south-1", access_key=ANYBODY, secret_key=ANYBODY)

    def stop(self) -> None:
        """Ends the engine, which finishes what it is writing; calling again does nothing."""
        if self._supervisor is not None and self._supervisor.stdin is not None:
            self._supervisor.stdin.close()
            self._supervisor.wait()
            self._supervisor = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        if self._scratch is not None:
            self._scratch.cleanup()

    @property
    def _pid_file(self) -> Path:
        return self._dir / "engine.pid"

    def _start(self) -> None:
        """On a port that was free a moment ago; on another if somebody took it meanwhile."""
        for _ in range(3):
            self.port = _free_port()
            self._supervisor = self._spawn()
            if self._answers():
                return
        raise Busy(f"the embedded engine does not start; its words are in {self._dir / 'engine.log'}")

    def _spawn(self) -> "subprocess.Popen[bytes]":
        log = self._dir / "engine.log"
        mode = "ab" if log.exists() and log.stat().st_size < LOG_BYTES else "wb"
        keep = ["--ephemeral"] if self._ephemeral else ["--data-dir", str(self._dir / "engine"), "--durable"]
        engine = [str(_program()), "--host", "127.0.0.1", "--port", str(self.port), *keep]
        watch = [sys.executable, "-I", "-S", str(Path(supervisor.__file__).resolve()), str(self._pid_file)]
        with log.open(mode) as out:
            return subprocess.Popen(  # noqa: S603
                watch + engine,
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=subprocess.STDOUT,
                pass_fds=() if self._lock is None else (self._lock,),  # so that the lock ends with the engine itself
                env=for_children(os.environ) | {"NO_COLOR": "1"},
                start_new_session=True,  # Ctrl-C is Yatri's to handle: the engine must outlive its last writes
            )

    def _answers(self) -> bool:
        """Waits until the port is open; False if the engine ended."""
        ends = time.monotonic() + START_SECONDS
        while self._supervisor is not None and self._supervisor.poll() is None and time.monotonic() < ends:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.01)
            else:
                return self._supervisor.poll() is None
        return False


def _locked(directory: Path, patience: float) -> int:
    """The open and locked file; SettingError when another Yatri holds it."""
    handle = os.open(directory / "engine.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    ends = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > ends:
                os.close(handle)
                raise SettingError(SETTING, f"another Yatri is running on {directory}: stop it first") from None
            time.sleep(0.05)
        else:
            return handle


def _program() -> Path:
    """roto's program, beside this Python."""
    for place in (sysconfig.get_path("scripts"), str(Path(sys.executable).parent)):
        if (found := Path(place) / "roto-server").exists():
            return found
    raise SettingError("YATRI_DYNAMODB_ENDPOINT", "the embedded engine (roto-aws) is not installed; set an endpoint")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
