"""The home menu and the words that work everywhere."""

from handlers.account.favourites import favourite_rows
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import LANGUAGES, Say, say

# Taps outside any dialogue: `g.<what>` or `g.<what>=<value>`; they carry no revision, since they change no answer.
COMMANDS = (
    "book",
    "train",
    "trips",
    "pnr",
    "wallet",
    "support",
    "inbox",
    "alerts",
    "notifications",
    "profile",
    "language",
    "help",
    "cancel",
)
# What people type instead of a command, when nothing is open.
SAID = {
    words: command
    for command, said in {
        "home": "hi hello hey namaste namaskar start menu home नमस्ते नमस्कार मेनू",
        "book": "book booking ticket tickets train book,a,train बुक टिकट ट्रेन टिकट,बुक,करें",
        "trips": "trips trip my,trips my,trip my,ticket my,tickets bookings pnr यात्राएँ मेरी,यात्राएँ मेरा,टिकट",
        "wallet": "wallet balance my,wallet वॉलेट बैलेंस मेरा,वॉलेट",
        "help": "help ? मदद",
        "support": "support complaint helpdesk customer,care सहायता शिकायत",
        "inbox": "inbox news messages इनबॉक्स सूचनाएँ",
        "profile": "profile account my,profile my,account प्रोफ़ाइल प्रोफाइल खाता मेरा,खाता",
        "alerts": "alerts my,alerts reminders अलर्ट",
        "notifications": "notifications quiet,hours quiet",
        "language": "language english hindi भाषा हिंदी हिन्दी",
        "cancel": "cancel stop quit exit रद्द बंद",
    }.items()
    for words in (phrase.replace(",", " ") for phrase in said.split())
}


def home_buttons(say: Say) -> tuple[tuple[Button, ...], ...]:
    """What one can do."""
    rows = (("book",), ("trips", "wallet"), ("language", "support", "help"))
    return tuple(tuple(Button(text=say.label(f"menu-{what}"), data=f"g.{what}") for what in row) for row in rows)


def home(talk: Talk) -> Reply:
    """The welcome, by name if we know one."""
    user = talk.user
    key = "home-known" if user else "home"
    rows = home_buttons(talk.say)
    if user:
        unread = talk.services.inboxes.unread(user.user_id, talk.now)
        inbox = Button(text=talk.say.label("menu-inbox", unread=unread), data="g.inbox")
        rows = (*favourite_rows(talk), *rows, (inbox, Button(text=talk.say.label("button-profile"), data="g.profile")))
    return Reply(text=talk.say.text(key, name=user.full_name if user else ""), buttons=rows)


def help_reply(talk: Talk) -> Reply:
    """What Yatri can do, with examples to type."""
    return Reply(text=talk.say.text("help"), buttons=home_buttons(talk.say)[:1])


def language_reply(talk: Talk) -> Reply:
    """A button for each language."""
    row = tuple(Button(text=name, data=f"g.lang={code}") for code, name in LANGUAGES.items())
    return Reply(text=talk.say.text("ask-language"), buttons=(row,))


def failure_reply(language: str | None) -> Reply:
    """What is said when even repeating did not help; `language` is the app's, as `hi`."""
    return Reply(text=say(language).text("sorry-busy"))
