"""Users, and the claims that keep their chat, phone and e-mail unique."""

from domain.ids import ChatId, UserId
from domain.users import User
from storage.entities import Entities
from storage.items import encode
from storage.schema import Key, chat_claim, email_claim, phone_claim, user_key
from storage.transaction import Transaction
from storage.writes import delete, put


class Users:
    """See domain.ports.Users. A save that changes a phone, e-mail or chat gives the old claim back."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._users = Entities(transaction, "users", User, lambda user: user_key(user.user_id))
        self._rows = transaction.rows("users")

    def get(self, user_id: UserId) -> User:
        return self._users.get(user_key(user_id))

    def by_chat(self, chat_id: ChatId) -> User | None:
        claim = self._rows.get(chat_claim(chat_id))
        return self.get(UserId(claim["user_id"]["S"])) if claim else None

    def phone_taken(self, phone: str) -> bool:
        return self._rows.get(phone_claim(phone)) is not None

    def email_taken(self, email: str) -> bool:
        return self._rows.get(email_claim(email)) is not None

    def add(self, user: User) -> None:
        self._users.add(user)
        self._claim(user, _claims(user))

    def save(self, user: User) -> None:
        held, wanted = _claims(self._users.before(user)), _claims(user)
        self._users.save(user)
        self._claim(user, wanted - held)
        for claim in sorted(held - wanted):
            self._transaction.add(delete("users", claim))

    def _claim(self, user: User, claims: set[Key]) -> None:
        for claim in sorted(claims):
            self._transaction.add(put("users", claim, {"user_id": encode(user.user_id)}, rev=0))


def _claims(user: User) -> set[Key]:
    return {chat_claim(user.chat_id), phone_claim(user.phone), email_claim(user.email)}
