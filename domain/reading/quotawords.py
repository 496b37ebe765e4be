"""Quota words: the quota that a person means by "tatkal", "mahila" or "वरिष्ठ नागरिक"."""

from domain.quotas import Quota
from domain.reading.sentences import Sentence, pattern

_ENDING = "(?: (?:quota|kota(?! (?:to|se|-|से))))?"
# "2 ladies" are two people, not a quota.
_WORDS: tuple[tuple[Quota, str], ...] = (
    (Quota.PREMIUM_TATKAL, rf"premium tatkal{_ENDING}|tatkal premium{_ENDING}|pt quota"),
    (Quota.TATKAL, rf"tatkal{_ENDING}|tq(?: quota)?"),
    (
        Quota.LADIES,
        r"ladies (?:quota|kota(?! (?:to|se|-|से)))|(?<!\d )ladies(?! special)|(?:woman|female|ld) (?:quota|kota)",
    ),
    (Quota.SENIOR, rf"(?:senior|elderly)(?: citizen)?{_ENDING}|lower berth quota|ss quota"),
    (Quota.DIVYANG, r"(?:physically )?divyang(?: (?:person|quota))?|(?:ph|hp) quota"),
    (Quota.GENERAL, "general (?:quota|kota)|gn(?: quota)?|gn"),
)
_QUOTAS = tuple((quota, pattern(words)) for quota, words in _WORDS)
_GENERAL = pattern("general")


def find_quotas(sentence: Sentence) -> list[Quota]:
    """The quotas that a sentence names, each once; their words are taken out."""
    named: list[Quota] = []
    for quota, what in _QUOTAS:
        while found := sentence.first(what):
            sentence.take(found, "quota")
            named.append(quota)
    return list(dict.fromkeys(named))


def find_general(sentence: Sentence, *, class_named: bool) -> tuple[Quota | None, bool]:
    """ "general" alone: the quota beside a class; else it may be the coach without reservation, so it is unclear."""
    found = sentence.first(_GENERAL)
    if found is None:
        return None, False
    sentence.take(found, "quota")
    return (Quota.GENERAL, False) if class_named else (None, True)
