"""A small railway for tests: real places, simplified trains, so that every time and kilometre can be checked by eye."""

from domain.catalogue import Catalogue
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import DAY, Stop, Train, TravelClass

DAILY = "1111111"
SL, A3 = TravelClass.SLEEPER, TravelClass.THIRD_AC


def code(text: str) -> StationCode:
    return StationCode(text)


def codes(text: str) -> list[StationCode]:
    """Station codes parted by spaces."""
    return [StationCode(word) for word in text.split()]


def call(text: str) -> Stop:
    """A stop from "PNBE 23:50-00:05+1 1001": arrival-departure, journey day less one after +, km."""
    station, times, km = text.split()
    clock, _, day = times.partition("+")
    arrival, _, departure = clock.partition("-")
    minutes = [_minutes(part) + int(day or 0) * DAY if part else None for part in (arrival, departure)]
    if minutes[0] is not None and minutes[1] is not None and minutes[0] > minutes[1]:
        minutes[0] -= DAY  # the day after + is that of the departure
    return Stop(code(station), minutes[0], minutes[1], int(km))


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def train(number: str, calls: list[str], days: str = DAILY, classes: tuple[TravelClass, ...] = (SL, A3)) -> Train:
    return Train(number, f"{number} Express", "MEX", "NR", days, classes, tuple(map(call, calls)))


STATIONS = (
    Station(code("NDLS"), "New Delhi", "नई दिल्ली", "Delhi", "Delhi", "NR", 28.64, 77.22),
    Station(code("DLI"), "Old Delhi Jn", "पुरानी दिल्ली जंक्शन", "Delhi", "Delhi", "NR", 28.66, 77.23),
    Station(code("CNB"), "Kanpur Central", "कानपुर सेंट्रल", "Kanpur", "Uttar Pradesh", "NCR", 26.45, 80.35),
    Station(code("LKO"), "Lucknow Charbagh NR", "लखनऊ चारबाग", "Lucknow", "Uttar Pradesh", "NR", 26.83, 80.93),
    Station(code("LJN"), "Lucknow Jn", "लखनऊ जंक्शन", "Lucknow", "Uttar Pradesh", "NER", 26.83, 80.92),
    Station(code("PNBE"), "Patna Jn", "पटना जंक्शन", "Patna", "Bihar", "ECR", 25.60, 85.14),
    Station(code("RJPB"), "Rajendra Nagar Terminal", "राजेन्द्र नगर टर्मिनल", "Patna", "Bihar", "ECR", 25.60, 85.16),
    Station(code("HWH"), "Howrah Jn", "हावड़ा जंक्शन", "Kolkata", "West Bengal", "ER", 22.58, 88.34),
    Station(code("KOAA"), "Kolkata", "कोलकाता", "Kolkata", "West Bengal", "ER", 22.60, 88.39),
    Station(code("BINA"), "Bina Jn", "बीना जंक्शन", "Bina", "Madhya Pradesh", "WCR", 24.17, 78.19),
    Station(code("AGC"), "Agra Cantt", "आगरा कैंट", "Agra", "Uttar Pradesh", "NCR", 27.16, 77.99),
    Station(code("KYN"), "Kalyan Jn", "कल्याण जंक्शन", "Thane", "Maharashtra", "CR", 19.24, 73.13),
    Station(code("KAL"), "Kallal", "कल्लल", "Kallal", "Tamil Nadu", "SR"),
)

TRAINS = (
    # Overnight: leaves Delhi on Monday, Wednesday and Friday, Patna after the next midnight.
    train("12394", ["NDLS -17:00 0", "CNB 22:00-22:05 440", "PNBE 23:50-00:05+1 1001", "HWH 08:00-+1 1532"], "1010100"),
    train("12004", ["NDLS -06:10 0", "CNB 11:20-11:25 440", "LKO 12:40- 512"]),
    train("13010", ["HWH -20:00 0", "PNBE 04:00-04:10+1 531", "CNB 12:00-12:05+1 1092", "NDLS 18:00-+1 1532"]),
    # Calls at Kanpur, turns in Lucknow, and calls at Kanpur again.
    train(
        "11109",
        ["AGC -05:00 0", "CNB 09:00-09:10 270", "LKO 10:30-11:00 342", "CNB 12:30-12:40 414", "PNBE 20:00- 975"],
    ),
    train("12180", ["AGC -06:00 0", "LKO 12:00- 335"]),
    train("54251", ["LKO -07:00 0", "CNB 09:30- 72"], classes=()),
    train("22222", ["DLI -23:50 0", "NDLS 00:05-00:10+1 3", "HWH 17:00-+1 1535"], "1000000"),
    train("12309", ["RJPB -19:00 0", "PNBE 19:10-19:20 3", "NDLS 07:40-+1 1004"]),
    train("14218", ["LJN -22:00 0", "DLI 06:00-+1 490"]),
    train("13019", ["KOAA -21:00 0", "KYN 08:00-08:05+2 1900", "BINA 20:00-+2 2700"], ""),
)  # fmt: skip


def catalogue() -> Catalogue:
    return Catalogue("test", STATIONS, TRAINS)
