"""Kinds of trains as arguments: a timetable's type code, or a name such as rajdhani or vande-bharat-sleeper."""

from typing import Annotated

import typer

from bot.commands.speaking import WrongArgument

# Name, hyphens as spaces: the timetable's type (empty where the kind has none) and the name a timetable would give.
_NAMED = {
    "rajdhani": ("RAJ", "Rajdhani"),
    "shatabdi": ("SHT", "Shatabdi"),
    "jan shatabdi": ("JSH", "Jan Shatabdi"),
    "duronto": ("DRNT", "Duronto"),
    "humsafar": ("", "Humsafar"),
    "tejas": ("TEJ", "Tejas"),
    "garib rath": ("GBR", "Garib Rath"),
    "vande bharat": ("VNDB", "Vande Bharat"),
    "vande bharat sleeper": ("VNDB", "Vande Bharat Sleeper"),
    "vande metro": ("VNDM", "Vande Metro"),
    "namo bharat": ("VNDM", "Namo Bharat"),
    "amrit bharat": ("AMTB", "Amrit Bharat"),
    "amrit bharat ii": ("AMTB", "Amrit Bharat II"),
    "amrit bharat 2": ("AMTB", "Amrit Bharat II"),
    "superfast": ("SUF", ""),
    "mail": ("MEX", ""),
    "express": ("MEX", ""),
    "mail express": ("MEX", ""),
    "special": ("TOD", ""),
    "passenger": ("PAS", ""),
}
# A sleeping car of VNDB tells a Vande Bharat Sleeper; people's own codes for it say so at once.
_CODES = {code: (code, "") for code, _ in _NAMED.values() if code} | {
    **{code: (code, "") for code in ("SUB", "MEMU", "DMU", "EMU")},
    **dict.fromkeys(("VBS", "VNDBS", "VNDB S"), ("VNDB", "Vande Bharat Sleeper")),
}
HELP = "What kind it is: RAJ, DRNT, VNDB, rajdhani, humsafar, vande-bharat-sleeper, amrit-bharat-ii ..."
Kind = Annotated[str | None, typer.Option(metavar="KIND", help=HELP)]
QuotaCode = Annotated[str, typer.Option(metavar="QUOTA", help="GN TQ PT LD SS HP")]


def kind_meant(text: str, argument: str) -> tuple[str, str]:
    """The type and the name that the argument tells. Raises WrongArgument."""
    said = " ".join(text.replace("-", " ").replace("_", " ").replace("/", " ").split())
    plain = said.casefold().removesuffix(" express") or said.casefold()
    meant = _NAMED.get(plain) or _NAMED.get(said.casefold()) or _CODES.get(said.upper())
    if meant is None:
        raise WrongArgument(f"{argument}: {text!r} is no kind of train such as {', '.join(_suggested())}")
    return meant


def _suggested() -> list[str]:
    return [
        "RAJ",
        "VNDB",
        *("-".join(name.split()) for name in ("rajdhani", "vande bharat sleeper", "amrit bharat ii")),
    ]
