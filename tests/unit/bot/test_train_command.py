"""`yatri train`: a train by number or name, as a table, as JSON and as a picture."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.__main__ import run_command
from bot.drawing import Drawing
from bot.feeds.starter import starter_path
from domain.errors import NotFound
from domain.ports import Units
from handlers.reply import Picture, PictureKind
from tests.unit import network

STARTER = ("--catalog", str(starter_path()))


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, restored: None) -> None:
    for name in [name for name in os.environ if name.startswith(("YATRI_", "AWS_"))]:
        monkeypatch.delenv(name)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code = run_command(["train", *arguments, "--json", *STARTER])
    answer = capsys.readouterr()
    assert code == 0, answer.err
    return json.loads(answer.out)


def test_a_train_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    answer = told(capsys, "12951")
    assert (answer["number"], answer["type"], answer["days"]) == ("12951", "RAJ", "1111111")
    assert answer["classes"] == ["1A", "2A", "3A"]
    assert answer["stops"][0] == {
        "code": "MMCT", "name": "Mumbai Central", "arrival": None, "departure": "17:00", "day": 1, "km": 0,
    }  # fmt: skip
    assert answer["stops"][-1] == {
        "code": "NDLS", "name": "New Delhi", "arrival": "08:32", "departure": None, "day": 2, "km": 1380,
    }  # fmt: skip
    assert answer["others"] == []


def test_a_name_tells_which_others_it_may_mean(capsys: pytest.CaptureFixture[str]) -> None:
    answer = told(capsys, "punjab", "mail")
    assert (answer["query"], answer["number"]) == ("punjab mail", "12137")
    assert answer["others"][0]["number"] == "12138"
    assert answer["others"][0]["score"] > answer["others"][1]["score"]  # the other mail trains to Punjab


def test_the_timetable_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["train", "deccan", "queen", *STARTER]) == 0
    answer = capsys.readouterr()
    assert answer.out.startswith("12123 Deccan Queen, daily, ")
    assert [line.split()[0] for line in answer.out.splitlines()[3:] if line.strip()][:1] == ["CSMT"]
    assert answer.err == "'deccan queen' may also be 12124 Deccan Queen\n"


def test_the_route_as_a_picture(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    picture = tmp_path / "route.png"
    assert run_command(["train", "12951", "--picture", str(picture), *STARTER]) == 0
    with Image.open(picture) as image:
        assert image.format == "PNG"
        assert image.height > image.width
    assert str(picture) in capsys.readouterr().err.replace("\n", "")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("delhi", "to", "mumbai"), "no train like 'delhi to mumbai'"),
        (("99999",), "99999"),
        (("12951", "--picture", "/no/such/folder/x.png"), "--picture"),
        ((), "TEXT"),
    ],
)
def test_a_wrong_argument_gets_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], word: str
) -> None:
    assert run_command(["train", *arguments, *STARTER]) == 2
    answer = capsys.readouterr()
    assert (answer.out, answer.err.count("\n")) == ("", 1)
    assert word in answer.err


def nothing_stored() -> Units:
    def refuse() -> Any:
        raise AssertionError("a route needs no stored row")

    return refuse


def test_a_reply_names_a_route_by_the_trains_number() -> None:
    draw = Drawing(nothing_stored(), network.catalogue, sample=True)
    whole = Picture(kind=PictureKind.ROUTE, train_number="12394", language="en")
    content, name = draw(whole)
    assert name == "Yatri-12394.png"
    assert content.startswith(b"\x89PNG")
    assert draw(whole.but(part=(1, 3)))[0] != content


def test_a_route_of_a_train_that_is_gone_is_not_found() -> None:
    draw = Drawing(nothing_stored(), network.catalogue, sample=True)
    with pytest.raises(NotFound):
        draw(Picture(kind=PictureKind.ROUTE, train_number="99999", language="en"))


def test_a_picture_comes_back_from_storage_as_it_went() -> None:
    picture = Picture(kind=PictureKind.ROUTE, train_number="12394", part=(1, 3), language="hi")
    assert Picture.model_validate_json(picture.model_dump_json()) == picture
