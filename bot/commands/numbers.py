"""Numbers as arguments: as typed, exact to the last digit."""

from decimal import Decimal, InvalidOperation

from bot.commands.speaking import WrongArgument


def number_meant(text: str, argument: str, what: str = "number") -> Decimal:
    """The number that an argument tells; `what` it should be is named if it is none. Raises WrongArgument."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise WrongArgument(f"{argument}: {text!r} is not a {what}")
    return number
