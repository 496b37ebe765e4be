"""The vault: what must not be read from a stolen table is stored sealed, and keys can be changed without losing it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from domain.errors import SettingError

SETTING = "YATRI_SECRET_KEYS"
_FILE = "secret.key"


class Vault:
    """The Vault port. Fernet (AES-128-CBC with HMAC-SHA256, cryptography.io): the first key seals, all of them open."""

    def __init__(self, keys: Sequence[str]) -> None:
        """`keys`: url-safe base64 of 32 bytes each, the newest first. Raises SettingError."""
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError:
            raise SettingError(SETTING, "each key is 32 bytes in url-safe base64; `yatri keys new` makes one") from None

    def seal(self, text: str) -> str:
        """The text, readable with our keys only."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """What was sealed. SettingError if it was under a key that we do not have (any more)."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken:
            raise SettingError(SETTING, "something was sealed under a key that is not among these") from None

    def renewed(self, sealed: str) -> str:
        """The same under the newest key. SettingError as of `open`."""
        try:
            return self._fernet.rotate(sealed).decode()
        except InvalidToken:
            raise SettingError(SETTING, "something was sealed under a key that is not among these") from None


def new_key() -> str:
    """A key that nobody has yet."""
    return Fernet.generate_key().decode()


def keys_of(setting: str | None, data_dir: Path, *, local: bool) -> list[str]:
    """The keys that are set, by commas; if none are and the store is `local`, one that is kept beside its data, made
    when it is needed first. SettingError for a store elsewhere: its keys must outlive this machine."""
    if setting:
        return [key.strip() for key in setting.split(",") if key.strip()]
    if not local:
        raise SettingError(SETTING, "must be set: identity documents are stored encrypted (`yatri keys new` makes one)")
    file = data_dir / _FILE
    if not file.exists():
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(file)
    return [file.read_text(encoding="ascii").strip()]


def _make(file: Path) -> None:
    """A new key, whole and for us alone (0600), unless another worker was first."""
    with NamedTemporaryFile("w", encoding="ascii", dir=file.parent) as made:
        made.write(new_key())
        made.flush()
        with suppress(FileExistsError):
            file.hardlink_to(made.name)
