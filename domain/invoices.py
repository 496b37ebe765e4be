"""Invoices: the tax invoice for Yatri's own service, the convenience fee; the railway's fare is the railway's supply.

Rule 46 of the CGST Rules 2017 says what one has to name, and (b) how it is numbered: consecutively, unique for a
financial year, at most sixteen characters, in one series or several. So the number is a counter of the year and not,
say, the PNR. A fee below 200 rupees needs an invoice of its own only if the passenger asks for one (CGST Act
s.31(3)(b); the rest goes into one consolidated invoice a day, which is the accountants'), so a number is given when the
invoice is first asked for: rarely enough for one counter, which is raised in the transaction that stores the invoice,
so that there are neither gaps nor doubles.

Where the passenger lives is not known. The place of supply is then the supplier's own (IGST Act s.12(2)(b)), so half
of the tax is the centre's and half the State's (UTGST in union territories without a legislature). An invoice that has
the passenger's State, as the first proviso to Rule 46(f) asks of services taken over the internet, is `supplied_to`
it, and if that is another one the whole tax is integrated (IGST).

These paragraphs are as we understand them, to be confirmed: see domain/rules/assumed.py.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from domain.errors import Problem
from domain.ids import BookingId, Pnr, UserId
from domain.model import Entity, Rupees, Value
from domain.rules.gst_states import STATES, WITHOUT_LEGISLATURE

PAISA = Decimal("0.01")
SERIES, SAMPLE_SERIES = "Y", "S"
LONGEST_NUMBER = 16
_GSTIN = re.compile(r"[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]", re.ASCII)
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Supplier(Value):
    """Who runs this bot, as registered for GST."""

    name: str
    gstin: str
    address: str

    @property
    def state_code(self) -> str:
        """The two digits that stand for the State."""
        return self.gstin[:2]


# Nobody's: its check sign is wrong.
SAMPLE_SUPPLIER = Supplier(
    name="Yatri Sample Private Limited", gstin="27AAACY0000A1Z0", address="1 Sample Street, Mumbai 400001, Maharashtra"
)


class Invoice(Entity):
    """What an invoice said when it was issued, which never changes. `fee` is what was paid, its tax at `rate` (0.18)
    included; `supplied_to` the code of the State that is the place of supply; `sample`: good for no tax office."""

    booking_id: BookingId
    user_id: UserId
    pnr: Pnr
    number: str
    issued_on: date
    supplier: Supplier
    recipient: str
    supplied_to: str
    fee: Rupees
    rate: Decimal
    sample: bool = False

    @property
    def tax(self) -> "Tax":
        """The fee taken apart."""
        return tax_of(self.fee, self.rate, self.supplier.state_code, self.supplied_to)


class InvoiceBook(Entity):
    """The counter of one series in one financial year: `last` is the serial number given last."""

    series: str
    year: int
    last: int = 0

    def next_number(self) -> str:
        """The number after the last; Problem `invoice-unavailable` where it would be longer than the rule allows."""
        number = f"{self.series}/{self.year % 100:02}-{(self.year + 1) % 100:02}/{self.last + 1:06}"
        if len(number) > LONGEST_NUMBER:
            raise Problem("invoice-unavailable")
        return number


@dataclass(frozen=True, slots=True)
class Tax:
    """In rupees: `taxable` and the taxes are the fee. Either `igst`, or `cgst` and `sgst` in equal parts; `union`: the
    State's part is a union territory's."""

    taxable: Decimal
    cgst: Decimal
    sgst: Decimal
    igst: Decimal
    union: bool = False

    @property
    def total(self) -> Decimal:
        return self.taxable + self.cgst + self.sgst + self.igst


def tax_of(fee: Decimal, rate: Decimal, supplier_state: str, supplied_to: str) -> Tax:
    """A fee that includes its tax, taken apart to the paisa; the parts always add up to the fee."""
    nothing = Decimal(0)
    taxable = fee / (1 + rate)
    if supplier_state != supplied_to:
        igst = _paisa(taxable * rate)
        return Tax(fee - igst, nothing, nothing, igst)
    half = _paisa(taxable * rate / 2)
    return Tax(fee - 2 * half, half, half, nothing, supplied_to in WITHOUT_LEGISLATURE)


def financial_year(day: date) -> int:
    """The calendar year in which the day's financial year began: it runs from 1 April to 31 March."""
    return day.year if day.month >= 4 else day.year - 1


def is_gstin(text: str) -> bool:
    """Is it a GSTIN: of the right shape, of a State, with the right check sign?"""
    return bool(_GSTIN.fullmatch(text)) and text[:2] in STATES and text[-1] == check_sign(text[:-1])


def check_sign(start: str) -> str:
    """The fifteenth sign of a GSTIN, from the fourteen before it: the Luhn scheme in base 36."""
    total = 0
    for place, sign in enumerate(start):
        product = _SIGNS.index(sign) * (1 + place % 2)
        total += product // 36 + product % 36
    return _SIGNS[-total % 36]


def _paisa(amount: Decimal) -> Decimal:
    return amount.quantize(PAISA, ROUND_HALF_UP)
