"""Structured logs for every library in the process, from which secrets, numbers and names of people are taken out."""

import logging
import re
import sys
from collections.abc import Mapping
from typing import IO, Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

Style = Literal["json", "console"]
HIDDEN = "[hidden]"
_SECRET_KEY = re.compile(
    r"token|secret|password|authorization|signature|cookie|phone|contact|e_?mail|(?<![a-z])(full|first|last|user)?_?name$"
    r"|passengers?$|customer|(^|_)text$|caption|body$|credential|vpa|payee|id_?proof|(^|_)card$|sealed",
    re.IGNORECASE,
)
_NOT_SECRET = frozenset({"logger_name", "table_name", "job_name"})
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(bot)?\d{3,}(:|%3A)[\w-]{20,}", re.ASCII | re.IGNORECASE), "[token]"),
    (re.compile(r"/telegram/[0-9a-f]{16,}"), "/telegram/[token]"),
    (re.compile(r"\b(rzp_(live|test)_\w+|[spr]k_(live|test)_\w+|whsec_\w+|AKIA\w{12,})"), "[key]"),
    (re.compile(r"\$argon2\w*\$[\w$=,+/.-]+"), "[hash]"),
    (re.compile(r"\bgAAAA[\w-]{20,}=*|(?<![\w-])[\w-]{43}=(?![\w=])"), "[sealed]"),
    (re.compile(r"(?i)\b(basic|bearer)\s+[\w.+/=-]{8,}"), r"\1 [token]"),
    (re.compile(r"[\w.+-]+(@|%40)[\w-]+(\.[\w-]+)+"), "[e-mail]"),
    (re.compile(r"[\w.+-]+(@|%40)[a-z]{2,}\b(?!\()", re.IGNORECASE), "[vpa]"),  # a UPI address has no dot behind its @
    (re.compile(r"(\+|%2B)\d[\d ()-]{6,}\d", re.ASCII), "[phone]"),
    (re.compile(r"(?<![\w.-])(91[ -]?)?[6-9]\d{4}[ -]?\d{5}(?![\w.-])", re.ASCII), "[phone]"),
    # Cards have 13 to 19 digits, bank accounts up to 18, an Aadhaar 12; a PAN has its own form.
    (
        re.compile(
            r"(?<![\w.-])(\d{12,19}|\d{4}([ -]\d{4}){2,3}([ -]\d{1,3})?|\d{4}[ -]\d{6}[ -]\d{5})(?![\w.-])", re.A
        ),
        "[number]",
    ),
    (re.compile(r"\b[A-Z]{5}\d{4}[A-Z]\b"), "[pan]"),
    # How pydantic and Telegram's objects show what they hold.
    (re.compile(r"input_value=.*?(?=, input_type=)", re.DOTALL), f"input_value={HIDDEN}"),
    (
        re.compile(
            r"""(?P<key>["']?(?:(?:full_|first_|last_|user)?name|phone(?:_number)?|e?mail|text|caption)["']?\s*[:=]\s*)"""
            r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
        ),
        rf"\g<key>'{HIDDEN}'",
    ),
)
_OURS = ("bot", "handlers", "domain", "storage")


def redacted(text: str) -> str:
    """`text` without anything that looks like a token, key, phone, e-mail or a named name."""
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A structlog processor: hides values by their key, and in all other text by what it looks like."""
    return {key: _hidden(key, value) for key, value in event.items()}


def _hidden(key: str, value: object) -> object:
    if key not in _NOT_SECRET and _SECRET_KEY.search(key) and value is not None:
        return HIDDEN
    if isinstance(value, str):
        return redacted(value)
    if isinstance(value, Mapping):
        return {str(name): _hidden(str(name), inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_hidden("", inner) for inner in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return redacted(str(value))


def configure(
    level: str = "INFO", style: Literal["json", "console"] = "console", stream: IO[str] | None = None
) -> None:
    """Route structlog and the standard library's logging to `stream` (stderr), redacted; call it once at start."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, _renderer(style, stream)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    # Below warnings libraries tell too much: httpx whole addresses, botocore bodies, fontTools the letters of a name.
    root.setLevel("ERROR" if level == "ERROR" else "WARNING")
    logging.getLogger("telegram.Bot").setLevel(logging.CRITICAL + 1)  # it logs updates that it cannot read, whole
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _renderer(style: Style, stream: IO[str] | None) -> Processor:
    if style == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    colors = (stream or sys.stderr).isatty()
    return structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=structlog.dev.plain_traceback)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """The logger of a module."""
    found: structlog.stdlib.BoundLogger = structlog.get_logger(name)
    return found
