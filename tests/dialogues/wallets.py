"""Wallets in a transcript: money given, promo codes, what the log says of them, and the pictures of an answer."""

import itertools
from datetime import timedelta
from decimal import Decimal

from domain.users import KycStatus
from domain.wallets import Wallet
from handlers.reply import Picture
from tests.dialogues.accounts import user_of
from tests.dialogues.transcript import Passenger, World

ANJALI, VIKRAM = "STAFF#1", "STAFF#2"
_codes = itertools.count(1)


def wallet_of(asha: Passenger) -> Wallet:
    with asha.world.units() as work:
        return work.wallets.get(user_of(asha).wallet_id)


def given(asha: Passenger, rupees: str) -> Passenger:
    """The desk has put money into the wallet."""
    key, now = f"given {asha.chat_id} {rupees} {next(_codes)}", asha.world.clock.now()
    asha.world.services.wallets.adjust(user_of(asha).user_id, Decimal(rupees), "sorry for the delay", ANJALI, now, key)
    return asha


def a_code(world: World, rupees: str = "100", uses: int = 5, days: int = 7) -> str:
    """A promo code that is good from today on."""
    now = world.clock.now()
    code = f"FEST{next(_codes)}"
    first = now.date()
    world.services.promos.make(code, Decimal(rupees), first, first + timedelta(days=days), uses, ANJALI, now)
    return code


def verified(asha: Passenger) -> Passenger:
    """Their identity has been checked."""
    with asha.world.units() as work:
        work.users.save(work.users.get(user_of(asha).user_id).but(kyc_status=KycStatus.VERIFIED))
        work.commit()
    return asha


def acts_about(world: World, target_id: str) -> list[str]:
    """What the log says was done, by name."""
    with world.units() as work:
        return sorted(row.action for row in work.logs.about(target_id))


def picture_of(asha: Passenger) -> Picture:
    """The one picture or file of the answer."""
    (picture,) = [reply.picture for reply in asha.replies if reply.picture]
    return picture
