"""At the list of trains: filters, seven days, and what else there is where no train goes."""

from tests.dialogues.transcript import Passenger, World


def looking(world: World, sentence: str) -> Passenger:
    """Somebody new who looks for trains without registering."""
    return world.passenger().says("/start").taps("English").taps("Look around").says(sentence)


def test_filters_are_ticked_and_the_list_follows(world: World) -> None:
    asha = looking(world, "new delhi to howrah on 10 jan").sees("12302", "12304", "2 trains")
    asha.taps("Filter").sees("Which trains shall I show?", "2 trains fit", "Morning", "Rajdhani", "Free berths only")
    asha.taps("Evening").sees("✓ Evening", "2 trains fit").taps("Rajdhani").sees("✓ Rajdhani", "1 train fits")
    asha.taps("Show").sees("12302").sees_not("12304").taps("All trains and classes").sees("2 trains")


def test_filters_that_nothing_fits_show_everything_and_say_so(world: World) -> None:
    asha = looking(world, "new delhi to mumbai central tomorrow").taps("Filter").taps("Morning").sees("0 trains fit")
    asha.taps("Show 0").sees("No train fits Morning on that day", "12952", "All trains and classes")
    asha = looking(world, "new delhi to mumbai central tomorrow morning in 3a").sees("No train fits 3A, Morning", "3A")
    asha.sees("these leave at other times").sees_not("12952 · 2A")


def test_filters_can_be_typed(world: World) -> None:
    asha = looking(world, "delhi to mumbai tomorrow evening").sees("12952", "All trains and classes")
    asha.says("all trains").says("fastest first").sees("12952").says("2a").sees("2A").sees_not("· 3A ·")
    asha.says("new delhi to varanasi on 20 jan executive").sees("22436 · EC · ₹").sees_not("· CC ·")


def test_seven_days_with_the_lowest_fares(world: World) -> None:
    asha = looking(world, "new delhi to mumbai central on 10 jan").taps("7 days")
    asha.sees("Seven days", "Mon 7 Jan", "Sun 13 Jan", "● Thu 10 Jan", "from ₹").taps("Later").sees("Mon 14 Jan")
    asha.taps("Tue 15 Jan").sees("New Delhi → Mumbai Central · Tue 15 Jan", "12952")


def test_the_calendar_keeps_to_the_class(world: World) -> None:
    asha = looking(world, "new delhi to howrah on 10 jan in 2a").taps("7 days").sees("Seven days in 2A")
    asha.taps("Trains of the day").sees("· 2A ·").sees_not("· 3A ·")


def test_where_no_train_goes_there_is_a_change(world: World) -> None:
    asha = looking(world, "howrah to mumbai central tomorrow").sees("No direct train", "One change")
    asha.taps("One change").sees("With one change", "Change at", "12301", "12952", "In all", "free")


def test_all_stations_of_both_cities_instead(world: World) -> None:
    asha = looking(world, "howrah to mumbai central tomorrow").sees("Kolkata → Mumbai:")
    asha.taps("Kolkata → Mumbai").sees("Kolkata → Mumbai · Tue 8 Jan", "12810")


def test_a_city_is_any_of_its_stations_or_one(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("/book").says("delhi")
    asha.sees("Which one do you mean?", "Any Delhi station", "New Delhi (NDLS)", "Hazrat Nizamuddin")
    asha.taps("Any Delhi").says("mumbai").sees("Any Mumbai station").taps("Any Mumbai").sees("Delhi → Mumbai", "When?")


def test_a_day_with_two_readings_is_asked(world: World) -> None:
    asha = looking(world, "new delhi to patna this weekend").sees("Which day do you mean?", "Sat 12 Jan", "Sun 13 Jan")
    asha.taps("Sun 13 Jan").sees("New Delhi → Patna", "Sun 13 Jan").taps("Back")
    asha.says("this weekend").sees("Which day do you mean?").taps("Back").sees("When?")


def test_a_train_by_name_shows_its_route(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("12951")
    asha.sees("12951", "Mumbai", "New Delhi", "Runs daily", "The other way: 12952")
    assert asha.screen.picture is not None
    assert asha.screen.picture.train_number == "12951"
    asha.taps("The other way").sees("12952").taps("🎫").sees("New Delhi → Mumbai Central", "When?")
    asha.says("/train mumbai rajdhani").sees("Which train do you mean?").says("/train atlantis express").sees(
        "do not know a train"
    )


def test_everything_in_hindi(world: World) -> None:
    asha = world.passenger().says("/start").taps("हिन्दी").taps("पहले देख लूँ").says("दिल्ली से मुंबई कल सुबह")
    asha.sees("फ़िल्टर").taps("7 दिन").sees("सात दिन", "से").taps("दिन की ट्रेनें").taps("फ़िल्टर").sees("राजधानी", "सबसे तेज़")
    asha.taps("दिखाएँ").taps("एक बदलाव").sees("बदलाव")
