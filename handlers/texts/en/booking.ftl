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
ask-party-queue = ⏳ No berth is free on { $number } { $travel_class } now: { $place } at the moment.
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
review-waiting = ⏳ { $free ->
        [0] No berth is free on { $number } now: you would be { $standing }, and move up when somebody cancels.
        [one] Only 1 berth is free on { $number }: the others would be in RAC or on the waiting list, and move up when somebody cancels.
       *[other] Only { $free } berths are free on { $number }: the others would be in RAC or on the waiting list, and move up when somebody cancels.
    } With the chart, who has no place is paid back by itself.
fare-base = Base fare { $amount }
fare-reservation = Reservation { $amount }
fare-superfast = Superfast { $amount }
fare-tatkal = Tatkal { $amount }
fare-dynamic = Dynamic fare { $amount }
fare-gst = GST { $amount }
fare-rounding = Rounding { $amount }
fare-convenience = Convenience fee, with GST { $amount }
button-pay-link = Pay { $amount }: UPI, card or bank
button-pay-wallet = Pay from wallet ({ $balance })
pay-link-later =
    <b>Your berths are held until { $until }: { $seats }</b>
    The payment page does not answer at the moment. Nothing has been charged; please tap “I have paid” in a minute to get the link.
button-open-link = Pay { $amount } now
button-check = I have paid
button-drop = Give the berths up
hold-over = The time to pay was over, so the berths were given back. If you have paid just now, you get berths if there are any, or all of it in your wallet.
hold-dropped = The berths are given back. Nothing was charged; if you have paid just now, all of it comes to your wallet.
booked =
    ✅ <b>Booked and paid: { $amount }</b>
    { $pnrs }
    { $count ->
        [one] Your ticket comes in the next message.
       *[other] Your two tickets come in the next messages.
    }
booked-pnr = PNR <code>{ $pnr }</code> · { $seats }
button-return = ↩ Book the way back

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
button-trip-over = ✖ { $day } · { $trip } · { $number }
button-pnr = 📍 Where we stand
button-coach = 💺 Our berths
coach = Your berths on { $number }: <b>{ $seats }</b>
button-leave = ✖ Cancel
button-show-ticket = 🎫 Show the ticket
ask-pnr = Which PNR? Type its ten digits behind the command: <i>/pnr 2412345678</i>
pnr =
    <b>PNR { $pnr }</b> · { $number } { $name }
    { $origin } → { $destination } · { $day }, { $departure }

    { $lines }
pnr-line = { $name }: <b>{ $standing }</b>
trip-over = These berths (PNR { $pnr }) were given back without a payment, so there is no ticket. Money that came too late is in your wallet.
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
told-confirmed = 🎉 { $name } has a berth now: <b>{ $seat }</b> on { $train }, PNR { $pnr }.
told-rac = { $name } moved up to RAC on { $train }, PNR { $pnr }: a shared seat now, and the next for a berth.
told-chart = The chart of { $train } is made, and nobody on your ticket got a berth (PNR { $pnr }). It is cancelled by itself; { $amount } is in your wallet.
told-train-cancelled = The railway has cancelled { $train } (PNR { $pnr }). All of your fare, { $amount }, is in your wallet; only the convenience fee is not refunded.
told-late = { $train } is more than 3 hours late (PNR { $pnr }). You gave the ticket back, and { $amount } is in your wallet.
told-hold-over = The time to pay for { $train } was over, so the berths were given back. If you have paid just now, you get berths if there are any, or all of it in your wallet.
told-money-to-wallet = { $amount } for { $train } came late, twice or in another amount, so it bought no berths. All of it is in your wallet, to use at any time.

## Cancelling
ask-leaving =
    <b>{ $trip }</b>
    <b>Who does not travel?</b> Nothing is cancelled yet: you see the refund first.
button-everybody = Everybody
button-those = { $count ->
        [one] Only this one
       *[other] Only these { $count }
    }
ask-agree =
    <b>{ $trip }</b>

    { $lines }

    <b>{ $refund } comes back to your wallet at once.</b>
    The convenience fee is not refunded.
refund-line =
    <b>{ $name }</b>: paid { $fare }, kept { $deduction }, back { $refund }
    <i>{ $why }</i>
refund-rule-train-cancelled = The railway cancelled the train: nothing is kept.
refund-rule-late = The train is over 3 hours late: nothing is kept.
refund-rule-tatkal = Confirmed Tatkal is not refunded.
refund-rule-assured = By the rule of this train, { $percent }% of the fare is kept.
refund-rule-flat = Early enough: only the fixed charge of the class is kept.
refund-rule-part = So near to departure { $percent }% of the fare is kept, at least the fixed charge.
refund-rule-too-late = Less than 8 hours before departure a confirmed ticket is not refunded.
refund-rule-clerkage = Without a confirmed berth only the clerkage is kept.
refund-rule-clerkage-too-late = Less than 30 minutes before departure nothing is refunded.
refund-rule-chart = Nobody got a berth: only the clerkage is kept.
refund-rule-partly-confirmed = Some of you have no berth, so only the clerkage is kept.
button-cancel-yes = Yes, cancel: { $refund } to my wallet
button-keep = No, keep the ticket
ticket-kept = Nothing was cancelled. Your ticket stays as it is.
