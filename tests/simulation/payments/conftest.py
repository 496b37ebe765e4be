"""The storm runs on the embedded engine."""

from tests.engines import engine, storage

__all__ = ["engine", "storage"]
