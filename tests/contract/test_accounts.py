"""Accounts on every engine: taken along, changed, proved and left, also by several at once and on a bad day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from argon2 import PasswordHasher

from bot.passwords import Passwords
from bot.vault import Vault, new_key
from domain.bookings import BookingStatus
from domain.errors import Conflict, Problem, SettingError
from domain.identity import IdKind
from domain.ids import ChatId
from domain.notifications import NotifType, news
from domain.services.identifying import Identifying
from domain.services.leaving import Leaving
from domain.services.profiles import ProfileService
from domain.services.signing_in import SigningIn
from domain.sessions import Session
from domain.users import DELETED, SELF, Favourite, KycStatus, Preferences, User
from domain.wallets import Wallet
from storage.keys import user_key
from storage.sessions import Sessions
from storage.transaction import Transaction
from tests.contract.samples import NOW, a_booking, a_payment, a_user, fresh_chat
from tests.contract.test_support import a_response, a_ticket
from tests.engines import Storage

PASSWORD = "eleven-quiet-mango-kites"
PASSWORDS = Passwords(PasswordHasher(time_cost=1, memory_cost=64))  # the stories are not about its slowness
HASHED = PASSWORDS.hash(PASSWORD)
PAN = "ABCPE1234F"
OLD, NEW = new_key(), new_key()  # the tables are shared: what one run sealed, the next can open


class StandingClock:
    """Always now."""

    def now(self) -> datetime:
        return NOW


def added(storage: Storage, balance: str = "0.00", **changes: object) -> User:
    """A user with a wallet and a password."""
    user = a_user(password_hash=HASHED, wallet_balance=Decimal(balance), **changes)
    wallet = Wallet(
        wallet_id=user.wallet_id, user_id=user.user_id, balance=Decimal(balance), created_at=NOW, updated_at=NOW
    )
    with storage.units() as work:
        work.users.add(user)
        work.wallets.open(wallet)
        work.commit()
    return read(storage, user)


def read(storage: Storage, user: User) -> User:
    with storage.units() as work:
        return work.users.get(user.user_id)


def owner(storage: Storage, chat_id: ChatId) -> User | None:
    with storage.units() as work:
        return work.users.by_chat(chat_id)


def test_signing_in_moves_the_chat_closes_what_was_open_there_and_tells_it(storage: Storage) -> None:
    asha, there = added(storage), fresh_chat()
    sessions = Sessions(storage.client, storage.settings, StandingClock())
    open_before = Session(chat_id=asha.chat_id, flow="book", draft={"origin": "PNBE"}, language="hi", serial=3)
    before = sessions.commit(open_before, NOW)
    user = SigningIn(storage.units, PASSWORDS).sign_in(there, asha.email, PASSWORD, NOW)
    assert (user.user_id, user.chat_id) == (asha.user_id, there)
    assert owner(storage, asha.chat_id) is None
    after = sessions.load(asha.chat_id)
    assert (after.flow, after.draft, after.language) == (None, {}, "hi")
    assert after.rev > before.rev
    assert after.serial > before.serial
    with pytest.raises(Conflict):  # a turn that was under way in that chat begins anew
        sessions.commit(before.but(flow="cancel"), NOW)
    with storage.units() as work:
        told = [each for each in work.notifications.newest(asha.user_id, 10) if each.title == "told-account-moved"]
    assert [each.chat_id for each in told] == [asha.chat_id]


def test_of_two_who_sign_in_at_once_one_has_the_account(storage: Storage) -> None:
    asha, chats = added(storage), [fresh_chat() for _ in range(4)]
    signing_in = SigningIn(storage.units, PASSWORDS)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda chat: signing_in.sign_in(chat, asha.email, PASSWORD, NOW), chats))
    owners = [chat for chat in (asha.chat_id, *chats) if owner(storage, chat)]
    assert owners == [read(storage, asha).chat_id]
    assert owners[0] in chats


def test_two_accounts_that_come_to_one_chat_at_once_do_not_share_it(steady: Storage) -> None:
    people, chat = [added(steady) for _ in range(3)], fresh_chat()
    signing_in = SigningIn(steady.units, PASSWORDS)

    def sign_in(user: User) -> str:
        try:
            return signing_in.sign_in(chat, user.email, PASSWORD, NOW).user_id
        except Problem as problem:
            return problem.key

    with ThreadPoolExecutor(3) as pool:
        came = list(pool.map(sign_in, people))
    there = owner(steady, chat)
    assert there is not None
    assert sorted(came) == sorted([there.user_id, "chat-has-account", "chat-has-account"])
    assert [read(steady, user).chat_id for user in people].count(chat) == 1


def test_an_account_that_the_desk_closed_is_not_opened_elsewhere(steady: Storage) -> None:
    banned = added(steady, is_active=False, closed_by="fraud")
    with pytest.raises(Problem, match="account-closed"):
        SigningIn(steady.units, PASSWORDS).sign_in(fresh_chat(), banned.email, PASSWORD, NOW)
    resting = added(steady, is_active=False, closed_by=SELF)
    there = fresh_chat()
    assert SigningIn(steady.units, PASSWORDS).sign_in(there, resting.email, PASSWORD, NOW).chat_id == there


def test_of_many_who_want_one_address_one_gets_it_and_old_ones_are_free(steady: Storage) -> None:
    people, profiles = [added(steady) for _ in range(3)], ProfileService(steady.units)
    wanted = f"wanted.{fresh_chat()}@example.in"

    def move(user: User) -> str:
        try:
            return profiles.move_email(user.user_id, wanted, NOW).email
        except Problem as problem:
            return problem.key

    with ThreadPoolExecutor(3) as pool:
        came = list(pool.map(move, people))
    assert sorted(came) == sorted([wanted, "email-taken", "email-taken"])
    moved = people[came.index(wanted)]
    with steady.units() as work:
        assert not work.users.email_taken(moved.email)
        holder = work.users.by_email(wanted)
    assert holder is not None
    assert holder.user_id == moved.user_id


def test_preferences_that_are_changed_at_once_are_all_kept(steady: Storage) -> None:
    asha, profiles = added(steady, preferences=Preferences()), ProfileService(steady.units)
    journeys = [Favourite(origin="PNBE", destination=code) for code in ("NDLS", "HWH", "CNB")]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda one: profiles.prefer(asha.user_id, lambda w: w.liking(one), NOW), journeys))
    assert {one.destination for one in read(steady, asha).preferences.favourites} == {"NDLS", "HWH", "CNB"}


def test_a_document_is_sealed_looked_at_decided_once_and_sealed_anew(storage: Storage) -> None:
    asha, identifying = added(storage), Identifying(storage.units, Vault([OLD]))
    prepared = identifying.prepare(IdKind.PAN, "abcpe 1234 f")
    waiting = identifying.ask(asha.user_id, IdKind.PAN, prepared, "file-1", NOW)
    assert waiting.identity is not None
    assert waiting.identity.masked == "XXXXXX234F"
    stored = str(Transaction(storage.client, storage.settings).rows("users").get(user_key(asha.user_id)))
    assert PAN not in stored + prepared
    assert "file-1" not in stored
    rotating = Identifying(storage.units, Vault([NEW, OLD]))
    assert rotating.renew(NOW) >= 2
    assert Identifying(storage.units, Vault([NEW])).look(asha.user_id, "STAFF#1", NOW) == (PAN, "file-1")
    with pytest.raises(SettingError):
        identifying.look(asha.user_id, "STAFF#1", NOW)
    assert identifying.decide(asha.user_id, "STAFF#1", "", NOW).kyc_status is KycStatus.VERIFIED
    with pytest.raises(Problem, match="decided-already"):
        identifying.decide(asha.user_id, "STAFF#2", "no", NOW)
    decided = read(storage, asha).identity
    assert decided is not None
    assert decided.sealed_file == ""


def test_nothing_is_committed_for_an_account_that_was_closed_meanwhile(steady: Storage) -> None:
    asha, leaving = added(steady), Leaving(steady.units)
    booking = a_booking(asha.user_id)
    with steady.units() as late:
        late.users.save(late.users.get(asha.user_id).but(recent_bookings=(booking.booking_id,)))
        late.bookings.add(booking)
        leaving.rest(asha.user_id, NOW)
        with pytest.raises(Conflict):
            late.commit()
    leaving.wake(asha.user_id, NOW)
    with steady.units() as work:
        work.users.save(work.users.get(asha.user_id).but(recent_bookings=(booking.booking_id,)))
        work.bookings.add(booking)
        work.commit()
    with steady.units() as work:
        assert work.bookings.get(booking.booking_id).user_id == asha.user_id


def test_who_has_a_trip_ahead_stays_and_as_they_were(steady: Storage) -> None:
    asha, leaving = added(steady), Leaving(steady.units)
    with steady.units() as work:
        work.bookings.add(a_booking(asha.user_id))
        work.commit()
    with pytest.raises(Problem, match="delete-trips-first"):
        leaving.delete(asha.user_id, NOW)
    rich = added(steady, balance="12.50")
    with pytest.raises(Problem, match="delete-wallet-first"):
        leaving.delete(rich.user_id, NOW)
    assert read(steady, asha).is_active
    assert read(steady, rich).is_active


def test_who_leaves_is_gone_from_tickets_news_and_support(storage: Storage) -> None:
    asha, leaving = added(storage), Leaving(storage.units)
    over = a_booking(asha.user_id, booking_status=BookingStatus.EXPIRED)
    ticket = a_ticket(user_id=asha.user_id).adding(a_response("my name is Asha", 5))
    for number in range(90):
        ticket = ticket.adding(a_response(f"{number} says Asha"))
    ticket = ticket.adding(a_response("we are sorry").but(responder="STAFF#1", name="Neha"))
    with storage.units() as work:
        work.bookings.add(over)
        work.payments.add(a_payment(over))
        work.notifications.add(news(asha.user_id, NotifType.ALERT, "told-ticket", None, NOW, name="Asha"))
        work.tickets.add(a_ticket(user_id=asha.user_id, ticket_id=ticket.ticket_id), ticket.ticket_id)
        work.commit()
    with storage.units() as work:
        work.tickets.save(ticket.but(rev=1))
        work.commit()
    leaving.delete(asha.user_id, NOW)
    gone = read(storage, asha)
    assert (gone.full_name, gone.phone, gone.email, gone.password_hash, gone.closed_by) == ("", "", "", None, DELETED)
    with storage.units() as work:
        assert work.users.by_chat(asha.chat_id) is None
        assert not work.users.email_taken(asha.email)
        assert [person.name for person in work.bookings.get(over.booking_id).passengers] == ["1", "2"]
        assert work.notifications.newest(asha.user_id, 10) == []
        left = work.tickets.get(asha.user_id, ticket.ticket_id)
        said = [each.message for each in work.tickets.thread(left)]
        assert [words for words in said if words] == ["we are sorry"]
        assert left.subject == ""
        assert asha.user_id in work.users.to_scrub(1000), "the job looks once more"
    leaving.delete(asha.user_id, NOW)
    leaving.run(NOW)
    with storage.units() as work:
        assert asha.user_id not in work.users.to_scrub(1000)
    with pytest.raises(Problem, match="account-closed"):
        leaving.wake(asha.user_id, NOW)


def test_what_was_cut_short_is_finished_by_the_job(steady: Storage) -> None:
    asha, leaving = added(steady), Leaving(steady.units)
    booking = a_booking(asha.user_id, booking_status=BookingStatus.EXPIRED)
    with steady.units() as work:
        work.bookings.add(booking)
        work.users.leave(read(steady, asha).but(full_name="", closed_by=DELETED, is_active=False))
        work.commit()
    assert leaving.run(NOW + timedelta(minutes=1)) >= 1
    with steady.units() as work:
        assert [person.name for person in work.bookings.get(booking.booking_id).passengers] == ["1", "2"]
        assert asha.user_id not in work.users.to_scrub(100)
