"""Every language says everything, with the same blanks to fill, within Telegram's limits."""

import re
from functools import cache
from html import escape
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import FluentSerializer

import handlers.texts
from handlers.texts import LANGUAGES, Html, say

FOLDER = Path(handlers.texts.__file__).parent
CODE = "".join(
    path.read_text(encoding="utf-8")
    for name in ("handlers", "domain", "bot")
    for path in FOLDER.parents[1].glob(f"{name}/**/*.py")
)
BUILT = re.compile(
    r"^(ask-usual|class|time|family|free|fastest|quota|refund|told|gender|berth|wallet|withdrawal|source|fare|problem|command|menu|bot|push|category|canned|role|event|status|desk-button|desk-command|desk-ask|desk-did|desk-kyc|desk-cast|document|identity)-"
)


@cache
def messages(language: str) -> dict[str, str]:
    """Wording by key."""
    files = [file.read_text(encoding="utf-8") for file in sorted((FOLDER / language).glob("*.ftl"))]
    entries = [entry for text in files for entry in FluentParser().parse(text).body]
    assert not [entry for entry in entries if isinstance(entry, ast.Junk)]
    write = FluentSerializer().serialize_entry
    found = [(entry.id.name, write(entry)) for entry in entries if isinstance(entry, ast.Message)]
    assert len(dict(found)) == len(found), "a key stands in two files"
    return dict(found)


def blanks(wording: str) -> set[str]:
    return set(re.findall(r"\$(\w+)", wording))


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_language_has_every_message_with_the_same_blanks(language: str) -> None:
    english, other = messages("en"), messages(language)
    assert english.keys() == other.keys()
    assert [key for key in english if blanks(english[key]) != blanks(other[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_what_telegram_takes(language: str) -> None:
    for key, wording in messages(language).items():
        tags = re.findall(r"<(/?)(\w+)>", wording)
        assert {name for _, name in tags} <= {"b", "i", "code"}, key
        assert len([1 for end, _ in tags if end]) * 2 == len(tags), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_toasts_fit_into_two_hundred_characters(language: str) -> None:
    assert [key for key in messages(language) if key.startswith("stale-") and len(say(language).label(key)) > 200] == []


def test_no_wording_is_left_that_nothing_says() -> None:
    said = set(re.findall(r"""["']([\w-]+)["']""", CODE))
    assert [key for key in messages("en") if key not in said and not BUILT.match(key)] == []


def test_every_problem_that_is_raised_has_words() -> None:
    raised = set(re.findall(r'Problem\(\s*"([\w-]+)"', CODE))
    assert raised
    assert sorted(key for key in raised if f"problem-{key}" not in messages("en")) == []


def test_what_people_typed_is_escaped_but_html_of_ours_is_not() -> None:
    assert "&lt;b&gt;" in say("en").text("problem-no-such-station", text="<b>")
    assert "<b>x</b>" in say("en").text("journey", **dict.fromkeys(blanks(messages("en")["journey"]), Html("<b>x</b>")))
    assert "<u>" in say("en").label("problem-no-such-station", text="<u>")
    assert "<" not in say("en").label("problem-choose-unclear")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_wrote_may_be_long(language: str) -> None:
    written = "<\\1 { $name } \ue000words\ue001" * 300
    said = say(language).text("history-said", when="10:00", name="\ue000when\ue001", words=written)
    assert said == f"10:00 <b>\ue000when\ue001</b>: {escape(written, quote=False)}"
