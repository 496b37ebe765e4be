"""The inbox, what is pushed and when: pages, unread marks, and quiet hours that are moved while news wait."""

from datetime import datetime, timedelta

from domain.ids import UserId
from domain.notifications import NotifType, news, when_to_push
from handlers.reply import Button
from tests.dialogues.accounts import at_home, user_of
from tests.dialogues.test_cancelling import booked, ticket
from tests.dialogues.transcript import World


def writes(world: World, user_id: UserId, count: int, at: datetime | None = None) -> None:
    """So many news of top-ups of ₹101, ₹102 and so on."""
    now = at or world.clock.now()
    with world.units() as work:
        for n in range(1, count + 1):
            when = now + timedelta(seconds=n)
            amount = {"amount": str(100 + n)}
            work.notifications.add(news(user_id, NotifType.PAYMENT, "told-topped-up", None, when, **amount))
        work.commit()


def test_news_come_newest_first_in_pages_with_unread_marks(world: World) -> None:
    asha = at_home(world)
    asha.says("/inbox").sees("Your inbox is empty")
    writes(world, user_of(asha).user_id, 8)
    asha.says("/start").sees("📬 Inbox (8)").taps("Inbox (8)")
    asha.sees("8 unread", "page 1 of 2", "🔵 <b>1.</b>", "₹108", "₹103", "Mon 7 Jan").sees_not("₹102")
    asha.taps("Older").sees("page 2 of 2", "₹102", "₹101").sees_not("₹103").taps("Newer").sees("₹108")
    asha.taps("Mark all as read").sees("8 messages marked as read").sees_not("🔵", "unread")
    asha.says("/start").sees("📬 Inbox").sees_not("Inbox (")


def test_what_is_tapped_is_read_and_leads_to_what_it_is_about(world: World) -> None:
    asha = booked(world)
    asha.is_told()
    asha.says("/inbox").sees("1 unread", "PNR").taps("1 ›")
    assert f"PNR {ticket(asha).pnr}" in asha.replies[0].text
    asha.says("/inbox").sees("PNR").sees_not("unread")
    writes(world, user_of(asha).user_id, 1)
    asha.says("/inbox").sees("1 unread").taps("1 ›").sees("Wallet: ₹0").says("/inbox").sees_not("unread")


def test_news_of_more_than_ninety_days_ago_are_not_shown(world: World) -> None:
    asha = at_home(world)
    writes(world, user_of(asha).user_id, 1, at=world.clock.now() - timedelta(days=91))
    asha.says("/inbox").sees("Your inbox is empty")


def test_nobody_reads_the_news_of_another(world: World) -> None:
    asha, ravi = at_home(world), at_home(world)
    writes(world, user_of(asha).user_id, 1)
    tap = asha.says("/inbox").button("1 ›")
    ravi.taps_old(tap).sees("not there any more")
    ravi.taps_old(Button(text="", data=(tap.data or "").replace("g.told", "g.go"))).sees("not there any more")
    asha.says("/inbox").sees("1 unread")


def test_news_in_the_language_of_now(world: World) -> None:
    asha = at_home(world)
    writes(world, user_of(asha).user_id, 1)
    asha.says("/language").taps("हिन्दी").says("/inbox").sees("इनबॉक्स", "वॉलेट में हैं", "सब पढ़ लिए")


def test_types_are_switched_off_and_on(world: World) -> None:
    asha = at_home(world).says("/notifications").sees("No quiet hours", "✅ Offers: on")
    asha.taps("Offers").sees("◻ Offers: off").taps("Alerts and railway").sees("◻ Alerts and railway news: off")
    assert user_of(asha).preferences.push == {"promo": False, "alert": False}
    asha.taps("Offers").sees("✅ Offers: on")
    assert user_of(asha).preferences.push["promo"]
    asha.taps_old(Button(text="", data="g.push=payment|off")).sees("changed meanwhile")


def test_quiet_hours_are_tapped_typed_and_taken_away(world: World) -> None:
    asha = at_home(world).says("/notifications").taps("Quiet hours").sees("When shall nothing disturb you")
    asha.says("at night").sees("From when until when?").taps("22:00–07:00").sees("Quiet hours: <b>22:00–07:00")
    asha.says("/quiet 11 pm to 5 am").sees("Quiet hours: <b>23:00–05:00").says("/quiet").says("off")
    asha.sees("No quiet hours")
    assert user_of(asha).preferences.quiet is None
    asha.says("/quiet").says("/cancel").sees("stay as they were")


def test_news_that_wait_are_looked_at_anew_when_quiet_hours_are_moved(world: World) -> None:
    asha = at_home(world).says("/quiet 9 am to 11 am").sees("09:00–11:00")
    now, user = world.clock.now(), user_of(asha)
    with world.units() as work:
        work.notifications.add(news(user.user_id, NotifType.ALERT, "told-promo", None, now, text="A new train"))
        work.commit()
    with world.units() as work:
        (waits,) = work.notifications.newest(user.user_id, 10)
        until = when_to_push(waits, user.preferences, now)
        assert until is not None
        assert until - now > timedelta(minutes=20)
        work.notifications.put_off(waits, until, 0)  # as the outbox does
    assert asha.is_told() == []
    asha.says("/quiet 10 pm to 6 am").sees("22:00–06:00")
    (words,) = asha.is_told()
    assert "A new train" in words
    assert when_to_push(waits, user_of(asha).preferences, world.clock.now()) is not None
