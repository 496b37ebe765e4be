"""The words with which the staff group is called for one of them, with the buttons to look and to decide."""

from domain.approvals import Approval
from domain.payouts import Withdrawal
from domain.users import User
from handlers.desk.money import waiting
from handlers.desk.payouts import card
from handlers.reply import Button, Reply
from handlers.services import Services
from handlers.texts import DEFAULT, Html, say


def call_reply(services: Services, about: Approval | Withdrawal | User) -> Reply:
    """The message to the group, in our default language. Who may say yes is decided when they tap."""
    words = say(DEFAULT)
    if isinstance(about, Approval):
        return waiting(words, services, about)
    if isinstance(about, User):
        text = words.text("desk-call-stranded", amount=words.money(about.wallet_balance), user=about.user_id)
        user = Button(text=words.label("desk-button-user"), data=f"d.who={about.user_id}")
        return Reply(text=text, buttons=((user,),))
    shown = card(words, about)
    return shown.but(text=Html(f"{words.text('desk-call-payout')}\n{shown.text}"))
