"""The engine that the simulations run on."""

from tests.engines import engine

__all__ = ["engine"]
