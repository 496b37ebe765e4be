"""Every setting, read once from the environment (`YATRI_...`). The bot has no test mode: only its endpoints differ."""

import difflib
import hashlib
import hmac
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AliasChoices,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.errors import SettingError
from domain.invoices import Supplier, is_gstin

PREFIX = "YATRI_"
TELEGRAM_API = "https://api.telegram.org"
RAZORPAY_API = "https://api.razorpay.com"
STRIPE_API = "https://api.stripe.com"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_TOKEN = re.compile(r"\d+:[\w-]{35}", re.ASCII)
_CREDENTIALS = (
    "AWS_ACCESS_KEY_ID",
    "AWS_PROFILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
)
_URLS = ("webhook_url", "telegram_api", "dynamodb_endpoint", "razorpay_url", "stripe_url", "public_url", "clock_url")
_GATEWAY_KEYS = {
    "razorpay": ("razorpay_key_id", "razorpay_key_secret", "razorpay_webhook_secret"),
    "stripe": ("stripe_secret_key", "stripe_webhook_secret"),
}


class Settings(BaseSettings):
    """Without a bot token everything far away is the sandbox; `read_settings` is how to make one."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = Field(None, description="Telegram's bot token; without it the sandbox is started")
    webhook_url: str | None = Field(None, description="https address at which Telegram reaches us; unset: polling")
    webhook_secret: SecretStr | None = Field(None, description="secret header of the webhook; unset: from the token")
    telegram_api: str = Field(TELEGRAM_API, description="Bot API server")
    dynamodb_endpoint: str | None = Field(None, description="a DynamoDB to use instead of the embedded one")
    region: str | None = Field(None, description="AWS region of the real DynamoDB")
    table_prefix: str = Field("yatri", description="tables are <prefix>-<name>", pattern=r"^[A-Za-z0-9_.-]{1,60}$")
    data_dir: Path = Field(Path(".yatri"), description="where local data is kept")
    host: str = Field("127.0.0.1", description="address our web server listens on")
    port: int = Field(8801, description="port of our web server", ge=0, le=65535)
    sandbox_port: int = Field(8800, description="port of the sandbox; the next free one if taken", ge=0, le=65535)
    gateway: Literal["razorpay", "stripe"] = Field("razorpay", description="who takes payments")
    razorpay_key_id: str | None = Field(None, description="gateway key id")
    razorpay_key_secret: SecretStr | None = Field(None, description="gateway key secret")
    razorpay_webhook_secret: SecretStr | None = Field(None, description="secret that signs the gateway's webhooks")
    razorpay_url: str = Field(RAZORPAY_API, description="gateway API server")
    stripe_secret_key: SecretStr | None = Field(None, description="Stripe's secret key, sk_... or rk_...")
    stripe_webhook_secret: SecretStr | None = Field(None, description="secret that signs Stripe's webhooks, whsec_...")
    stripe_url: str = Field(STRIPE_API, description="Stripe's API server")
    public_url: str | None = Field(None, description="https address where passengers reach our web server")
    clock_url: str | None = Field(None, description="a clock to follow, as the sandbox's; unset: this machine's")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="least severe line logged")
    log_format: Literal["json", "console"] = Field("console", description="json for machines, console for people")
    supplier_name: str | None = Field(None, description="who runs the bot, as registered for GST; unset: samples")
    supplier_gstin: str | None = Field(None, description="GSTIN on the invoices of convenience fees")
    supplier_address: str | None = Field(None, description="address on them, in one line")
    hold_minutes: float = Field(16, description="how long berths are held for a payment", ge=15.5, le=120)
    staff_group: int | None = Field(None, description="chat id of the staff group, a supergroup with topics")
    secret_keys: SecretStr | None = Field(None, description="keys of what is stored sealed, by commas, newest first")
    admins: str = Field("", description="Telegram ids of the first admins of the desk, with commas between")
    updates_a_minute: int = Field(30, description="from one chat; who sends more is not answered until it calms", ge=5)
    workers: int = Field(16, description="turns at the same time", ge=1, le=200)
    sends_a_second: float = Field(27, description="messages a second by all workers; news give way", gt=0, le=1000)
    claim_seconds: float = Field(30, description="until a dead worker's news are others': below a minute", ge=5, le=50)
    sends_at_once: int = Field(1, description="news under way that a killed worker may repeat", ge=1, le=50)
    aws_region: str | None = Field(None, validation_alias=AliasChoices("AWS_REGION", "AWS_DEFAULT_REGION"))
    aws_credentials: SecretStr | None = Field(None, validation_alias=AliasChoices(*_CREDENTIALS))

    @field_validator("log_level", "log_format", "gateway", mode="before")
    @classmethod
    def _in_any_case(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return value
        return value.upper() if info.field_name == "log_level" else value.lower()

    @property
    def sandboxed(self) -> bool:
        """True if the far end of the wire has to be started by us."""
        return self.bot_token is None

    @property
    def embedded(self) -> bool:
        """True if the embedded DynamoDB engine is to be used."""
        return self.dynamodb_endpoint is None and self.dynamodb_region is None

    @property
    def local_store(self) -> bool:
        """True if the store is on this machine, embedded or not."""
        return self.embedded or urlsplit(self.dynamodb_endpoint or "").hostname in LOOPBACK

    @property
    def dynamodb_region(self) -> str | None:
        """The region of a real DynamoDB: named by us, or by AWS's own variables where these carry credentials too."""
        if self.region:
            return self.region
        return self.aws_region if self.aws_credentials else None

    @property
    def supplier(self) -> Supplier | None:
        """Who issues invoices; None if that is not set, so that they are samples."""
        if not (self.supplier_name and self.supplier_gstin and self.supplier_address):
            return None
        return Supplier(name=self.supplier_name, gstin=self.supplier_gstin, address=self.supplier_address)

    @property
    def first_admins(self) -> frozenset[int]:
        """Who is admin at the desk whatever its roster says."""
        return frozenset(int(each) for each in self.admins.replace(",", " ").split())

    @property
    def webhook_header(self) -> str:
        """What Telegram sends in X-Telegram-Bot-Api-Secret-Token."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else self._derived("webhook header")

    @property
    def webhook_path(self) -> str:
        """The path of the webhook, with a part nobody can guess."""
        return f"/telegram/{self._derived('webhook path')[:32]}"

    def make_data_dir(self) -> None:
        """It will hold what passengers tell: nobody else on this machine should read it. Raises SettingError."""
        try:
            self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SettingError("YATRI_DATA_DIR", f"{self.data_dir} cannot be made ({error.strerror})") from None

    def but(self, **changes: object) -> Self:
        """A copy with these settings, checked again. Raises SettingError."""
        changed = self.model_copy(update=changes)
        _check(changed)
        return changed

    def _derived(self, purpose: str) -> str:
        token = self.bot_token.get_secret_value() if self.bot_token else ""
        return hmac.new(token.encode(), f"yatri {purpose}".encode(), hashlib.sha256).hexdigest()

    @model_validator(mode="after")
    def _checked(self) -> Self:
        _check(self)
        return self


def read_settings(**overrides: Any) -> Settings:
    """The settings of this process; `overrides` win over the environment. Raises SettingError naming the variable."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = str(first["loc"][0]) if first["loc"] else ""
        raise SettingError(place if place.startswith("AWS_") else variable(place), _lower(first["msg"])) from None


def variable(field: str) -> str:
    """The environment variable of a field."""
    return f"{PREFIX}{field.upper()}"


def own_variables() -> dict[str, str]:
    """Each variable that begins with YATRI_, and its field."""
    return {variable(field): field for field in Settings.model_fields if not field.startswith("aws_")}


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """A line for each YATRI_ variable that nothing reads, with the nearest name that exists."""
    known = list(own_variables())
    strangers = sorted(name for name in environment if name.startswith(PREFIX) and name not in known)
    lines = []
    for name in strangers:
        nearest = difflib.get_close_matches(name, known, n=1, cutoff=0)
        lines.append(f"{name} is not a setting of Yatri and is ignored; the nearest is {nearest[0]}")
    return lines


def _check(settings: Settings) -> None:
    _check_urls(settings)
    _check_telegram(settings)
    _check_gateway(settings)
    _check_supplier(settings)


def _check_urls(settings: Settings) -> None:
    for field in _URLS:
        url = getattr(settings, field)
        if url is None:
            continue
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SettingError(variable(field), "is not an address such as https://example.org")
        if parts.scheme == "http" and field != "dynamodb_endpoint" and parts.hostname not in LOOPBACK:
            raise SettingError(variable(field), "must begin with https:// unless it is on this machine")


def _check_telegram(settings: Settings) -> None:
    if settings.bot_token and not _TOKEN.fullmatch(settings.bot_token.get_secret_value()):
        raise SettingError(variable("bot_token"), "is not a bot token (digits, a colon, 35 letters) from @BotFather")
    if settings.webhook_url and not settings.bot_token:
        raise SettingError(variable("bot_token"), f"is needed, because {variable('webhook_url')} is set")
    if not re.fullmatch(r"[\d\s,]*", settings.admins, re.A):
        raise SettingError(variable("admins"), "is not a list of Telegram ids such as 12345,67890")
    if settings.webhook_secret and not re.fullmatch(r"[\w-]{16,256}", settings.webhook_secret.get_secret_value(), re.A):
        raise SettingError(variable("webhook_secret"), "needs 16 to 256 of A-Z a-z 0-9 _ -")


def _check_gateway(settings: Settings) -> None:
    keys = _GATEWAY_KEYS[settings.gateway]
    given = [key for key in keys if getattr(settings, key)]
    missing = [key for key in keys if not getattr(settings, key)]
    if missing and (given or settings.bot_token):
        because = variable(given[0] if given else "bot_token")
        raise SettingError(variable(missing[0]), f"is needed, because {because} is set")
    if given and not settings.bot_token:
        raise SettingError(variable("bot_token"), f"is needed, because {variable(given[0])} is set")


def _check_supplier(settings: Settings) -> None:
    keys = ("supplier_name", "supplier_gstin", "supplier_address")
    given = [key for key in keys if getattr(settings, key)]
    missing = [key for key in keys if not getattr(settings, key)]
    if given and missing:
        raise SettingError(variable(missing[0]), f"is needed, because {variable(given[0])} is set")
    if settings.supplier_gstin and not is_gstin(settings.supplier_gstin):
        raise SettingError(variable("supplier_gstin"), "is not a GSTIN (15 signs, the last one checks the others)")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
