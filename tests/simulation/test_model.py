"""Bookings, payments, expiries, cancellations, charts and crashes at random, held against the simple reference model.

The long run is `python -m tests.simulation.long`; what is checked after each commit and step is in world.py.
"""

from typing import Any, ClassVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from storage.client import Client, connect
from storage.embedded import EmbeddedEngine
from tests.simulation.world import World

ENOUGH, EXAMPLES, STEPS = 2000, 34, 80
ALIKE = 7  # seed of all ids: an example that hypothesis tries again must go the same way


class RailwayMachine(RuleBasedStateMachine):
    """One railway; each rule draws its own choices, and its trouble."""

    engine: ClassVar[EmbeddedEngine]
    client: ClassVar[Client]
    taken: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        rake = iter(range(10**6))
        settings_ = self.engine.settings(f"m{uuid4().hex[:8]}")
        self.world = World(self.client, settings_, lambda n: next(rake) % n, ALIKE)

    def teardown(self) -> None:
        """Whatever happened, in the end all is quiet."""
        try:
            self.world.step("all_is_swept", lambda n: n - 1)
        finally:
            self.world.close()

    def _step(self, name: str, data: Any) -> None:
        type(self).taken += 1
        self.world.step(name, lambda n: data.draw(st.integers(0, n - 1)))

    @rule(data=st.data())
    def somebody_books(self, data: Any) -> None:
        self._step("books", data)

    @rule(data=st.data())
    def somebody_else_books(self, data: Any) -> None:
        self._step("books", data)

    @rule(data=st.data())
    def money_comes(self, data: Any) -> None:
        self._step("pays", data)

    @rule(data=st.data())
    def a_wallet_pays(self, data: Any) -> None:
        self._step("pays_from_wallet", data)

    @rule(data=st.data())
    def somebody_gives_up(self, data: Any) -> None:
        self._step("gives_up", data)

    @rule(data=st.data())
    def somebody_cancels(self, data: Any) -> None:
        self._step("cancels", data)

    @rule(data=st.data())
    def somebody_changes_a_ticket(self, data: Any) -> None:
        self._step(data.draw(st.sampled_from(("boards_later", "adds_child"))), data)

    @rule(data=st.data())
    def the_railway_may_cancel_a_train(self, data: Any) -> None:
        seldom = data.draw(st.integers(0, 7)) == 0
        self._step("railway_cancels" if seldom else "tickets_are_given_back", data)

    @rule(data=st.data())
    def time_passes(self, data: Any) -> None:
        self._step("time_passes", data)

    @rule(data=st.data())
    def the_time_of_a_chart_comes(self, data: Any) -> None:
        self._step("chart_time_comes", data)

    @rule(data=st.data())
    def sweepers_run(self, data: Any) -> None:
        self._step("all_is_swept", data)

    @rule(data=st.data())
    def one_sweeper_runs(self, data: Any) -> None:
        sweepers = ("holds_are_swept", "marks_are_swept", "charts_are_swept")
        self._step(data.draw(st.sampled_from(sweepers)), data)


@pytest.mark.timeout(600)
def test_nothing_is_lost_sold_twice_or_out_of_turn(engine: EmbeddedEngine) -> None:
    RailwayMachine.engine = engine
    RailwayMachine.client = connect(engine.settings())
    RailwayMachine.taken = 0
    health = list(HealthCheck)
    often = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=health,
        print_blob=True,
    )
    run_state_machine_as_test(RailwayMachine, settings=often)
    print(f"{RailwayMachine.taken} steps")
    assert RailwayMachine.taken >= ENOUGH
