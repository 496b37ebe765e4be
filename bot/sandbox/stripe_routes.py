"""Stripe's REST routes under /stripe/v1, form-encoded as Stripe's own, and the pay page of its sessions."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.sandbox.payment_links import DAY, LinkRecord
from bot.sandbox.payment_misfortunes import answer_in
from bot.sandbox.paypage import page_routes
from bot.sandbox.store import Json, Store
from bot.sandbox.stripe_forms import listed, read_form, text, whole
from bot.sandbox.stripe_objects import StripeRefusal, intent_of, no_such, refund_of, session_of
from bot.sandbox.stripe_service import StripeService, way_back

_LARGEST_BODY = 100_000
_KEYS = "stripe_key"
_OTHER_REQUEST = (
    "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key "
    "other than '{}' if you meant to execute a different request."
)
Call = Callable[[Request, Json], Json]


class _SessionId(Convertor[str]):
    """In a path: the id of a session, and of nothing else."""

    regex = r"cs_[A-Za-z0-9_]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("stripe_session", _SessionId())


def stripe_routes(service: StripeService, store: Store) -> list[BaseRoute]:
    """These go before Razorpay's, whose pay page takes every id."""
    calls = [*_session_calls(service), *_refund_calls(service), *_intent_calls(service)]
    rest = [Route(path, _answering(service, store, call), methods=[method]) for method, path, call in calls]
    return [Mount("/stripe", routes=rest), *page_routes(service, "/pay/{id:stripe_session}", way_back)]


def _session_calls(service: StripeService) -> list[tuple[str, str, Call]]:
    def create(_: Request, form: Json) -> Json:
        return session_of(service.create_session(form), _expanded(form))

    def every(request: Request, form: Json) -> Json:
        found = [record for record in service.sessions() if _in_window(form, int(record.entity["created_at"]))]
        return _page("/v1/checkout/sessions", [session_of(record) for record in found], form)

    def one(request: Request, form: Json) -> Json:
        return session_of(service.session(request.path_params["id"]), _expanded(form))

    def expire(request: Request, form: Json) -> Json:
        return session_of(service.expire_session(request.path_params["id"]), _expanded(form))

    return [
        ("POST", "/v1/checkout/sessions", create),
        ("GET", "/v1/checkout/sessions", every),
        ("GET", "/v1/checkout/sessions/{id}", one),
        ("POST", "/v1/checkout/sessions/{id}/expire", expire),
    ]


def _refund_calls(service: StripeService) -> list[tuple[str, str, Call]]:
    def create(_: Request, form: Json) -> Json:
        return refund_of(*service.send_back(form))

    def every(_: Request, form: Json) -> Json:
        intent = text(form, "payment_intent")
        if intent:
            service.of_intent(intent)
        found = [refund_of(*pair) for pair in service.all_refunds()]
        return _page("/v1/refunds", [one for one in found if intent in ("", one["payment_intent"])], form)

    def one(request: Request, _: Json) -> Json:
        its_id = request.path_params["id"]
        for pair in service.all_refunds():
            if (refund := refund_of(*pair))["id"] == its_id:
                return refund
        raise no_such("refund", its_id)

    return [("POST", "/v1/refunds", create), ("GET", "/v1/refunds", every), ("GET", "/v1/refunds/{id}", one)]


def _intent_calls(service: StripeService) -> list[tuple[str, str, Call]]:
    def shown(record: LinkRecord, form: Json, within: str = "") -> Json:
        return intent_of(record, frozenset(name.removeprefix(within) for name in _expanded(form))) or {}

    def every(_: Request, form: Json) -> Json:
        found = [shown(record, form, "data.") for record in service.intents()]
        return _page("/v1/payment_intents", [one for one in found if _in_window(form, one["created"])], form)

    def one(request: Request, form: Json) -> Json:
        return shown(service.of_intent(request.path_params["id"]), form)

    return [("GET", "/v1/payment_intents", every), ("GET", "/v1/payment_intents/{id}", one)]


def _answering(service: StripeService, store: Store, call: Call) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            _check_key(request, service.settings.stripe_secret_key)
            form = read_form(await _fields(request))
        except StripeRefusal as refusal:
            return JSONResponse(refusal.body, status_code=refusal.status)
        about = f"{request.method} {request.url.path}"

        async def answered() -> Response:
            try:
                with store.together():
                    return _once(service, store, call, request, form)
            except StripeRefusal as refusal:
                return JSONResponse(refusal.body, status_code=refusal.status)

        return await answer_in(service.temper, about, answered)

    return answer


def _once(service: StripeService, store: Store, call: Call, request: Request, form: Json) -> Response:
    """The same idempotency key gives the same answer for a day; one that was refused may be tried again."""
    key = request.headers.get("idempotency-key", "") if request.method == "POST" else ""
    if len(key) > 255:
        raise StripeRefusal("Idempotency keys can be at most 255 characters")
    asked = hashlib.sha256(f"{request.url.path} {form}".encode()).hexdigest()
    known = store.get(_KEYS, key) if key else None
    if known and known["at"] + DAY > service.now():
        if known["asked"] != asked:
            raise StripeRefusal(_OTHER_REQUEST.format(key), kind="idempotency_error")
        return JSONResponse(known["answer"], headers={"Idempotent-Replayed": "true"})
    answer = call(request, form)
    if key:
        store.put(_KEYS, key, {"asked": asked, "answer": answer, "at": service.now()})
    return JSONResponse(answer)


def _check_key(request: Request, wanted: str) -> None:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(key.encode(), wanted.encode()):
        raise StripeRefusal("Invalid API Key provided", status=401)


async def _fields(request: Request) -> list[tuple[str, str]]:
    if request.method == "GET":
        return list(request.query_params.multi_items())
    raw = await request.body()
    if len(raw) > _LARGEST_BODY:
        raise StripeRefusal("The request is too large", status=413)
    try:
        return parse_qsl(raw.decode(), keep_blank_values=True, errors="strict", max_num_fields=500)
    except ValueError:
        raise StripeRefusal("Invalid request body") from None


def _expanded(form: Json) -> frozenset[str]:
    return frozenset(str(name) for name in listed(form, "expand"))


def _in_window(form: Json, created: int) -> bool:
    window = form.get("created", {})
    if isinstance(window, str):
        return created == whole(form, "created", 0)
    return whole(window, "gte", 0) <= created <= whole(window, "lte", 2**39)


def _page(url: str, found: list[Json], form: Json) -> Json:
    """Up to `limit` after `starting_after`, of which there must be one."""
    limit, after = min(100, max(1, whole(form, "limit", 10))), text(form, "starting_after")
    if after:
        places = [place for place, one in enumerate(found) if one["id"] == after]
        if not places:
            raise no_such("object", after)
        found = found[places[0] + 1 :]
    return {"object": "list", "url": url, "has_more": len(found) > limit, "data": found[:limit]}
