"""Users: found by chat, and never two with one chat, phone or e-mail."""

from decimal import Decimal

import pytest

from domain.errors import Conflict, NotFound
from domain.ids import UserId
from domain.users import KycStatus
from tests.contract.samples import a_user, fresh_chat
from tests.engines import Storage


def test_a_registered_user_is_found_by_id_and_by_chat(storage: Storage) -> None:
    asha = a_user()
    with storage.units() as unit:
        assert unit.users.by_chat(asha.chat_id) is None
        unit.users.add(asha)
        unit.commit()
    with storage.units() as unit:
        assert unit.users.get(asha.user_id) == asha.but(rev=1)
        assert unit.users.by_chat(asha.chat_id) == asha.but(rev=1)
        assert unit.users.phone_taken(asha.phone)
        assert unit.users.email_taken(asha.email)


def test_nobody_is_found_under_an_unknown_id(storage: Storage) -> None:
    with storage.units() as unit, pytest.raises(NotFound):
        unit.users.get(UserId("nobody"))


@pytest.mark.parametrize("same", ["chat_id", "phone", "email"])
def test_what_one_user_has_no_other_may_have(storage: Storage, same: str) -> None:
    first = a_user()
    second = a_user(**{same: getattr(first, same)})
    with storage.units() as unit:
        unit.users.add(first)
        unit.commit()
    with storage.units() as unit:
        unit.users.add(second)
        with pytest.raises(Conflict):
            unit.commit()
    with storage.units() as unit, pytest.raises(NotFound):
        unit.users.get(second.user_id)


def test_a_conflict_names_the_row_but_not_the_phone(steady: Storage) -> None:
    first = a_user()
    for user in (first, a_user(phone=first.phone)):
        with steady.units() as unit:
            unit.users.add(user)
            if user is first:
                unit.commit()
            else:
                with pytest.raises(Conflict, match="users PHONE#") as raised:
                    unit.commit()
                assert first.phone not in str(raised.value)


def test_a_saved_user_comes_back_as_saved(storage: Storage) -> None:
    asha = a_user()
    with storage.units() as unit:
        unit.users.add(asha)
        unit.commit()
    with storage.units() as unit:
        read = unit.users.get(asha.user_id)
        unit.users.save(read.but(wallet_balance=Decimal("12.50"), kyc_status=KycStatus.VERIFIED))
        unit.commit()
    with storage.units() as unit:
        saved = unit.users.get(asha.user_id)
    assert (saved.wallet_balance, saved.kyc_status, saved.rev) == (Decimal("12.50"), KycStatus.VERIFIED, 2)


def test_a_new_phone_frees_the_old_one(storage: Storage) -> None:
    asha = a_user()
    new_phone = f"+91{fresh_chat()}"
    with storage.units() as unit:
        unit.users.add(asha)
        unit.commit()
    with storage.units() as unit:
        unit.users.save(asha.but(rev=1, phone=new_phone))
        unit.commit()
    with storage.units() as unit:
        assert unit.users.phone_taken(new_phone)
        assert not unit.users.phone_taken(asha.phone)


def test_leaving_without_a_commit_writes_nothing(storage: Storage) -> None:
    asha = a_user()
    with storage.units() as unit:
        unit.users.add(asha)
    with storage.units() as unit:
        assert unit.users.by_chat(asha.chat_id) is None
