"""Puts the sandbox together: Bot API, chat page, payments and clock in one application."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.sandbox.botapi.http import bot_routes
from bot.sandbox.clock import SandboxClock
from bot.sandbox.clockapi import clock_routes
from bot.sandbox.guard import LoopbackOnly
from bot.sandbox.pageapi import page_routes
from bot.sandbox.payment_routes import payment_routes
from bot.sandbox.payment_webhooks import run_webhooks
from bot.sandbox.payments import PaymentService
from bot.sandbox.settings import SandboxSettings
from bot.sandbox.store import Store
from bot.sandbox.stripe_routes import stripe_routes
from bot.sandbox.stripe_service import StripeService
from bot.sandbox.webhook import WebhookDelivery
from bot.sandbox.world import World

_STATIC = Path(__file__).parent / "static"
_PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
)


def build_app(settings: SandboxSettings) -> Starlette:
    """The whole sandbox over one data directory; call `app.state.closing()` before shutting a server down.

    `app.state.clock` is its clock, for who runs it in the same process.
    """
    store = Store(settings.data_dir / "sandbox.sqlite3")
    clock = SandboxClock(store)
    worlds = {token: World(store, clock, token, flood=settings.flood) for token in settings.bot_tokens}
    payments = PaymentService(store, clock, settings)
    stripe = StripeService(store, clock, settings)
    stripe.temper = payments.temper
    routes: list[BaseRoute] = [
        *bot_routes(worlds),
        *page_routes({world.bot_id: world for world in worlds.values()}),
        *clock_routes(clock),
        *stripe_routes(stripe, store),
        *payment_routes(payments),
        *_static_routes(),
    ]
    everybody = list(worlds.values())
    jobs = [WebhookDelivery(world).run for world in everybody]
    work = [*jobs, lambda: run_webhooks(payments), lambda: run_webhooks(stripe), lambda: _tell_clock(clock, everybody)]

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with _running(work):
            yield
        store.close()

    def closing() -> None:
        for world in everybody:
            world.close()
        clock.close()

    app = Starlette(routes=routes, middleware=[Middleware(LoopbackOnly)], lifespan=lifespan)
    app.state.closing, app.state.clock = closing, clock
    return app


@contextlib.asynccontextmanager
async def _running(work: list[Callable[[], Coroutine[Any, Any, None]]]) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(job()) for job in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _tell_clock(clock: SandboxClock, worlds: list[World]) -> None:
    rev = clock.rev
    while not clock.closed:
        moved = await clock.wait(rev, timeout=60)
        if moved != rev:
            rev = moved
            for world in worlds:
                world.events.publish("clock", clock=clock.as_json())


class _Fresh(StaticFiles):
    """Files that a browser asks about each time, so that a new version shows at once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response


def _static_routes() -> list[BaseRoute]:
    async def index(_: Request) -> Response:
        headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _PAGE_POLICY}
        return FileResponse(_STATIC / "index.html", headers=headers)

    async def healthz(_: Request) -> Response:
        return JSONResponse({"ok": True})

    return [Route("/", index), Route("/healthz", healthz), Mount("/static", _Fresh(directory=_STATIC))]
