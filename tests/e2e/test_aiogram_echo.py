"""A client that nobody here wrote: an aiogram echo bot runs on the sandbox as it does on Telegram."""

import asyncio
import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.unit.sandbox.clients import Json, Stage


async def _eventually(check: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not await asyncio.to_thread(check):
            await asyncio.sleep(0.02)


def test_an_aiogram_echo_bot(tmp_path: Path) -> None:
    from tests.e2e.echo_bot import while_polling

    stage = Stage.open(tmp_path / "sandbox")
    asha = stage.asha
    picture = tmp_path / "cat.png"
    saved = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(saved, "PNG")
    picture.write_bytes(saved.getvalue())

    def last() -> Json:
        return asha.sees()[-1]

    async def story() -> None:
        asha.says("echo this 🚂")
        await _eventually(lambda: last()["from_bot"] and last()["text"] == "echo this 🚂")
        asha.says("/start")
        await _eventually(lambda: last()["from_bot"] and "reply_markup" in last())
        assert last()["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
        asha.taps(last()["message_id"], "press")
        await _eventually(lambda: last()["text"] == "You pressed it")
        asha.uploads(picture, "photo")
        await _eventually(lambda: last().get("caption") == "Your picture")
        assert last()["document"]["file_size"] == len(picture.read_bytes())

    asyncio.run(while_polling(stage.sandbox.url, stage.sandbox.token, story))
    stage.sandbox.close()
