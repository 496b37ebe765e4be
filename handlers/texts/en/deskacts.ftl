# What staff can do beside answering tickets: in the group and in their private chat.

desk-menu = <b>The desk</b> · Hello { $name }! What is to be done?
desk-button-find = 🔎 Find
desk-button-approvals = ✋ Approvals
desk-button-payouts = 🏦 Withdrawals
desk-button-run = 🚆 A train
desk-button-codes = 🎁 Promo codes
desk-button-broadcasts = 📣 Broadcasts
desk-button-identities = 🪪 Identities
desk-button-today = 📊 Today
desk-button-audit = 📜 Admin log
desk-leave = ✕ Leave it
desk-left = Left: nothing was done.
desk-answer-by-reply =
    <i>To answer in words, please reply to this message: other words here { $where ->
        [topic] go to the passenger
       *[general] are no answer
    }.</i>

desk-ask-find = Whom or what? A name or how it begins (<code>asha ver</code>), a phone number, e-mail, PNR, payment id, ticket number or Telegram id.
desk-person = 👤 <b>{ $name }</b> · { $state }
desk-state-open = open
desk-state-resting = put to rest by themselves
desk-contact = 📱 { $phone } · ✉️ { $email }
desk-kyc = 🪪 { $kyc } { $proof }
desk-kyc-none = no document shown
desk-kyc-waiting = waits for the desk
desk-kyc-verified = verified
desk-kyc-rejected = rejected
desk-wallet-suspended = ⛔ The wallet is suspended.
desk-of = 👤 { $name }
desk-traveller = • { $initials } ({ $age }) · { $place }
desk-paid = 💳 { $amount } · { $method } · { $status } · <code>{ $reference }</code>
desk-came-back = ↩️ { $amount } · { $where }
desk-button-user = 👤 Passenger
desk-button-refund = ↩️ Refund
desk-button-adjust = ± Wallet
desk-button-suspend = ⛔ Suspend user
desk-button-reopenuser = ✅ Reopen user
desk-button-freeze = ⛔ Suspend wallet
desk-button-thaw = ✅ Reopen wallet
desk-button-identity = 🪪 Document

desk-ask-amount = <b>The wallet of { $name }</b>: how much? Tap, or write amount and reason: <code>+250 taxi after a missed train</code>, or <code>-100 paid twice</code>
desk-ask-why =
    { $what }
    <b>Why?</b> Write the reason, and it is done; the passenger reads it.
desk-giving = { $amount } into the wallet of { $name }
desk-taking = { $amount } out of the wallet of { $name }
desk-refunding = { $amount } back for PNR { $pnr }, { $where }
desk-to-wallet = into the wallet
desk-to-source = to where it was paid from
desk-owed =
    <b>PNR { $pnr }</b>: { $paid } paid, { $back } given back so far, { $left } left.
    Tap, or write amount and reason: <code>250 sorry for the broken AC</code> (into the wallet)
desk-all-to-wallet = { $amount } → wallet
desk-all-to-source = { $amount } → { $method }
desk-done = ✅ { $what }. Reason: { $reason }
desk-waits-for-second =
    ✋ <b>{ $what }</b>
    { $name } asks: { $reason }
    It takes the yes of a second person, until { $until } tomorrow.
desk-button-confirm = ✅ Confirm
desk-button-decline = ✕ Decline
desk-nothing-waits = Nothing waits for a second person.
desk-confirmed = ✅ { $what }: asked by { $asked }, confirmed by { $name }.
desk-declined = ✕ { $what }: asked by { $asked }, declined by { $name }.

desk-no-payouts = No withdrawal waits.
desk-payout =
    🏦 <b>{ $amount }</b> → <code>{ $to }</code>
    asked { $when } · { $status } · { $yes } of { $needed } said yes
desk-button-yes = ✅ Approve
desk-button-no = ✕ Refuse
desk-button-sent = ➤ It is sent
desk-button-failed = ↩️ It failed
desk-ask-refuse = Why is the withdrawal of { $amount } refused? The passenger reads it, and has the money in the wallet again.
desk-ask-utr = { $amount } has been sent: what is the bank’s number (UTR)?
desk-ask-failed = Why could { $amount } not be paid? The passenger reads it, and has the money in the wallet again.

desk-ask-suspend = Why is the account of <b>{ $name }</b> suspended? Write the reason, and it is done. It stays with the desk.
desk-ask-reopenuser = Why is the account of <b>{ $name }</b> opened again?
desk-ask-freeze = Why is the wallet of <b>{ $name }</b> suspended? Write the reason, and it is done.
desk-ask-thaw = Why is the wallet of <b>{ $name }</b> opened again?
desk-did-suspend = ⛔ The account of { $name } is suspended: { $reason }
desk-did-reopenuser = ✅ The account of { $name } is open again: { $reason }
desk-did-freeze = ⛔ The wallet of { $name } is suspended: { $reason }
desk-did-thaw = ✅ The wallet of { $name } can be used again: { $reason }

desk-ask-run = Which train, and on which date does it leave its first station? <code>12309 25 Dec</code>
desk-run = 🚆 <b>{ $run }</b>
desk-run-class = { $travel_class }: { $sold } of { $berths } sold · RAC { $rac } · waiting { $waiting }
desk-run-is-cancelled = ⛔ Cancelled: { $reason }
desk-run-is-late = 🕑 Leaves { $late } late.
desk-button-run-late = 🕑 Late
desk-button-run-coach = ➕ Coach
desk-button-run-cancel = ⛔ Cancel
desk-ask-cancel-run = <b>Cancel { $run }?</b> Everybody gets the whole fare back, and it cannot be undone. Write the reason, and it is done; the passengers read it.
desk-run-cancelled = ⛔ { $run } is cancelled: { $reason }. The money goes back by itself.
desk-ask-late = How late does { $run } leave? Tap, or write minutes and reason with a bar: <code>90|fog at Patna</code>. 0 takes a delay back: <code>0|on time after all</code>
desk-delaying = { $run } leaves { $late } after its timetable; all passengers are told.
desk-delaying-none = { $run } leaves on time after all; all passengers who were told of a delay are told.
desk-run-on-time = 🕑 { $run } leaves on time after all. Tickets that follow: { $told }.
desk-button-on-time = ✅ On time after all
desk-run-late = 🕑 { $run } leaves { $late } late. Tickets that follow: { $told }. Who books from now on is told, too.
desk-ask-coach = A coach more for { $run }: of which class?
desk-coach-added = ➕ { $run }: coach <b>{ $coach }</b> with { $size } berths. Moved up from RAC and the waiting list: { $moved }.

desk-codes = <b>Promo codes</b>
desk-code = <code>{ $code }</code> { $amount } · { $uses } of { $limit } used · until { $last }
desk-button-new-code = ➕ New code
desk-button-end-code = ✕ End { $code }
desk-ask-code = Code, rupees for each, how many users, last day: <code>HOLI50 50 1000 { $day }</code>
desk-code-made = 🎁 Made:
desk-code-ended = ✕ { $code } is over; it was used { $uses } times.

desk-broadcasts = <b>Broadcasts</b>: the latest, and how far they are
desk-button-cast = ➕ New broadcast
desk-ask-cast = The text in <b>{ $language }</b>:
desk-button-no-hindi = Without Hindi
desk-ask-whom = To whom? Tap, or write <code>12309 25 Dec</code> (who has a ticket on it), or a city (who lately travelled there).
desk-button-everybody = Everybody
desk-cast-reach = 📣 To: { $to }. It is sent to { $reached }; { $inbox } more find it in their inbox only, { $gone } have blocked the bot.
desk-button-start = ➤ Start
desk-cast-progress =
    📣 { $text }
    <b>{ $status }</b> · { $listed } listed · { $sent } sent · { $left } left · { $inbox } inbox only · { $gone } not reached
desk-cast-running = under way
desk-cast-listed = on its way to all
desk-cast-stopped = stopped
desk-button-again = ↻ Look again
desk-button-stop = ■ Stop

desk-no-identities = No document waits.
desk-identity =
    🪪 <b>{ $name }</b> · { $kind } · <code>{ $number }</code>
    shown on { $when } · waiting: { $waiting }. Is it theirs, and readable? That you looked is noted.
desk-button-verify = ✅ It is theirs
desk-button-reject = ✕ Reject
desk-ask-reject = Why is the document of <b>{ $name }</b> not accepted? They read it.
desk-identity-verified = ✅ { $name } is verified.
desk-identity-rejected = ✕ The document of { $name } is rejected, and they are told why.

desk-figures =
    📊 <b>{ $day }</b>
    🎫 Tickets sold: { $sold }, of which waiting: { $waiting }
    ➕ { $money_in } came in, { $topped_up } of it into wallets
    ➖ { $money_out } went out to banks and cards
    ↩️ Tickets given up: { $refunds }, { $refunded } back
    💬 Support tickets: { $opened } opened, { $closed } closed; first answer after { $answer }, solved after { $solved } (median)

desk-audit = 📜 <b>Admin log</b>: { $about }
desk-audit-line = { $when } · { $who } · <b>{ $act }</b> · <code>{ $whom }</code> · { $told }
desk-audit-empty = Nothing here.

desk-command-desk = The desk’s menu
desk-command-find = Find a user, booking or payment
desk-command-approvals = What waits for a second yes
desk-command-payouts = Withdrawals that wait
desk-command-run = A train on a date
desk-command-codes = Promo codes
desk-command-broadcasts = Broadcasts
desk-command-identities = Documents that wait
desk-command-today = What today brought
desk-command-audit = The admin log

told-desk-refund = ↩️ Our desk gave back { $amount } for PNR { $pnr }: { $reason }. It is in your wallet.
told-desk-refund-source = ↩️ Our desk gives back { $amount } for PNR { $pnr }: { $reason }. It goes to where you paid from.
told-account-suspended = ⛔ Your account is suspended. Your tickets stay good, and your money stays yours. Please write to us: /support
told-account-reopened = ✅ Your account is open again. Welcome back!

problem-ask-by-tap = In a topic, please write the whole command in one line, or use the buttons.
problem-find-how = Write behind it whom you mean: /find asha ver, /find +91 98765 43210, an e-mail, a PNR, a payment id or a ticket number.
problem-found-nothing = I found nothing for { $text }.
problem-adjust-how = Write /adjust whom +250 reason, or find the user and tap.
problem-refund-how = Write /refund PNR amount reason, or find the booking and tap.
problem-reason-needed = Please give a reason: it is written into the admin log.
problem-adjust-amount = That amount cannot be: more than nothing, at most ₹2,00,000, with two decimals at most.
problem-refund-too-much = At most ₹{ $left } can be given back so.
problem-refund-still-good = The ticket of PNR { $pnr } is still good, so there is nothing to give back yet. If the passenger does not travel, they cancel it first (under /trips), and what the rules keep can then be given back here. If they travel and something went wrong, give it by ± Wallet.
problem-refund-not-paid = Nothing was paid for this booking.
problem-own-account = Nobody decides about an account of their own: please ask a colleague.
problem-approval-gone = That has been decided already.
problem-approval-over = More than 24 hours have passed: please ask anew.
problem-approval-own = It takes a second person: you asked for it yourself.
problem-approval-higher = Above ₹1,000 a supervisor has to confirm.
problem-suspended-already = It is suspended already.
problem-not-suspended = It is not suspended.
problem-account-deleted = This account has been deleted by its user.
problem-run-how = Write the train and the date: /run 12309 25 Dec
problem-run-cancelled-already = This train is cancelled already.
problem-run-has-left = This train has left.
problem-delay-minutes = Please write the delay in minutes, from 5 to 2,880, or 0 for on time after all.
problem-delay-known = Passengers have been told { $minutes } minutes already.
problem-delay-none = It is on time as far as passengers know: there is no delay to take back.
problem-delay-past = By that time the train would have left already.
problem-no-such-class = The train does not have this class.
problem-train-too-long = The train has as many of these coaches as it can have.
problem-code-how = Write code, rupees, users and last day: HOLI50 50 1000 31 Dec
problem-cast-stale = This broadcast was left or begun: /broadcasts shows all.
problem-only-in-private = Documents are shown in your private chat with me only: write /identities there.
problem-day-unreadable = Which day? Write /today, /today yesterday or /today 2026-12-25.
problem-audit-how = Write /audit, /audit yesterday, /audit @name of the roster, or /audit with a PNR, phone or id.
