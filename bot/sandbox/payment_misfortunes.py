"""Hostility over HTTP: how it is turned on, and what it does to the API's answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.payment_hostility import Hostility, Temper
from bot.sandbox.payments import PaymentService
from bot.sandbox.store import from_json

_ERRORS = (500, 502, 503, 504)


def hostility_routes(service: PaymentService) -> list[Route]:
    """GET /hostility tells what is on, what it did, and how many webhooks are still to come; POST sets it anew."""

    async def read(_: Request) -> Response:
        waiting = sum(1 for _ in service.undelivered())
        return JSONResponse({**service.temper.as_json(), "webhooks_waiting": waiting})

    async def become(request: Request) -> Response:
        try:
            body = from_json(await request.body())
            if not isinstance(body, dict):
                raise ValueError("send an object of chances")
            service.temper.become(Hostility.of(body))
        except ValueError as problem:
            return JSONResponse({"error": str(problem)}, status_code=400)
        return await read(request)

    return [Route("/hostility", read, methods=["GET"]), Route("/hostility", become, methods=["POST"])]


async def answer_in(temper: Temper, about: str, answer: Callable[[], Awaitable[Response]]) -> Response:
    """The answer as this temper lets it out."""
    if temper.strikes("error_before", about):
        return _error(temper, about)
    done = await answer()
    if temper.strikes("error_after", about):
        return _error(temper, about)
    if temper.strikes("silent_after", about):
        await asyncio.sleep(temper.hostility.silence)
    return done


def _error(temper: Temper, about: str) -> Response:
    status = _ERRORS[temper.draw("which error", about, len(_ERRORS))]
    error = {"code": "SERVER_ERROR", "description": "We are facing some trouble completing your request."}
    return JSONResponse({"error": error}, status_code=status)
