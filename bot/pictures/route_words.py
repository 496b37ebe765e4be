"""The words printed on a route picture, in English and Hindi."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "arrival": "Arr.", "departure": "Dep.", "station": "Station", "km": "km", "day": "Day {}",
        "distance": "Distance", "time": "Time on the way", "stops": "Stops", "unreserved": "Unreserved",
        "your-distance": "You travel", "your-time": "You are on the way", "your-stops": "Stops between",
        "note": "Times may change. Yatri is neither Indian Railways nor IRCTC.",
    },
    "hi": {
        "arrival": "आगमन", "departure": "प्रस्थान", "station": "स्टेशन", "km": "किमी", "day": "दिन {}",
        "distance": "दूरी", "time": "यात्रा का समय", "stops": "ठहराव", "unreserved": "अनारक्षित",
        "your-distance": "आपकी दूरी", "your-time": "आपका समय", "your-stops": "बीच के ठहराव",
        "note": "समय बदल सकता है। Yatri न भारतीय रेल है, न IRCTC।",
    },
}  # fmt: skip
# Of the week from Monday on.
LETTERS: Mapping[str, tuple[str, ...]] = {
    "en": ("M", "T", "W", "T", "F", "S", "S"),
    "hi": ("सो", "मं", "बु", "गु", "शु", "श", "र"),
}
