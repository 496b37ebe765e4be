"""/inbox: what was told, newest first, what of it is unread, and the way from each to what it is about."""

import re
from html import unescape

from domain.errors import NotFound, Problem
from domain.ids import NotifId
from domain.notifications import UNREAD, Notification
from domain.railtime import INDIA
from domain.services.inboxes import Page
from domain.users import User
from handlers.alerts import booking_of
from handlers.area import Area
from handlers.book import BOOK
from handlers.dialogue import Outcome
from handlers.menu import home_buttons
from handlers.news import ALERTS
from handlers.pushes import worded
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import Html
from handlers.trips import trip
from handlers.wallet import wallet

SHORT = 160  # characters of each that the list shows
A_ROW = 3  # buttons
_TAG = re.compile(r"</?\w+>")


def inbox(talk: Talk, value: str) -> tuple[Reply, ...]:
    """A page, from 0; a tap turns it in place."""
    user = talk.user
    if user is None:
        return (Reply(text=talk.say.text("register-first"), buttons=home_buttons(talk.say)[:1]),)
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0
    return (_page(talk, user, number, edit=talk.tapped and bool(value)),)


def read_all(talk: Talk, value: str) -> tuple[Reply, ...]:
    """All of it is read now."""
    user = _user(talk)
    count = talk.services.inboxes.read_all(user.user_id, talk.now)
    return (_page(talk, user, 0, edit=True).but(toast=talk.say.label("inbox-all-read", count=count)),)


def told(talk: Talk, notif_id: str) -> tuple[Reply, ...]:
    """What these news of theirs are about; they are read now. Problem `no-such-news`."""
    user, news = _read(talk, notif_id)
    if news.related_booking_id:
        return trip(talk, news.related_booking_id)
    if "amount" in news.args:
        return wallet(talk, "")
    return (_whole(talk, news, user),)


def go(talk: Talk, notif_id: str) -> Outcome:
    """Begins to book what these news say can be had now. Problem `no-such-news`."""
    _, news = _read(talk, notif_id)
    if news.title not in ALERTS:
        raise Problem("no-such-news")
    outcome = BOOK.begin(talk, booking_of(news, talk))
    return Outcome(outcome.session, tuple(reply.but(edit=False) for reply in outcome.replies), outcome.problem)


def _read(talk: Talk, notif_id: str) -> tuple[User, Notification]:
    user = _user(talk)
    news = talk.services.inboxes.read(user.user_id, NotifId(notif_id)) if notif_id else None
    if news is None:
        raise Problem("no-such-news")
    return user, news


def _user(talk: Talk) -> User:
    if talk.user is None:
        raise Problem("no-such-news")
    return talk.user


def _page(talk: Talk, user: User, number: int, *, edit: bool) -> Reply:
    page, say = talk.services.inboxes.page(user.user_id, number, talk.now), talk.say
    choices = Button(text=say.label("button-notifications"), data="g.notifications")
    if not page.news:
        return Reply(text=say.text("inbox-empty"), buttons=((choices,),), edit=edit)
    rows = Html("\n\n".join(_line(talk, place, news, user) for place, news in enumerate(page.news, 1)))
    text = say.text("inbox", rows=rows, unread=page.unread, page=page.number + 1, pages=page.pages)
    return Reply(text=text, buttons=(*_buttons(talk, page), (choices,)), edit=edit)


def _buttons(talk: Talk, page: Page) -> tuple[tuple[Button, ...], ...]:
    """One for each of the news, to turn the page, and to have read all."""
    numbers = [Button(text=f"{place} ›", data=f"g.told={news.notif_id}") for place, news in enumerate(page.news, 1)]
    rows = [tuple(numbers[at : at + A_ROW]) for at in range(0, len(numbers), A_ROW)]
    turns = (("button-newer", page.number - 1), ("button-older", page.number + 1))
    turned = [
        Button(text=talk.say.label(key), data=f"g.inbox={number}") for key, number in turns if 0 <= number < page.pages
    ]
    rows += [tuple(turned)] if turned else []
    return (*rows, (Button(text=talk.say.label("button-read-all"), data="g.readall"),)) if page.unread else tuple(rows)


def _line(talk: Talk, place: int, news: Notification, user: User) -> str:
    key = "inbox-unread" if news.status == UNREAD else "inbox-read"
    words = _words(talk, news, user)
    shown = words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …"
    day = talk.say.day(news.created_at.astimezone(INDIA).date())
    return talk.say.text(key, place=place, day=day, clock=talk.say.clock(news.created_at), words=shown)


def _words(talk: Talk, news: Notification, user: User) -> str:
    """As it was told; what was not pushed is worded now."""
    said = news.message or " ".join(unescape(_TAG.sub("", reply.text)) for reply in _worded(talk, news, user))
    return " ".join(said.split()) or talk.say.label("inbox-over")


def _whole(talk: Talk, news: Notification, user: User) -> Reply:
    """These news again, with their buttons."""
    replies = _worded(talk, news, user)
    return replies[0] if replies else Reply(text=talk.say.text("inbox-over"))


def _worded(talk: Talk, news: Notification, user: User) -> tuple[Reply, ...]:
    try:
        return worded(talk.services, news, user, talk.now)
    except (NotFound, KeyError):
        return ()  # of a version that told it otherwise


INBOX = Area(asides={"inbox": inbox, "readall": read_all, "told": told}, opens={"go": go})
