"""For all tests: `make test` tries the same examples of a property on every machine, `make explore` new ones, and more.

How fast a property is checked depends on the machine, and is no part of the property.
"""

import os

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
