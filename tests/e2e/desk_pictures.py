"""The pictures of docs/desk.md, taken of a running Yatri in a browser: python -m tests.e2e.desk_pictures [folder]"""

import io
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.e2e.chatpage import ASHA, NEHA, SUPPORT, ChatPage, chromium
from tests.e2e.journeys import hold, is_booked, pay_page, register
from tests.e2e.yatri import RunningYatri

SIZE = (1100, 780)
MORNING = "2030-01-07T04:30:00+00:00"  # ten o'clock in India
COLOURS = 256
PATIENCE = 20_000  # milliseconds, on a busy machine
GENERAL = 1  # the topic that every group has


class Walk:
    """Through one day at the desk."""

    def __init__(self, browser: Browser, url: str, folder: Path) -> None:
        expect.set_options(timeout=PATIENCE)
        self._browser = browser
        self._url = url
        self._folder = folder

    def all(self) -> None:
        """Every picture, in the order in which the story goes."""
        asha = self._phone(ASHA)
        self._books(asha)
        self._answers(asha)
        self._delays(asha)
        self._finds()

    def _phone(self, chat: int, topic: int | None = None) -> ChatPage:
        phone = ChatPage(self._browser, self._url, SIZE)
        phone.page.set_default_timeout(PATIENCE)
        phone.open(chat, topic)
        return phone

    def _take(self, phone: ChatPage, name: str) -> None:
        """Once nothing moves any more, and the mouse points at nothing."""
        phone.page.mouse.move(0, 0)
        phone.page.wait_for_load_state("networkidle")
        phone.page.wait_for_timeout(800)
        assert not phone.problems, phone.problems
        shot = Image.open(io.BytesIO(phone.page.screenshot())).convert("RGB")
        shot.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3).save(self._folder / f"{name}.png", optimize=True)

    def _books(self, asha: ChatPage) -> None:
        register(asha, "Asha Verma", "asha@example.com")
        hold(asha, "new delhi to mumbai tomorrow", "12952 · 3A", "Asha 34 F lower\nRavi 40 M")
        pay = pay_page(asha)
        pay.get_by_test_id("pay-submit").click()
        pay.get_by_text(re.compile("Paid")).wait_for()
        is_booked(asha)
        pay.close()

    def _answers(self, asha: ChatPage) -> None:
        asha.say("/support My berth is broken, please help")
        asha.sees("What is it about?")
        asha.newest("A booking").click()
        asha.newest("12952").click()
        asha.sees("You are writing with support")
        desk = self._phone(SUPPORT)
        desk.page.locator('[data-testid^="topic-item-"]').filter(has_text="Asha Verma").click()
        desk.sees("My berth is broken")
        desk.say("Sorry to hear that. We ask the railway at once.")
        asha.sees("Sorry to hear that")
        desk.say("// call the coach attendant first")
        desk.sees("🙋 Neha")
        self._take(desk, "topic")
        self._take(asha, "answered")

    def _delays(self, asha: ChatPage) -> None:
        desk = self._phone(SUPPORT, GENERAL)
        desk.say("/run 12952 8 jan")
        desk.sees("sold")
        desk.newest("Late").click()
        desk.sees("How late does")
        desk.newest("1h 00m").click()
        desk.sees("reply to this message")
        desk.say("Is there tea left?")
        desk.reply("Why?", "fog at Kota")
        desk.sees("Tickets that follow: 1")
        asha.sees("fog at Kota")
        self._take(desk, "train")

    def _finds(self) -> None:
        neha = self._phone(NEHA)
        neha.part("start").click()
        neha.newest("English").click()
        neha.sees("full name")
        neha.say("/find asha ver")
        neha.sees("no document shown")
        self._take(neha, "find")
        neha.say("/today")
        neha.sees("Tickets sold")
        expect(neha.page.locator(".bubble img").last).to_be_visible()
        self._take(neha, "today")


def main(folder: Path) -> None:
    """A house of its own for the walk, which is gone afterwards."""
    with TemporaryDirectory() as rooms, RunningYatri(Path(rooms) / "data") as yatri, chromium() as browser:
        httpx.post(f"{yatri.url}/clock", json={"to": MORNING}, timeout=10).raise_for_status()
        Walk(browser, yatri.url, folder).all()


if __name__ == "__main__":
    main(Path(*sys.argv[1:2] or ("docs/pictures",)))
