"""For all tests: `make test` tries the same examples of a property on every machine, `make explore` new ones, and more.

How fast a property is checked depends on the machine, and is no part of the property.
"""

import gc
import os

import pytest
from hypothesis import settings

_SHARING = ("tests/dialogues/", "tests/safety/", "tests/e2e/test_chat_page", "tests/e2e/test_booking_in_browser")

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """All modules are read by now and stay to the end: the collector of garbage need not look through them again and
    again, which took a tenth of the processor's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the tests of such a file share (tables, a browser) is made once, and not once by each worker."""
    for item in items:
        file = item.nodeid.partition("::")[0]
        if file.startswith(_SHARING) and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(file))
