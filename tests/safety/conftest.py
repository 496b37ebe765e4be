"""The world of the transcripts, with no patience spared: real handlers over a real store."""

from tests.dialogues.conftest import dialogues, line, sandbox, starter, storage, world

__all__ = ["dialogues", "line", "sandbox", "starter", "storage", "world"]
