"""Head counts: how many travel, as people say it: "2 adults 1 child", "me and my wife", "do log", "one more"."""

import re
from dataclasses import dataclass

from domain.reading.sentences import Sentence, pattern
from domain.rules.children import CHILD_BELOW

_CHILDREN, _TICKETS = frozenset({"child", "infant"}), frozenset({"ticket", "berth", "of us"})
_HEAD = "(?P<head>ticket|adult|child|infant|man|woman|ladies|berth|of us)"
_BETWEEN = (
    r"(?: (?:<class>|<quota>|of|other|confirm|confirmed|lower|upper|side|window|train|rail|full|reserved|रेल|ट्रेन))*"
)
_N = r"(?P<n>\d{1,2})"
_COUNT = pattern(rf"{_N}{_BETWEEN} {_HEAD}")
_FORM = pattern(
    rf"(?<!\d )adult(?: [,=:-])? {_N}(?: ,)* child(?: [,=:-])? (?P<children>\d{{1,2}})"
    "(?! (?:ticket|adult|child|infant|man|woman))"
)
_HEAD_FIRST = pattern(rf"{_HEAD}(?: [,=:-])? {_N}")
_GROUP = pattern(rf"(?:(?:family|group|party|team) of|hum|make (?:it|that)) {_N}")
_OF_CLASS = pattern(rf"{_N} <(?:class|quota)>|<class> (?P<m>\d)(?= ,|$)")
_FOR = pattern(r"for (?:a )?(?P<n>\d)|(?P<m>\d) (?:ke|के) (?:liye|लिए|लिये)|x (?P<x>\d)|(?P<y>\d) x")
_ALONE = pattern(r"alone|single ticket|(?:just|only|sirf) (?:me|main|mai)|for myself")

_MORE = (
    pattern(rf"{_N} {_HEAD} (?:and(?! \d)|more|add)(?: (?:add|kar|karo|karna|2|hai|chahiye|है|चाहिए|दो|do))*(?= ,|$)"),
    pattern(rf"{_N} (?:more|and)(?: <class>)?(?: {_HEAD})?"),
    pattern(rf"(?:add|another|include)(?: (?:a|an|another|more))*(?: {_N})?(?: more)?{_BETWEEN}(?: {_HEAD})?"),
)
_PLUS = pattern(rf"(?:plus|\+|and) {_N}(?: more)?(?: {_HEAD})?")
_FEWER = (
    pattern(rf"(?:remove|less|drop|minus)(?: (?:a|an))?(?: {_N})?(?: {_HEAD})?"),
    pattern(rf"{_N}(?: {_HEAD})? (?:less|remove|fewer)(?: (?:kar|karo|2|do|दो))*"),
)
_KIN = {"kin": 1, "parents": 2}
_A_KIN = "(?:kin|parents)"
_SOMEBODY = pattern(
    rf"(?:my|for) {_A_KIN}(?:(?: ,)?(?: and)?(?: my)? {_A_KIN})*"
    rf"|{_A_KIN}(?:(?: and)? {_A_KIN})* (?:ke|के) (?:liye|लिए|लिये)"
)
_ALSO_ME = pattern(
    r"(?:me|i|myself|main|mai|mein|मैं|मुझे)(?: ,)?(?: and)? my.*|.*and (?:me|i|myself|main|mai|मैं)"
    r"|.*with my.*|.*(?:saath|sath|साथ).*"
)
_SOME = pattern("family|folks|group")
_OF_AGE = r"(?:years?|yrs?|saal|sal|साल|वर्ष)(?: (?:old|ka|ki|ke|का|की|के|child|infant|kin|man|woman|adult|boy|girl))*"
_AGED = pattern(rf"(?:(?:a|an|1|my|and|,) )*(?P<age>\d{{1,2}}) {_OF_AGE}")


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many travel: `passengers` in all, `children` among them, as said; `added` to those said before, below zero
    if some stay at home, `added_children` among these. `unclear`: what is said does not tell how many."""

    passengers: int | None = None
    children: int | None = None
    added: int | None = None
    added_children: int | None = None
    unclear: bool = False


def find_head_count(sentence: Sentence) -> HeadCount:
    """How many travel, from a sentence without its date and class, of which the words are taken out."""
    if change := _change(sentence):
        return change
    including = "including" in sentence.text.split()
    if form := sentence.first(_FORM):
        adults, children = int(form["n"]), int(form["children"])
        sentence.take(form, "party")
        return HeadCount(adults + children, children)
    also_me = bool(_ALSO_ME.search(sentence.text))
    aged = _aged(sentence)
    counts = [*aged, *_counts(sentence)]
    kin = _kin(sentence) or (1 if aged and also_me else 0)
    total = _one_of(sentence)
    tickets = [n for head, n in counts if head in _TICKETS]
    children = sum(n for head, n in counts if head in _CHILDREN)
    adults = sum(n for head, n in counts if head not in _CHILDREN | _TICKETS) + kin
    told_children = children if any(head in _CHILDREN for head, _ in counts) else None
    whole = [*tickets, *([total] if total is not None else [])]
    if not whole and not counts and not kin:
        return HeadCount(unclear=bool(sentence.first(_SOME)))
    if not whole:
        return HeadCount(adults + children, told_children)
    if adults and adults + children != whole[0]:
        return HeadCount(adults + children if not kin else whole[0] + children, told_children, unclear=not kin)
    unclear = len(set(whole)) > 1
    if adults or including or not children or total is not None:
        return HeadCount(whole[0], told_children, unclear=unclear)
    return HeadCount(whole[0] + children, told_children, unclear=unclear)


def _aged(sentence: Sentence) -> list[tuple[str, int]]:
    """Somebody told by age, "a 7 year old": a child up to 11 (railway rules, "Children"), else an adult."""
    counts = []
    while found := sentence.first(_AGED):
        counts.append(("child" if int(found["age"]) < CHILD_BELOW else "adult", 1))
        sentence.take(found, "party")
    return counts


def _counts(sentence: Sentence) -> list[tuple[str, int]]:
    """Heads with their number, "2 adults", "pax: 3"; in Hindi "ticket do" asks for one and is no number."""
    counts = []
    while found := sentence.first(_COUNT):
        counts.append((found["head"], int(found["n"])))
        sentence.take(found, "party")
    for found in sentence.all(_HEAD_FIRST):
        if sentence.typed(found, "n").isdecimal():
            counts.append((found["head"], int(found["n"])))
            sentence.take(found, "party")
    return counts


def _one_of(sentence: Sentence) -> int | None:
    """A number of people said without a head: "family of 4", "for two", "2 sleeper", "alone"."""
    for what in (_GROUP, _OF_CLASS, _FOR, _ALONE):
        for found in sentence.all(what):
            number = next((n for n in found.groups() if n), "1")
            if what is _OF_CLASS and not sentence.typed(found, "n" if found["n"] else "m").isdecimal():
                continue  # "ticket de do, sleeper"
            sentence.take(found, "party")
            return int(number)
    return None


def _kin(sentence: Sentence) -> int:
    """ "me and my wife": two. "uncle" and the like are said to strangers, too, and count only as somebody's own."""
    also_me = bool(_ALSO_ME.search(sentence.text))
    found = 0
    for somebody in sentence.all(_SOMEBODY):
        found += sum(_KIN.get(word, 0) for word in somebody[0].split())
        sentence.take(somebody, "party")
    return found + also_me if found else 0


def _change(sentence: Sentence) -> HeadCount | None:
    """One more, or one less, than was said before."""
    for patterns, sign in (((*_MORE, _PLUS), 1), (_FEWER, -1)):
        for what in patterns:
            found = sentence.first(what)
            if found and _is_change(found, what, sentence):
                return _changed(found, sign, sentence)
    return None


def _is_change(found: re.Match[str], what: re.Pattern[str], sentence: Sentence) -> bool:
    """Not "2 adults + 1 child", where the first number is told too; nor "add sleeper"."""
    before = sentence.text[: found.start()]
    if _COUNT.search(before) or (what is _PLUS and before.strip(" ,")):
        return False
    groups = found.groupdict()
    return bool(groups.get("n") or groups.get("head") or _kin_behind(found, sentence))


def _kin_behind(found: re.Match[str], sentence: Sentence) -> bool:
    first, last = sentence.place_of(found)
    return any(word.meant in _KIN for word in sentence.words[first : last + 3])


def _changed(found: re.Match[str], sign: int, sentence: Sentence) -> HeadCount:
    number = int(found["n"] or 1) * sign
    head = found["head"]
    if head is None and not found["n"]:
        number = sum(_KIN.get(word.meant, 0) for word in sentence.words) * sign
    sentence.take(found, "party")
    return HeadCount(added=number, added_children=number if head in _CHILDREN else None)
