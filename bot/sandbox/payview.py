"""How a payment link looks: words, numbers and QR put into the page's templates, everything escaped."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

import segno
from babel.numbers import format_currency

from bot.sandbox.payment_links import LATEST_EXPIRY, LinkRecord
from bot.sandbox.store import Json

MERCHANT = "Yatri"
_STATIC = Path(__file__).parent / "static"
_INDIA = ZoneInfo("Asia/Kolkata")
_METHODS = {"upi": "UPI", "card": "Card", "netbanking": "Netbanking"}
_ENDED = {
    "paid": ("ok", "✓", "Payment received", "{merchant} has your money. A receipt is below."),
    "expired": ("over", "⌛", "This link has expired", "No money was taken. Ask {merchant} for a new link."),
    "cancelled": ("over", "✕", "This link was cancelled", "{merchant} withdrew it. No money was taken."),
    "missing": ("over", "?", "No such payment link", "Check the address, or ask {merchant} for a new link."),
}


def page(record: LinkRecord, now: int, back: str, then: str) -> str:
    """The link as it stands at `now`; `back` is the signed way to the merchant, `then` what the last press led to."""
    link = record.entity
    body = _form(record, then) if record.is_open else _ended(record, back, then)
    return _fill(
        "pay.html",
        raw={"body": body, "refresh": _refresh(back) if then == "return" and back else ""},
        merchant=MERCHANT,
        initial=MERCHANT[0],
        amount=rupees(link["amount"]),
        paid_part=f"{rupees(link['amount_paid'])} paid so far" if link["status"] == "partially_paid" else "",
        description=link["description"] or "Payment",
        reference=link["reference_id"] or "none",
        customer=link["customer"].get("name", ""),
        status=link["status"],
        left=seconds_left(record, now),
        left_words=_left_words(seconds_left(record, now)) if record.is_open else "",
        revision=revision(record),
        link_id=link["id"],
    )


def missing_page() -> str:
    """For a link that is not there."""
    kind, sign, title, words = _ENDED["missing"]
    body = _fill(
        "pay-ended.html", raw={"facts": "", "way_back": ""}, kind=kind, sign=sign, title=title, words=_named(words)
    )
    return _fill(
        "pay.html",
        raw={"body": body, "refresh": ""},
        merchant=MERCHANT,
        initial=MERCHANT[0],
        **dict.fromkeys(("amount", "paid_part", "customer", "left_words", "revision", "link_id"), ""),
        description="Payment",
        reference="none",
        status="missing",
        left=0,
    )


def revision(record: LinkRecord) -> str:
    """Changes whenever the page would look different."""
    parts = [record.entity["status"], record.entity["expire_by"]]
    parts += [payment["status"] for payment in record.payments]
    parts += [refund["status"] for refund in record.refunds]
    return "-".join(map(str, parts))


def seconds_left(record: LinkRecord, now: int) -> int:
    """Until the link expires."""
    link = record.entity
    return max(0, int(link["expire_by"] or link["created_at"] + LATEST_EXPIRY) - now)


def rupees(paise: int) -> str:
    """₹1,23,456.50"""
    return format_currency(Decimal(paise) / 100, "INR", locale="en_IN")


def upi_address(record: LinkRecord) -> str:
    """What the QR says: payee, reference and amount in rupees. The handle is nobody's, so no real app can pay it."""
    fields = {
        "pa": "yatri@sandbox",
        "pn": f"{MERCHANT} (sandbox)",
        "tr": record.link_id,
        "tn": record.entity["description"][:80] or MERCHANT,
        "am": f"{Decimal(record.due) / 100:.2f}",
        "cu": "INR",
    }
    return "upi://pay?" + urlencode(fields, quote_via=quote)


def _form(record: LinkRecord, then: str) -> str:
    link = record.entity
    partial = ""
    if link["accept_partial"]:
        partial = _fill("pay-part.html", due=f"{Decimal(record.due) / 100:.2f}", words=rupees(record.due))
    qr = segno.make(upi_address(record), error="m", micro=False)
    return _fill(
        "pay-form.html",
        raw={
            "notice": _notice(record, then),
            "qr": qr.svg_inline(scale=4, border=2, dark="#111", light="#fff", svgclass="qr", omitsize=True),
            "partial": partial,
        },
        link_id=link["id"],
        merchant=MERCHANT,
        button=f"Pay {rupees(record.due)}",
        upi=upi_address(record),
        amount=rupees(record.due),
    )


def _notice(record: LinkRecord, then: str) -> str:
    waiting = any(item["do"] == "capture" for item in record.agenda)
    last = record.payments[-1]["status"] if record.payments else ""
    if then == "amount":
        kind, words = "bad", "That amount does not fit. Choose one between the smallest part and what is due."
    elif waiting:
        kind, words = "wait", "Your bank has not answered yet. If the money leaves your account, it will arrive late."
    elif last == "failed":
        kind, words = "bad", "That payment did not go through, and no money was taken. You can try again."
    elif record.entity["status"] == "partially_paid":
        kind, words = "wait", f"Thank you. {rupees(record.due)} is still to be paid."
    else:
        return ""
    return _fill("pay-notice.html", kind=kind, words=words)


def _ended(record: LinkRecord, back: str, then: str) -> str:
    kind, sign, title, words = _ENDED[record.entity["status"]]
    if any(item["do"] == "capture" for item in record.agenda):
        words = "Your bank has not answered yet. If the money leaves your account, it will arrive late."
    if then == "closed":
        words, back = "The browser was closed here, so it never told {merchant}.", ""
    elif then == "return" and back:
        words = "Taking you back to {merchant}…"
    rows = [fact for payment in record.payments if payment["captured"] for fact in _payment_facts(payment)]
    rows += [fact for refund in record.refunds for fact in _refund_facts(refund)]
    facts = "".join(_fill("pay-fact.html", name=name, value=value) for name, value in rows)
    way_back = _fill("pay-return.html", url=back, merchant=MERCHANT) if back else ""
    return _fill(
        "pay-ended.html",
        raw={"facts": facts, "way_back": way_back},
        kind=kind,
        sign=sign,
        title=title,
        words=_named(words),
    )


def _payment_facts(payment: Json) -> list[tuple[str, str]]:
    at = datetime.fromtimestamp(payment["created_at"], UTC).astimezone(_INDIA)
    return [
        ("Paid", f"{rupees(payment['amount'])} by {_METHODS[payment['method']]}"),
        ("Payment", payment["id"]),
        ("When", f"{at:%d %b %Y, %H:%M} IST"),
    ]


def _refund_facts(refund: Json) -> list[tuple[str, str]]:
    how = {"pending": "on its way", "processed": "sent back", "failed": "could not be sent back"}[refund["status"]]
    return [("Refund", f"{rupees(refund['amount'])}, {how}")]


def _left_words(seconds: int) -> str:
    if seconds >= 86_400:
        return f"{seconds // 86_400} days left"
    if seconds >= 3600:
        return f"{seconds // 3600} h {seconds % 3600 // 60} min left"
    return f"{seconds // 60}:{seconds % 60:02d} left"


def _refresh(back: str) -> str:
    return f'<meta http-equiv="refresh" content="1;url={escape(back)}">'


def _named(words: str) -> str:
    return words.format(merchant=MERCHANT)


@cache
def _template(name: str) -> Template:
    return Template((_STATIC / name).read_text(encoding="utf-8"))


def _fill(name: str, /, raw: dict[str, str] | None = None, **words: object) -> str:
    """`raw` is HTML made here; every other value is text and is escaped."""
    return _template(name).substitute({key: escape(str(value)) for key, value in words.items()}, **(raw or {}))
