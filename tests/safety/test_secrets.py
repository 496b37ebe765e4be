"""Secrets and numbers of people: planted everywhere they pass, driven down every path, and looked for in the logs."""

import asyncio
import hashlib
import hmac
import io
import json
import logging
from collections.abc import Iterator

import pytest
from pydantic import SecretStr
from telegram.error import TelegramError

from bot.gateways.razorpay import RazorpayGateway
from bot.lifecycle import Webhook
from bot.logs import configure, logger, redacted
from bot.measures import Measures
from bot.payments import PaymentDoors
from bot.sandbox.running import RunningSandbox
from bot.settings import Settings
from bot.telegram_calls import connect
from bot.web import Doors
from bot.webhook import TelegramHook
from domain.errors import GatewayError
from handlers.incoming import Kind
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.transcript import World
from tests.dialogues.wallets import given
from tests.e2e.yatri import until
from tests.unit.bot.conftest import restored
from tests.unit.bot.test_web import MESSAGE, UPDATE, served

__all__ = ["restored"]

TOKEN = "7000000001:AAE-planted_token-of-35-characters-"
KEY, WEBHOOK_SECRET, HEADER = "planted-key-secret", "planted-webhook-secret", "planted_header_of_telegram"
CARD, VPA, PASSWORD = "4111111111111111", "planted.vpa@okhdfc", "planted correct horse battery"
PHONE, EMAIL, NAME, WORDS = "9876500042", "planted@example.org", "Plantine Sharma", "plantation of a secret"
ACCOUNT, DOCUMENT = "123400005678", "234123412346"
SECRETS = (
    *(
        TOKEN,
        "AAE-planted",
        KEY,
        WEBHOOK_SECRET,
        HEADER,
        CARD,
        CARD[:12],
        VPA,
        "planted.vpa",
        PASSWORD,
        "horse battery",
    ),
    *(PHONE, EMAIL, "Plantine", "plantation", ACCOUNT, DOCUMENT),
)


@pytest.fixture
def written(restored: None) -> Iterator[io.StringIO]:
    """All that is logged, at the level at which most is."""
    stream = io.StringIO()
    configure("DEBUG", "json", stream)
    yield stream
    for secret in SECRETS:
        assert secret not in stream.getvalue(), secret


def paid_event() -> bytes:
    """A webhook of the gateway with everything that it knows of a payer."""
    payment = {
        "id": "pay_planted", "amount": 50000, "currency": "INR", "status": "captured", "method": "card", "email": EMAIL,
        "contact": f"+91{PHONE}", "vpa": VPA, "card": {"number": CARD, "last4": "1111", "name": NAME},
    }  # fmt: skip
    link = {"id": "plink_planted", "reference_id": "of another shop", "amount": 50000, "customer": {"name": NAME}}
    payload = {"payment": {"entity": payment}, "payment_link": {"entity": link}}
    return json.dumps({"event": "payment_link.paid", "created_at": 1_890_000_000, "payload": payload}).encode()


def test_the_doors_log_nothing_of_what_comes_in(world: World, sandbox: RunningSandbox, written: io.StringIO) -> None:
    gateway = RazorpayGateway(
        key_id="rzp_live_planted", key_secret=KEY, webhook_secret=WEBHOOK_SECRET, base_url=sandbox.url
    )
    services = world.services
    payments = PaymentDoors(gateway, services.paying, services.refunding, world.clock)

    async def broken(_: object) -> None:
        raise RuntimeError(f"the token is {TOKEN}, paid by {VPA} with {CARD}, {EMAIL}, +91 {PHONE}")

    bot = connect(TOKEN, sandbox.url, local=True)
    doors = Doors(
        gateway_event=payments.event, came_back=payments.came_back, ready=lambda: None, chat_url=lambda: "",
        measures=Measures(), telegram=TelegramHook("/telegram/0123456789abcdef0123", HEADER, bot, broken),
    )  # fmt: skip
    body = paid_event()
    signed = hmac.new(WEBHOOK_SECRET.encode(), body, hashlib.sha256).hexdigest()
    with served(doors) as web:
        for signature, sent in ((signed, body), ("forged", body), (signed, body[:-5]), ("", b"")):
            answer = web.post("/webhooks/razorpay", content=sent, headers={"X-Razorpay-Signature": signature})
            assert answer.status_code in (200, 400)
            assert answer.text == ""
        query = {"razorpay_payment_link_id": "plink_planted", "razorpay_signature": signed, "email": EMAIL}
        assert web.get("/pay/return", params=query).status_code == 200
        for header in ("guess", HEADER):
            path = "/telegram/0123456789abcdef0123"
            sent_by = UPDATE | {"message": {**MESSAGE, "text": PASSWORD}}
            web.post(path, json=sent_by, headers={"X-Telegram-Bot-Api-Secret-Token": header})
    assert "not taken" in written.getvalue()
    assert until(lambda: "RuntimeError" in written.getvalue())  # the server logs it after it has answered
    with pytest.raises(GatewayError):
        gateway.fetch_link("plink_planted")


def test_telegrams_client_logs_no_token(sandbox: RunningSandbox, written: io.StringIO) -> None:
    async def greet() -> None:
        async with connect(TOKEN, sandbox.url, local=True):
            pass

    try:
        asyncio.run(greet())
    except TelegramError:
        logger("bot.test").exception("Telegram does not know us")
    logger("bot.test").warning("settings", webhook=Webhook("https://x.example", "unsaid", 4), token=TOKEN)
    assert "Telegram does not know us" in written.getvalue()


def test_conversations_log_nothing_that_was_said(world: World, written: io.StringIO) -> None:
    asha = world.passenger(NAME).says("/start").taps("English").says(NAME)
    asha.says(PHONE).shares_contact(f"+91{PHONE}").says(EMAIL)
    given(asha, "500").says("/withdraw").says("all").says(f"{ACCOUNT} HDFC0000053").says("/cancel")
    asha.says("/withdraw").says("all").says(VPA).says("/cancel")
    asha.says("/password").says(PASSWORD).says("short").says("/cancel")
    asha.says("/verify").says(DOCUMENT).says("/cancel").says("/export")
    asha.says("/support").says(WORDS).says("/cancel").says(WORDS).says(f"/pnr {WORDS}").says("/promo").says(WORDS)
    eve = world.passenger().says("/start").taps("English").says("/cancel").says("/signin").says(EMAIL).says(PASSWORD)
    eve.says("/signin").says(f"+91{PHONE}").says("wrong")
    at_payment(world.passenger()).pays().taps("I have paid")
    asha.taps_old(asha.screen.buttons[0][0].but(data="s9.9.x=1")) if asha.screen.buttons else None
    world.turns.run(asha.incoming(Kind.OTHER, what="photo", html=WORDS))
    assert "not taken" in written.getvalue()


def test_what_breaks_inside_is_logged_without_what_it_broke_on(written: io.StringIO) -> None:
    """Errors of libraries quote what they were given; so do ours, if nobody was careful."""
    try:
        raise ValueError(
            f"cannot read {VPA} {CARD} {' '.join((CARD[:4], CARD[4:8], CARD[8:12], CARD[12:]))} +91{PHONE} {EMAIL}"
        )
    except ValueError:
        logging.getLogger("handlers.turns").exception("turn failed")
    logger("bot.test").error(
        "told", vpa=VPA, payee={"account": ACCOUNT}, password=PASSWORD, id_proof=DOCUMENT, text=WORDS
    )
    assert "turn failed" in written.getvalue()


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        CARD,
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "3782 822463 10005",
        VPA,
        "9876500042@upi",
        "ABCDE1234F",
        DOCUMENT,
        "2341 2341 2346",
        "sk_live_abcdefgh",
        "rk_test_abcdefgh",
        "whsec_abcdefgh",
        "rzp_live_abcdefgh",
        "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
        "gAAAAABk" + "x" * 60,
        "w" * 43 + "=",
        "AKIA" + "A" * 16,
    ],
)
def test_secrets_are_known_by_their_looks(secret: str) -> None:
    assert secret not in redacted(f"it is {secret}, said somebody")


def test_what_is_needed_to_find_out_what_happened_stays() -> None:
    line = "booking 01b8faa3-28a7-7aef-84f2-bb5278ce94c9 of PNR 2345678901 on 2030-01-08, pay_29QQoUBi66xm2f"
    assert redacted(line) == line


def test_no_setting_shows_its_secret() -> None:
    planted = {
        "bot_token": TOKEN,
        "webhook_url": "https://yatri.example",
        "webhook_secret": HEADER,
        "razorpay_key_id": "rzp_live_1",
        "razorpay_key_secret": KEY,
        "razorpay_webhook_secret": WEBHOOK_SECRET,
        "secret_keys": "planted-key-of-the-vault",
        "stripe_secret_key": KEY,
        "stripe_webhook_secret": WEBHOOK_SECRET,
    }
    settings = Settings.model_validate(planted)
    for shown in (repr(settings), str(settings), settings.model_dump_json(), f"{vars(settings)}"):
        for secret in (*SECRETS, "planted-key-of-the-vault"):
            assert secret not in shown
    assert settings.webhook_header == HEADER


def test_every_setting_that_sounds_secret_is_kept_secret() -> None:
    sounding = [
        name
        for name in Settings.model_fields
        if any(word in name for word in ("secret", "token", "password", "credential"))
    ]
    assert len(sounding) >= 7
    for name in sounding:
        assert SecretStr.__name__ in str(Settings.model_fields[name].annotation), name
