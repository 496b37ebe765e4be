"""Every word the bot says: a folder of Fluent files for each language, and how money, dates and times are written."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path

from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from domain.railtime import INDIA

LANGUAGES = {"en": "English", "hi": "हिन्दी"}
DEFAULT = "en"
_TAGS = re.compile("</?(?:b|i|code)>")  # those that the wording itself uses
_LONG = 1000  # characters; fluent.runtime refuses a part of more than 2,500, which people do write
_MARK = re.compile("\ue000(\\w+)\ue001")  # stands for something long while the rest is put together


class Html(str):
    """Text that is Telegram HTML already: put into a message as it is, while any other text is escaped."""

    __slots__ = ()


class Say:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundles = [_bundle(language), _bundle(DEFAULT)]
        self._locale = f"{language}_IN"

    def text(self, key: str, **args: object) -> Html:
        """The message of this key as Telegram HTML; what is filled in is escaped unless it is Html."""
        return Html(self._format(key, {name: _safe(value) for name, value in args.items()}))

    def label(self, key: str, **args: object) -> str:
        """The message of this key as plain text: for buttons, toasts and menus."""
        words = self._format(key, {name: _plain(value) for name, value in args.items()})
        return _TAGS.sub("", words)

    def money(self, rupees: Decimal) -> str:
        """₹1,23,456, with paise only where there are any."""
        paise = rupees != rupees.to_integral_value()
        amount = format_decimal(rupees, "#,##,##0.00" if paise else "#,##,##0", locale=self._locale)
        return f"₹{amount}"

    def day(self, day: date) -> str:
        """Wed 25 Nov."""
        return format_date(day, "EEE d MMM", locale=self._locale)

    def long_day(self, day: date) -> str:
        """Wednesday, 25 November 2026."""
        return format_date(day, "EEEE, d MMMM y", locale=self._locale)

    def month(self, day: date) -> str:
        """November 2026."""
        return format_date(day, "LLLL y", locale=self._locale)

    def weekday(self, number: int) -> str:
        """Mon; Monday is 0."""
        return str(get_day_names("abbreviated", locale=self._locale)[number])

    def clock(self, instant: datetime) -> str:
        """14:05, in India."""
        return instant.astimezone(INDIA).strftime("%H:%M")

    def duration(self, minutes: int) -> str:
        """15h 32m."""
        return self.label("duration", hours=str(minutes // 60), minutes=f"{minutes % 60:02d}")

    def _format(self, key: str, args: dict[str, object]) -> str:
        bundle = next((b for b in self._bundles if b.has_message(key)), None)
        if bundle is None:
            raise KeyError(f"no wording for {key!r}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(f"wording {key!r} has no text")
        long = {name: value for name, value in args.items() if isinstance(value, str) and len(value) > _LONG}
        words, errors = bundle.format_pattern(pattern, args | {name: f"\ue000{name}\ue001" for name in long})
        if errors:
            raise KeyError(f"wording {key!r} in {self.language}: {errors[0]}")
        return _MARK.sub(lambda mark: long.get(mark[1], mark[0]), str(words)) if long else str(words)


@cache
def say(language: str | None) -> Say:
    """The words of a language that we have, else English."""
    return Say(language if language in LANGUAGES else DEFAULT)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([f"{language}-IN"], use_isolating=False)
    for file in sorted(Path(__file__).with_name(language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def _safe(value: object) -> object:
    return value if isinstance(value, Html | int) else escape(str(value), quote=False)


def _plain(value: object) -> object:
    return value if isinstance(value, int) else str(value)
