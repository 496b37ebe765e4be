# Every word in English. What is filled in is escaped for Telegram HTML by handlers/texts, so plain tags may stand here.

## Home, help and commands
home =
    <b>Welcome to Yatri</b> 🚆
    Train tickets in this chat: say where you want to go, pick a berth, pay, travel.

    Try: <i>Delhi to Mumbai tomorrow</i>
home-known =
    <b>Hello { $name }!</b> 🚆
    Where would you like to go? You can simply type it, for example <i>Delhi to Mumbai tomorrow</i>.
help =
    <b>How Yatri works</b>
    • Type a journey: <i>2 sleeper tickets Patna to Delhi tomorrow</i>, or tap Book.
    • Every question has buttons; typing works too.
    • Changed your mind? Say so: <i>no, from Kanpur</i>, or go Back.
    • Berths are held while you pay. No berth is sold twice, and no money is lost.

    /book a train · /trips and tickets · /wallet
    /language · /cancel what you are doing
menu-book = 🎫 Book a train
menu-trips = 🧾 My trips
menu-wallet = 👛 Wallet
menu-language = 🌐 भाषा / Language
menu-help = ❓ Help
command-start = Begin
command-book = Book a train
command-trips = My trips and tickets
command-wallet = My wallet
command-language = English or Hindi
command-help = How Yatri works
command-cancel = Stop what I am doing
bot-description =
    Train tickets across India, here in the chat: find trains and free berths, pay by link or wallet, and get your ticket in a minute.
bot-short-description = Train tickets across India, here in the chat.
not-understood = I did not find a journey in that. Tell me where from and where to, like <i>Patna to Delhi</i>, or choose:
nothing-to-cancel = There is nothing to cancel. /book whenever you like.
cancelled = Stopped. This journey is not booked, and nothing was charged for it.
ask-language = Which language shall we speak? · हम किस भाषा में बात करें?
language-set = We speak English now.

## Small words
today = Today
tomorrow = Tomorrow
duration = { $hours }h { $minutes }m
button-back = ‹ Back
button-earlier = ‹ Earlier
button-later = Later ›
button-earlier-trains = ‹ Earlier trains
button-later-trains = More trains ›

## Registering
ask-name = Nice to meet you! What is your full name, as on your ID?
ask-name-to-book = Just once, so that the ticket is yours: what is your full name, as on your ID?
button-later-register = Look around first
ask-phone = Thank you, { $name }. Please share your phone number with the button below, so that we can reach you about your train.
button-contact = 📱 Share my phone number
ask-email = And your e-mail address?

## Where and when
ask-origin = <b>Where do you start?</b> Type a city or station, or share your location.
ask-destination =
    { $trip }
    <b>Where do you want to go?</b>
ask-which-station = Which one do you mean?
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
button-class = { $number } · { $travel_class } · { $fare } · { $free } free
button-class-full = { $number } · { $travel_class } · full
no-trains =
    <b>{ $trip }</b>
    No direct train can be booked on that day. Other days with a train:
no-trains-ever =
    <b>{ $trip }</b>
    No train with berths to book goes there directly. Please go back and try another station.
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

## Passengers
ask-party =
    { $trip }
    <b>Who travels?</b> Type name, age and M, F or T, one person a line, with a berth if you like:
    <i>Asha 34 F lower</i>
ask-party-more =
    { $trip }
    <b>Who travels?</b>
    { $people }

    Type another name, or tap Done.
ask-party-count = { $named ->
        [0] Please name all { $count } who travel.
       *[other] { $named } of { $count } named; please name the rest.
    }
ask-age = How old is “{ $person }”? Type the age, or the whole line again: <i>Asha 34 F lower</i>
person-line = { $number }. { $person }
button-party-done = ✅ Done, { $count ->
        [one] 1 passenger
       *[other] { $count } passengers
    }
gender-M = male
gender-F = female
gender-T = transgender
berth-LB = lower berth
berth-MB = middle berth
berth-UB = upper berth
berth-SL = side lower
berth-SU = side upper
berth-WS = window seat
berth-MS = middle seat
berth-AS = aisle seat

## Review and payment
review =
    <b>Please check</b>

    { $trip }

    { $people }

    { $fare }
    <b>Total { $total }</b>
fare-base = Base fare { $amount }
fare-reservation = Reservation { $amount }
fare-superfast = Superfast { $amount }
fare-gst = GST { $amount }
fare-rounding = Rounding { $amount }
fare-convenience = Convenience fee, with GST { $amount }
button-pay-link = Pay { $amount }: UPI, card or bank
button-pay-wallet = Pay from wallet ({ $balance })
pay-by-link =
    <b>Your berths are held until { $until }: { $seats }</b>
    Pay { $amount } with the button below. The ticket comes here by itself as soon as the money arrives.
pay-link-later =
    <b>Your berths are held until { $until }: { $seats }</b>
    The payment page does not answer at the moment. Nothing has been charged; please tap “I have paid” in a minute to get the link.
pay-link-later-trip =
    <b>Your berths are held until { $until }: { $seats }</b>
    The payment page does not answer at the moment. Nothing has been charged; please open this trip again in a minute.
button-open-link = Pay { $amount } now
button-check = I have paid
button-drop = Give the berths up
hold-over = The time to pay was over, so the berths were given back. If you have paid just now, you get berths if there are any, or all of it in your wallet.
hold-dropped = The berths are given back. Nothing was charged; if you have paid just now, all of it comes to your wallet.
booked =
    ✅ <b>Booked and paid: { $amount }</b>
    PNR <code>{ $pnr }</code> · { $seats }
    Your ticket comes in the next message.

## Trips, tickets, wallet
still-held = Your other berths stay held while you look: pay for them, or give them up.
button-show-trip = Show and pay
trips = { $count ->
        [one] <b>Your trip</b>: tap it to see the ticket.
       *[other] <b>Your { $count } trips</b>: tap one to see its ticket.
    }
no-trips = No trips yet. Where shall we go?
button-trip = { $day } · { $trip } · { $number }
button-trip-unpaid = ⏳ { $day } · { $trip } · to be paid
trip-over = The booking { $pnr } is no longer valid.
ticket =
    <b>PNR { $pnr }</b>
    { $number } { $name }
    { $day }, { $departure }
    { $seats }
ticket-pdf = The same as PDF, to print or keep. Please carry an original photo ID.
button-copy-pnr = Copy PNR { $pnr }
wallet =
    <b>Wallet: { $balance }</b>
    It pays for tickets. Money that comes late or twice is kept here for you.
    { $rows }
wallet-credit = { $day } · + { $amount } · { $source }
wallet-debit = { $day } · − { $amount } · { $source }
source-booking = booking
source-refund = refund
source-topup = top-up
source-withdrawal = withdrawal
source-promo = gift
register-first = You do not have an account yet; booking your first train makes one.

## Told without being asked
told-ticket = Your ticket is ready.
told-hold-over = The time to pay for { $train } was over, so the berths were given back. If you have paid just now, you get berths if there are any, or all of it in your wallet.
told-money-to-wallet = { $amount } for { $train } came late, twice or in another amount, so it bought no berths. All of it is in your wallet, to use at any time.

## Old buttons
stale-button = That button is from earlier. Here is where we are.
stale-other = That button belongs to an earlier conversation. /book begins a new one.

## What can be put right
problem-unreadable = I can read only text and buttons here, sorry.
problem-too-long = That is a lot of text. Please say it in a line or two.
problem-stale = That has changed meanwhile. Please choose again.
problem-no-such-language = We speak English and Hindi. Please tap one.
problem-bad-name = Please type a name with 2 to 60 letters.
problem-bad-phone = That does not look like a phone number.
problem-bad-email = That does not look like an e-mail address. An example: asha@example.com
problem-phone-taken = That phone number already belongs to another account.
problem-email-taken = That e-mail address already belongs to another account. Please type another one.
problem-phone-by-button = Please use the button “📱 Share my phone number” below the text field: so we know that it is yours.
problem-contact-not-own = That is somebody else’s contact. Please share your own with the button.
problem-no-such-station = I do not know a station called “{ $text }”. Try its city, or the code on a ticket.
problem-same-station = You start at { $station } already. Please choose another station.
problem-no-date = I did not understand “{ $text }” as a day. Try <i>tomorrow</i> or <i>25 Dec</i>.
problem-date-past = That day is over. Please choose today or a later one.
problem-date-too-far = Booking opens { $days } days ahead. Please choose an earlier day.
problem-choose-unclear = Please tap a train and class, or type them like <i>12951 3A</i>.
problem-train-not-that-day = Train { $train } does not serve this journey on that day. Please choose another.
problem-train-closed = Booking for { $train } on that day has closed. Please choose another train or day.
problem-train-without-class = Train { $train } does not have that class. Please choose one that it has.
no-such-class = No train has { $travel_class } here on that day; these are the other classes.
button-every-class = All classes
problem-class-full = { $travel_class } is full for this journey. Please choose another class or train.
problem-class-not-sold = { $travel_class } is not sold here yet. Please choose another class.
problem-no-passengers = Please name at least one passenger.
problem-too-many-passengers = At most { $most } passengers travel on one ticket. Please book the others on a second one.
problem-party-by-name = Please type who travels, one person a line: <i>Asha 34 F</i>
problem-party-done = Please name at least one passenger first.
problem-passenger-twice = { $name } is on the list already.
problem-passenger-unreadable = I could not read “{ $text }”. Name, age and M, F or T, please: <i>Asha 34 F lower</i>
problem-passenger-no-age = How old is { $name }? Please type name, age and M, F or T, like <i>Asha 34 F</i>
problem-passenger-no-gender = Please add M, F or T: <i>{ $name } { $age } F</i>
problem-bad-age = { $age } is not an age that we can book. From 1 to 125, please.
problem-pay-by-button = Please tap how you want to pay.
problem-held-first = Your berths are held until { $until }. Please pay with the button, or give them up to change the journey.
problem-gateway-away = The payment service does not answer at the moment. Your berths stay held until { $until }; please try again in a minute.
problem-too-many-holds = You have { $most } bookings waiting to be paid. Please pay one or give it up first: /trips
problem-not-paid-yet = The money has not arrived yet. It can take a minute; you need do nothing more once you have paid.
problem-hold-over = The time to pay was over. Nothing was charged.
problem-wallet-short = Your wallet holds too little for this. Nothing was charged.
problem-wallet-suspended = Your wallet cannot pay at the moment. Please pay by link; nothing was charged.
problem-no-such-booking = I do not find that booking among yours.
problem-register-first = Please register first: /start
problem-callback-not-signed = That page did not come from the payment service.
sorry-busy = We could not finish that just now. Please try again in a minute; nothing is ever charged twice.
sorry-failed = Something went wrong on our side. Nothing was lost; please try that again.
