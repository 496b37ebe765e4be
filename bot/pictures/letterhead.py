"""What stands on top of every page of Yatri's papers, and across those that are only samples."""

from dataclasses import dataclass

from bot.pictures.page import HEIGHT, WIDTH, Page
from bot.pictures.palette import FAINT, MARIGOLD, NAVY, PALE, PAPER

LEFT, RIGHT = 14.0, 196.0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """`sample` is the strip that says what the paper is not, `watermark` the word across; both empty on a real one."""

    title: str
    below: str
    sample: str = ""
    watermark: str = ""

    def draw(self, page: Page) -> float:
        """Draws it on a page that is still empty; returns where it ended."""
        if self.watermark:
            with page.turned(50, WIDTH / 2, HEIGHT / 2):
                page.text(WIDTH / 2, HEIGHT / 2 + 14, self.watermark, 130, FAINT, bold=True, align="middle")
        page.box(0, 0, WIDTH, 25, NAVY)
        page.text(LEFT, 17, "Yatri", 30, PAPER, bold=True)
        page.text(RIGHT, 12.5, self.title, 15, PAPER, bold=True, align="right", width=120)
        page.text(RIGHT, 19, self.below, 10, PALE, align="right", width=120)
        if not self.sample:
            page.box(0, 25, WIDTH, 26.5, MARIGOLD)
            return 26.5
        page.box(0, 25, WIDTH, 33, MARIGOLD)
        page.text(WIDTH / 2, 30.4, self.sample, 11, NAVY, bold=True, align="middle", width=RIGHT - LEFT)
        return 33
