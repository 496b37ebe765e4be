"""Passwords: hashed slowly and salted (argon2id), and refused if somebody could guess them."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from domain.errors import Problem

SHORTEST, LONGEST = 8, 72  # characters; zxcvbn is slow on longer ones
LEAST_SCORE = 3  # of 4: "safely unguessable", 10**8 guesses or more (Wheeler, USENIX Security 2016)


class Passwords:
    """The Passwords port. Parameters are argon2-cffi's defaults, RFC 9106's second choice (64 MiB, 3 passes)."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """`hasher`: one with other parameters than these."""
        self._hasher = hasher or PasswordHasher()

    def hash(self, password: str) -> str:
        """What may be stored of it, with its salt and parameters."""
        return self._hasher.hash(password)

    def is_right(self, hashed: str, password: str) -> bool:
        """Whether this is the password that was hashed."""
        try:
            return self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False

    def check(self, password: str, known: tuple[str, ...]) -> None:
        """Problem `password-short`, `password-long`, or `password-weak` for one that is among the known ones or easy to
        guess, also by who knows these words of the person (name, phone, e-mail)."""
        if len(password) < SHORTEST:
            raise Problem("password-short", least=SHORTEST)
        if len(password) > LONGEST:
            raise Problem("password-long", most=LONGEST)
        parts = [part for word in known for part in (word, *word.replace("@", " ").replace(".", " ").split())]
        if zxcvbn(password, user_inputs=parts)["score"] < LEAST_SCORE:
            raise Problem("password-weak")
