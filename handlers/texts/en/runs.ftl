## A train that the railway cancels
standing-cancelled = cancelled
problem-train-cancelled = The railway has cancelled { $train } on that day. Please choose another train or day.
told-train-cancelled-held = The railway has cancelled { $train }, so the places held for you are given up. Nothing was charged; if you have paid just now, all of it comes to your wallet.
told-train-cancelled-onward = The railway has cancelled { $train } (PNR { $pnr }). All of your fare, { $amount }, is in your wallet. Your ticket for { $other_train } (PNR { $other }) is still good: keep it, or cancel it under /trips.

## The chance of somebody who waits
review-chance = 📈 { $people ->
        [1] Chance of a berth
       *[other] Chance of berths for all { $people } of you
    }: <b>{ $percent }%</b> (of { $cases } such places on this train).
pnr-chance = 📈 Of those who booked such a number on this train, <b>{ $percent }%</b> got a berth ({ $cases } cases).
