## The wallet
wallet-suspended = ⛔ The wallet is <b>suspended</b>: nothing can be paid or withdrawn from it. Refunds and money that is on its way still come in, and all of it stays yours. Please ask us: /help
wallet-history =
    <b>Wallet, page { $page }</b>
    { $rows }
wallet-history-empty = Nothing has moved yet.
wallet-history-credit = { $day } · + { $amount } · { $source } → { $balance }
wallet-history-debit = { $day } · − { $amount } · { $source } → { $balance }
wallet-note = <i>   { $note }</i>
source-adjustment = correction
withdrawal-drafted = not asked for yet
withdrawal-asked = being checked
withdrawal-approved = approved
withdrawal-sent = sent
withdrawal-failed = failed
withdrawal-refused = refused
button-topup = ➕ Top up
button-promo = 🎁 Promo code
button-withdraw = 🏦 Withdraw
button-history = 📜 History
button-statement = 🧾 Statement
button-newer = ◀ Newer
button-older = Older ▶
ask-statement = For which period?
statement-lately = Last 90 days
statement-here = Your wallet’s statement.

## Topping up
ask-topup =
    <b>Top up the wallet</b>
    How much? Tap, or type an amount from { $least } to { $most }.
topup-by-link =
    <b>{ $amount } for your wallet</b>
    Please pay with the button until { $until } ({ $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }). The receipt comes here by itself.
topup-link-later =
    <b>{ $amount } for your wallet</b>
    The payment service does not answer at the moment. Nothing was charged; please try again in a minute.
topup-qr = Scan this with another phone's camera: <b>{ $amount }</b> for your wallet until { $until }. It opens the pay page, which takes UPI, cards and netbanking. The receipt comes here by itself.
topup-receipt =
    ✅ <b>{ $amount } is in your wallet</b>
    Balance: { $balance }
    Receipt: <code>{ $reference }</code>
topup-over = The time to pay { $amount } was over. Nothing was charged; if you have paid just now, it comes to your wallet all the same.
topup-dropped = The top-up of { $amount } is given up. Nothing was charged; if you have paid just now, it comes to your wallet all the same.
topup-not-begun = No top-up then. Nothing was charged.
button-drop-topup = Give it up
problem-topup-first = Please pay with the button above, or give the top-up up.
problem-topup-gateway-away = The payment service does not answer at the moment. Please try again in a minute; nothing is lost.
problem-topup-over = The time to pay was over. Nothing was charged.
problem-topup-amount = Whole rupees from ₹{ $least } to ₹{ $most } at a time, please.
problem-topup-month = Until your identity is verified, ₹{ $most } a month may be put into the wallet (our limit, after the Reserve Bank's rules for prepaid instruments). ₹{ $left } are left this month.
problem-wallet-full = A wallet may hold ₹{ $most } at most (our limit, after the Reserve Bank's rules for prepaid instruments).
problem-wallet-closed = Your wallet is suspended, so please put no money into it now. What is on its way still comes in.
problem-amount-unreadable = I could not read that as an amount. An example: <i>1500</i>

## Promo codes
ask-promo = Please type the promo code.
promo-used =
    🎁 <b>{ $amount } from { $code }</b>
    Balance: { $balance }. It pays for tickets; it cannot be withdrawn.
promo-left = No code then.
problem-promo-unreadable = That does not look like a promo code: it has 4 to 20 letters A to Z and digits.
problem-promo-unknown = I do not know the code { $code }. Please check the spelling.
problem-promo-not-yet = The code { $code } cannot be used yet.
problem-promo-over = The time of the code { $code } is over.
problem-promo-used-up = The code { $code } has been used by as many people as it was made for.
problem-promo-had = You have had the money of { $code } already.
problem-promo-too-many = Those were a few wrong codes. Please try again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
problem-promo-there-already = There is a code { $code } already.
problem-promo-not-possible = A code gives more than nothing and at most ₹{ $most }, to one user or more, on days that are not all over.

## Withdrawing
ask-withdraw =
    <b>Withdraw from the wallet</b>
    How much? { $available } can be withdrawn. Tap, or type an amount.
ask-withdraw-promo =
    <b>Withdraw from the wallet</b>
    How much? { $available } can be withdrawn; { $promo } of promo credit pays for tickets only. Tap, or type an amount.
button-all = All of it: { $amount }
ask-payee =
    <b>Where shall { $amount } go?</b>
    Type a UPI ID, like <i>asha@okaxis</i>, or account number and IFSC, like <i>123456789012 HDFC0001234</i>. It must be an account of your own.
ask-withdraw-agree =
    <b>Please check</b>
    { $amount } to { $to }, for { $name }
    It leaves your wallet now, and reaches the bank once we have checked it: within two working days. If it fails, it comes back to your wallet.
button-withdraw-yes = Yes, withdraw { $amount }
button-withdraw-keep = No, keep it
withdraw-asked =
    ✅ <b>{ $amount } is on its way to { $to }</b>
    Balance: { $balance }. You are told here when it is sent.
withdraw-kept = Nothing is withdrawn.
problem-withdraw-amount = Please choose an amount from ₹1 to ₹{ $available }.
problem-withdraw-nothing = There is nothing that can be withdrawn. Promo credit pays for tickets only.
problem-withdraw-by-button = Please tap whether to withdraw. Nothing moves until then.
problem-payee-unreadable = I could not read that. A UPI ID like <i>asha@okaxis</i>, or account number and IFSC, please.
problem-payee-no-ifsc = Please add the IFSC of the branch: eleven characters, like <i>HDFC0001234</i>.
problem-payee-no-account = Please type the account number, too: 9 to 18 digits.
problem-payout-unknown = There is no such withdrawal.
problem-payout-own = Nobody decides about a withdrawal of their own: please ask a colleague.
problem-payout-second-person = Above ₹10,000 it takes the yes of a second person.
problem-payout-not-now = That cannot be done to a withdrawal that is { $status }.

## Told without being asked
told-withdrawal-sent = ✅ { $amount } has been sent to { $to }. The bank’s number: { $reference }
told-withdrawal-failed = { $amount } could not be paid to { $to } ({ $reason }). All of it is in your wallet again.
told-withdrawal-refused = The withdrawal of { $amount } to { $to } was refused ({ $reason }). All of it is in your wallet again.
told-wallet-given = { $amount } was put into your wallet by our desk: { $reason }
told-wallet-taken = { $amount } was taken out of your wallet by our desk: { $reason }
told-wallet-suspended = ⛔ Your wallet is suspended: nothing can be paid from it. Its money stays yours. Please ask us: /help
told-wallet-reopened = ✅ Your wallet can be used again.
