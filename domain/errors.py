"""The one tree of errors: what each means, never what a person is told (that is in handlers/texts)."""

from pathlib import Path


class YatriError(Exception):
    """Root of everything Yatri raises on purpose."""


class Problem(YatriError):
    """Something the person can put right; `key` names its wording in handlers/texts, `args` fill it."""

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key)
        self.key = key
        self.args_for_text = args


class NotFound(YatriError):
    """A row that was asked for by id is not there."""


class Unreadable(YatriError):
    """A stored row is not as it must be; `row` names its table and key. What is wrong is told without the values, which
    may be somebody's own."""

    def __init__(self, row: str, reason: str) -> None:
        self.row = row
        self.reason = reason
        super().__init__(f"{row} cannot be read: {reason}")


class Conflict(YatriError):
    """A condition failed: somebody else was first. Read again before deciding."""


class Busy(YatriError):
    """The store or a gateway is overloaded or briefly away; the same call may succeed later."""


class InvalidChange(YatriError):
    """A state machine was asked for a move that it does not have."""


class CatalogueEmpty(YatriError):
    """No timetable has been imported yet."""


class FeedError(YatriError):
    """A timetable feed cannot be taken: the file, its line (from 1; 0: the file as a whole) and the reason."""

    def __init__(self, file: str | Path, line: int, reason: str) -> None:
        self.file = Path(file).name
        self.line = line
        self.reason = reason
        super().__init__(f"{self.file}:{line}: {reason}" if line else f"{self.file}: {reason}")


class SettingError(YatriError):
    """A setting is missing or wrong; `name` is the environment variable at fault."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        super().__init__(f"{name}: {reason}")


class GatewayError(YatriError):
    """Root of what goes wrong with a payment gateway."""


class GatewayUnavailable(GatewayError, Busy):
    """The gateway did not answer in time or is failing; the outcome of the call is unknown."""


class GatewayRefused(GatewayError):
    """The gateway understood the call and said no."""


class LinkUnknown(GatewayRefused):
    """The gateway has no such link: other keys, another account. No money can come by it."""


class BadSignature(GatewayError):
    """A webhook or callback was not signed with our secret: forged, or the secret differs."""


class BadPayload(GatewayError):
    """A signed webhook whose body cannot be read."""
