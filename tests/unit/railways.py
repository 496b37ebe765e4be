"""Made-up railways for property tests: few stations, so that trains meet, call twice and pass midnight in a city."""

from hypothesis import strategies as st

from domain.ids import StationCode
from domain.trains import DAY, Stop, Train, TravelClass

CODES = [StationCode(letter) for letter in "ABCDEF"]
CITIES = {StationCode("C"): [StationCode("D")], StationCode("D"): [StationCode("C"), StationCode("D")]}

starts, finishes = (st.lists(st.sampled_from(ends), min_size=1, unique=True) for ends in (CODES[:2], CODES[4:]))
places = st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True)


@st.composite
def _trains(draw: st.DrawFn) -> Train:
    """A train of two to six calls, never twice in a row at one station."""
    route = draw(st.lists(st.sampled_from(CODES), min_size=2, max_size=6))
    route = [code for code, before in zip(route, [None, *route], strict=False) if code != before]
    if len(route) < 2:
        route = [CODES[0], CODES[1]]
    minute, km, stops = draw(st.integers(0, DAY - 1)), 0, []
    for position, code in enumerate(route):
        dwell = draw(st.sampled_from([0, 2, 10, 90]))
        arrival = minute if position else None
        departure = minute + (dwell if position else 0) if position < len(route) - 1 else None
        stops.append(Stop(code, arrival, departure, km))
        minute += dwell * bool(position) + draw(st.sampled_from([1, 20, 75, 240, 600, 1000]))
        km += draw(st.integers(1, 60))
    days = draw(st.sampled_from(["1111111", "1111111", "1010100", "0100010", "0000001", ""]))
    classes = draw(st.sampled_from([(TravelClass.SLEEPER,), (TravelClass.SLEEPER,), ()]))
    return Train("", "", "MEX", "", days, classes, tuple(stops))


@st.composite
def _railways(draw: st.DrawFn) -> list[Train]:
    drawn = draw(st.lists(_trains(), min_size=6, max_size=12))
    return [
        Train(str(10001 + i), f"Train {i}", t.type, t.zone, t.days, t.classes, t.stops) for i, t in enumerate(drawn)
    ]


railways = _railways()
