"""The words in a calendar file, in English and Hindi."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Train {train} from {boarding}", "cancelled": "Cancelled",
        "sample": "SAMPLE: made in Yatri's sandbox, not valid for travel.",
        "check": "Times may change: please check before you leave. Send /trips to Yatri for the ticket.",
    },
    "hi": {
        "title": "{boarding} से ट्रेन {train}", "cancelled": "रद्द",
        "sample": "नमूना: Yatri के सैंडबॉक्स में बना, यात्रा के लिए मान्य नहीं।",
        "check": "समय बदल सकता है: निकलने से पहले जाँच लें। टिकट के लिए Yatri को /trips भेजें।",
    },
}  # fmt: skip
