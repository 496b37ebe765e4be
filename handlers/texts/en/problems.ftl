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
problem-phone-taken = That phone number already belongs to another account. Is it yours? /signin opens it here.
problem-email-taken = That e-mail address already belongs to another account. Please type another one. Is it yours? /signin opens it here.
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
button-every-class = ✖ All trains and classes
problem-no-such-train = I do not know a train “{ $text }”. Try its number, like <i>12951</i>.
problem-cancelled-already = That is cancelled already. Nothing more is kept from you.
problem-train-has-left = That train has left, so it can no longer be cancelled here.
problem-refund-changed = The refund is another one by now. Please look at it again first.
problem-leaving-by-button = Please tap who does not travel.
problem-agree-by-button = Please tap whether to cancel. Nothing is cancelled until then.
problem-no-such-pnr = I do not find a booking with the PNR “{ $pnr }”. It has ten digits.
problem-return-later = First this journey: the way back{ $day ->
        [none] {""}
       *[other] {" "}on { $day }
    } comes right after it, with one tap.
problem-nothing-to-return = Which journey back? Tell me where from and where to, like <i>Patna to Delhi</i>.
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
problem-bad-age = { $age } is not an age that we can book. From 0 (under a year) to 125, please.
problem-pay-by-button = Please tap how you want to pay.
problem-held-first = Please pay for these berths first, or give them up to change the journey.
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
sorry-hidden = We could not read that just now, and took your message away in case there was a password in it. Please write it again in a minute; nothing is ever charged twice.
sorry-failed = Something went wrong on our side. Nothing was lost; please try that again.
