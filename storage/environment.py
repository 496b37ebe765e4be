"""What a child process is told of our environment: enough to run, and none of our secrets."""

from collections.abc import Mapping

_NEEDED = frozenset(
    {"PATH", "HOME", "USER", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT"}
    | {"LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV"}
    | {"PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}
)


def for_children(ours: Mapping[str, str]) -> dict[str, str]:
    """What a program needs to start and to find its files, by name: a new secret is kept back without being known."""
    return {name: value for name, value in ours.items() if name in _NEEDED or name.startswith("LC_")}
