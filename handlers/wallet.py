"""The wallet: what is in it, its history in pages, its statement, and what begins from there."""

from datetime import timedelta

from domain.errors import Problem
from domain.railtime import today
from domain.statements import period_of
from domain.users import User
from domain.wallets import TxnSource, WalletStatus, WalletTransaction
from handlers.area import Area
from handlers.menu import home_buttons
from handlers.promo import PROMO, open_promo
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.talk import Talk
from handlers.texts import Html
from handlers.topup import TOP_UP, open_top_up, top_up_code
from handlers.withdraw import WITHDRAW, open_withdrawal

_KINDS = {"pdf": PictureKind.STATEMENT_PDF, "csv": PictureKind.STATEMENT_CSV}
_MOST_PAGES = 500


def wallet(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Balance, the latest movements, and what can be done; of a suspended one, what cannot."""
    if talk.user is None:
        return (Reply(text=talk.say.text("register-first"), buttons=home_buttons(talk.say)[:1]),)
    found, rows = talk.services.wallets.statement(talk.user.wallet_id)
    lines = [_line(talk, row, "wallet") for row in rows]
    words = talk.say.text("wallet", balance=talk.say.money(found.balance), rows=Html("\n".join(lines)))
    suspended = found.status is WalletStatus.SUSPENDED
    if suspended:
        words = Html(f"{words}\n\n{talk.say.text('wallet-suspended')}")
    return (Reply(text=words, buttons=_buttons(talk, suspended=suspended)),)


def history(talk: Talk, value: str) -> tuple[Reply, ...]:
    """A page of the ledger with the balance after each row; a tap turns the page in place."""
    page = int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0
    page = min(page, _MOST_PAGES)
    rows, more = talk.services.wallets.history(_user(talk).wallet_id, page)
    words = Html("\n".join(_line(talk, row, "wallet-history") for row in rows))
    text = talk.say.text("wallet-history", page=page + 1, rows=words or talk.say.text("wallet-history-empty"))
    newer = Button(text=talk.say.label("button-newer"), data=f"g.ledger={page - 1}")
    older = Button(text=talk.say.label("button-older"), data=f"g.ledger={page + 1}")
    turns = (*((newer,) if page else ()), *((older,) if more else ()))
    statement = Button(text=talk.say.label("button-statement"), data="g.statement")
    turned = talk.tapped and bool(value)
    return (Reply(text=text, buttons=(*((turns,) if turns else ()), (statement,)), edit=turned),)


def statement(talk: Talk, value: str) -> tuple[Reply, ...]:
    """Which months, as PDF or for a spreadsheet; then the file. Problem `bad-month`."""
    user = _user(talk)
    kind, _, month = value.partition("|")
    if kind not in _KINDS:
        return (_which_statement(talk),)
    period_of(month, talk.today)
    picture = Picture(kind=_KINDS[kind], wallet_id=user.wallet_id, month=month, language=talk.say.language)
    return (Reply(text=talk.say.text("statement-here"), picture=picture, protect=True),)


def _which_statement(talk: Talk) -> Reply:
    this = talk.today.replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    periods = [
        ("", talk.say.label("statement-lately")),
        *((f"{day:%Y-%m}", talk.say.month(day)) for day in (this, last)),
    ]
    rows = tuple(
        tuple(Button(text=f"{words} · {kind.upper()}", data=f"g.statement={kind}|{month}") for kind in _KINDS)
        for month, words in periods
    )
    return Reply(text=talk.say.text("ask-statement"), buttons=rows)


def _buttons(talk: Talk, *, suspended: bool) -> tuple[tuple[Button, ...], ...]:
    looks = (("button-history", "ledger"), ("button-statement", "statement"))
    moves = ((("button-topup", "topup"), ("button-promo", "promo")), (("button-withdraw", "withdraw"),))
    return tuple(
        tuple(Button(text=talk.say.label(words), data=f"g.{tap}") for words, tap in row)
        for row in (*(() if suspended else moves), looks)
    )


def _line(talk: Talk, row: WalletTransaction, kind: str) -> Html:
    """One movement; of a withdrawal how it stands, of a correction why, of others the ticket that they are about."""
    say, source = talk.say, talk.say.label(f"source-{row.source.value}")
    if row.source is TxnSource.WITHDRAWAL:
        known = talk.services.payouts.standing(row.reference_id)
        source += f" ({say.label(f'withdrawal-{known.status.value}')})" if known else ""
    if pnr := talk.services.wallets.pnr_of(row):
        source += f" · PNR {pnr}"
    args = {"day": say.day(today(row.created_at)), "amount": say.money(row.amount), "source": source}
    if kind == "wallet-history":
        args["balance"] = say.money(row.balance_after) if row.balance_after is not None else ""
    line = say.text(f"{kind}-{row.type.value}", **args)
    return Html(f"{line}\n{say.text('wallet-note', note=row.notes)}") if row.notes and kind != "wallet" else line


def _user(talk: Talk) -> User:
    if talk.user is None:
        raise Problem("register-first")
    return talk.user


WALLET = Area(
    asides={"wallet": wallet, "ledger": history, "statement": statement, "topupqr": top_up_code},
    opens={"topup": open_top_up, "promo": open_promo, "withdraw": open_withdrawal},
    dialogues=(TOP_UP, PROMO, WITHDRAW),
)
