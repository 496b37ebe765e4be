"""Kinds of train: what the type codes of the timetable stand for."""

from enum import StrEnum


class TrainFamily(StrEnum):
    """Kinds of train as passengers name them, from the fastest to the humblest."""

    VANDE_BHARAT = "vande-bharat"
    RAJDHANI = "rajdhani"
    SHATABDI = "shatabdi"
    TEJAS = "tejas"
    DURONTO = "duronto"
    JAN_SHATABDI = "jan-shatabdi"
    GARIB_RATH = "garib-rath"
    AMRIT_BHARAT = "amrit-bharat"
    SUPERFAST = "superfast"
    EXPRESS = "express"
    SPECIAL = "special"
    PASSENGER = "passenger"
    LOCAL = "local"


# The codes of the timetable. MEMU and DMU are passenger trains without a locomotive, EMU serve suburbs; Namo Bharat
# (VNDM, once Vande Metro) is unreserved and joins neighbouring cities; TOD is a train on demand, sold as a special.
_FAMILIES = {
    "VNDB": TrainFamily.VANDE_BHARAT, "RAJ": TrainFamily.RAJDHANI, "SHT": TrainFamily.SHATABDI,
    "TEJ": TrainFamily.TEJAS, "DRNT": TrainFamily.DURONTO, "JSH": TrainFamily.JAN_SHATABDI,
    "GBR": TrainFamily.GARIB_RATH, "AMTB": TrainFamily.AMRIT_BHARAT, "SUF": TrainFamily.SUPERFAST,
    "MEX": TrainFamily.EXPRESS, "TOD": TrainFamily.SPECIAL, "PAS": TrainFamily.PASSENGER,
    "MEMU": TrainFamily.PASSENGER, "DMU": TrainFamily.PASSENGER, "EMU": TrainFamily.LOCAL,
    "VNDM": TrainFamily.LOCAL, "SUB": TrainFamily.LOCAL,
}  # fmt: skip


def family(train_type: str) -> TrainFamily:
    """The kind of a train by its type code; a code that we do not know is an express, as most trains are."""
    return _FAMILIES.get(train_type, TrainFamily.EXPRESS)
