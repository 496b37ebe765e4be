"""Identifying: a person shows a document, and the desk says whether it is theirs."""

from datetime import datetime, timedelta
from functools import partial

from domain.adminlog import entry
from domain.errors import Problem, SettingError
from domain.identity import IdKind, read_id
from domain.ids import UserId
from domain.notifications import NotifType, news
from domain.ports import Units, Vault
from domain.services.retrying import until_settled
from domain.users import Identity, KycStatus, User

WINDOW, TRIES = timedelta(days=1), 3  # documents that one person may show in a day


class Identifying:
    """The number and the picture are sealed before they are stored; only whoever decides opens them, and that is
    logged."""

    def __init__(self, units: Units, vault: Vault) -> None:
        self._units = units
        self._vault = vault

    def prepare(self, kind: IdKind, number: str) -> str:
        """What was typed as the document's number, sealed until the document comes. Problem `bad-id-number`."""
        return self._vault.seal(read_id(kind, number).number)

    def ask(self, user_id: UserId, kind: IdKind, prepared: str, file_id: str, now: datetime) -> User:
        """The document waits for the desk. `prepared`: of `prepare`; `file_id`: Telegram's, of the picture or file that
        was sent. Problem `bad-id-number`, `number-lost` (it was sealed under a key that has gone since),
        `verified-already` or `identity-too-often`."""
        try:
            shown = read_id(kind, self._vault.open(prepared))
        except SettingError:
            raise Problem("number-lost") from None
        with self._units() as work:
            if work.users.get(user_id).kyc_status is KycStatus.VERIFIED:
                raise Problem("verified-already")
            if work.limits.count(f"identity {user_id}", now, WINDOW) > TRIES:
                raise Problem("identity-too-often")
        identity = Identity(
            kind=kind,
            masked=shown.masked,
            sealed_number=self._vault.seal(shown.number),
            sealed_file=self._vault.seal(file_id),
            asked_at=now,
        )

        def attempt(_: int) -> User:
            with self._units() as work:
                user = work.users.get(user_id)
                if user.kyc_status is KycStatus.VERIFIED:
                    raise Problem("verified-already")
                waiting = user.but(identity=identity, kyc_status=KycStatus.PENDING, updated_at=now)
                work.users.save(waiting)
                work.logs.add(entry("identity-shown", user_id, user_id, now, kind=kind.value, number=shown.masked))
                work.commit()
                return work.users.get(user_id)

        return until_settled(attempt)

    def look(self, user_id: UserId, actor_id: str, now: datetime) -> tuple[str, str]:
        """The document's number and file id, for somebody of the desk who decides; that they looked is logged.
        Problem `no-identity`."""
        with self._units() as work:
            identity = work.users.get(user_id).identity
            if identity is None:
                raise Problem("no-identity")
            work.logs.add(entry("identity-looked-at", actor_id, user_id, now, kind=identity.kind.value))
            work.commit()
        return self._vault.open(identity.sealed_number), self._vault.open(identity.sealed_file)

    def file_of(self, user_id: UserId) -> str:
        """The file id, for whoever sends the picture on; that somebody looks has been logged by `look`.
        Problem `no-identity`."""
        with self._units() as work:
            identity = work.users.get(user_id).identity
        if identity is None or not identity.sealed_file:
            raise Problem("no-identity")
        return self._vault.open(identity.sealed_file)

    def decide(self, user_id: UserId, actor_id: str, refused_because: str, now: datetime) -> User:
        """Verified, or rejected for a reason that the person is told. What was sealed is kept only while it is needed:
        the file goes with the decision. Problem `no-identity` or `decided-already`."""

        def attempt(_: int) -> User:
            with self._units() as work:
                user = work.users.get(user_id)
                if user.identity is None:
                    raise Problem("no-identity")
                if user.kyc_status is not KycStatus.PENDING or not user.identity.sealed_file:
                    raise Problem("decided-already")
                status = KycStatus.REJECTED if refused_because else KycStatus.VERIFIED
                identity = user.identity.but(sealed_file="", refused_because=refused_because)
                work.users.save(user.but(identity=identity, kyc_status=status, updated_at=now))
                work.logs.add(entry(f"identity-{status.value}", actor_id, user_id, now, before="pending", after=status))
                title = f"told-identity-{status.value}"
                work.notifications.add(news(user_id, NotifType.ALERT, title, None, now, reason=refused_because))
                work.commit()
                return work.users.get(user_id)

        return until_settled(attempt)

    def renew(self, now: datetime) -> int:
        """Seals everything anew with the newest key, a page of users at a time; how many values. Safe to repeat, and
        beside a bot that runs."""
        renewed, cursor = 0, ""
        while True:
            with self._units() as work:
                found, following = work.users.page(cursor)
            for user_id in found:
                renewed += until_settled(partial(self._renew_one, user_id, now))
            if following is None:
                return renewed
            cursor = following

    def _renew_one(self, user_id: UserId, now: datetime, _: int) -> int:
        with self._units() as work:
            user = work.users.get(user_id)
            if user.identity is None:
                return 0
            names = ("sealed_number", "sealed_file")
            sealed = {name: value for name in names if (value := getattr(user.identity, name))}
            if not sealed:
                return 0
            anew = {name: self._vault.renewed(value) for name, value in sealed.items()}
            work.users.save(user.but(identity=user.identity.but(**anew), updated_at=now))
            work.commit()
            return len(anew)
