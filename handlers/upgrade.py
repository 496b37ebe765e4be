"""The free upgrade of a ticket that is paid: asked for, or not any more, with one tap until the first chart."""

from domain.errors import Problem
from handlers.area import Area
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import Html
from handlers.tickets import WISHES, upgrade_button
from handlers.trips import own_booking


def wish(talk: Talk, value: str) -> tuple[Reply, ...]:
    """`<booking>|on` or `|off`: as the tap says, however often it comes; of a booking alone, as it is. Problem
    `no-such-booking`, `stale`, or why it cannot be changed for this ticket (any more)."""
    booking_id, _, wished = value.partition("|")
    booking = own_booking(talk, booking_id)
    wanted = WISHES.get(wished) if wished else booking.upgrade_wanted
    if wanted is None:
        raise Problem("stale")
    changed = talk.services.changing.wish_upgrade(booking.booking_id, booking.user_id, talk.now, wanted=wanted)
    text = talk.say.text("upgrade-on" if changed.upgrade_wanted else "upgrade-off", pnr=changed.pnr)
    if changed.upgrade_wanted:
        text = Html(f"{text}\n{talk.say.text('review-upgrade', people=len(changed.entitled))}")
    show = Button(text=talk.say.label("button-show-ticket"), data=f"g.trip={booking.booking_id}")
    return (Reply(text=text, buttons=((upgrade_button(changed, talk.say),), (show,)), edit=True),)


UPGRADE = Area(asides={"upgrade": wish})
