"""Invoices, one a booking, and the counters that number them."""

from datetime import UTC, datetime

from domain.errors import NotFound
from domain.ids import BookingId
from domain.invoices import Invoice, InvoiceBook
from storage.entities import Entities
from storage.keys import invoice_book_key, invoice_key
from storage.transaction import Transaction

_UNWRITTEN = datetime.fromtimestamp(0, UTC)  # of a book that is not there yet


class Invoices:
    """See domain.ports.Invoices. There is no save: an invoice stays as it was issued."""

    def __init__(self, transaction: Transaction) -> None:
        self._invoices = Entities(transaction, "payments", Invoice, lambda invoice: invoice_key(invoice.booking_id))
        self._books = Entities(
            transaction, "payments", InvoiceBook, lambda book: invoice_book_key(book.series, book.year)
        )

    def of_booking(self, booking_id: BookingId) -> Invoice | None:
        try:
            return self._invoices.get(invoice_key(booking_id))
        except NotFound:
            return None

    def book(self, series: str, year: int) -> InvoiceBook:
        try:
            return self._books.get(invoice_book_key(series, year))
        except NotFound:
            return InvoiceBook(series=series, year=year, created_at=_UNWRITTEN, updated_at=_UNWRITTEN)

    def issue(self, invoice: Invoice, book: InvoiceBook) -> None:
        self._invoices.add(invoice)
        if book.rev:
            self._books.save(book)
        else:
            self._books.add(book)
