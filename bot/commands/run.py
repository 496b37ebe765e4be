"""`yatri run`: everything, until Ctrl-C. `yatri sandbox`: the far end of the wire alone."""

import asyncio
import gc
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from bot.commands.speaking import note

if TYPE_CHECKING:
    from bot.processes import SandboxProcess
    from bot.settings import Settings

_PORTS_TRIED = 100


def run() -> None:
    """Start Yatri and print the address of its chat.

    Without YATRI_BOT_TOKEN the chat is a sandbox in your browser; with it, Yatri answers on Telegram.
    """
    import os

    from bot.logs import configure
    from bot.settings import read_settings, unknown_variables

    settings = read_settings()
    for line in unknown_variables(os.environ):
        note(line)
    configure(settings.log_level, settings.log_format)
    settings.make_data_dir()
    with ExitStack() as stack:
        listener = stack.enter_context(_listening(settings))
        host, port = listener.getsockname()[:2]
        child = None
        if settings.sandboxed:
            child = stack.enter_context(_sandbox(settings, f"http://{host}:{port}"))
        _serve(settings, listener, child, stack)


def _serve(settings: "Settings", listener: socket.socket, child: "SandboxProcess | None", stack: ExitStack) -> None:
    """The imports here take a while: the sandbox starts meanwhile."""
    from bot.app import build
    from bot.engine import storage_of
    from bot.lifecycle import run as run_until
    from bot.processes import noted, sandboxed

    storage = stack.enter_context(storage_of(settings, join=False))
    chat = child.ready() if child else ""
    host, port = listener.getsockname()[:2]
    if child:
        web = f"http://{host}:{port}"
        stack.enter_context(noted(settings, chat, child.agreed, web))
        settings = sandboxed(settings, chat, child.agreed, web)
    yatri = build(settings, storage, note, chat and f"{chat}/")

    def ready(username: str) -> None:
        gc.freeze()  # what is there by now stays: to look through it for garbage would keep everybody waiting
        sys.stdout.write(f"Yatri is ready: {f'{chat}/' if chat else f'https://t.me/{username}'}  (Ctrl-C ends it)\n")
        sys.stdout.flush()

    async def serve() -> None:
        stop = asyncio.Event()
        if child:
            _watch(child, stop)
        await run_until(yatri, listener, stop, ready)

    asyncio.run(serve())


def sandbox() -> None:
    """Run the sandbox alone: the chat page, Bot API, payments and clock. For other programs to talk to."""
    from bot.processes import SandboxProcess, SandboxSecrets
    from bot.settings import read_settings

    settings = read_settings()
    settings.make_data_dir()
    agreed = SandboxSecrets()
    with SandboxProcess(settings.data_dir / "sandbox", settings.sandbox_port, agreed, None) as child:
        sys.stdout.write(f"The sandbox is ready: {child.ready()}/  (bot token {agreed.token}; Ctrl-C ends it)\n")
        sys.stdout.flush()
        child.wait()


@contextmanager
def _sandbox(settings: "Settings", web: str) -> "Iterator[SandboxProcess]":
    from bot.processes import SandboxProcess, SandboxSecrets

    with SandboxProcess(settings.data_dir / "sandbox", settings.sandbox_port, SandboxSecrets(), web) as child:
        yield child


@contextmanager
def _listening(settings: "Settings") -> Iterator[socket.socket]:
    """Our web server's port: exactly that one in production, else the next free one. Raises SettingError."""
    from domain.errors import SettingError

    last = min(65535, settings.port + (_PORTS_TRIED if settings.sandboxed and settings.port else 0))
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    for port in range(settings.port, last + 1):
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, port))
            listener.listen()  # so that nobody else takes a port that is bound only, the sandbox least of all
        except OSError as error:
            listener.close()
            problem = error
            continue
        with listener:
            yield listener
        return
    raise SettingError("YATRI_PORT", f"cannot listen on {settings.host}:{settings.port} ({problem.strerror})")


def _watch(child: "SandboxProcess", stop: asyncio.Event) -> None:
    """Stop when the sandbox is gone: nobody could talk to us any more."""
    loop = asyncio.get_running_loop()

    def wait() -> None:
        child.wait()
        if not loop.is_closed():
            loop.call_soon_threadsafe(stop.set)

    threading.Thread(target=wait, daemon=True, name="sandbox-watch").start()
