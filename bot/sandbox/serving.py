"""Runs the sandbox on a loopback port, and ends it quickly though browsers and bots hang on long polls."""

from __future__ import annotations

import dataclasses
import socket

import uvicorn
from starlette.applications import Starlette

from bot.sandbox.app import build_app
from bot.sandbox.settings import SandboxSettings


def open_port(settings: SandboxSettings) -> tuple[socket.socket, SandboxSettings]:
    """Take the port (any free one for 0) and tell it in `port` and `public_url`. Raises OSError."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named so, asyncio recognises TCP and switches Nagle off; else each answer takes 40 ms.
    taken = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    taken.bind((settings.host, settings.port))
    port = taken.getsockname()[1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    url = settings.public_url or f"http://{host}:{port}"
    return taken, dataclasses.replace(settings, port=port, public_url=url)


class SandboxServer(uvicorn.Server):
    """uvicorn that wakes whoever waits before it shuts down."""

    def __init__(self, settings: SandboxSettings) -> None:
        self.app: Starlette = build_app(settings)
        super().__init__(
            uvicorn.Config(
                self.app,
                log_config=None,
                log_level="warning",
                access_log=False,
                lifespan="on",
                http="h11",
                ws="none",
                timeout_graceful_shutdown=2,
                timeout_keep_alive=75,
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End long polls and event streams, then the rest."""
        self.app.state.closing()
        await super().shutdown(sockets)
