"""Favourite journeys: kept from a booking, listed, taken away, and booked again."""

from domain.errors import Problem
from domain.users import Favourite, User
from handlers.account.favourites import go_button, mark_of, words_of
from handlers.account.person import person
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.trips import own_booking


def like(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """Keeps the journey of a booking of theirs. Problem `no-such-booking`."""
    whole = talk.services.booking.together(own_booking(talk, booking_id))
    journey = Favourite(origin=whole[0].origin_station_code, destination=whole[-1].destination_station_code)
    talk.services.profiles.prefer(person(talk).user_id, lambda wants: wants.liking(journey), talk.now)
    talk.forget_user()
    text = talk.say.text("favourite-saved", trip=words_of(talk, journey))
    return (Reply(text=text, buttons=((go_button(talk, journey),),)),)


def favourites(talk: Talk, value: str) -> tuple[Reply, ...]:
    """The list, each with a button to take it away."""
    return (_list(talk, person(talk)),)


def unlike(talk: Talk, mark: str) -> tuple[Reply, ...]:
    """Takes one away; one that is gone already is no matter."""
    user = talk.services.profiles.prefer(
        person(talk).user_id,
        lambda wants: wants.but(favourites=tuple(one for one in wants.favourites if mark_of(one) != mark)),
        talk.now,
    )
    talk.forget_user()
    return (_list(talk, user),)


def ends_of_favourite(talk: Talk, mark: str) -> dict[str, object]:
    """Both ends, as answers of a booking. Problem `stale` if it is among the favourites no more."""
    found = next((one for one in person(talk).preferences.favourites if mark_of(one) == mark), None)
    if found is None:
        raise Problem("stale")
    return {"origin": found.origin, "destination": found.destination}


def _list(talk: Talk, user: User) -> Reply:
    liked = user.preferences.favourites
    label = talk.say.label
    rows = [
        (Button(text=label("button-remove", what=words_of(talk, one)), data=f"g.unlike={mark_of(one)}"),)
        for one in liked
    ]
    rows.append((Button(text=label("button-to-profile"), data="g.profile"),))
    return Reply(text=talk.say.text("favourites", count=len(liked)), buttons=tuple(rows), edit=True)
