"""The sandbox as a child process: started with its secrets in the environment, ended with us, however we end."""

import json
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.sandbox.chats import SUPPORT_CHAT_ID
from bot.sandbox.people import STAFF_ID
from bot.sandbox.settings import EXAMPLE_TOKEN
from bot.settings import Settings
from domain.errors import SettingError, YatriError
from storage.environment import for_children

_PORTS_TRIED = 100
_GRACE = 5.0  # seconds to end by itself
_NOTE = "sandbox.json"


class ChildFailed(YatriError):
    """A child process did not start, or ended though nobody asked."""


def _secret() -> str:
    return secrets.token_urlsafe(24)


@dataclass(frozen=True)
class SandboxSecrets:
    """What the sandbox and the bot agree on; new for each run, but for the token: it names the chats on disk."""

    token: str = field(default=EXAMPLE_TOKEN, repr=False)
    key_id: str = "rzp_test_sandbox"
    key_secret: str = field(default_factory=_secret, repr=False)
    webhook_secret: str = field(default_factory=_secret, repr=False)
    stripe_key: str = field(default_factory=lambda: f"sk_test_{_secret()}", repr=False)
    stripe_webhook_secret: str = field(default_factory=lambda: f"whsec_{_secret()}", repr=False)


class SandboxProcess:
    """Begins to start when made, so that other things can be done meanwhile; `ready` waits for it."""

    def __init__(self, data_dir: Path, port: int, agreed: SandboxSecrets, web_url: str | None) -> None:
        """`port` or, if it is taken, the next free one; `web_url`: our web server, which wants the gateways' webhooks.
        Raises SettingError if no port is free."""
        self.agreed = agreed
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.sandbox", "--exit-with-stdin"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(data_dir, free_port(port), agreed, web_url),
            start_new_session=True,  # Ctrl-C is ours to handle: the sandbox has to outlive the last turn
        )

    def ready(self) -> str:
        """Waits until it accepts; its address, without a slash at the end. Raises ChildFailed."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            word, _, url = line.strip().partition(" ")
            if word == "ready":
                return url
        raise ChildFailed("the sandbox did not start")

    def wait(self) -> int:
        """Waits until it ends; its exit code."""
        return self._process.wait()

    def close(self) -> None:
        """Ends it; calling again does nothing."""
        process = self._process
        if process.stdin and not process.stdin.closed:
            process.terminate()
            process.stdin.close()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


def free_port(wanted: int, host: str = "127.0.0.1") -> int:
    """`wanted` or the next port that nobody listens on; 0 stays 0. Raises SettingError."""
    if wanted == 0:
        return 0
    for port in range(wanted, min(wanted + _PORTS_TRIED, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise SettingError("YATRI_SANDBOX_PORT", f"no port from {wanted} on is free")


def _environment(data_dir: Path, port: int, agreed: SandboxSecrets, web_url: str | None) -> dict[str, str]:
    """What was agreed on goes this way, for a secret on a command line could be read by others."""
    return for_children(os.environ) | {
        "YATRI_SANDBOX_PORT": str(port),
        "YATRI_SANDBOX_DATA_DIR": str(data_dir),
        "YATRI_SANDBOX_BOT_TOKENS": agreed.token,
        "YATRI_SANDBOX_RAZORPAY_KEY_ID": agreed.key_id,
        "YATRI_SANDBOX_RAZORPAY_KEY_SECRET": agreed.key_secret,
        "YATRI_SANDBOX_RAZORPAY_WEBHOOK_SECRET": agreed.webhook_secret,
        "YATRI_SANDBOX_RAZORPAY_WEBHOOK_URL": f"{web_url}/webhooks/razorpay" if web_url else "",
        "YATRI_SANDBOX_STRIPE_SECRET_KEY": agreed.stripe_key,
        "YATRI_SANDBOX_STRIPE_WEBHOOK_SECRET": agreed.stripe_webhook_secret,
        "YATRI_SANDBOX_STRIPE_WEBHOOK_URL": f"{web_url}/webhooks/stripe" if web_url else "",
    }


def sandboxed(settings: Settings, sandbox_url: str, agreed: SandboxSecrets, web_url: str) -> Settings:
    """The settings with every far end filled in by the sandbox: the bot itself knows no difference."""
    return settings.but(
        bot_token=SecretStr(agreed.token),
        telegram_api=sandbox_url,
        razorpay_url=sandbox_url,
        razorpay_key_id=agreed.key_id,
        razorpay_key_secret=SecretStr(agreed.key_secret),
        razorpay_webhook_secret=SecretStr(agreed.webhook_secret),
        stripe_url=f"{sandbox_url}/stripe",
        stripe_secret_key=SecretStr(agreed.stripe_key),
        stripe_webhook_secret=SecretStr(agreed.stripe_webhook_secret),
        public_url=settings.public_url or web_url,
        clock_url=sandbox_url,
        staff_group=settings.staff_group or SUPPORT_CHAT_ID,
        admins=settings.admins or str(STAFF_ID),
    )


@contextmanager
def noted(settings: Settings, sandbox_url: str, agreed: SandboxSecrets, web_url: str) -> Iterator[None]:
    """Within it, commands beside a bot in the sandbox find in the data directory what the two agreed on. Nobody but the
    owner can read it, and with the sandbox it is gone."""
    note, draft = settings.data_dir / _NOTE, settings.data_dir / f".{_NOTE}-{os.getpid()}"
    told = {"pid": os.getpid(), "sandbox": sandbox_url, "web": web_url, "gateway": settings.gateway}
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({**told, "agreed": asdict(agreed)}, file)
    draft.replace(note)
    try:
        yield
    finally:
        if (_read(note) or {}).get("pid") == os.getpid():
            note.unlink(missing_ok=True)


def beside(settings: Settings) -> Settings | None:
    """The settings of the bot that runs in a sandbox on the same data directory; None if none does. A note that a
    killed one left behind is passed over."""
    if (told := _read(settings.data_dir / _NOTE)) is None:
        return None
    try:
        os.kill(int(told["pid"]), 0)
        where = urlsplit(str(told["sandbox"]))
        socket.create_connection((where.hostname or "", where.port or 0), timeout=1).close()
        same = settings.but(gateway=told["gateway"])
        return sandboxed(same, where.geturl(), SandboxSecrets(**told["agreed"]), str(told["web"]))
    except (SettingError, OSError, ValueError, KeyError, TypeError):
        return None


def _read(note: Path) -> dict[str, Any] | None:
    try:
        told = json.loads(note.read_text())
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None
