"""The words printed on an invoice, in English and Hindi."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Tax Invoice", "original": "Original for recipient",
        "sample": "SAMPLE: made without a registered supplier or real money, not a tax invoice",
        "number": "Invoice number", "issued": "Date of issue", "place": "Place of supply",
        "supplier": "Supplied by", "recipient": "Supplied to", "gstin": "GSTIN", "state": "State",
        "unregistered": "Not registered for GST",
        "description": "Description of service", "sac": "SAC", "quantity": "Number", "taxable": "Taxable value",
        "fee": "Convenience fee for booking a train ticket", "total": "Total", "in-words": "Total in words",
        "note-fare": "The train fare of {fare} is Indian Railways' own supply and no part of this invoice.",
        "note-inclusive": "The total was paid with the ticket: nothing more is due. The fee does not come back when a "
        "ticket is cancelled.",
        "note-reverse": "Tax payable on reverse charge: no.",
        "note-electronic": "Issued electronically, so without a signature.",
        "note-place": "The address of the recipient is not on record: the place of supply is the supplier's (IGST "
        "Act, section 12(2)(b)).",
    },
    "hi": {
        "title": "कर बीजक (टैक्स इनवॉइस)", "original": "प्राप्तकर्ता के लिए मूल प्रति",
        "sample": "नमूना: पंजीकृत आपूर्तिकर्ता या असली पैसे के बिना बना, यह कर बीजक नहीं है",
        "number": "बीजक संख्या", "issued": "जारी करने की तारीख", "place": "आपूर्ति का स्थान",
        "supplier": "आपूर्तिकर्ता", "recipient": "प्राप्तकर्ता", "gstin": "GSTIN", "state": "राज्य",
        "unregistered": "जीएसटी में पंजीकृत नहीं",
        "description": "सेवा का विवरण", "sac": "SAC", "quantity": "संख्या", "taxable": "कर योग्य मूल्य",
        "fee": "ट्रेन टिकट बुक करने का सुविधा शुल्क", "total": "कुल", "in-words": "कुल राशि शब्दों में",
        "note-fare": "ट्रेन का किराया {fare} भारतीय रेल की अपनी आपूर्ति है और इस बीजक में शामिल नहीं है।",
        "note-inclusive": "पूरी राशि टिकट के साथ चुकाई जा चुकी है, अब कुछ देय नहीं। टिकट रद्द होने पर यह शुल्क वापस नहीं होता।",
        "note-reverse": "रिवर्स चार्ज पर देय कर: नहीं।",
        "note-electronic": "इलेक्ट्रॉनिक रूप से जारी, इसलिए हस्ताक्षर नहीं है।",
        "note-place": "प्राप्तकर्ता का पता दर्ज नहीं है: आपूर्ति का स्थान आपूर्तिकर्ता का राज्य है (IGST अधिनियम, "
        "धारा 12(2)(b))।",
    },
}  # fmt: skip
