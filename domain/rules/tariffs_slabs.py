"""Basic fares of Mail and Express trains by distance slab, and looking one up.

Source: railway rules, "Fares (Mail/Express)", and its fare table: for every slab the highest whole rupee that agrees
with the fares of the 2020 tariff seen in October 2023 (expect +-5 rupees, chair car most). `-` is a slab in which no
fare was seen; it costs what the next longer one does. Second sitting at 810 km is left out too: its two fares belong to
a dearer kind of train and are above those of longer slabs.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from domain.trains import TravelClass

RUPEE = Decimal(1)
TAIL = 500  # km at a table's end from which the price of a longer journey is reckoned
NEAR = 3  # slabs on either side that tell where in its range a fare lies
BREAKS = (300, 500, 1000, 2500)  # km after which slabs widen or fares leap


@dataclass(frozen=True, slots=True)
class Slabs:
    """What a journey of up to `upto[i]` km costs: `rupees[i]`. The first slab is the class's minimum distance. The
    exact fare is one of the `spread` whole rupees up to that: a ticket's last rounding, up to 5, hides which."""

    upto: tuple[int, ...]
    rupees: tuple[Decimal, ...]
    spread: int = 1

    def at(self, km: int) -> Decimal:
        """Basic fare in whole rupees for this distance."""
        index = bisect_left(self.upto, km)
        return self.rupees[index] if index < len(self.upto) else self._beyond(km)

    def likely(self, km: int) -> Decimal:
        """The exact basic fare for this distance, as near as it can be told, for what is reckoned as a part of it.

        Fares rise evenly over a few slabs, so the straight line through the middles of the ranges around tells where in
        its own range a fare lies. Tried on classes whose fares are known to a rupee, made as vague as this: the mean
        error falls from 2 rupees (the highest of the range) to half a rupee.
        """
        index = bisect_left(self.upto, km)
        if index == len(self.upto) or self.spread == 1:
            return self.at(km)
        end, highest = self.upto[index], self.rupees[index]
        near = [i for i in range(max(index - NEAR, 0), index + NEAR + 1) if self._goes_on(i, end)]
        kilometres = Decimal(sum(self.upto[i] for i in near)) / len(near)
        middle = sum((self.rupees[i] for i in near), Decimal(0)) / len(near) - Decimal(self.spread - 1) / 2
        width = sum(((self.upto[i] - kilometres) ** 2 for i in near), Decimal(0))
        rise = sum(((self.upto[i] - kilometres) * self.rupees[i] for i in near), Decimal(0))
        line = middle + rise / width * (end - kilometres) if width else middle
        return min(max(whole(line), highest - self.spread + 1), highest)

    def _goes_on(self, index: int, end: int) -> bool:
        """Is there such a slab, on the same even stretch as the one that ends here?"""
        return index < len(self.upto) and bisect_left(BREAKS, self.upto[index]) == bisect_left(BREAKS, end)

    def raised(self, per_km: Decimal) -> "Slabs":
        """The table after a rise of so many rupees a km, rounded to the rupee slab by slab."""
        pairs = zip(self.upto, self.rupees, strict=True)
        return replace(self, rupees=tuple(whole(fare + km * per_km) for km, fare in pairs))

    def _beyond(self, km: int) -> Decimal:
        """Past the table's end it goes on as steeply as over its last 500 km: no fares were seen so far out."""
        last, top = self.upto[-1], self.rupees[-1]
        start = bisect_left(self.upto, last - TAIL)
        slope = (top - self.rupees[start]) / (last - self.upto[start])
        return whole(top + slope * (slab_end(km) - last))


def whole(rupees: Decimal) -> Decimal:
    """To the nearest rupee, halves up."""
    return rupees.quantize(RUPEE, ROUND_HALF_UP)


def slab_end(km: int) -> int:
    """The distance charged for: rounded up to 5 km (to 300), 10 (to 1000), 25 (to 2500), then 50."""
    step = 5 if km <= 300 else 10 if km <= 1000 else 25 if km <= 2500 else 50
    return -(-km // step) * step


def slab_ends(first: int) -> Iterator[int]:
    """The ends in km of all slabs from this one on, without end."""
    while True:
        yield first
        first = slab_end(first + 1)


def _slabs(first: int, row: str, spread: int = 1) -> Slabs:
    """A table written as one fare a slab."""
    known = [(km, Decimal(fare)) for km, fare in zip(slab_ends(first), row.split(), strict=False) if fare != "-"]
    return Slabs(tuple(km for km, _ in known), tuple(fare for _, fare in known), spread)


MAIL_EXPRESS_2020 = {
    TravelClass.FIRST_AC: _slabs(
        300,
        """
        1059 1192 1222 1249 1278 1307 1335 1363 1392 1420 1449 1478 1505 1535 1563 1592 1617 1649 1678 1703 1731 1816
        1840 1865 1892 1916 1940 1965 1987 2016 2040 2063 2087 2112 2140 2163 2187 2211 2235 2260 2284 2307 2335 2359
        2384 2411 2430 2454 2473 2493 2516 2535 2555 2578 2600 2620 2641 2663 2682 2705 2725 2749 2765 2787 2811 2831
        2854 2873 2897 2916 2935 2982 3025 3068 3111 3154 3197 3240 3284 3330 3369 3416 3459 3500 3544 3588 3631 3674
        3716 3763 3803 3849 3892 3936 3978 4022 4065 4111 4154 4197 4240 4282 4325 4368 4411 4459 4498 4544 4587 4630
        4673 4701 4730 4759 4784 4816 4840 4874 4897 4925 4954 4984 5012 5041 5065 5098 5122 5150 5179 5207 5236 5293
        5345 5403 5460 5517 5569 5626 5684 5741 5793 5850 5907
        """,
    ),
    TravelClass.SECOND_AC: _slabs(
        300,
        """
        625 705 724 738 754 771 788 805 819 838 852 869 885 902 919 935 950 969 985 1002 1016 1078 1095 1107 1121 1135
        1150 1166 1178 1195 1205 1221 1238 1250 1264 1278 1292 1309 1321 1335 1350 1364 1381 1392 1407 1421 1433 1447
        1459 1470 1481 1495 1507 1519 1533 1543 1554 1569 1578 1592 1605 1614 1628 1640 1652 1664 1676 1688 1700 1714
        1724 1750 1773 1800 1825 1850 1876 1902 1924 1950 1976 2000 2024 2052 2076 2100 2125 2152 2176 2200 2225 2250
        2276 2302 2325 2352 2376 2402 2424 2450 2476 2500 2524 2552 2573 2600 2625 2650 2676 2700 2724 2740 2757 2776
        2788 2805 2824 2838 2854 2870 2885 2905 2919 2933 2952 2966 2981 3000 3019 3033 3045 3081 3114 3143 3176 3205
        3238 3271 3305 3338 3371 3400 3433 3465
        """,
    ),
    TravelClass.THIRD_AC: _slabs(
        300,
        """
        440 493 505 517 529 540 550 562 572 586 598 607 619 629 643 653 667 676 686 698 710 753 764 774 786 795 802
        812 824 834 843 853 862 872 883 891 902 910 920 931 940 950 960 969 980 991 998 1007 1015 1024 1031 1038 1048
        1057 1064 1072 1080 1088 1098 1107 1115 1121 1131 1138 1148 1155 1162 1172 1179 1191 1198 1215 1229 1248 1264
        1279 1298 1315 1331 1348 1364 1381 1398 1415 1431 1448 1464 1483 1500 1515 1534 1548 1567 1583 1598 1617 1634
        1650 1667 1683 1700 1717 1734 1750 1767 1783 1800 1817 1834 1853 1869 1879 1888 1900 1910 1919 1931 1943 1953
        1962 1969 1981 1991 2002 2015 2024 2034 2048 2053 2067 2075 2095 2119 2138 2157 2181 2200 2219 2243 2262 2286
        2305 2324 2348
        """,
    ),
    TravelClass.CHAIR_CAR: _slabs(
        150,
        """
        212 238 243 248 253 260 264 269 275 280 286 291 295 300 305 312 315 321 326 331 338 343 348 353 355 360 364
        369 374 379 383 391 402 412 420 429 438 448 455 467 474 483 493 502 510 519 529 540 548 557 567 598 605 612
        626 629 636 648 655 660 669 679 688 693 702 712 717 726 736 745 750 760 769 774 783 793 798 807 812 - 821 836
        836 845 850 860 864 - 879 883 893 898 907 - 917 926 931 940 945 955 960 974 988 - 1017
        """,
    ),
    TravelClass.SLEEPER: _slabs(
        200,
        """
        125 140 145 145 150 150 155 155 160 160 165 165 165 170 170 175 175 180 180 185 185 190 195 200 205 205 210
        215 220 225 225 230 235 245 245 250 255 260 265 270 275 290 295 295 300 305 305 310 315 320 320 325 330 335
        340 340 345 350 355 355 360 365 370 375 375 380 380 385 390 395 395 400 405 405 410 415 415 420 425 425 430
        430 435 440 440 445 450 455 455 460 460 470 475 485 490 500 505 510 515 525 530 540 545 550 555 565 570 580
        585 590 600 605 615 620 625 635 640 645 650 660 665 675 680 690 695 700 710 715 720 730 735 740 745 750 755
        760 760 770 770 775 780 785 790 795 800 805 810 815 815 825 825 835 845 855 860 870 880 890 900 910 915 925
        935 945
        """,
        spread=5,
    ),
    TravelClass.SECOND_SITTING: _slabs(
        50,
        """
        30 35 35 40 40 45 45 45 50 50 50 50 55 55 60 60 60 60 65 65 65 70 70 70 70 75 75 75 75 75 80 80 80 85 85 85 90
        90 90 95 95 95 95 100 100 100 105 105 105 110 110 110 115 115 120 125 125 130 130 135 135 140 140 145 150 150
        150 155 155 160 160 165 165 170 175 175 175 180 185 185 185 190 190 195 195 200 200 205 205 210 - - 215 220 -
        225 225 225 230 230 235 - 235 - 275 - - 285 - - - 295 300 - 305 - 305 - 315 - - 325 325 - - 345 - 355 355 365
        365 375 375 385 385 - 400 405 - - 415 420 430 435 - 445
        """,
        spread=5,
    ),
}
