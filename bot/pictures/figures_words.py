"""The words printed on a day's figures, in English and Hindi."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Figures of the day", "so-far": "so far", "sample": "SAMPLE · NO REAL MONEY",
        "tickets": "Tickets", "cancelled": "Cancelled", "in": "Money in", "out": "Money out",
        "by-hour": "Tickets by the hour", "money": "Rupees in and out by the hour", "by-class": "Tickets by class",
    },
    "hi": {
        "title": "दिन के आँकड़े", "so-far": "अब तक", "sample": "नमूना · असली पैसा नहीं",
        "tickets": "टिकट", "cancelled": "रद्द", "in": "आया पैसा", "out": "गया पैसा",
        "by-hour": "हर घंटे के टिकट", "money": "हर घंटे आए और गए रुपये", "by-class": "श्रेणी के अनुसार टिकट",
    },
}  # fmt: skip
