"""The words printed on a statement, in English and Hindi."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Wallet Statement", "sample": "SAMPLE: made in Yatri's sandbox, no real money",
        "owner": "Wallet of", "wallet": "Wallet number", "made": "Made on",
        "opening": "Opening balance", "credits": "Money in", "debits": "Money out", "closing": "Closing balance",
        "date": "Date", "time": "Time", "what": "What for", "kind": "Type", "reference": "Reference", "notes": "Notes",
        "status": "Status", "credit": "Credit", "debit": "Debit", "balance": "Balance",
        "none": "No money moved in this time.", "page": "Page {} of {}",
        "brought": "Brought forward", "total": "Total",
    },
    "hi": {
        "title": "वॉलेट विवरण", "sample": "नमूना: Yatri के सैंडबॉक्स में बना, असली पैसा नहीं",
        "owner": "वॉलेट धारक", "wallet": "वॉलेट संख्या", "made": "बनाने का समय",
        "opening": "प्रारंभिक शेष", "credits": "जमा राशि", "debits": "खर्च राशि", "closing": "अंतिम शेष",
        "date": "तारीख", "time": "समय", "what": "किसलिए", "kind": "प्रकार", "reference": "संदर्भ", "notes": "टिप्पणी",
        "status": "स्थिति", "credit": "जमा", "debit": "खर्च", "balance": "शेष",
        "none": "इस अवधि में कोई लेन-देन नहीं हुआ।", "page": "पृष्ठ {} / {}",
        "brought": "पिछले पृष्ठ से", "total": "कुल",
    },
}  # fmt: skip

# A source that came later stands there by its own name until it is put here.
SOURCES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "booking": "Ticket booked", "refund": "Refund", "topup": "Money added", "withdrawal": "Withdrawal",
        "promo": "Promo credit", "adjustment": "Adjustment by Yatri's staff",
    },
    "hi": {
        "booking": "टिकट बुकिंग", "refund": "रिफ़ंड", "topup": "पैसा जोड़ा गया", "withdrawal": "निकासी",
        "promo": "प्रोमो क्रेडिट", "adjustment": "Yatri के कर्मचारी द्वारा समायोजन",
    },
}  # fmt: skip
STATES: Mapping[str, Mapping[str, str]] = {
    "en": {"pending": "on its way", "failed": "failed"},
    "hi": {"pending": "प्रक्रिया में", "failed": "असफल"},
}
