"""The words printed on a coach picture, in English and Hindi."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Your place on the train", "berths": "{} berths", "seats": "{} seats", "corridor": "Corridor",
        "aisle": "Aisle", "toilet": "Toilet", "entrance": "Entrance", "yours": "Yours",
        "shared": "RAC, shared", "half": "shared",
        "also": "You also have places in {}, which are not drawn here.",
        "note": "The usual plan of such a coach: the one on your train may differ a little. This is not a ticket.",
    },
    "hi": {
        "title": "ट्रेन में आपकी जगह", "berths": "{} बर्थ", "seats": "{} सीट", "corridor": "गलियारा",
        "aisle": "गलियारा", "toilet": "शौचालय", "entrance": "प्रवेश", "yours": "आपकी",
        "shared": "RAC, साझा", "half": "साझा",
        "also": "आपकी जगह {} में भी है, जो यहाँ नहीं दिखाई गई।",
        "note": "ऐसे कोच का सामान्य नक्शा: आपकी ट्रेन में थोड़ा अंतर हो सकता है। यह टिकट नहीं है।",
    },
}  # fmt: skip
