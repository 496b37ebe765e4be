"""The words printed on a ticket, in English and Hindi, and how it writes dates, times and money.

They stand here and not with the chat's texts because a picture may have to speak English where the chat speaks Hindi:
see fonts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency

from bot.pictures.ticket import TicketView
from domain.bookings import Gender
from domain.inventory import BerthKind
from domain.stations import Station
from domain.trains import TravelClass

C = TravelClass
K = BerthKind

ENGLISH: Mapping[str, str] = {
    "title": "Electronic Reservation Slip",
    "sample": "SAMPLE: made in Yatri's sandbox, not valid for travel",
    "sample-short": "SAMPLE · NOT VALID FOR TRAVEL",
    "watermark": "SAMPLE",
    "eticket": "E-TICKET",
    "pnr": "PNR",
    "train": "Train",
    "class": "Class",
    "quota": "Quota",
    "distance": "Distance",
    "journey-date": "Date of journey",
    "boarding": "Boarding at",
    "booked-at": "Booked on",
    "transaction": "Transaction",
    "from": "From",
    "to": "To",
    "departure": "Departure",
    "arrival": "Arrival",
    "passengers": "Passengers",
    "name": "Name",
    "age": "Age",
    "gender": "Gender",
    "status": "Status",
    "coach": "Coach",
    "berth": "Berth",
    "seat-words": "Position",
    "no-berth": "No berth",
    "payment": "Payment",
    "base": "Ticket fare",
    "reservation": "Reservation charge",
    "superfast": "Superfast charge",
    "tatkal": "Tatkal charge",
    "dynamic": "Dynamic fare",
    "gst": "GST",
    "rounding": "Rounding",
    "convenience": "Convenience fee (incl. GST)",
    "total": "Total paid",
    "inclusive": "Fare of the whole party, all charges included",
    "notes": "Good to know",
    "note-1": "One passenger of this ticket must carry an original photo identity card.",
    "note-2": "Please be at the platform in good time and check it there: times may change.",
    "note-3": "To see this ticket again, send /trips to Yatri.",
    "note-4": "Issued by Yatri. Yatri is neither Indian Railways nor IRCTC.",
    "scan": "Scan for PNR and berths",
    "km": "km",
    "hours": "h",
    "minutes": "m",
    "happy": "Happy journey!",
}

HINDI: Mapping[str, str] = {
    "title": "इलेक्ट्रॉनिक आरक्षण पर्ची",
    "sample": "नमूना: Yatri के सैंडबॉक्स में बना, यात्रा के लिए मान्य नहीं",
    "sample-short": "नमूना · यात्रा के लिए मान्य नहीं",
    "watermark": "नमूना",
    "eticket": "ई-टिकट",
    "pnr": "पीएनआर",
    "train": "ट्रेन",
    "class": "श्रेणी",
    "quota": "कोटा",
    "distance": "दूरी",
    "journey-date": "यात्रा की तारीख",
    "boarding": "चढ़ने का स्टेशन",
    "booked-at": "बुकिंग का समय",
    "transaction": "लेन-देन",
    "from": "कहाँ से",
    "to": "कहाँ तक",
    "departure": "प्रस्थान",
    "arrival": "आगमन",
    "passengers": "यात्री",
    "name": "नाम",
    "age": "आयु",
    "gender": "लिंग",
    "status": "स्थिति",
    "coach": "कोच",
    "berth": "बर्थ",
    "seat-words": "जगह",
    "no-berth": "बिना बर्थ",
    "payment": "भुगतान",
    "base": "टिकट किराया",
    "reservation": "आरक्षण शुल्क",
    "superfast": "सुपरफास्ट शुल्क",
    "tatkal": "तत्काल शुल्क",
    "dynamic": "डायनामिक किराया",
    "gst": "जीएसटी",
    "rounding": "पूर्णांकन",
    "convenience": "सुविधा शुल्क (जीएसटी सहित)",
    "total": "कुल भुगतान",
    "inclusive": "सभी यात्रियों का किराया, सभी शुल्क सहित",
    "notes": "ध्यान दें",
    "note-1": "इस टिकट के कम से कम एक यात्री के पास मूल फोटो पहचान पत्र होना चाहिए।",
    "note-2": "समय से प्लेटफ़ॉर्म पर पहुँचें और वहाँ जाँच लें: समय बदल सकता है।",
    "note-3": "यह टिकट फिर देखने के लिए Yatri को /trips भेजें।",
    "note-4": "Yatri द्वारा जारी। Yatri न भारतीय रेल है, न IRCTC।",
    "scan": "पीएनआर और बर्थ के लिए स्कैन करें",
    "km": "किमी",
    "hours": "घं",
    "minutes": "मि",
    "happy": "शुभ यात्रा!",
}

CLASSES: Mapping[str, Mapping[TravelClass, str]] = {
    "en": {
        C.FIRST_AC: "First AC", C.SECOND_AC: "AC 2 Tier", C.THIRD_AC: "AC 3 Tier", C.THIRD_ECONOMY: "AC 3 Economy",
        C.EXECUTIVE_CHAIR: "Executive Chair", C.VISTADOME: "Vistadome", C.CHAIR_CAR: "AC Chair Car",
        C.SLEEPER: "Sleeper", C.SECOND_SITTING: "Second Sitting",
    },
    "hi": {
        C.FIRST_AC: "प्रथम एसी", C.SECOND_AC: "एसी 2 टियर", C.THIRD_AC: "एसी 3 टियर", C.THIRD_ECONOMY: "एसी 3 इकोनॉमी",
        C.EXECUTIVE_CHAIR: "एग्जीक्यूटिव चेयर", C.VISTADOME: "विस्टाडोम", C.CHAIR_CAR: "एसी चेयर कार",
        C.SLEEPER: "स्लीपर", C.SECOND_SITTING: "सेकंड सिटिंग",
    },
}  # fmt: skip
KINDS: Mapping[str, Mapping[BerthKind, str]] = {
    "en": {
        K.LOWER: "Lower", K.MIDDLE: "Middle", K.UPPER: "Upper", K.SIDE_LOWER: "Side lower", K.SIDE_UPPER: "Side upper",
        K.WINDOW: "Window", K.MIDDLE_SEAT: "Middle seat", K.AISLE: "Aisle",
    },
    "hi": {
        K.LOWER: "लोअर", K.MIDDLE: "मिडिल", K.UPPER: "अपर", K.SIDE_LOWER: "साइड लोअर", K.SIDE_UPPER: "साइड अपर",
        K.WINDOW: "खिड़की की सीट", K.MIDDLE_SEAT: "बीच की सीट", K.AISLE: "गलियारे की सीट",
    },
}  # fmt: skip
GENDERS: Mapping[str, Mapping[Gender, str]] = {
    "en": {Gender.MALE: "Male", Gender.FEMALE: "Female", Gender.TRANSGENDER: "Transgender"},
    "hi": {Gender.MALE: "पुरुष", Gender.FEMALE: "महिला", Gender.TRANSGENDER: "ट्रांसजेंडर"},
}
QUOTAS: Mapping[str, Mapping[str, str]] = {
    "en": {"GN": "General", "TQ": "Tatkal", "LD": "Ladies", "SS": "Senior citizen", "HP": "Divyang"},
    "hi": {"GN": "सामान्य", "TQ": "तत्काल", "LD": "महिला", "SS": "वरिष्ठ नागरिक", "HP": "दिव्यांग"},
}
CHARGES = ("base", "dynamic", "reservation", "superfast", "tatkal", "gst", "rounding", "convenience")


@dataclass(frozen=True)
class Words:
    """Everything worded in one language, `en` or `hi`."""

    language: str

    def __call__(self, key: str) -> str:
        """A label."""
        return (HINDI if self.language == "hi" else ENGLISH)[key]

    def travel_class(self, travel_class: TravelClass) -> str:
        return f"{travel_class} · {CLASSES[self.language][travel_class]}"

    def quota(self, code: str) -> str:
        return f"{code} · {known}" if (known := QUOTAS[self.language].get(code)) else code

    def kind(self, kind: BerthKind | None) -> str:
        return KINDS[self.language][kind] if kind else ""

    def gender(self, gender: Gender) -> str:
        return GENDERS[self.language][gender]

    def station(self, station: Station) -> str:
        """The station's name, in Hindi where it is known."""
        return (station.name_hi if self.language == "hi" else "") or station.name

    def boarding(self, view: TicketView) -> str:
        """As `Kota (KOTA)`; of a later stop than the origin when the train leaves it, too: `Surat (ST), 20:12`."""
        place = f"{self.station(view.boarding)} ({view.boarding.code})"
        if view.boarding_at == view.departure_at:
            return place
        days = (view.boarding_at.date() - view.journey_date).days
        return f"{place}, {view.boarding_at:%H:%M}" + (f" +{days}" if days else "")

    def train(self, view: TicketView) -> str:
        return (view.train_name_hi if self.language == "hi" else "") or view.train_name

    def day(self, when: date) -> str:
        """As `Sat, 26 Dec 2026`."""
        return format_date(when, "EEE, d MMM y", locale=f"{self.language}_IN")

    def moment(self, when: datetime) -> str:
        return f"{self.day(when)}, {when:%H:%M}"

    def duration(self, time: timedelta) -> str:
        """As `15 h 32 m`."""
        hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
        parts = [f"{hours} {self('hours')}"] * bool(hours) + [f"{minutes} {self('minutes')}"] * bool(minutes)
        return " ".join(parts)

    def money(self, rupees: Decimal) -> str:
        """With the rupee sign and Indian grouping."""
        return format_currency(rupees, "INR", locale="en_IN")

    def charges(self, view: TicketView) -> list[tuple[str, str]]:
        """The lines of the fare break-up that are not nothing."""
        amounts = [(key, getattr(view.fare, key)) for key in CHARGES]
        return [(self(key), self.money(amount)) for key, amount in amounts if amount]
