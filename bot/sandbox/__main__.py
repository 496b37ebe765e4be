"""`python -m bot.sandbox`: the sandbox as a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import sys
import threading
import time
from pathlib import Path

from bot.sandbox.serving import SandboxServer, open_port
from bot.sandbox.settings import EXAMPLE_TOKEN, SandboxSettings

_ENV = "YATRI_SANDBOX_"


def main(arguments: list[str] | None = None) -> int:
    """Serve until a signal, or until stdin or the parent is gone where asked. Prints `ready URL` when it accepts."""
    options = _parser().parse_args(arguments)
    try:
        listener, settings = open_port(_settings(options))
        server = SandboxServer(settings)
    except (ValueError, OSError) as problem:
        sys.stderr.write(f"sandbox: {problem}\n")
        return 2
    if options.exit_with_stdin:
        threading.Thread(target=_end_with_stdin, daemon=True).start()
    if options.parent_pid:
        threading.Thread(target=_end_with_parent, args=(options.parent_pid,), daemon=True).start()
    asyncio.run(_serve(server, listener, settings.public_url))
    return 0


def _parser() -> argparse.ArgumentParser:
    about = f"Each option is also read from {_ENV}NAME; pass secrets that way, since others can read a command line."
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__, epilog=about)
    defaults = {
        "--host": "127.0.0.1",
        "--port": "0",
        "--data-dir": ".yatri/sandbox",
        "--public-url": "",
        "--razorpay-key-id": SandboxSettings.razorpay_key_id,
        "--razorpay-key-secret": SandboxSettings.razorpay_key_secret,
        "--razorpay-webhook-url": "",
        "--razorpay-webhook-secret": SandboxSettings.razorpay_webhook_secret,
        "--stripe-secret-key": SandboxSettings.stripe_secret_key,
        "--stripe-webhook-url": "",
        "--stripe-webhook-secret": SandboxSettings.stripe_webhook_secret,
    }
    for name, default in defaults.items():
        variable = _ENV + name.removeprefix("--").replace("-", "_").upper()
        parser.add_argument(name, default=os.environ.get(variable, default), help=f"or {variable}")
    parser.add_argument("--bot-token", action="append", help=f"may be given again; or {_ENV}BOT_TOKENS, with commas")
    parser.add_argument("--no-flood", action="store_true", help="answer no 429")
    parser.add_argument("--exit-with-stdin", action="store_true", help="end when standard input closes")
    parser.add_argument("--parent-pid", type=int, help="end when this process is gone")
    return parser


def _settings(options: argparse.Namespace) -> SandboxSettings:
    tokens = options.bot_token or os.environ.get(f"{_ENV}BOT_TOKENS", EXAMPLE_TOKEN).split(",")
    return SandboxSettings(
        data_dir=Path(options.data_dir),
        host=options.host,
        port=int(options.port),
        bot_tokens=tuple(token.strip() for token in tokens),
        public_url=options.public_url,
        razorpay_key_id=options.razorpay_key_id,
        razorpay_key_secret=options.razorpay_key_secret,
        razorpay_webhook_url=options.razorpay_webhook_url or None,
        razorpay_webhook_secret=options.razorpay_webhook_secret,
        stripe_secret_key=options.stripe_secret_key,
        stripe_webhook_url=options.stripe_webhook_url or None,
        stripe_webhook_secret=options.stripe_webhook_secret,
        flood=not options.no_flood,
    )


async def _serve(server: SandboxServer, listener: socket.socket, url: str) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.005)
    if server.started:
        sys.stdout.write(f"ready {url}\n")
        sys.stdout.flush()
    await serving


def _end_with_stdin() -> None:
    """Reads until the other end of the pipe is gone, which the system sees to even after kill -9."""
    while sys.stdin.buffer.read(1024):
        continue
    os._exit(0)


def _end_with_parent(pid: int) -> None:
    while os.getppid() == pid:
        time.sleep(0.25)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
