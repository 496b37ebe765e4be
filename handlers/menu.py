"""The home menu and the words that work everywhere."""

from domain.railtime import today
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import LANGUAGES, Html, Say, say

# Taps outside any dialogue: `g.<what>` or `g.<what>=<value>`; they carry no revision, since they change no answer.
COMMANDS = ("book", "train", "trips", "pnr", "wallet", "language", "help", "cancel")
# What people type instead of a command, when nothing is open.
SAID = {
    words: command
    for command, said in {
        "home": "hi hello hey namaste namaskar start menu home नमस्ते नमस्कार मेनू",
        "book": "book booking ticket tickets train book,a,train बुक टिकट ट्रेन टिकट,बुक,करें",
        "trips": "trips trip my,trips my,trip my,ticket my,tickets bookings pnr यात्राएँ मेरी,यात्राएँ मेरा,टिकट",
        "wallet": "wallet balance my,wallet वॉलेट बैलेंस मेरा,वॉलेट",
        "help": "help ? मदद",
        "language": "language english hindi भाषा हिंदी हिन्दी",
        "cancel": "cancel stop quit exit रद्द बंद",
    }.items()
    for words in (phrase.replace(",", " ") for phrase in said.split())
}


def home_buttons(say: Say) -> tuple[tuple[Button, ...], ...]:
    """What one can do."""
    rows = (("book",), ("trips", "wallet"), ("language", "help"))
    return tuple(tuple(Button(text=say.label(f"menu-{what}"), data=f"g.{what}") for what in row) for row in rows)


def home(talk: Talk) -> Reply:
    """The welcome, by name if we know one."""
    user = talk.user
    key = "home-known" if user else "home"
    return Reply(text=talk.say.text(key, name=user.full_name if user else ""), buttons=home_buttons(talk.say))


def help_reply(talk: Talk) -> Reply:
    """What Yatri can do, with examples to type."""
    return Reply(text=talk.say.text("help"), buttons=home_buttons(talk.say)[:1])


def language_reply(talk: Talk) -> Reply:
    """A button for each language."""
    row = tuple(Button(text=name, data=f"g.lang={code}") for code, name in LANGUAGES.items())
    return Reply(text=talk.say.text("ask-language"), buttons=(row,))


def wallet_reply(talk: Talk) -> Reply:
    """Balance and the latest movements."""
    if talk.user is None:
        return Reply(text=talk.say.text("register-first"), buttons=home_buttons(talk.say)[:1])
    wallet, rows = talk.services.wallets.statement(talk.user.wallet_id)
    words = talk.say
    lines = [
        words.text(
            f"wallet-{row.type.value}",
            day=words.day(today(row.created_at)),
            amount=words.money(row.amount),
            source=words.label(f"source-{row.source.value}"),
        )
        for row in rows
    ]
    text = words.text("wallet", balance=words.money(wallet.balance), rows=Html("\n".join(lines)))
    return Reply(text=text)


def failure_reply(language: str | None) -> Reply:
    """What is said when even repeating did not help; `language` is the app's, as `hi`."""
    return Reply(text=say(language).text("sorry-busy"))
