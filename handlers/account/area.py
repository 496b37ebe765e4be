"""The account's commands, taps and dialogues."""

from handlers.account.details import EMAIL, NAME, PHONE, opening
from handlers.account.journeys import ends_of_favourite, favourites, like, unlike
from handlers.account.leaving import DELETE, export, leaving, open_delete, rest, wake
from handlers.account.likings import berths, classes, forget_traveller, travellers
from handlers.account.password import PASSWORD, open_password
from handlers.account.profile import profile
from handlers.account.signin import SIGN_IN, open_signin
from handlers.account.verify import VERIFY, open_verify
from handlers.area import Area, Opens
from handlers.book import BOOK
from handlers.dialogue import Dialogue, Outcome
from handlers.talk import Talk


def _again(talk: Talk, mark: str) -> Outcome:
    """Books a favourite journey: both ends are known."""
    return BOOK.begin(talk, ends_of_favourite(talk, mark))


def _changing(dialogue: Dialogue) -> Opens:
    return lambda talk, value: opening(dialogue, talk)


ACCOUNT = Area(
    asides={
        "profile": profile,
        "travellers": travellers,
        "unsave": forget_traveller,
        "classes": classes,
        "berths": berths,
        "favourites": favourites,
        "unlike": unlike,
        "like": like,
        "leaving": leaving,
        "rest": rest,
        "wake": wake,
        "export": export,
    },
    opens={
        "name": _changing(NAME),
        "email": _changing(EMAIL),
        "phone": _changing(PHONE),
        "password": open_password,
        "signin": open_signin,
        "verify": open_verify,
        "delete": open_delete,
        "again": _again,
    },
    dialogues=(NAME, EMAIL, PHONE, PASSWORD, SIGN_IN, VERIFY, DELETE),
)
