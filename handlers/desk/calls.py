"""The words with which the staff group is called for a second person, with the buttons to look and to decide."""

from domain.approvals import Approval
from domain.payouts import Withdrawal
from handlers.desk.money import waiting
from handlers.desk.payouts import card
from handlers.reply import Reply
from handlers.services import Services
from handlers.texts import DEFAULT, Html, say


def call_reply(services: Services, about: Approval | Withdrawal) -> Reply:
    """The message to the group, in our default language. Who may say yes is decided when they tap."""
    words = say(DEFAULT)
    if isinstance(about, Approval):
        return waiting(words, services, about)
    shown = card(words, about)
    return shown.but(text=Html(f"{words.text('desk-call-payout')}\n{shown.text}"))
