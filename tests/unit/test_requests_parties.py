"""Parties: travellers in one line or several, and what is said when something is missing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.bookings import Gender
from domain.errors import Problem
from domain.inventory import BerthKind
from domain.parties import read_party, read_passenger


def party(text: str) -> list[str]:
    """Each as "name age gender berth"."""
    return [" ".join([p.name, str(p.age), p.gender, p.preference or ""]).strip() for p in read_party(text)]


def trouble(text: str) -> Problem:
    with pytest.raises(Problem) as caught:
        read_party(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asha 34 F lower", "Asha 34 F LB"), ("34 f lower Asha", "Asha 34 F LB"), ("Asha 34F", "Asha 34 F"),
        ("Asha, 34, F, lower", "Asha 34 F LB"), ("Asha/34/F/side lower", "Asha 34 F SL"), ("Asha (34) F", "Asha 34 F"),
        ("आशा 34 महिला लोअर", "आशा 34 F LB"), ("रवि ३६ पुरुष नीचे", "रवि 36 M LB"), ("आशा 34 साल महिला", "आशा 34 F"),
        ("Ravi Kumar 36 male upper berth", "Ravi Kumar 36 M UB"), ("Mr Ravi 36 window", "Ravi 36 M WS"),
        ("Noor 28 transgender", "Noor 28 T"), ("Asha M 34 F", "Asha M 34 F"), ("T Raja 12 m", "T Raja 12 M"),
        ("Jean-Luc O'Brien 50 male middle", "Jean-Luc O'Brien 50 M MB"), ("Asha age 34 yrs F", "Asha 34 F"),
        ("பிரியா 30 F", "பிரியா 30 F"), ("سارہ 30 F", "سارہ 30 F"), ("Asha 34-F", "Asha 34 F"), ("Asha 1 F", "Asha 1 F"),
        ("Asha 125 F side upper", "Asha 125 F SU"),
    ],
)  # fmt: skip
def test_one_person_in_any_order(text: str, expected: str) -> None:
    assert party(text) == [expected]


TWO_PEOPLE = (
    "Asha 34 F lower\nRavi 36 M", "Asha 34 F lower; Ravi 36 M", "Asha 34 F lower, Ravi 36 M",
    "Asha, 34, F, lower, Ravi, 36, M", "Asha 34 F lower and Ravi 36 M", "Asha 34 F lower और Ravi 36 M",
    "\nAsha 34 F lower\n\n Ravi 36 M\n",
)  # fmt: skip


@pytest.mark.parametrize("text", TWO_PEOPLE)
def test_several_people(text: str) -> None:
    assert party(text) == ["Asha 34 F LB", "Ravi 36 M"]


@pytest.mark.parametrize(
    ("text", "key", "args"),
    [
        ("Asha", "passenger-no-age", {"name": "Asha", "gender": ""}),
        ("Ravi M", "passenger-no-age", {"name": "Ravi", "gender": "M"}),
        ("रवि पुरुष", "passenger-no-age", {"name": "रवि", "gender": "M"}),
        ("Asha 34", "passenger-no-gender", {"name": "Asha", "age": 34}),
        ("Asha 34, Ravi 36 M", "passenger-no-gender", {"name": "Asha", "age": 34}),
        ("Asha -1 F", "bad-age", {"age": "-1"}),
        ("Asha 126 F", "bad-age", {"age": "126"}),
        ("Asha 300 F", "bad-age", {"age": "300"}),
        ("Asha 34.5 F", "bad-age", {"age": "34.5"}),
        ("Baby 200 months F", "bad-age", {"age": "200"}),
        ("Asha " + "9" * 500 + " F", "bad-age", {"age": "99999999"}),
        ("Asha 34 35 F", "passenger-unreadable", {"text": "Asha 34 35 F"}),
        ("34 F", "passenger-unreadable", {"text": "34 F"}),
        ("🙂", "passenger-unreadable", {"text": "🙂"}),
        ("", "passenger-unreadable", {"text": ""}),
        ("A" * 10_000, "passenger-unreadable", {"text": "A" * 40 + "…"}),
        ("A 34 M", "bad-name", {}),
        ("Asha" * 20 + " 34 F", "bad-name", {}),
        ("<b>Asha</b> 34 F", "bad-name", {}),
    ],
)
def test_what_is_wrong_is_said(text: str, key: str, args: dict[str, object]) -> None:
    problem = trouble(text)
    assert problem.key == key
    assert problem.args_for_text == args


DONE = ("done", "Done!", "ok", "that's all", "that’s all", "thats all", "finish", "no more", "bas", "बस", "हो गया")


@pytest.mark.parametrize("text", DONE)
def test_words_that_end_the_list_name_nobody(text: str) -> None:
    assert trouble(text).key == "party-done"


def test_somebody_called_like_a_word_that_ends_the_list() -> None:
    assert party("Bas 34 M") == ["Bas 34 M"]


WORDS = ["Asha", "Ravi", "34", "-1", "300", "F", "m", "side", "lower", ",", ";", "\n", "महिला", "३६", "🙂", "and"]


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)))
def test_any_text_gives_people_or_a_problem(text: str) -> None:
    try:
        people = read_party(text)
    except Problem:
        return
    assert all(0 <= person.age <= 125 and person.name for person in people)


@given(
    st.sampled_from(["Asha", "Ravi Kumar", "आशा", "பிரியா", "Al-Amin"]),
    st.integers(1, 125),
    st.sampled_from(Gender),
    st.sampled_from([None, BerthKind.LOWER, BerthKind.SIDE_UPPER]),
    st.permutations(range(4)),
)
def test_the_order_of_words_does_not_matter(
    name: str, age: int, gender: Gender, berth: BerthKind | None, order: list[int]
) -> None:
    words = [name, str(age), gender.name, berth.name.replace("_", " ") if berth else ""]
    person = read_passenger(" ".join(words[index] for index in order))
    assert (person.name, person.age, person.gender, person.preference) == (name, age, gender, berth)
