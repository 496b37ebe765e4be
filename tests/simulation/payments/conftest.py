"""The storm runs on the embedded engine."""

from tests.engines import engine, line, storage

__all__ = ["engine", "line", "storage"]
