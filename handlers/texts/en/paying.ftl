## How to pay
button-pay-part = { $part } from the wallet, { $rest } by link
button-pay-qr = 📱 QR code to pay
button-pay-ways = Go on paying: all ways
pay-panel =
    <b>Your berths are held until { $until }: { $seats }</b>
    ⏳ { $minutes ->
        [one] 1 minute is
       *[other] { $minutes } minutes are
    } left to pay { $amount } with the button below. The ticket comes here by itself as soon as the money arrives.
pay-panel-part = { $part } of the price is paid from your wallet. If the berths come to nothing, it is back there at once.

## Told about payments
told-payment-failed =
    <b>The payment of { $amount } did not go through.</b> No money was taken; should your bank show it all the same, it comes back or counts for this booking.
    Your berths on { $train } are yours until { $until }: please pay again, in the same or another way.
told-topup-failed =
    <b>The payment of { $amount } for your wallet did not go through.</b> No money was taken. You can try again with the same link until { $until }.
told-part-back = { $amount } that your wallet had paid for { $train } is in your wallet again, for the berths were not bought.
told-refund-processed = ✅ { $amount } for PNR { $pnr } has gone back to { $method ->
        [upi] your UPI account
        [card] your card
        [netbanking] your bank account
        [wallet] the wallet app you paid with
       *[other] where you paid from
    }. Your bank may take a day or two to show it.
told-refund-failed = { $amount } for PNR { $pnr } could not be sent back to { $method ->
        [upi] your UPI account
        [card] your card
        [netbanking] your bank account
        [wallet] the wallet app you paid with
       *[other] where you paid from
    }. So it is in your Yatri wallet now, to use at any time or to withdraw.
told-refund-returned = { $amount } for PNR { $pnr } came back to us, though we had told you that it was there: the bank did not take it for { $method ->
        [upi] your UPI account
        [card] your card
        [netbanking] your bank account
        [wallet] the wallet app you paid with
       *[other] where you paid from
    }. So it is in your Yatri wallet now, to use at any time or to withdraw.

## Refunds
refund-account-upi = your UPI account
refund-account-card = your card
refund-account-netbanking = your bank account
refund-account-wallet = the wallet app you paid with
refund-account-other = where you paid from
refund-in-wallet = { $amount } came back to your wallet.
refund-on-way = { $amount } on its way to { $account } since { $day }: banks take 5 to 7 working days.
refund-there = { $amount } went back to { $account } on { $day }.
refund-came-to-wallet = { $amount } could not be sent to { $account }: since { $day } it is in your wallet.
trip-cancelled =
    The ticket { $pnr } is cancelled.
    { $refunds }
ask-agree-source = Or { $source } goes back to { $account }, which takes 5 to 7 working days{ $parts ->
        [1] .
       *[other] { "," } and { $rest } to your wallet.
    }
button-cancel-source = Yes, cancel: { $source } to { $account }{ $parts ->
        [1] { "" }
       *[other] { "," } { $rest } to my wallet
    }
cancelled-whole = <b>The ticket is cancelled.</b>
cancelled-partly =
    <b>Done.</b> { $count ->
        [one] One passenger stays on the ticket.
       *[other] { $count } passengers stay on the ticket.
    }
cancelled-to-wallet = { $refund } is in your wallet now: { $balance } in all.
cancelled-to-source = { $refund } is on its way to { $account }. Banks take 5 to 7 working days; we tell you when it is there.
