"""Users, and the claims that keep their chat, phone and e-mail unique."""

from collections.abc import Iterator, Sequence
from itertools import chain

from domain.ids import ChatId, UserId
from domain.names import begins, name_words
from domain.users import KycStatus, User
from storage.entities import Entities
from storage.items import Item, encode, stamp
from storage.keys import (
    chat_claim,
    email_claim,
    name_key,
    phone_claim,
    scrub_key,
    shard_of,
    user_key,
    waiting_identity_key,
)
from storage.schema import BY_SHARD, SHARDS, Key
from storage.sessions import forgetting
from storage.transaction import Transaction
from storage.writes import Write, delete, put

MOST_LOOKED_AT = 5000  # rows of one search by name: enough for all who are called Kumar in a large city
_WORDS = "name_words"  # of a name's row: the whole name, so that several words narrow without reading the users


class Users:
    """See domain.ports.Users. A save that changes a phone, e-mail or chat gives the old claim back. The rows by which a
    name is found are written with the user and when the name changes, so a booking pays nothing for them; who was
    stored before there were such rows gets them by `yatri tables names`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._users = Entities(transaction, "users", User, lambda user: user_key(user.user_id))
        self._rows = transaction.rows("users")

    def get(self, user_id: UserId) -> User:
        return self._users.get(user_key(user_id))

    def by_chat(self, chat_id: ChatId) -> User | None:
        return self._owner(chat_claim(chat_id))

    def by_phone(self, phone: str) -> User | None:
        return self._owner(phone_claim(phone))

    def by_email(self, email: str) -> User | None:
        return self._owner(email_claim(email))

    def phone_taken(self, phone: str) -> bool:
        return self._rows.get(phone_claim(phone)) is not None

    def email_taken(self, email: str) -> bool:
        return self._rows.get(email_claim(email)) is not None

    def page(self, cursor: str, limit: int = 50) -> tuple[list[UserId], str | None]:
        shard, _, after = cursor.partition("#")
        values = {"shard": shard or "0", "after": after or " "}
        rows = self._rows.query("user_shard = :shard AND user_id > :after", values, index=BY_SHARD, limit=limit)
        found = [UserId(row["user_id"]["S"]) for row in rows]
        if len(found) == limit:
            return found, f"{shard or 0}#{found[-1]}"
        following = int(shard or 0) + 1
        return found, f"{following}#" if following < SHARDS else None

    def by_name(self, words: Sequence[Sequence[str]], limit: int) -> tuple[list[User], bool]:
        found, looked_at = dict[UserId, None](), 0
        for row in chain.from_iterable(map(self._named, words[0])):
            looked_at += 1
            if begins(row[_WORDS]["S"].split(), words):
                found[UserId(row["owner_id"]["S"])] = None
            if len(found) > limit or looked_at == MOST_LOOKED_AT:
                break
        more = len(found) > limit or looked_at == MOST_LOOKED_AT
        read = self._rows.get_many([user_key(user_id) for user_id in list(found)[:limit]])
        return [self._users.loaded(row) for row in read], more

    def _named(self, word: str) -> Iterator[Item]:
        """Rows of users in whose names a word begins so, of which at least two letters are told."""
        values = {"partition": name_key(word, UserId(""))[0], "word": word}
        return self._rows.query("PK = :partition AND begins_with(SK, :word)", values, limit=MOST_LOOKED_AT)

    def list_name(self, user: User) -> bool:
        wanted = _name_rows(user)
        there = {(row["PK"]["S"], row["SK"]["S"]) for row in self._rows.get_many(sorted(wanted))}
        if wanted <= there:
            return False
        self._name(user, set(), wanted)
        same, key = {"rev": user.rev}, user_key(user.user_id)
        self._transaction.add(Write("ConditionCheck", "users", key, condition="rev = :rev", values=same))
        return True

    def add(self, user: User) -> None:
        self._users.add(user, user_shard=_shard(user))
        self._claim(user, _claims(user))
        self._name(user, set(), _name_rows(user))

    def save(self, user: User) -> None:
        before = self._users.before(user)
        held, wanted = _claims(before), _claims(user)
        self._users.save(user, user_shard=_shard(user))
        self._list(user, _waits(before), _waits(user))
        if name_words(user.full_name) != name_words(before.full_name):
            self._name(user, _name_rows(before), _name_rows(user))
        self._claim(user, wanted - held)
        for claim in sorted(held - wanted):
            self._transaction.add(delete("users", claim))

    def leave(self, user: User) -> None:
        self.save(user)
        self._transaction.add(put("inventory", scrub_key(user.user_id), {"user_id": encode(user.user_id)}))

    def to_scrub(self, limit: int = 20) -> list[UserId]:
        listed = {"list": scrub_key(UserId(""))[0]}
        rows = self._transaction.rows("inventory").query("PK = :list", listed, limit=limit)
        return [UserId(row["user_id"]["S"]) for row in rows]

    def scrubbed(self, user_id: UserId) -> None:
        self._transaction.add(delete("inventory", scrub_key(user_id)))

    def forget_chat(self, chat_id: ChatId) -> None:
        if write := forgetting(self._transaction, chat_id):
            self._transaction.add(write)

    def _list(self, user: User, before: Key | None, after: Key | None) -> None:
        """On the list of documents that wait for the desk, or off it."""
        if before and before != after:
            self._transaction.add(delete("users", before))
        if after and before != after:
            self._transaction.add(put("users", after, {"owner_id": encode(user.user_id)}))

    def _name(self, user: User, before: set[Key], after: set[Key]) -> None:
        """Found by these words of the name, and no longer by those of before."""
        for row in sorted(before - after):
            self._transaction.add(delete("users", row))
        told = {"owner_id": encode(user.user_id), _WORDS: encode(" ".join(name_words(user.full_name)))}
        for row in sorted(after):
            self._transaction.add(put("users", row, told))

    def _owner(self, claim: Key) -> User | None:
        row = self._rows.get(claim)
        return self.get(UserId(row["user_id"]["S"])) if row else None

    def _claim(self, user: User, claims: set[Key]) -> None:
        for claim in sorted(claims):
            self._transaction.add(put("users", claim, {"user_id": encode(user.user_id)}, rev=0))


class Identities:
    """See domain.ports.desk.Identities."""

    def __init__(self, transaction: Transaction) -> None:
        self._rows = transaction.rows("users")

    def waiting(self, limit: int = 20) -> list[UserId]:
        listed = {"list": waiting_identity_key("", UserId(""))[0]}
        return [UserId(row["owner_id"]["S"]) for row in self._rows.query("PK = :list", listed, limit=limit)]


def _waits(user: User) -> Key | None:
    """Where the user's document is listed while it waits."""
    shown = user.identity
    if shown is None or not shown.sealed_file or user.kyc_status is not KycStatus.PENDING:
        return None
    return waiting_identity_key(stamp(shown.asked_at), user.user_id)


def _name_rows(user: User) -> set[Key]:
    return {name_key(word, user.user_id) for word in name_words(user.full_name)}


def _shard(user: User) -> str:
    return str(shard_of(user.user_id))


def _claims(user: User) -> set[Key]:
    """What is theirs alone; somebody who was deleted has none of it."""
    chat = {chat_claim(user.chat_id)} if user.chat_id else set()
    phone = {phone_claim(user.phone)} if user.phone else set()
    return chat | phone | ({email_claim(user.email)} if user.email else set())
