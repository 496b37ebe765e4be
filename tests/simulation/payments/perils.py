"""Perils: a process dies, or a call is lost, at one of an operation's calls to the store or to the gateway."""

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, cast

from domain.errors import GatewayUnavailable
from domain.ports import PaymentGateway
from storage.client import Client
from tests.contract.faulty import READS, WRITES, lost, refused
from tests.simulation.trouble import Killed

_ASKED = {"create_link", "fetch_link", "cancel_link", "refund", "fetch_refund", "fetch_payment", "payments_between"}
_FURTHEST = 24  # calls into an operation at which it may still be struck


class Peril(StrEnum):
    """What happens at a call."""

    DIES_BEFORE = "dies before"
    DIES_AFTER = "dies after"
    REQUEST_LOST = "request lost"
    ANSWER_LOST = "answer lost"
    THROTTLED = "throttled"


class _Watch(threading.local):
    """Of this thread's operation: when what happens."""

    peril: Peril | None = None
    left = 0
    dead = False


class Perils:
    """Wraps a client and a gateway. Outside `may_strike` all is well."""

    def __init__(self) -> None:
        self._watch = _Watch()
        self.struck: Counter[str] = Counter()

    @contextmanager
    def may_strike(self, dice: random.Random, chance: float) -> Iterator[None]:
        """One operation of this thread. Killed comes out if its process died; it is alive again afterwards."""
        self._watch.peril = dice.choice(list(Peril)) if dice.random() < chance else None
        self._watch.left = min(dice.randrange(_FURTHEST), dice.randrange(_FURTHEST))
        try:
            yield
        finally:
            self._watch.peril, self._watch.dead = None, False

    def client(self, client: Client) -> Client:
        """The store as this place's processes reach it."""
        return cast("Client", _Wrapped(client, READS | WRITES, self._stored))

    def gateway(self, gateway: PaymentGateway) -> PaymentGateway:
        """The gateway as this place's processes reach it."""
        return cast("PaymentGateway", _Wrapped(gateway, _ASKED, self._asked))

    def _stored(self, name: str, call: Callable[[], Any]) -> Any:
        peril = self._due(name)
        if peril is Peril.THROTTLED:
            raise refused("ThrottlingException", name)
        if peril is Peril.REQUEST_LOST:
            raise lost()
        answer = self._done(peril, call)
        if peril is Peril.ANSWER_LOST:
            raise lost()
        return answer

    def _asked(self, name: str, call: Callable[[], Any]) -> Any:
        peril = self._due(name)
        if peril in (Peril.THROTTLED, Peril.REQUEST_LOST):
            raise GatewayUnavailable("never got there")
        answer = self._done(peril, call)
        if peril is Peril.ANSWER_LOST:
            raise GatewayUnavailable("no answer came")
        return answer

    def _done(self, peril: Peril | None, call: Callable[[], Any]) -> Any:
        if peril is Peril.DIES_BEFORE:
            raise self._die()
        answer = call()
        if peril is Peril.DIES_AFTER:
            raise self._die()
        return answer

    def _die(self) -> Killed:
        self._watch.dead = True
        return Killed()

    def _due(self, name: str) -> Peril | None:
        """What happens now. The dead call nobody."""
        if self._watch.dead:
            raise Killed
        if self._watch.peril is None:
            return None
        self._watch.left -= 1
        if self._watch.left >= 0:
            return None
        peril, self._watch.peril = self._watch.peril, None
        self.struck[f"{peril} {name}"] += 1
        return peril


class _Wrapped:
    def __init__(self, real: object, names: set[str], around: Callable[[str, Callable[[], Any]], Any]) -> None:
        self._real = real
        self._names = names
        self._around = around

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._real, name)
        if name not in self._names:
            return call
        return lambda *given, **named: self._around(name, lambda: call(*given, **named))
