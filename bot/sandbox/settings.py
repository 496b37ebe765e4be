"""What one sandbox is started with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

TOKEN_SHAPE = re.compile(r"\d+:[\w-]{35}", re.ASCII)
EXAMPLE_TOKEN = "7000000001:" + "sandbox-token-for-yatri-on-loopback"
LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class SandboxSettings:
    """The port 0 means any free one; `public_url` is filled in when the port is known. Raises ValueError."""

    data_dir: Path
    host: str = "127.0.0.1"
    port: int = 0
    bot_tokens: tuple[str, ...] = field(default=(EXAMPLE_TOKEN,), repr=False)
    public_url: str = ""
    razorpay_key_id: str = "rzp_test_sandbox"
    razorpay_key_secret: str = field(default="sandbox-key-secret", repr=False)
    razorpay_webhook_url: str | None = None
    razorpay_webhook_secret: str = field(default="sandbox-webhook-secret", repr=False)
    stripe_secret_key: str = field(default="sk_test_sandbox", repr=False)
    stripe_webhook_url: str | None = None
    stripe_webhook_secret: str = field(default="whsec_sandbox-webhook-secret", repr=False)
    flood: bool = True

    def __post_init__(self) -> None:
        if self.host not in LOOPBACK_HOSTS:
            raise ValueError(f"the sandbox listens on loopback only, not on {self.host}")
        if not self.bot_tokens:
            raise ValueError("the sandbox needs at least one bot token")
        for token in self.bot_tokens:
            if not TOKEN_SHAPE.fullmatch(token):
                raise ValueError("a bot token looks like 123456:ABC... with 35 characters after the colon")
