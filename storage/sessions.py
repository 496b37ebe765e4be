"""Sessions of chats, outside any unit of work."""

import json
from datetime import datetime, timedelta
from typing import Any

from domain.errors import Conflict
from domain.ids import ChatId
from domain.ports import Clock
from domain.sessions import Session
from storage.client import Client
from storage.items import Item, decode, encode, load, stamp
from storage.keys import session_key
from storage.schema import SESSIONS_KEPT
from storage.settings import StorageSettings
from storage.transaction import Transaction
from storage.writes import Write, put

FRESH_FOR = timedelta(days=7)  # after this the dialogue that was open is forgotten
_JSON = ("draft", "unsent")  # kept as JSON text: what comes back is exactly what went in


class Sessions:
    """See domain.ports.Sessions. `turn_at` is when the last turn was committed."""

    def __init__(self, client: Client, settings: StorageSettings, clock: Clock) -> None:
        self._transaction = Transaction(client, settings)
        self._clock = clock

    def load(self, chat_id: ChatId) -> Session:
        """A chat that was silent for a week starts afresh, but keeps its language, its count of turns (so that old
        buttons stay old) and the updates it has seen."""
        item = self._transaction.rows("sessions").get(session_key(chat_id))
        if item is None:
            return Session(chat_id=chat_id)
        session = _loaded(item)
        if decode(item["turn_at"]) >= stamp(self._clock.now() - FRESH_FOR):
            return session
        return Session(
            chat_id=chat_id, rev=session.rev, serial=session.serial, language=session.language, seen=session.seen
        )

    def commit(self, session: Session, now: datetime) -> Session:
        kept = session.but(rev=session.rev + 1)
        item = _dumped(kept) | {"turn_at": encode(now), "ttl": encode(int((now + SESSIONS_KEPT).timestamp()))}
        self._transaction.now(put("sessions", session_key(session.chat_id), item, rev=session.rev))
        return kept

    def sent(self, session: Session, panel: int | None) -> None:
        sets = {"unsent": encode("[]")} | ({} if panel is None else {"panel": encode(panel)})
        key, condition = session_key(session.chat_id), "rev = :rev"
        try:
            self._transaction.now(Write("Update", "sessions", key, sets, (), condition, {"rev": session.rev}))
        except Conflict:
            return


def forgetting(transaction: Transaction, chat_id: ChatId) -> Write | None:
    """The write by which a chat starts afresh in its language, and its old buttons are old; None if it has nothing."""
    item = transaction.rows("sessions").get(session_key(chat_id))
    if item is None:
        return None
    known = _loaded(item)
    fresh = Session(chat_id=chat_id, serial=known.serial + 1, language=known.language, seen=known.seen)
    kept = {name: item[name] for name in ("turn_at", "ttl")}
    return put("sessions", session_key(chat_id), _dumped(fresh.but(rev=known.rev + 1)) | kept, rev=known.rev)


def _dumped(session: Session) -> Item:
    fields: dict[str, Any] = session.model_dump(mode="json")
    fields |= {name: json.dumps(fields[name], ensure_ascii=False) for name in _JSON}
    return {name: encode(value) for name, value in fields.items() if value is not None}


def _loaded(item: Item) -> Session:
    texts = {name: json.loads(decode(item[name])) for name in _JSON}
    plain = load(Session, {name: value for name, value in item.items() if name not in _JSON})
    return plain.but(**texts)
