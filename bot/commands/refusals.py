"""What the domain refuses, told as a wrong argument of the command."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.commands.speaking import WrongArgument

if TYPE_CHECKING:
    from domain.errors import Problem


@contextmanager
def refusals(words: "Callable[[Problem], str]") -> Iterator[None]:
    """A Problem raised inside is a WrongArgument in these words."""
    from domain.errors import Problem

    try:
        yield
    except Problem as problem:
        raise WrongArgument(words(problem)) from None


def by_key(texts: Mapping[str, str], before: str = "") -> "Callable[[Problem], str]":
    """Words from a text for each key, its blanks filled from the Problem; a key without a text stands for itself."""

    def words(problem: "Problem") -> str:
        return before + texts.get(problem.key, problem.key).format(**problem.args_for_text)

    return words
