"""For all tests: how fast a property is checked depends on the machine, and is no part of the property."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
