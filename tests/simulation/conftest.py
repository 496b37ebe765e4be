"""The engine that the simulations run on."""

from tests.engines import engine, line

__all__ = ["engine", "line"]
