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

    /book a train · /trips and tickets · /wallet · /inbox
    /profile · /alerts · /language · /cancel what you are doing
    /support: a person answers here in the chat
menu-book = 🎫 Book a train
menu-trips = 🧾 My trips
menu-wallet = 👛 Wallet
menu-language = 🌐 भाषा / Language
menu-help = ❓ Help
command-start = Begin
command-book = Book a train
command-train = Route and times of a train
command-trips = My trips and tickets
command-pnr = Where a booking stands
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
