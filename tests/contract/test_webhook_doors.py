"""The doors that anybody can knock at: nothing breaks them, and without the gateway's signature nothing changes."""

import asyncio
import json
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import razorpay
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from razorpay.errors import SignatureVerificationError
from starlette.applications import Starlette

from bot.clock import SystemClock
from bot.gateways.razorpay import RazorpayGateway
from bot.measures import Measures
from bot.payments import PaymentDoors
from bot.web import Doors, build_web
from domain.errors import BadPayload, BadSignature
from domain.ids import PaymentId, WalletId
from domain.payments import PaymentPurpose, PaymentStatus
from domain.services.paying import PayingService
from domain.services.refunding import RefundingService
from storage.units import UnitsOfWork
from tests.contract.conftest import Engines
from tests.contract.counting import Written, counted
from tests.contract.samples import a_booking, a_payment, a_user, a_wallet
from tests.contract.shops import RAZORPAY_SECRET, STRIPE_SECRET, razorpay_signature, stripe_at, stripe_signature

KEY_SECRET = "key-secret"
SILENCE = socket.create_server(("127.0.0.1", 0))  # where a gateway would be that never answers
SILENCE.setblocking(False)
NOWHERE = f"http://127.0.0.1:{SILENCE.getsockname()[1]}"
Json = dict[str, Any]
slow = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


class RazorpayDoor:
    """Where Razorpay knocks, how it signs, and what it says as far as that is read."""

    path, header, kind = "/webhooks/razorpay", "X-Razorpay-Signature", "razorpay"
    gateway = RazorpayGateway(
        key_id="rzp_test_1", key_secret=KEY_SECRET, webhook_secret=RAZORPAY_SECRET, base_url=NOWHERE, timeout=(0.2, 0.2)
    )
    sign = staticmethod(razorpay_signature)
    secret = RAZORPAY_SECRET

    @staticmethod
    def paid(reference: str, paise: Any = 50_000) -> Json:
        payment: Json = {"id": "pay_1", "amount": paise, "currency": "INR", "method": "upi", "status": "captured"}
        payment["notes"] = {"reference_id": reference}
        link = {"id": "plink_1", "reference_id": reference, "status": "paid", "amount_paid": paise, "currency": "INR"}
        payload = {"payment_link": {"entity": link}, "payment": {"entity": payment}}
        return {"entity": "event", "event": "payment_link.paid", "contains": list(payload), "payload": payload}

    @staticmethod
    def failed(reference: str) -> Json:
        payment = {"id": "pay_0", "amount": 50_000, "status": "failed", "notes": {"reference_id": reference}}
        return {"entity": "event", "event": "payment.failed", "payload": {"payment": {"entity": payment}}}


class StripeDoor:
    """The same of Stripe."""

    path, header, kind = "/webhooks/stripe", "Stripe-Signature", "stripe"
    gateway = stripe_at(NOWHERE)
    sign = staticmethod(stripe_signature)
    secret = STRIPE_SECRET

    @staticmethod
    def paid(reference: str, paise: Any = 50_000) -> Json:
        session: Json = {
            "id": "cs_test_1",
            "object": "checkout.session",
            "status": "complete",
            "payment_status": "paid",
        }
        session |= {"amount_total": paise, "currency": "inr", "client_reference_id": reference}
        session |= {"payment_intent": "pi_1", "url": None, "metadata": {"reference_id": reference}}
        return {"id": "evt_1", "type": "checkout.session.completed", "data": {"object": session}}

    @staticmethod
    def failed(reference: str) -> Json:
        intent: Json = {"id": "pi_1", "object": "payment_intent", "amount": 50_000, "currency": "inr"}
        intent |= {"metadata": {"reference_id": reference}, "latest_charge": "ch_1"}
        return {"id": "evt_2", "type": "payment_intent.payment_failed", "data": {"object": intent}}


Door = type[RazorpayDoor] | type[StripeDoor]


@dataclass
class House:
    """Our web server over real tables, with a top-up of 500 rupees that waits for its money."""

    door: Door
    web: Starlette
    written: Written
    units: UnitsOfWork
    payment_id: PaymentId
    wallet_id: WalletId

    def asks(self, method: str, path: str, body: bytes = b"", headers: Mapping[Any, Any] | None = None) -> int:
        """Any request; the status that it is answered."""

        async def asked() -> int:
            there = httpx.ASGITransport(self.web, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=there, base_url="http://yatri.example") as browser:
                return (await browser.request(method, path, content=body, headers=headers)).status_code

        return asyncio.run(asked())

    def sends(self, body: bytes, signature: str | bytes) -> int:
        """A webhook; the status that it is answered."""
        shown = signature.encode() if isinstance(signature, str) else signature
        return self.asks("POST", self.door.path, body, {self.door.header.encode(): shown})

    def tells(self, event: object) -> int:
        """A webhook that the gateway signed."""
        body = json.dumps(event).encode()
        return self.sends(body, self.door.sign(body))

    @property
    def paid(self) -> bytes:
        """That the money is there, unsigned."""
        return json.dumps(self.door.paid(self.payment_id)).encode()

    @property
    def balance(self) -> Decimal:
        with self.units() as work:
            return work.wallets.get(self.wallet_id).balance


@pytest.fixture(params=[RazorpayDoor, StripeDoor])
def house(request: pytest.FixtureRequest, engines: Engines) -> House:
    storage, door = engines.get("roto"), request.param
    client, written = counted(storage.client)
    units = UnitsOfWork(client, storage.settings)
    user = a_user()
    changes = {"booking_id": None, "purpose": PaymentPurpose.TOPUP, "amount": Decimal(500)}
    payment = a_payment(a_booking(user.user_id)).but(expires_at=datetime.now(UTC) + timedelta(hours=1), **changes)
    with units() as work:
        work.users.add(user)
        work.wallets.open(a_wallet().but(wallet_id=user.wallet_id, user_id=user.user_id))
        work.payments.add(payment)
        work.commit()
    paying, refunding = PayingService(units, door.gateway), RefundingService(units, door.gateway)
    doors = PaymentDoors(door.gateway, paying, refunding, SystemClock())
    web = build_web(
        Doors(
            gateway_event=doors.event,
            came_back=doors.came_back,
            ready=lambda: None,
            chat_url=lambda: "https://t.me/yatri",
            measures=Measures(),
            gateway=door.kind,
        )
    )
    written.rows = 0
    return House(door, web, written, units, payment.payment_id, user.wallet_id)


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
)
bodies = st.binary(max_size=200) | values.map(lambda value: json.dumps(value).encode())
header_text = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80)
methods = st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"])
paths = st.sampled_from(["/webhooks/razorpay", "/webhooks/stripe", "/webhooks/stripe/", "/pay/return", "/pay/return/x"])
header_names = st.sampled_from(["X-Razorpay-Signature", "Stripe-Signature", "X-Razorpay-Event-Id", "Content-Type"])
headers = st.dictionaries(header_names, header_text)


@slow
@given(method=methods, path=paths, headers=headers, body=bodies, known=st.booleans())
def test_nothing_that_a_stranger_sends_breaks_or_changes_anything(
    house: House, method: str, path: str, headers: Mapping[str, str], body: bytes, known: bool
) -> None:
    assert house.asks(method, path, house.paid if known else body, headers) < 500
    assert house.written.rows == 0


@slow
@given(place=st.integers(min_value=0), bit=st.integers(0, 7), in_body=st.booleans())
def test_one_bit_that_is_not_as_signed_is_one_too_many(house: House, place: int, bit: int, in_body: bool) -> None:
    body = bytearray(house.paid)
    signature = bytearray(house.door.sign(bytes(body)), "ascii")
    told = body if in_body else signature
    told[place % len(told)] ^= 1 << bit

    assert house.sends(bytes(body), bytes(signature)) == 400
    assert house.written.rows == 0


def test_another_secret_is_no_secret(house: House) -> None:
    for secret in ("", KEY_SECRET, house.door.secret + " ", house.door.secret.upper()):
        assert house.sends(house.paid, house.door.sign(house.paid, secret)) == 400
    assert house.written.rows == 0


@slow
@given(body=bodies)
def test_whatever_is_signed_is_answered(house: House, body: bytes) -> None:
    body = body.decode(errors="replace").encode()

    assert house.sends(body, house.door.sign(body)) in (200, 400)


@st.composite
def altered(draw: st.DrawFn) -> Callable[[Json], Json]:
    """Puts something else in one place of an event, however deep."""
    path, value = draw(st.lists(st.integers(0, 9), min_size=1, max_size=5)), draw(values)

    def alter(event: Json) -> Json:
        inner: Json = event
        for step in path:
            name = list(inner)[step % len(inner)]
            if not isinstance(inner[name], dict) or step == path[-1]:
                break
            inner = inner[name]
        inner[name] = value
        return event

    return alter


@settings(slow, max_examples=100)
@given(alter=altered())
def test_a_signed_event_that_is_not_as_documented_is_answered(house: House, alter: Callable[[Json], Json]) -> None:
    assert house.tells(alter(house.door.paid(house.payment_id))) in (200, 400)


@pytest.mark.parametrize("reference", ["x" * 5000, "\ud800", "\0", "", "  ", "PAYMENT#1", "💺" * 600])
def test_a_signed_reference_that_nobody_could_have_given_is_answered(house: House, reference: str) -> None:
    assert house.tells(house.door.paid(reference)) in (200, 400)
    assert house.tells(house.door.failed(reference)) in (200, 400)


@pytest.mark.parametrize("paise", [0, -100, 10**14, 10**20, 10**40, 10**400, "50000", 1.5, None, True])
def test_a_signed_amount_that_nobody_could_have_paid_is_answered(house: House, paise: Any) -> None:
    assert house.tells(house.door.paid(house.payment_id, paise)) in (200, 400)


def test_what_is_signed_counts_once_however_often_and_in_whatever_order_it_comes(house: House) -> None:
    paid, failed = house.door.paid(house.payment_id), house.door.failed(house.payment_id)
    for event in (failed, paid, failed, paid, paid, failed):
        assert house.tells(event) == 200
    with pytest.raises(BlockingIOError):
        SILENCE.accept()  # nobody has knocked at the gateway's: only the store is asked before the answer

    assert house.balance == 500
    with house.units() as work:
        assert work.payments.get(house.payment_id).payment_status is PaymentStatus.SUCCESS


def test_an_event_for_nobody_of_ours_is_taken_and_noted(house: House) -> None:
    assert house.tells(house.door.paid("somebody-elses")) == 200
    assert house.written.rows > 0
    assert house.balance == 0


@slow
@given(text=st.text(max_size=80), forged=st.sampled_from(["", "0" * 64, "another", "upper", "short"]) | header_text)
def test_signatures_are_judged_as_the_official_client_judges_them(text: str, forged: str) -> None:
    body = text.encode(errors="replace")
    text, right = body.decode(), razorpay_signature(body)
    others = {"another": razorpay_signature(body, "x"), "upper": right.upper(), "short": right[:-1]}
    for signature in (right, others.get(forged, forged)):
        assert ours(text, signature) == officially(text, signature)


def ours(text: str, signature: str) -> bool:
    try:
        RazorpayDoor.gateway.parse_webhook(text.encode(), signature, "evt_1")
    except BadSignature:
        return False
    except BadPayload:
        return True
    return True


def officially(text: str, signature: str) -> bool:
    try:
        return bool(razorpay.Utility().verify_webhook_signature(text, signature, RAZORPAY_SECRET))
    except SignatureVerificationError:
        return False


NAMES = ("payment_link_id", "payment_link_reference_id", "payment_link_status", "payment_id")
plain = st.text(st.characters(min_codepoint=32, max_codepoint=0x97F, exclude_characters="|"), max_size=20)


@slow
@given(parts=st.tuples(plain, plain, plain, plain), change=st.integers(0, 8))
def test_who_comes_back_is_judged_as_the_official_client_judges_them(
    parts: tuple[str, str, str, str], change: int
) -> None:
    signature = razorpay_signature("|".join(parts).encode(), KEY_SECRET)
    told = dict(zip((f"razorpay_{name}" for name in NAMES), parts, strict=True)) | {"razorpay_signature": signature}
    name = list(told)[change] if change < len(told) else ""
    told |= {name: told[name] + "0"} if name else {}
    signed = {name: told[f"razorpay_{name}"] for name in NAMES}
    signed["razorpay_payment_id"] = signed.pop("payment_id")
    signed["razorpay_signature"] = told["razorpay_signature"]
    try:
        judged = bool(razorpay.Client(auth=("k", KEY_SECRET)).utility.verify_payment_link_signature(signed))
    except SignatureVerificationError:
        judged = False

    assert (RazorpayDoor.gateway.came_back(told) is not None) == judged == (not name)


@slow
@given(
    query=st.dictionaries(
        st.sampled_from([f"razorpay_{name}" for name in (*NAMES, "signature")]) | st.text(), st.text()
    )
)
def test_the_way_back_is_a_page_whatever_is_in_the_address(house: House, query: Mapping[str, str]) -> None:
    told = {name.encode(errors="replace"): value.encode(errors="replace") for name, value in query.items()}

    assert house.asks("GET", f"/pay/return?{urlencode(told)}") == 200
    assert house.written.rows == 0


def test_a_body_without_end_is_not_read_to_its_end(house: House) -> None:
    assert house.sends(b"x" * 2_000_000, "0" * 64) == 413
