"""/profile: what we know of a user, and a button to change each of it."""

from domain.contacts import masked_email, masked_phone
from domain.users import SELF, Identity, User
from handlers.account.closed import closed_reply
from handlers.account.person import person
from handlers.menu import home_buttons
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import LANGUAGES, Html

_ROWS = (
    ("button-name", "button-email", "button-phone"),
    ("button-travellers", "button-favourites"),
    ("button-classes", "button-berths"),
    ("menu-language", "button-notifications"),
    ("button-password", "button-verify"),
    ("button-export", "button-leaving"),
)
_WHILE_RESTING = (("button-wake",), ("button-export", "button-leaving"), ("menu-language",))


def profile(talk: Talk, value: str) -> tuple[Reply, ...]:
    """All of it; of an account that the desk closed only that it is."""
    if talk.user is None:
        sign_in = Button(text=talk.say.label("button-signin"), data="g.signin")
        rows = (*home_buttons(talk.say)[:1], (sign_in,))
        return (Reply(text=talk.say.text("profile-none"), buttons=rows),)
    return (panel(talk, person(talk)),)


def panel(talk: Talk, user: User, note: str = "") -> Reply:
    """The profile, below what has just been changed. On a tap it takes the place of what was tapped."""
    if not user.is_active and user.closed_by != SELF:
        return closed_reply(talk, user)
    say, wants = talk.say, user.preferences
    words = say.text(
        "profile",
        name=user.full_name,
        phone=masked_phone(user.phone),
        email=masked_email(user.email),
        language=LANGUAGES[say.language],
        identity=_identity(talk, user),
        travellers=len(wants.passengers),
        favourites=len(wants.favourites),
        usual_class=say.label(f"class-{wants.usual_class}") if wants.usual_class else say.label("no-usual"),
        usual_berth=say.label(f"berth-{wants.usual_berth.value}") if wants.usual_berth else say.label("no-usual"),
        password=say.label("password-is-set" if user.password_hash else "password-is-not-set"),
    )
    if not user.is_active:
        note = Html("\n\n".join(filter(None, (note, say.text("account-rests")))))
    rows = _ROWS if user.is_active else _WHILE_RESTING
    buttons = tuple(
        tuple(Button(text=say.label(key), data=f"g.{key.partition('-')[2]}") for key in row) for row in rows
    )
    return Reply(text=Html("\n\n".join(filter(None, (note, words)))), buttons=buttons, edit=True)


def _identity(talk: Talk, user: User) -> str:
    """Not shown yet, waiting, verified or refused, with the end of the document's number."""
    if user.identity is None:
        return talk.say.label("identity-none")
    return talk.say.label(f"identity-{user.kyc_status.value}", document=document(talk, user.identity))


def document(talk: Talk, identity: Identity) -> str:
    """PAN XXXXXX234F."""
    return f"{talk.say.label(f'document-{identity.kind.value}')} {identity.masked}"
