"""The people of the sandbox: passengers to play, and the staff of the support group."""

from __future__ import annotations

from collections.abc import Iterator

from bot.sandbox.errors import bad_request
from bot.sandbox.store import Json, Store

_FIRST_ID = 600_000_001
_FIRST_PEOPLE: tuple[Json, ...] = (
    {"first_name": "Asha", "last_name": "Verma", "username": "asha_verma", "phone": "+919876500001"},
    {"first_name": "Ravi", "last_name": "Kumar", "username": "ravi_kumar", "phone": "+919876500002"}
    | {"language_code": "hi"},
    {"first_name": "Meera", "last_name": "Iyer", "username": "meera_iyer", "phone": "+919876500003"},
    {"first_name": "Neha", "last_name": "Desk", "username": "neha_desk", "phone": "+919876500100", "staff": True},
)


STAFF_ID = _FIRST_ID + next(place for place, person in enumerate(_FIRST_PEOPLE) if person.get("staff"))


class People:
    """Users by id; each is kept as {id, first_name, last_name, username, language_code, phone, staff}."""

    def __init__(self, store: Store, kind: str) -> None:
        self._store = store
        self._kind = kind
        self._people = {int(key): person for key, person in store.all(kind).items()}
        if not self._people:
            for person in _FIRST_PEOPLE:
                self.add({"language_code": "en", **person})

    def __iter__(self) -> Iterator[Json]:
        return iter(sorted(self._people.values(), key=lambda person: int(person["id"])))

    def add(self, person: Json) -> Json:
        """A new person; the id is given here."""
        new_id = max(self._people, default=_FIRST_ID - 1) + 1
        kept = {"last_name": "", "username": "", "phone": "", "staff": False, **person, "id": new_id}
        kept["phone"] = kept["phone"] or f"+9198765{new_id % 100_000:05d}"
        self._people[new_id] = kept
        self._store.put(self._kind, str(new_id), kept)
        return kept

    def get(self, user_id: object) -> Json | None:
        """The person, or None."""
        return self._people.get(user_id) if isinstance(user_id, int) else None

    def known(self, user_id: object) -> Json:
        """The person. Raises ApiError."""
        person = self.get(user_id)
        if person is None:
            raise bad_request("user not found")
        return person


def as_user(person: Json) -> Json:
    """The person as a Bot API User."""
    user: Json = {"id": person["id"], "is_bot": False, "first_name": person["first_name"]}
    return user | {name: person[name] for name in ("last_name", "username", "language_code") if person.get(name)}
