## What Yatri draws of a booking beside its ticket: the code to pay, the invoice, the calendar file.

pay-qr = Scan this with another phone's camera, or send it to whoever pays: <b>{ $amount }</b> until { $until }. It opens the pay page, which takes UPI, cards and netbanking. As soon as the money is there, the ticket comes here by itself.

button-invoice = 🧾 GST invoice
invoice = Invoice <b>{ $number }</b> for our fee of { $amount } on PNR { $pnr }. The train fare is the railway's own and not in it.
invoice-sample = Sample invoice <b>{ $number }</b> for our fee of { $amount } on PNR { $pnr }: no real money was paid here, so it is good for no tax office.

button-calendar = 📅 Add to calendar
calendar = Open the file to put your departure (PNR { $pnr }) into your calendar, with reminders a day, 4 hours and 1 hour before. If the trip changes, open a new one: it takes the old one's place.
calendar-off = This trip (PNR { $pnr }) is cancelled. Open the file to mark it so in your calendar.

problem-no-invoice = There is an invoice once the trip is paid.
problem-invoice-unavailable = No invoice can be issued right now. Please ask again in a while.
problem-bad-month = That is no month. Please write it like 2026-11.
