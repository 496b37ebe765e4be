"""What a statement of a wallet shows: whose, of which days, and every movement in words."""

from dataclasses import dataclass
from datetime import datetime

from bot.pictures.statement_words import SOURCES, STATES
from domain.ids import WalletId
from domain.railtime import INDIA
from domain.statements import Statement
from domain.users import User
from domain.wallets import WalletTransaction


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as printed; `made_at` in Asia/Kolkata. `sample`: no real money is in it."""

    language: str
    owner: str
    wallet_id: WalletId
    made_at: datetime
    statement: Statement
    sample: bool

    @property
    def name(self) -> str:
        """Of a file: `2026-11-01-to-2026-11-30`."""
        period = self.statement.period
        return f"{period.first}-to-{period.last}"


def statement_view(
    statement: Statement, user: User, made_at: datetime, *, language: str = "en", sample: bool = False
) -> StatementView:
    """`user` owns the wallet; `made_at` is now."""
    return StatementView(language, user.full_name, user.wallet_id, made_at.astimezone(INDIA), statement, sample)


def what_for(row: WalletTransaction, language: str) -> str:
    """Why the money moved, in words, with a state that is not final."""
    source = SOURCES[language].get(row.source, str(row.source))
    state = STATES[language].get(row.status, "")
    return f"{source} ({state})" if state else source
