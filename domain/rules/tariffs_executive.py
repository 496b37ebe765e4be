"""Basic fares of executive class (EC) by distance slab, worked out: no public table has them.

What stands in the papers are whole tickets of Vande Bharat from 2022 and 2023, by the tariff of 2020. Without food, GST
and the charges of 60 and 75 rupees they leave the basic fare, and that is 1.3 times a Shatabdi's: New Delhi to
Varanasi cost 2013 in Shatabdi (The Wire, February 2019) and 3310 with 419 of food in the new train, whose basic fare so
is 2617. Food, where a paper does not tell it, is by the list of ETV Bharat, 9 February 2019. Between the points below
fares rise evenly, as those of 1A do, with the same leap after 500 km. Tickets that were not used come out within about
1 % (tests/unit/test_fares_executive.py). Below 60 km and beyond 760 (there as steep as 1A) nothing was seen.
"""

from decimal import Decimal
from itertools import pairwise, takewhile

from domain.rules.tariffs_slabs import Slabs, slab_ends, whole

# Km (of the timetable), and rupees in Shatabdi by the tariff of 2020.
_SEEN = (
    (50, 461),  # the shortest distance charged in a vistadome (Central Railway, September 2017); the fare as it falls
    (65, 482),  # Vande Bharat Meerut City to Anand Vihar, 60 km: 815 with tea (Inext, May 2023)
    (140, 591),  # basic fare Mysuru to Bengaluru: 768 (SavalTV, November 2022)
    (250, 872),  # Indore to Bhopal: 1510 with breakfast (Jawabdehi, June 2023)
    (300, 990),  # Lucknow to Gorakhpur: 1775 with 279 of food (ETV Bharat, 6 July 2023)
    (380, 1183),  # Ranchi to Patna: 1760 without food (CG News, June 2023)
    (500, 1446),  # basic fare Mysuru to Chennai: 1880 (News18, 3 November 2022)
    (510, 1525),  # Puri to Howrah: 2615 with 389 of food (Zee News, 18 May 2023)
    (590, 1688),  # basic fare Thiruvananthapuram to Kasaragod: 2194 (News18, April 2023)
    (700, 1911),  # Rani Kamlapati to Hazrat Nizamuddin: 3185 with 434 of food (MP Samachar, April 2023)
    (760, 2043),  # New Delhi to Varanasi in Shatabdi: 2013 in 2019, and 4 paise a km since January 2020
    (1000, 2467),
)


def _even() -> Slabs:
    """A table whose fares rise evenly from each point that was seen to the next."""
    ends = tuple(takewhile(lambda km: km <= _SEEN[-1][0], slab_ends(_SEEN[0][0])))
    return Slabs(ends, tuple(whole(_between(km)) for km in ends))


def _between(km: int) -> Decimal:
    (start, low), (end, high) = next(pair for pair in pairwise(_SEEN) if km <= pair[1][0])
    return low + Decimal(high - low) * (km - start) / (end - start)


EXECUTIVE_2020 = _even()
