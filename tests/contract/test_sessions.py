"""Sessions: two turns of a chat never both win, and a chat that was silent for long starts afresh."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from domain.errors import Conflict
from domain.sessions import Session
from storage.sessions import Sessions
from tests.contract.samples import NOW, fresh_chat
from tests.engines import Storage


@dataclass
class Hands:
    """A clock that is set by hand."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


def a_turn() -> Session:
    """In the middle of booking, with every kind of JSON in the draft."""
    draft = {"from": "PNBE", "where": [25.6, 85.1], "party": [{"name": "आशा", "age": 34, "berth": None}], "ok": True}
    return Session(
        chat_id=fresh_chat(),
        serial=3,
        flow="book",
        draft=draft | {"empty": {}, "nothing": None, "whole": 2.0},
        trail=("from", "party"),
        language="hi",
        seen=(10, 11),
        unsent=({"text": "When?", "keyboard": []},),
        panel=77,
    )


def test_a_chat_that_never_wrote_has_a_fresh_session(storage: Storage) -> None:
    chat_id = fresh_chat()
    assert Sessions(storage.client, storage.settings, Hands()).load(chat_id) == Session(chat_id=chat_id)


def test_a_turn_comes_back_exactly(storage: Storage) -> None:
    sessions = Sessions(storage.client, storage.settings, Hands())
    turn = a_turn()
    kept = sessions.commit(turn, NOW)
    assert kept == turn.but(rev=1)
    read = sessions.load(turn.chat_id)
    assert read == kept
    assert repr(read.draft) == repr(turn.draft)
    assert sessions.commit(read.but(flow=None, draft={}, panel=None), NOW).rev == 2
    assert sessions.load(turn.chat_id) == read.but(rev=2, flow=None, draft={}, panel=None)


def test_two_turns_at_once_do_not_both_win(storage: Storage) -> None:
    sessions = Sessions(storage.client, storage.settings, Hands())
    turn = a_turn()
    sessions.commit(turn, NOW)
    with pytest.raises(Conflict):
        sessions.commit(turn.but(flow="trips"), NOW)
    first = sessions.load(turn.chat_id)
    sessions.commit(first.but(flow="trips"), NOW)
    with pytest.raises(Conflict):
        sessions.commit(first.but(flow="wallet"), NOW)
    assert sessions.load(turn.chat_id).flow == "trips"


def test_what_was_sent_is_forgotten_and_the_panel_noted(storage: Storage) -> None:
    sessions = Sessions(storage.client, storage.settings, Hands())
    kept = sessions.commit(a_turn(), NOW)
    sessions.sent(kept, 78)
    assert sessions.load(kept.chat_id) == kept.but(unsent=(), panel=78)
    sessions.sent(kept, None)  # nothing new is open: the old question still is
    assert sessions.load(kept.chat_id) == kept.but(unsent=(), panel=78)


def test_a_newer_turn_keeps_its_own_words(storage: Storage) -> None:
    sessions = Sessions(storage.client, storage.settings, Hands())
    first = sessions.commit(a_turn(), NOW)
    second = sessions.commit(first.but(unsent=({"text": "Who?"},)), NOW)
    sessions.sent(first, 99)
    assert sessions.load(first.chat_id) == second


def test_after_a_silent_week_only_language_and_counts_are_kept(storage: Storage) -> None:
    clock = Hands()
    sessions = Sessions(storage.client, storage.settings, clock)
    kept = sessions.commit(a_turn(), NOW)
    clock.at = NOW + timedelta(days=7)
    assert sessions.load(kept.chat_id) == kept
    clock.at = NOW + timedelta(days=7, seconds=1)
    fresh = sessions.load(kept.chat_id)
    assert fresh == Session(chat_id=kept.chat_id, rev=1, serial=3, language="hi", seen=(10, 11))
    assert sessions.commit(fresh.but(flow="book"), clock.at).rev == 2
