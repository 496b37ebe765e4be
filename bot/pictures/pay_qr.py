"""The card to pay by: a large QR code of the pay page, with the amount, the time that is left and what it is for."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from PIL import Image

from bot.pictures.canvas import Canvas, rounded
from bot.pictures.fonts import Fonts, can_shape
from bot.pictures.palette import GREY, GROUND, INK, MARIGOLD, NAVY, PALE, PAPER, RULE
from bot.pictures.pay_words import WORDS
from bot.pictures.png import as_png
from bot.pictures.qr import Matrix, qr_matrix
from bot.pictures.words import Words
from domain.bookings import Booking
from domain.errors import NotFound
from domain.payments import Payment
from domain.railtime import INDIA

WIDTH, MARGIN, RADIUS = 1080, 40, 36
LEFT, RIGHT = 104, 976
MIDDLE = WIDTH // 2
SIDE = 700  # of the code at most, without its quiet zone
QUIET = 4  # squares of paper around it; ISO/IEC 18004
QR_TOP = 420
TALLEST = 2000


@dataclass(frozen=True, slots=True)
class PayView:
    """What is to be paid: `amount` in rupees without what the wallet pays, `until` in Asia/Kolkata. Train and PNR are
    empty for a top-up.

    `content`, which the code holds, is the payment link's https address: a camera opens it, and its page takes UPI.
    It is no UPI intent, which an app's own scanner would want: a gateway's payment link has none (Razorpay answers a
    `short_url` only, with `upi_link` too; its `image_content` is of QR codes, which are another product, on request
    only: razorpay.com/docs/api/payments/payment-links/create-upi, /api/qr-codes/image-content). One of our own making
    would ask for money past the link, of which no webhook tells whose it is."""

    language: str
    content: str
    amount: Decimal
    until: datetime
    train: str = ""
    way: str = ""
    pnr: str = ""
    sample: bool = False


def pay_view(
    payment: Payment, booking: Booking | None, *, language: str = "en", train_name_hi: str = "", sample: bool = False
) -> PayView:
    """`booking` is the payment's, None for a top-up. NotFound while the payment has nothing to be paid by."""
    until = payment.expires_at.astimezone(INDIA)
    if not payment.link_url:
        raise NotFound(f"link of payment {payment.payment_id}")
    view = PayView(language, payment.link_url, payment.link_amount, until, sample=sample)
    if booking is None:
        return view
    name = (train_name_hi if language == "hi" else "") or booking.train_name
    way = f"{booking.origin_station_code} – {booking.destination_station_code} · {booking.travel_class}"
    return replace(view, train=f"{booking.train_id} {name}", way=way, pnr=booking.pnr)


def pay_png(view: PayView, fonts: Fonts) -> bytes:
    """The card as PNG, well under 300 KB."""
    if not can_shape():
        fonts = fonts.without_devanagari
    return as_png(_Card(view, fonts).draw())


class _Card:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: PayView, fonts: Fonts) -> None:
        self.view = view
        language = fonts.language(view.language)
        self.words = Words(language)
        self.labels = WORDS[language]
        self.canvas = Canvas(WIDTH, TALLEST, PAPER, fonts)

    def draw(self) -> Image.Image:
        self._amount(self._header() + 24)
        y = self._code(QR_TOP)
        return self._trimmed(self._facts(y + 16) + 30)

    def _header(self) -> int:
        text, bottom = self.canvas.text, MARGIN + 132
        self.canvas.box(0, 0, WIDTH, bottom, NAVY)
        text(LEFT, bottom - 44, "Yatri", 62, PAPER, bold=True)
        text(RIGHT, bottom - 46, self.labels["title"], 34, PALE, bold=True, align="right", width=560)
        if not self.view.sample:
            self.canvas.box(0, bottom, WIDTH, bottom + 8, MARIGOLD)
            return bottom + 8
        self.canvas.box(0, bottom, WIDTH, bottom + 54, MARIGOLD)
        text(MIDDLE, bottom + 38, self.labels["sample"], 28, NAVY, bold=True, align="middle", width=RIGHT - LEFT)
        return bottom + 54

    def _amount(self, y: int) -> None:
        text = self.canvas.text
        text(
            MIDDLE, y + 86, self.words.money(self.view.amount), 92, NAVY, bold=True, align="middle", width=RIGHT - LEFT
        )
        until = self.labels["until"].format(self.words.moment(self.view.until))
        text(MIDDLE, y + 142, until, 34, INK, align="middle", width=RIGHT - LEFT)

    def _code(self, y: int) -> int:
        """The code in the middle, with its quiet zone on all sides."""
        matrix = qr_matrix(self.view.content)
        scale = scale_of(matrix)
        side = scale * len(matrix)
        self.canvas.squares(MIDDLE - side // 2, y + QUIET * scale, matrix, scale, (0, 0, 0))
        return y + side + 2 * QUIET * scale

    def _facts(self, y: int) -> int:
        view, text, room = self.view, self.canvas.text, RIGHT - LEFT
        for line in (self.labels["how"], self.labels["then"]):
            text(MIDDLE, y + 30, line, 30, GREY, align="middle", width=room, least=20)
            y += 44
        self.canvas.box(LEFT, y + 16, RIGHT, y + 18, RULE)
        if not view.pnr:
            text(MIDDLE, y + 76, self.labels["topup"], 38, INK, bold=True, align="middle", width=room)
            return y + 96
        text(LEFT, y + 70, view.train, 36, INK, bold=True, width=room, least=24)
        text(LEFT, y + 122, view.way, 34, INK, width=room / 2)
        text(RIGHT, y + 122, f"{self.words('pnr')} {view.pnr}", 34, INK, bold=True, align="right", width=room / 2)
        return y + 142

    def _trimmed(self, bottom: int) -> Image.Image:
        """The card cut out with round corners, on the ground."""
        card = self.canvas.image.crop((MARGIN, MARGIN, WIDTH - MARGIN, bottom))
        whole = Image.new("RGB", (WIDTH, bottom + MARGIN), GROUND)
        whole.paste(card, (MARGIN, MARGIN), rounded(*card.size, RADIUS))
        return whole


def scale_of(matrix: Matrix) -> int:
    """Pixels a square: as large as there is room for."""
    return SIDE // len(matrix)
