"""What AWS answers when it does not answer: told apart, retried where that may help, and turned into our errors."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    HTTPClientError,
    IncompleteReadError,
    NoCredentialsError,
    NoRegionError,
    PartialCredentialsError,
    ProfileNotFound,
    ResponseStreamingError,
)
from botocore.exceptions import (
    ConnectionError as NoConnection,
)
from botocore.parsers import ResponseParserError

from domain.errors import Busy, Conflict, SettingError, YatriError
from storage.settings import Backoff

T = TypeVar("T")

AWS_ERRORS = (BotoCoreError, ClientError, ResponseParserError)
_CONDITION = {"ConditionalCheckFailedException", "ConditionalCheckFailed"}
_BUSY = {
    "ThrottlingException",
    "ThrottlingError",
    "Throttling",
    "ProvisionedThroughputExceededException",
    "ProvisionedThroughputExceeded",
    "RequestLimitExceeded",
    "TransactionConflictException",
    "TransactionConflict",
    "ReplicatedWriteConflictException",
}
_DOUBTFUL = {"InternalServerError", "InternalFailure", "ServiceUnavailable", "TransactionInProgressException"}
_SILENCE = (HTTPClientError, NoConnection, IncompleteReadError, ResponseStreamingError, ResponseParserError)
_CREDENTIALS = {
    "UnrecognizedClientException",
    "AccessDeniedException",
    "InvalidSignatureException",
    "IncompleteSignature",
    "MissingAuthenticationToken",
    "MissingAuthenticationTokenException",
    "ExpiredTokenException",
    "InvalidClientTokenId",
}


class StorageFault(YatriError):
    """The store refused a call that is wrong in itself: a mistake in the program, or a table that differs."""


class Refused(Conflict):
    """A condition failed. `doubtful`: an earlier try of the same call may have been carried out after all."""

    def __init__(self, failed: tuple[int, ...], doubtful: bool) -> None:
        super().__init__("a condition failed")
        self.failed = failed
        self.doubtful = doubtful


def persist(backoff: Backoff, call: Callable[[], T]) -> T:
    """The call's answer, tried again while AWS is overloaded, in conflict or silent.

    Raises Refused when a condition failed, Busy when patience ends, SettingError or StorageFault for the rest.
    """
    doubtful = False
    ends = time.monotonic() + backoff.longest
    pauses = backoff.pauses()
    while True:
        try:
            return call()
        except AWS_ERRORS as error:
            codes = _codes(error)
            if failed := tuple(place for place, code in enumerate(codes) if code in _CONDITION):
                raise Refused(failed, doubtful) from error
            if _is_doubtful(error, codes):
                doubtful = True
            elif not _BUSY.intersection(codes):
                raise translated(error) from error
            pause = next(pauses, None)
            if pause is None or time.monotonic() + pause > ends:
                raise Busy(f"the store does not answer: {codes[0] or type(error).__name__}") from error
        time.sleep(pause)


def translated(error: Exception) -> YatriError:
    """Ours for an AWS error that trying again does not cure."""
    code = _codes(error)[0]
    if code in _CREDENTIALS or isinstance(error, NoCredentialsError | PartialCredentialsError | ProfileNotFound):
        return SettingError("AWS_ACCESS_KEY_ID", f"AWS does not accept the credentials ({code or error})")
    if isinstance(error, NoRegionError):
        return SettingError("AWS_REGION", "no region is set")
    if code in {"ResourceNotFoundException", "TableNotFoundException"}:
        return SettingError("YATRI_TABLE_PREFIX", "the tables are not there: `yatri tables create` makes them")
    return StorageFault(f"{code or type(error).__name__}: {error}")


def code_of(error: BaseException) -> str:
    """AWS's word for what went wrong; empty for an error of the client's own."""
    return _codes(error)[0]


def _codes(error: BaseException) -> list[str]:
    """The error's code, or of a cancelled transaction the reasons' codes in the order of its writes."""
    if not isinstance(error, ClientError):
        return [""]
    response: dict[str, Any] = error.response
    code = str(response.get("Error", {}).get("Code", ""))
    if code == "TransactionCanceledException":
        return [str(reason.get("Code", "None")) for reason in response.get("CancellationReasons", [])] or [code]
    return [code]


def _is_doubtful(error: Exception, codes: list[str]) -> bool:
    """May the call have been carried out although it failed?"""
    if isinstance(error, ClientError):
        status = int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
        return (status >= 500 and not _BUSY.intersection(codes)) or bool(_DOUBTFUL.intersection(codes))
    return isinstance(error, _SILENCE)
