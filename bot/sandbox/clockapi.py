"""The clock over HTTP: read it, wait for it, move it forward."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.clock import SandboxClock


def clock_routes(clock: SandboxClock) -> list[Route]:
    """GET /clock[?after=REV&timeout=S] and POST /clock {"advance": seconds} or {"to": ISO time}."""

    async def read(request: Request) -> Response:
        try:
            after = request.query_params.get("after")
            timeout = min(max(float(request.query_params.get("timeout", "0")), 0.0), 60.0)
            if after is not None:
                await clock.wait(int(after), timeout)
        except ValueError:
            return _refusal("after and timeout are numbers")
        return JSONResponse(clock.as_json())

    async def move(request: Request) -> Response:
        try:
            body = await request.json()
            clock.advance(_seconds(body, clock.now()))
        except (ValueError, TypeError, KeyError, AttributeError) as problem:
            return _refusal(str(problem) or "send {advance: seconds} or {to: ISO time}")
        return JSONResponse(clock.as_json())

    return [Route("/clock", read, methods=["GET"]), Route("/clock", move, methods=["POST"])]


def _seconds(body: dict[str, object], now: datetime) -> float:
    if "advance" in body:
        return float(str(body["advance"]))
    to = datetime.fromisoformat(str(body["to"]))
    return ((to if to.tzinfo else to.replace(tzinfo=UTC)) - now).total_seconds()


def _refusal(why: str) -> Response:
    return JSONResponse({"error": why}, status_code=400)
