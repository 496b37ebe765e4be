"""Users found by how the words of their names begin, on every engine; saving them without a new name pays nothing."""

import random
from dataclasses import replace
from uuid import uuid4

from domain.names import asked_words
from domain.services.listing_names import list_names
from domain.users import DELETED, User
from storage.embedded import EmbeddedEngine
from storage.keys import name_key
from storage.transaction import Transaction
from storage.writes import delete
from tests.contract.counting import counted
from tests.contract.samples import a_user
from tests.engines import Storage, prepared

_letters = random.SystemRandom()


def a_word() -> str:
    """A name that nobody else has: the tables are shared."""
    return "".join(_letters.choices("bdgklmnprstv", k=12)).capitalize()


def added(storage: Storage, name: str) -> User:
    user = a_user(full_name=name)
    with storage.units() as work:
        work.users.add(user)
        work.commit()
    return user.but(rev=1)


def saved(storage: Storage, user: User) -> User:
    with storage.units() as work:
        work.users.save(user)
        work.commit()
        return work.users.get(user.user_id)


def called(storage: Storage, text: str, limit: int = 10) -> tuple[list[str], bool]:
    """Names of who is found, and whether there may be more."""
    with storage.units() as work:
        users, more = work.users.by_name(asked_words(text), limit)
    return sorted(user.full_name for user in users), more


def everybody(storage: Storage, word: str) -> list[User]:
    """With this word in their name."""
    with storage.units() as work:
        return work.users.by_name(asked_words(word), 100)[0]


def test_a_user_is_found_by_the_beginning_of_any_word_until_the_name_is_another(storage: Storage) -> None:
    first, last, new = a_word(), a_word(), a_word()
    name = f"{first} D'{last}"
    asha = added(storage, name)
    for text in (first, last[:5].upper(), f"{last[:4]} {first[:3]}", f"d {first.lower()}"):
        assert called(storage, text) == ([name], False), text
    assert called(storage, f"{first} {new}") == ([], False)
    assert called(storage, first[1:]) == ([], False)
    asha = saved(storage, asha.but(full_name=f"{new} D'{last}"))
    assert called(storage, first) == ([], False)
    assert called(storage, f"{last} {new}") == ([asha.full_name], False)
    with storage.units() as work:
        work.users.leave(asha.but(full_name="", closed_by=DELETED, is_active=False))
        work.commit()
    assert called(storage, last) == called(storage, new) == ([], False)


def test_a_name_in_an_indian_script_is_found_by_how_it_sounds_and_one_in_latin_letters_by_its_letters(
    steady: Storage,
) -> None:
    word = f"K{a_word()}"  # none of the letters that are asked for alone
    names = [f"आशा {word} वर्मा", f"आशा {word} सिंह", f"कृष्ण {word} चोपड़ा", f"Asha {word} Singh", f"Asaf {word}"]
    varma, singh, chopra, latin, _ = (added(steady, name).full_name for name in names)
    asked = {"asha ver": [varma], "aasha": [varma, singh], "krishn": [chopra], "Krishna chopra": [chopra]}
    asked |= {"asha": sorted([latin, varma, singh]), "singh": sorted([latin, singh]), "आशा सिंह": sorted([latin, singh])}
    for text, found in asked.items():
        assert called(steady, f"{text} {word}") == (found, False), text
    assert called(steady, f"ash {word} v") == ([varma], False)
    written = added(steady, f"Deepak {word} Verma").full_name
    assert called(steady, f"दीपक {word} वर्मा") == ([written], False)
    (other,) = [user for user in everybody(steady, word) if user.full_name == varma]
    saved(steady, other.but(full_name=f"{word} Rao"))
    assert called(steady, f"aasha {word}") == ([singh], False)


def test_no_more_are_told_than_asked_for(storage: Storage) -> None:
    word = a_word()
    names = [f"{word} {last}" for last in ("Rao", "Roy", "ऋषि")]
    for name in names:
        added(storage, name)
    assert called(storage, word, 3) == (names, False)
    some, more = called(storage, word, 2)
    assert (len(some), more) == (2, True)
    assert called(storage, f"{word} ऋ") == (names[2:], False)


def test_only_another_name_costs_more_to_save(steady: Storage) -> None:
    asha, (client, written) = added(steady, f"{a_word()} Rao"), counted(steady.client)
    watched = replace(steady, client=client)
    asha = saved(watched, asha.but(wallet_balance="100.00"))
    assert written.rows == 1
    saved(watched, asha.but(full_name=f"{a_word()} Rao"))
    assert written.rows == 1 + 4  # the user, the old word, the new one, and the word that stayed


def test_who_was_stored_before_is_listed_once(engine: EmbeddedEngine) -> None:
    storage = prepared(engine.settings(f"n{uuid4().hex[:12]}"))
    asha, other, hindi = (added(storage, name) for name in ("Asha Verma", "Ravi Verma", "मीरा वर्मा"))
    gone = [name_key(word, asha.user_id) for word in ("asha", "verma")] + [name_key("~varma", hindi.user_id)]
    Transaction(storage.client, storage.settings).add(*(delete("users", key) for key in gone)).commit()
    assert called(storage, "verma") == ([other.full_name], False)
    assert list_names(storage.units) == (3, 2)
    assert called(storage, "verma as") == ([asha.full_name], False)
    assert called(storage, "verma mee") == ([hindi.full_name], False)
    assert list_names(storage.units) == (3, 0)
