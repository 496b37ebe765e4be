"""The words printed on the card to pay by, in English and Hindi."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "SCAN TO PAY", "sample": "SAMPLE · NO REAL MONEY", "until": "Pay by {}",
        "how": "Scan with a phone's camera: the pay page opens, for UPI, card or netbanking.",
        "then": "Yatri hears of the money by itself and tells you in the chat.",
        "topup": "Money for your Yatri wallet",
    },
    "hi": {
        "title": "स्कैन करके भुगतान करें", "sample": "नमूना · असली पैसा नहीं", "until": "{} तक भुगतान करें",
        "how": "फ़ोन के कैमरे से स्कैन करें: भुगतान का पेज खुलेगा, UPI, कार्ड या नेटबैंकिंग से चुकाएँ।",
        "then": "पैसा आते ही Yatri को पता चल जाता है और वह चैट में बता देता है।",
        "topup": "आपके Yatri वॉलेट के लिए पैसा",
    },
}  # fmt: skip
