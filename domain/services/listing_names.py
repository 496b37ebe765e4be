"""Listing names: users who were stored before they could be found by name become so; done again it changes nothing."""

from functools import partial

from domain.ids import UserId
from domain.ports import Units
from domain.services.retrying import until_settled


def list_names(units: Units) -> tuple[int, int]:
    """Goes over all users, a page at a time; how many there are, and how many of them were not listed before."""
    seen = listed = 0
    cursor: str | None = ""
    while cursor is not None:
        with units() as work:
            page, cursor = work.users.page(cursor)
        seen += len(page)
        listed += sum(until_settled(partial(_listed, units, user_id)) for user_id in page)
    return seen, listed


def _listed(units: Units, user_id: UserId, _: int) -> bool:
    with units() as work:
        fresh = work.users.list_name(work.users.get(user_id))
        if fresh:
            work.commit()
        return fresh
