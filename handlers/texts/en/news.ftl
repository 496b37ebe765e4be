## Reminders of what a booking has coming
told-hold-ending =
    ⏳ <b>{ $minutes ->
        [one] 1 minute left
       *[other] { $minutes } minutes left
    } to pay</b> for { $train }: { $seats }. Your berths are held until { $until }, and then given back.
told-leaves-eve =
    🧳 { $train } leaves <b>{ $when }</b> from { $station }.
    Your places: <b>{ $seats }</b> · PNR { $pnr }. Please carry an original photo ID.
told-leaves-hours =
    🚆 { $train } leaves <b>{ $when }</b> from { $station }.
    Your places: <b>{ $seats }</b> · PNR { $pnr }
told-leaves-hour =
    🔔 <b>{ $to_go ->
        [one] One minute
        [60] One hour
       *[other] { $to_go } minutes
    } to go:</b> { $train } leaves { $when } from <b>{ $station }</b>.
    Your places: <b>{ $seats }</b> · PNR { $pnr }
leaves-today = today at { $clock }
leaves-tomorrow = tomorrow, { $day }, at { $clock }
leaves-tonight = tonight at { $clock }, in the night to { $day }
leaves-on = on { $day } at { $clock }
leaves-why = The railway’s reason: { $reason }
leaves-waiting = You are still on the waiting list: please look at the chart before you set out.
told-chart-made =
    📋 The chart of { $train } is made. Your places: <b>{ $seats }</b> · PNR { $pnr }
    It leaves { $when } from { $station }.
told-rescheduled =
    🕑 <b>{ $train } leaves at another time:</b> { $when } from { $station }, not { $was_at } (PNR { $pnr }).
    Your ticket stays good. If the new time does not suit you, you can cancel it under /trips.
told-rescheduled-sooner =
    ⏰ <b>{ $train } leaves earlier than you were told:</b> { $when } from { $station }, no longer { $was_at } (PNR { $pnr }).
    Please be there by then. If you cannot, you can cancel the ticket under /trips.

## Alerts: what a passenger asked to be told of
told-opening = ⏰ <b>{ $what } opens at { $clock }</b> for { $number } { $name }, { $travel_class }: { $trip }, { $day }. Name your passengers now, and pay as soon as it opens.
told-opening-day = 📅 <b>Booking opens at { $clock }</b> for { $day }: { $trip }.
told-berth-free =
    🎉 <b>{ $free ->
        [one] A berth is free
       *[other] { $free } berths are free
    }</b> on { $number } { $name }, { $travel_class }: { $trip }, { $day }. Whoever books first has it.
button-book-now = 🎫 Book now
opening-general = Booking
opening-quota = { $quota }
alert-berth = a free berth
alert-any-train = any train
alert-line = <b>{ $train }</b> · { $trip } · { $day }: { $what }
alert-made-berth =
    🔔 You will be told as soon as there is one:
    { $what }
    Until { $day }, { $clock }.
alert-made-opening =
    ⏰ You will be told on { $day } at { $clock }, shortly before it opens:
    { $what }
alerts =
    🔔 <b>{ $count ->
        [one] One thing
       *[other] { $count } things
    } you want to be told of</b>
    { $lines }

    A tap takes one away.
no-alerts = You have no alerts yet. Where a train is full, or its booking is not open, tap 🔔 Tell me when …
alert-removed = Taken away.
calendar-opening =
    Open the file to put this into your calendar, with reminders 15 and 5 minutes before it opens:
    { $what }
button-alerts = 🔔 My alerts
button-bell = 🔔 Tell me when …
button-watch = 🔔 { $number } · { $travel_class } · { $standing } → berth free
button-remind = ⏰ { $number } · { $travel_class } · { $what } { $day }, { $clock }
button-remind-day = ⏰ Remind me: { $of } opens { $day }, { $clock }
ask-bell =
    { $trip }
    <b>What shall we tell you?</b> When a berth comes free, or shortly before Tatkal or booking opens.
no-bells =
    { $trip }
    On these trains there is nothing to wait for: berths are free.
problem-alert-too-far = That day is more than a year ahead, and no timetable says yet what goes then.
problem-open-already = That is open already: you can book it now.
problem-too-many-alerts = You have { $most } alerts already. Please take one away first: /alerts
problem-watch-free-now = There are berths free right now: { $free }. You can book at once.
problem-watch-too-late = Booking of that train is closed, so no berth can come free any more.

## Inbox
menu-inbox = { $unread ->
        [0] 📬 Inbox
       *[other] 📬 Inbox ({ $unread })
    }
inbox =
    📬 <b>Inbox</b>{ $unread ->
        [0] {""}
       *[other] {" "}· { $unread } unread
    }{ $pages ->
        [one] {""}
       *[other] {" "}· page { $page } of { $pages }
    }

    { $rows }
inbox-empty = 📬 Your inbox is empty. Whatever happens to your trips is told here, and kept for 90 days.
inbox-unread = 🔵 <b>{ $place }.</b> { $day }, { $clock } · <b>{ $words }</b>
inbox-read = { $place }. { $day }, { $clock } · { $words }
inbox-over = This is over now.
inbox-all-read = { $count ->
        [0] Nothing was unread.
        [one] One message marked as read.
       *[other] { $count } messages marked as read.
    }
button-read-all = ✓ Mark all as read
button-notifications = 🔔 Notifications
problem-no-such-news = That message is not there any more. All there is: /inbox

## What is pushed, and when
notifications =
    ⚙ <b>What we send you</b>
    Payments, your tickets, departures and trains that are cancelled are always told at once. All other news are in your /inbox in any case.

    { $quiet }
quiet-on = 🌙 Quiet hours: <b>{ $hours }</b>. What can wait comes after them.
quiet-off = 🌙 No quiet hours.
push-booking = Waiting list and charts
push-alert = Alerts and railway news
push-promo = Offers
button-push-on = ✅ { $what }: on
button-push-off = ◻ { $what }: off
button-quiet = 🌙 Quiet hours
button-quiet-off = No quiet hours
ask-quiet = When shall nothing disturb you that can wait? Tap, or type it: <i>10 pm to 6 am</i>
quiet-kept = Your quiet hours stay as they were.
problem-quiet-unclear = From when until when? For example <i>22:00-07:00</i>, <i>10 pm to 6 am</i>, or <i>off</i>.

command-inbox = What you were told
command-alerts = What you want to be told of
command-notifications = Notifications, quiet hours
