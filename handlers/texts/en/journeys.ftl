## Where and when
ask-origin = <b>Where do you start?</b> Type a city or station, or share your location.
ask-destination =
    { $trip }
    <b>Where do you want to go?</b>
ask-which-station = Which one do you mean?
any-station = Any { $city } station
ask-which-day =
    { $trip }
    <b>Which day do you mean?</b>
ask-date =
    { $trip }
    <b>When?</b> Tap a day, or type one, like <i>25 Dec</i>.

## Trains
ask-train =
    <b>{ $trip }</b> · { $count ->
        [one] 1 train
       *[other] { $count } trains
    }

    { $trains }

    Choose train and class; the fare is for one passenger.
train-card =
    <b>{ $number }</b> { $name }
    { $departure } { $origin } → { $arrival } { $destination } · { $duration }
button-class = { $number } · { $travel_class } · { $fare } · { $standing }
standing-free = { $free } free
standing-rac = RAC { $place }
standing-waiting = WL { $place }
button-class-full = { $number } · { $travel_class } · { $standing }
no-trains =
    <b>{ $trip }</b>
    No direct train can be booked on that day. Here is what else there is:
no-trains-ever =
    <b>{ $trip }</b>
    No train with berths to book goes there directly. Please go back and try another station.
ask-which-train = Which train do you mean?
ask-train-number = Which train? Type its number or name, like <i>12951</i> or <i>Mumbai Rajdhani</i>.
train-route =
    <b>{ $number } { $name }</b>
    { $origin } → { $destination } · { $stops } stops · { $km } km
    Runs { $days } · { $classes }
daily = daily
train-unreserved = unreserved only
button-along = 🎫 { $origin } → { $destination }
button-partner = ⇄ The other way: { $number }
all-full = Every train is full that day for your party; here is what else there is:
filters-none-then = No train fits { $wanted } on that day; these leave at other times.
filters-none = No train fits { $wanted } on that day; these are all of them.
filters =
    <b>{ $trip }</b>
    <b>Which trains shall I show?</b> { $count ->
        [one] 1 train fits.
       *[other] { $count } trains fit.
    }
time-morning = Morning
time-afternoon = Afternoon
time-evening = Evening
time-night = Night
free-yes = Free berths only
fastest-yes = Fastest first
family-vande-bharat = Vande Bharat
family-rajdhani = Rajdhani
family-shatabdi = Shatabdi
family-tejas = Tejas
family-duronto = Duronto
family-jan-shatabdi = Jan Shatabdi
family-garib-rath = Garib Rath
family-amrit-bharat = Amrit Bharat
family-superfast = Superfast
family-express = Express
family-special = Special
family-passenger = Passenger
family-local = Local
quota-TQ = Tatkal
quota-LD = Ladies
quota-SS = Senior, lower berth
quota-HP = Divyang
no-quota =
    <b>{ $trip }</b>
    In this quota ({ $quota }) nothing can be booked on that day.
button-general = Show the general quota
button-filter = 🔎 Filter
button-week = 📅 7 days
button-changes = 🔁 One change
button-show-trains = Show { $count ->
        [one] 1 train
       *[other] { $count } trains
    }
button-list = ‹ Trains of the day
button-wide = { $trip }: { $count ->
        [one] 1 train
       *[other] { $count } trains
    }
week =
    <b>{ $trip }</b>
    <b>Seven days</b>, with the lowest fare of one passenger:

    { $days }
week-of-class =
    <b>{ $trip }</b>
    <b>Seven days in { $travel_class }</b>, with the lowest fare of one passenger:

    { $days }
week-day = <b>{ $day }</b> · { $trains ->
        [one] 1 train
       *[other] { $trains } trains
    } · up to { $berths } free · from { $fare }
week-full = <b>{ $day }</b> · { $trains ->
        [one] 1 train
       *[other] { $trains } trains
    } · full
week-no-train = <b>{ $day }</b> · no train
full = full
changes =
    <b>{ $trip }</b>
    <b>With one change</b>: two tickets, booked and paid together. The fare is for one passenger on both trains.

    { $changes }
no-changes =
    <b>{ $trip }</b>
    No journey with one change can be booked on that day.
change-card =
    <b>{ $place }.</b> { $first }
    { $wait }
    { $second }
    In all { $duration }
change-leg =
    <b>{ $number }</b> { $name }
    { $departure } { $origin } → { $arrival } { $destination }
change-wait = Change at { $station }, { $wait } to wait
button-change = { $place } · { $travel_class } · { $fare } · { $standing }
button-change-full = { $place } · { $travel_class } · { $standing }
journey =
    <b>{ $number } { $name }</b>
    { $origin } ({ $origin_code }) → { $destination } ({ $destination_code })
    { $day }, { $departure } → { $arrival }
    { $travel_class }
class-1A = First AC (1A)
class-2A = AC 2 Tier (2A)
class-3A = AC 3 Tier (3A)
class-3E = AC 3 Economy (3E)
class-EC = Executive Chair Car (EC)
class-EV = Vistadome (EV)
class-CC = AC Chair Car (CC)
class-SL = Sleeper (SL)
class-2S = Second Sitting (2S)
