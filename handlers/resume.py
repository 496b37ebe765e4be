"""Going on to pay for berths that are held, from wherever one was."""

from domain.ids import BookingId
from handlers.area import Area
from handlers.book import finish, leave
from handlers.dialogue import Dialogue, Outcome
from handlers.steps.pay import Pay
from handlers.talk import Talk
from handlers.trips import own_booking

PAY = Dialogue("pay", (Pay(),), finish=finish, leave=leave)


def _resume(talk: Talk, booking_id: str) -> Outcome:
    """The panel to pay by; what became of it if the time is over, or it is paid. Problem `no-such-booking`."""
    booking = own_booking(talk, booking_id)
    outcome = PAY.begin(talk, {"booking": BookingId(booking.booking_id)})
    return Outcome(outcome.session, tuple(reply.but(edit=False) for reply in outcome.replies), outcome.problem)


RESUME = Area(opens={"pay": _resume}, dialogues=(PAY,))
