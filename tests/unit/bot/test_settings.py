"""Settings: sane without any, strict with some, and clear about what is wrong."""

from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from bot.gateways.choosing import open_gateway, takes_real_money
from bot.gateways.stripe import StripeGateway
from bot.settings import Settings, read_settings, unknown_variables
from domain.errors import SettingError

TOKEN = "123456:" + "A" * 35
KEYS = {
    "YATRI_RAZORPAY_KEY_ID": "rzp_live_1",
    "YATRI_RAZORPAY_KEY_SECRET": "shh",
    "YATRI_RAZORPAY_WEBHOOK_SECRET": "hush",
}
REAL = {"YATRI_BOT_TOKEN": TOKEN, **KEYS}
STRIPE = {
    "YATRI_BOT_TOKEN": TOKEN,
    "YATRI_GATEWAY": "Stripe",
    "YATRI_STRIPE_SECRET_KEY": "sk_live_1",
    "YATRI_STRIPE_WEBHOOK_SECRET": "whsec_1",
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    """The settings that these variables make."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return read_settings()


def test_with_nothing_set_everything_far_away_is_the_sandbox() -> None:
    settings = read_settings()
    assert settings.sandboxed
    assert settings.embedded


def test_the_first_admins_are_ids_with_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, YATRI_ADMINS="12, 34").first_admins == {12, 34}


def test_a_token_and_gateway_keys_make_it_real(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = given(monkeypatch, **REAL, YATRI_WEBHOOK_URL="https://yatri.example")
    assert not settings.sandboxed
    assert len(settings.webhook_header) == 64
    assert settings.webhook_header not in settings.webhook_path


def test_the_gateway_is_chosen_and_only_its_keys_tell_whether_money_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    by_stripe = given(monkeypatch, **STRIPE, YATRI_RAZORPAY_KEY_ID="rzp_test_1")

    assert isinstance(open_gateway(by_stripe, lambda: datetime.now(UTC)), StripeGateway)
    assert takes_real_money(by_stripe)
    assert not takes_real_money(by_stripe.but(stripe_secret_key=SecretStr("sk_test_1")))


@pytest.mark.parametrize(
    ("variables", "at_fault"),
    [
        ({"YATRI_BOT_TOKEN": TOKEN}, "YATRI_RAZORPAY_KEY_ID"),
        ({"YATRI_BOT_TOKEN": "hello", **KEYS}, "YATRI_BOT_TOKEN"),
        ({"YATRI_RAZORPAY_KEY_ID": "rzp_live_1"}, "YATRI_RAZORPAY_KEY_SECRET"),
        (KEYS, "YATRI_BOT_TOKEN"),
        ({**REAL, "YATRI_GATEWAY": "stripe"}, "YATRI_STRIPE_SECRET_KEY"),
        ({**STRIPE, "YATRI_STRIPE_WEBHOOK_SECRET": ""}, "YATRI_STRIPE_WEBHOOK_SECRET"),
        ({**STRIPE, "YATRI_STRIPE_URL": "http://stripe.example"}, "YATRI_STRIPE_URL"),
        ({"YATRI_GATEWAY": "paypal"}, "YATRI_GATEWAY"),
        ({**REAL, "YATRI_WEBHOOK_URL": "http://yatri.example"}, "YATRI_WEBHOOK_URL"),
        ({**REAL, "YATRI_PUBLIC_URL": "yatri.example"}, "YATRI_PUBLIC_URL"),
        ({**REAL, "YATRI_WEBHOOK_SECRET": "short"}, "YATRI_WEBHOOK_SECRET"),
        ({"YATRI_WEBHOOK_URL": "https://yatri.example"}, "YATRI_BOT_TOKEN"),
        ({"YATRI_PORT": "eighty"}, "YATRI_PORT"),
        ({"YATRI_HOLD_MINUTES": "3"}, "YATRI_HOLD_MINUTES"),
        ({"YATRI_ADMINS": "neha"}, "YATRI_ADMINS"),
    ],
)
def test_what_is_wrong_is_named(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], at_fault: str) -> None:
    with pytest.raises(SettingError) as raised:
        given(monkeypatch, **variables)
    assert raised.value.name == at_fault
    assert "\n" not in str(raised.value)
    assert TOKEN not in str(raised.value)


def test_words_for_the_log_may_be_written_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = given(monkeypatch, YATRI_LOG_LEVEL="debug", YATRI_LOG_FORMAT="JSON")
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")


def test_a_region_of_ours_means_real_dynamodb(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not given(monkeypatch, YATRI_REGION="ap-south-1").embedded


def test_a_region_of_aws_counts_only_with_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, AWS_REGION="ap-south-1").embedded
    assert not given(monkeypatch, AWS_ACCESS_KEY_ID="AKIAEXAMPLE").embedded


def test_a_name_that_nothing_reads_gets_the_nearest_that_exists() -> None:
    (line,) = unknown_variables({"YATRI_BOT_TOKN": "x", "YATRI_PORT": "1", "HOME": "/"})
    assert "YATRI_BOT_TOKN" in line
    assert line.endswith("YATRI_BOT_TOKEN")


def test_secrets_are_not_in_the_settings_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert TOKEN not in repr(given(monkeypatch, **REAL))


def test_a_change_is_checked_like_a_setting() -> None:
    with pytest.raises(SettingError, match="YATRI_RAZORPAY_KEY_ID"):
        read_settings().but(bot_token=SecretStr(TOKEN))
