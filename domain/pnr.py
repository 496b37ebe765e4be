"""PNR numbers: ten digits, the first telling where the train starts; no check digit (railway rules, "PNR")."""

import secrets
from collections.abc import Iterator, Mapping
from hashlib import sha256

from domain.ids import Pnr

# First digits by zone of the train's origin: 1 Secunderabad, 2-3 Delhi, 4-5 Chennai, 6-7 Kolkata, 8-9 Mumbai.
FIRST_DIGITS: Mapping[str, str] = {
    "SCR": "1", "SCOR": "1",
    "NR": "23", "NCR": "23", "NER": "23", "NWR": "23",
    "SR": "45", "SWR": "45",
    "ER": "67", "SER": "67", "ECR": "67", "ECOR": "67", "NFR": "67", "SECR": "67", "KMRC": "67",
    "CR": "89", "WR": "89", "WCR": "89", "KR": "89",
}  # fmt: skip
DEFAULT_DIGITS = "23"
CANDIDATES = 100  # even with half of all PNRs given away, so many are never all taken


def new_pnr(zone: str) -> Pnr:
    """A PNR that nobody can guess from another one; its uniqueness is claimed when the booking is stored."""
    first = secrets.choice(FIRST_DIGITS.get(zone, DEFAULT_DIGITS))
    return Pnr(first + f"{secrets.randbelow(10**9):09d}")


def pnrs_for(key: str, zone: str) -> Iterator[Pnr]:
    """The PNRs that a request with this idempotency key may get, always the same in the same order: the first that no
    other request has. So one claim, of the PNR, also makes the request happen once."""
    firsts = FIRST_DIGITS.get(zone, DEFAULT_DIGITS)
    for candidate in range(CANDIDATES):
        drawn = int.from_bytes(sha256(f"{candidate}:{key}".encode()).digest())
        yield Pnr(firsts[drawn % len(firsts)] + f"{drawn // len(firsts) % 10**9:09d}")
