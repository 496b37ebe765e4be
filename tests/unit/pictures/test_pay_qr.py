"""The card to pay by: what its code holds, and that a phone can read it."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
import segno
from PIL import Image

from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.pay_qr import MARGIN, MIDDLE, QR_TOP, QUIET, WIDTH, PayView, pay_png, pay_view, scale_of
from bot.pictures.qr import qr_matrix
from domain.errors import NotFound
from domain.ids import PaymentId
from domain.payments import Payment, PaymentPurpose
from tests.unit.pictures.samples import TRAIN_HI, booking

FONTS = find_fonts()
sets_of_fonts = pytest.mark.parametrize("fonts", [FONTS, FONTS.without_devanagari, Fonts()], ids=["all", "latin", "no"])
LINK = "https://rzp.io/i/nxrHnLJ"
LONG_LINK = "https://checkout.stripe.com/c/pay/cs_live_" + "a1B2c3D4" * 30


def payment(**changes: object) -> Payment:
    """Of the samples' booking."""
    about = booking(2)
    return Payment(
        payment_id=PaymentId("p-1"),
        user_id=about.user_id,
        booking_id=about.booking_id,
        amount=about.fare,
        payment_method="link",
        link_url=LINK,
        expires_at=about.created_at + timedelta(minutes=16),
        initiated_at=about.created_at,
        created_at=about.created_at,
        updated_at=about.created_at,
    ).but(**changes)


def view(language: str = "en", *, sample: bool = False, **changes: object) -> PayView:
    about = booking(2)
    return pay_view(payment(**changes), about, language=language, train_name_hi=TRAIN_HI, sample=sample)


def grey(of: PayView, fonts: Fonts = FONTS) -> Image.Image:
    """The picture in shades of grey, having kept to our limits."""
    data = pay_png(of, fonts)
    image = Image.open(BytesIO(data))
    assert image.format == "PNG"
    assert len(data) < 300_000
    assert image.width == WIDTH < image.height < 2000
    return image.convert("L")


def code(image: Image.Image, content: str) -> Image.Image:
    """The part of the picture with the code and its quiet zone."""
    matrix = qr_matrix(content)
    scale = scale_of(matrix)
    left = MIDDLE - scale * len(matrix) // 2 - QUIET * scale
    side = scale * (len(matrix) + 2 * QUIET)
    return image.crop((left, QR_TOP, left + side, QR_TOP + side))


def test_the_code_holds_the_gateways_link() -> None:
    assert view().content == LINK


def test_without_a_link_there_is_nothing_to_pay_by() -> None:
    with pytest.raises(NotFound):
        view(link_url=None)


@pytest.mark.parametrize("content", [LINK, LONG_LINK])
def test_the_code_is_segnos_own_with_error_correction_m(content: str) -> None:
    other = segno.make(content, error="m", boost_error=False, micro=False)
    assert other.error == "M"
    assert [list(map(bool, line)) for line in other.matrix] == [list(line) for line in qr_matrix(content)]


@pytest.mark.parametrize("content", [LINK, LONG_LINK])
def test_a_phone_can_read_it_where_it_is_two_hundred_pixels_wide(content: str) -> None:
    matrix = qr_matrix(content)
    squares = len(matrix) + 2 * QUIET
    small = code(grey(view(link_url=content)), content).resize((200, 200), Image.Resampling.BILINEAR)
    for row in range(squares):
        for column in range(squares):
            inside = QUIET <= row < squares - QUIET and QUIET <= column < squares - QUIET
            dark = inside and matrix[row - QUIET][column - QUIET]
            shade = small.getpixel((int((column + 0.5) * 200 / squares), int((row + 0.5) * 200 / squares)))
            assert isinstance(shade, int | float)
            assert (shade < 128) == dark, (row, column)


def test_around_the_code_is_nothing_but_paper() -> None:
    scale = scale_of(qr_matrix(LINK))
    whole = code(grey(view(sample=True)), LINK)
    side = whole.width
    for edge in ((0, 0, side, QUIET * scale), (0, 0, QUIET * scale, side), (side - QUIET * scale, 0, side, side)):
        darkest, _ = whole.crop(edge).getextrema()
        assert isinstance(darkest, int)
        assert darkest > 250


@sets_of_fonts
@pytest.mark.parametrize("language", ["en", "hi"])
def test_nothing_is_drawn_beyond_the_card(fonts: Fonts, language: str) -> None:
    image = grey(view(language, sample=True), fonts)
    below = image.crop((MARGIN + 40, image.height - MARGIN + 2, WIDTH - MARGIN - 40, image.height))
    darkest, _ = below.getextrema()
    assert isinstance(darkest, int)
    assert darkest > 200


def test_what_is_paid_from_the_wallet_is_not_asked_for_again() -> None:
    assert view(wallet_part=Decimal("885.40")).amount == booking(2).fare - Decimal("885.40")


def test_money_for_the_wallet_is_about_no_train() -> None:
    topup = pay_view(payment(booking_id=None, purpose=PaymentPurpose.TOPUP), None)
    assert (topup.train, topup.pnr) == ("", "")
    assert grey(topup).height < grey(view()).height


def test_a_sample_says_so() -> None:
    strips = [
        Image.open(BytesIO(pay_png(view(sample=sample), FONTS))).convert("RGB").getpixel((120, MARGIN + 160))
        for sample in (True, False)
    ]
    assert isinstance(strips[0], tuple)
    assert strips[0][0] > 220 > strips[0][1] > 150 > strips[0][2]  # marigold
    assert isinstance(strips[1], tuple)
    assert min(strips[1]) > 250


def test_the_same_payment_gives_the_same_bytes() -> None:
    assert pay_png(view(), FONTS) == pay_png(view(), FONTS)
