"""Ending what takes a moment to end, a web server say, while the next test runs already."""

from collections.abc import Callable
from threading import Thread


def aside(end: Callable[[], object]) -> None:
    """Runs `end` in a thread of its own, which the program waits for before it ends itself."""
    Thread(target=end, name="ending").start()
