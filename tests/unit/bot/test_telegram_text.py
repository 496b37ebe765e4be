"""Long texts are cut where Telegram allows, with every tag closed."""

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram_text import pieces, plain, units


def test_a_short_text_stays_whole() -> None:
    assert pieces("<b>hi</b>") == ["<b>hi</b>"]


def test_a_text_is_cut_after_a_line_and_bold_goes_on() -> None:
    text = "<b>" + "\n".join(["word " * 5] * 10) + "</b>"
    parts = pieces(text, limit=120)
    assert len(parts) > 1
    assert all(len(part) <= 120 for part in parts)
    assert all(part.startswith("<b>") and part.endswith("</b>") for part in parts)


def test_the_first_part_may_be_shorter_as_a_caption_is() -> None:
    parts = pieces("x" * 50, limit=40, first=10)
    assert [len(part) for part in parts] == [10, 40]


def test_a_smile_counts_as_two_as_telegram_counts() -> None:
    assert [units(part) for part in pieces("😀" * 50, limit=40)] == [40, 40, 20]


def test_plain_words_have_neither_tags_nor_entities() -> None:
    assert plain('<b>Asha</b> &amp; <a href="https://x.example">Ravi</a>') == "Asha & Ravi"


@given(st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "&amp;", "word ", "\n", "य"]), max_size=60))
def test_no_word_is_lost_and_no_part_is_too_long(tokens: list[str]) -> None:
    text = _balanced(tokens)
    parts = pieces(text, limit=40)
    assert all(len(part) <= 40 for part in parts)
    assert "".join(plain("".join(parts)).split()) == "".join(plain(text).split())


def _balanced(tokens: list[str]) -> str:
    """Well-formed: at most two tags deep."""
    text, opened = "", list[str]()
    for token in tokens:
        if token in ("<b>", "<i>"):
            if token in opened or len(opened) > 1:
                continue
            opened.append(token)
        elif token.startswith("</"):
            if not opened or opened[-1] != token.replace("/", ""):
                continue
            opened.pop()
        text += token
    return text + "".join(tag.replace("<", "</") for tag in reversed(opened))
