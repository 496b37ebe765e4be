"""Logs: whoever writes them, no token, key, phone, e-mail or name comes out."""

import io
import json
import logging

import httpx
import pytest
from pydantic import ValidationError

from bot.logs import Style, configure, logger
from domain.users import SavedPassenger

TOKEN = "7000000001:AAE-sandbox_token-of-35-characters-x"
SECRETS = (TOKEN, "AAE-sandbox", "98765", "asha@example.org", "Asha", "rzp_live_abc")


def _failing_passenger() -> None:
    try:
        SavedPassenger.model_validate({"name": "Asha Verma", "age": "asha@example.org", "gender": "F"})
    except ValidationError:
        logger("bot.test").exception("a passenger was not taken")


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("style", ["json", "console"])
def test_nothing_personal_comes_out(style: Style) -> None:
    stream = io.StringIO()
    configure("INFO", style, stream)
    log = logger("bot.test")
    log.info("sent to +91 98765 00001", phone="+919876500001", first_name="Asha", chat_id=42)
    log.info("shapes", people=[{"name": "Asha"}, "asha@example.org"], nested={"inner": {"email": "asha@example.org"}})
    log.warning(f"POST https://api.telegram.org/bot{TOKEN}/sendMessage", key="rzp_live_abc")
    logging.getLogger("httpx").warning("HTTP Request: POST %s", httpx.URL(f"https://x.example/bot{TOKEN}/getMe"))
    logging.getLogger("telegram").error("User(first_name='Asha', phone_number='+919876500001')")
    logging.getLogger("botocore").error('{"full_name": "Asha Verma", "email": "asha@example.org"}')
    _failing_passenger()
    written = stream.getvalue()
    assert "a passenger was not taken" in written
    assert "42" in written
    for secret in SECRETS:
        assert secret not in written, secret


@pytest.mark.usefixtures("restored")
def test_the_library_does_not_log_the_updates_that_it_cannot_read() -> None:
    stream = io.StringIO()
    configure("INFO", "console", stream)
    received = [{"update_id": 5, "message": {"text": "Asha, 34, F"}}]
    logging.getLogger("telegram.Bot").critical("Error while parsing updates! Received data was %r", received)
    assert stream.getvalue() == ""


@pytest.mark.usefixtures("restored")
def test_lines_for_machines_are_json() -> None:
    stream = io.StringIO()
    configure("INFO", "json", stream)
    logger("bot.test").info("turn", update_id=7)
    line = json.loads(stream.getvalue())
    assert (line["event"], line["update_id"], line["level"]) == ("turn", 7, "info")


@pytest.mark.usefixtures("restored")
def test_libraries_are_heard_from_warnings_on() -> None:
    stream = io.StringIO()
    configure("DEBUG", "console", stream)
    logging.getLogger("httpx").info("HTTP Request: ...")
    logging.getLogger("telegram.Bot").debug("calling with parameters ...")
    logging.getLogger("fontTools.subset").info("Glyph names: ['A', 's', 'h', 'a']")
    assert stream.getvalue() == ""
