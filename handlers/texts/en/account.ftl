## The profile
command-profile = My account: name, phone, preferences
button-profile = 👤 Profile
profile =
    <b>{ $name }</b>
    📱 { $phone } · ✉️ { $email }
    🌐 { $language } · 🔑 { $password }
    🪪 { $identity }

    Usual class: { $usual_class }
    Usual berth: { $usual_berth }
    Saved travellers: { $travellers } · Favourite journeys: { $favourites }
profile-none = You have no Yatri account in this chat yet. It is made with your first booking. You have one in another Telegram account? Sign in.
profile-changed = Saved. ✓
account-kept = All stays as it was. /profile
no-usual = none
password-is-set = password set
password-is-not-set = no password
identity-none = Identity not verified
identity-pending = { $document } · being checked
identity-verified = { $document } · verified ✓
identity-rejected = { $document } · not accepted
document-aadhaar = Aadhaar
document-pan = PAN card
document-passport = Passport
document-voter = Voter ID
document-driving = Driving licence
button-name = ✏️ Name
button-email = ✉️ E-mail
button-phone = 📱 Phone
button-travellers = 👥 Travellers
button-favourites = ★ Favourites
button-classes = 💺 Usual class
button-berths = 🛏 Usual berth
button-password = 🔑 Password
button-verify = 🪪 Identity
button-export = 📦 My data
button-leaving = 🚪 Close account
button-signin = 🔑 Sign in
button-to-profile = ‹ Profile
button-remove = ✖ { $what }
button-no-usual = No usual one

## Travellers, class, berth, favourites
travellers =
    { $count ->
        [0] <b>No travellers are saved yet.</b>
       *[other] <b>Saved travellers</b>. Tap one to take them off the list.
    }
    Whoever you book for is saved by itself.
ask-usual-class = <b>Which class do you mostly take?</b> Its button comes first in the list of trains.
ask-usual-berth = <b>Which berth do you like?</b> Passengers for whom you say nothing else get this wish.
favourites =
    { $count ->
        [0] <b>No favourite journeys yet.</b>
       *[other] <b>Favourite journeys</b>. Tap one to take it off the list.
    }
    Save one with the ☆ button below a trip. They stand on the home menu: /start
favourite-saved = ★ { $trip } is among your favourites now, on the home menu.
button-like = ☆ Save this journey

## Name, e-mail, phone, password
ask-new-name = How shall we call you? Please type your full name, as on your ID. Tickets that are booked keep their names. /cancel keeps the old one.
ask-new-email = Please type the new e-mail address. /cancel keeps the old one.
ask-new-phone = Please share the new number with the button below. It has to be the number of this Telegram account. /cancel keeps the old one.
ask-password =
    <b>Please type a new password</b>, of at least 8 characters: three or four unusual words are good.
    I delete your message at once. With it you can open this account from another Telegram account: /signin
password-set = The password is set, and your message is deleted. ✓

## Signing in
ask-signin-who = Which account is it? Please type its phone number or e-mail address.
ask-signin-password = And its password? I delete your message at once.
signed-in = You are signed in. ✓ This is the chat of your account now.
not-signed-in = You are not signed in. /signin whenever you like.
told-account-moved =
    🔑 <b>Your Yatri account was opened in another Telegram account.</b>
    Your tickets and wallet are there now. If it was not you, take it back at once with /signin, and then set a new /password. If that does not help: /support

## Identity
ask-document = <b>Which document will you show?</b> Only our desk sees it, and it is stored encrypted.
ask-document-number =
    Please type the number on your { $document }, like <code>{ $kind ->
        [aadhaar] 2345 6789 0124
        [pan] ABCPE1234F
        [passport] M1234567
        [voter] ABC1234567
       *[driving] MH12 2019 0012345
    }</code>. I delete your message at once.
ask-document-photo = Now a clear photo or a scan of the { $document }, please. Name and number must be readable.
identity-waits = Thank you. Our desk looks at it, and you are told here. ✓
told-identity-verified = 🪪 <b>Your identity is verified.</b> From now on you can book 24 tickets a month, and from the first day on.
told-identity-rejected =
    🪪 <b>Your document was not accepted.</b>
    { $reason }
    You can show another one: /verify

## Closing
leaving =
    <b>Close the account</b>
    • <b>Put to rest</b>: nothing can be booked, and only news of your tickets and money come. You open it again with one tap.
    • <b>Delete</b>: name, phone, e-mail, travellers and documents are gone for good. Tickets and payments are kept without your name, as law wants.
button-rest = ⏸ Put to rest
button-wake = ▶ Open again
button-delete = 🗑 Delete my account
account-rests = <b>Your account rests.</b> Tickets stay good. Open it again to book.
account-awake = Welcome back! Your account is open. ✓
account-suspended = <b>Your account was closed by our desk.</b> Tickets that you have stay good. If that is a mistake, please write to us: /support
export-here = 📦 All that we keep of you, in one file. Please do not pass it on.
ask-delete =
    <b>Delete your account?</b>
    Name, phone, e-mail, saved travellers, documents and messages are removed. This cannot be undone.
    Tap twice, or type <code>DELETE</code>.
ask-delete-really = <b>Really?</b> After this tap nobody can bring it back.
button-delete-yes = Yes, delete it
button-delete-really = 🗑 Delete for good
button-keep-account = Keep my account
account-deleted = Your account is deleted. Thank you for travelling with us; /start if you come again.

## What can be put right
problem-password-short = That is too short. Please take at least { $least } characters.
problem-password-long = That is too long. Please take at most { $most } characters.
problem-password-weak = That password is known or easy to guess. Please take three or four unusual words.
problem-sign-in-wrong = That phone or e-mail and that password do not belong together. Please try again, or /cancel.
problem-sign-in-too-often = That was tried too often. Please wait an hour.
problem-signin-unclear = Please type the phone number or the e-mail address of the account.
problem-chat-has-account = This Telegram account has a Yatri account already. To open another one here, first delete this one under /profile.
problem-account-closed = Your account was closed by our desk. Please write to us: /support
problem-account-resting = Your account rests. Open it again to book: /profile
problem-change-too-often = That was changed too often today. Please try again tomorrow.
problem-register-too-often = That was tried too often today. Please try again tomorrow. If you have an account already, /signin takes you to it.
problem-bad-id-number = That is not the number of { $kind ->
        [aadhaar] an Aadhaar: it has 12 digits.
        [pan] a PAN card: five letters, four digits, a letter.
        [passport] an Indian passport: a letter and seven digits.
        [voter] a voter ID: three letters and seven digits.
       *[driving] a driving licence: two letters and thirteen digits.
    }
problem-number-lost = We cannot read the number any more that you typed before. Please type it once more, and then send the document again.
problem-verified-already = Your identity is verified already.
problem-identity-too-often = You have shown three documents today. Please try again tomorrow, or ask /support.
problem-no-identity = No document was shown.
problem-decided-already = That document has been decided on already.
problem-document-by-button = Please tap which document it is.
problem-document-by-photo = Please send a photo or a file of the document.
problem-delete-trips-first = You have trips ahead. Please travel or cancel them first: /trips
problem-delete-wallet-first = There is { $balance } in your wallet. Please withdraw it first: /wallet
problem-delete-withdrawal-first = A withdrawal of yours is still under way. Please wait until it has arrived: /wallet
problem-delete-money-first = { $kind ->
        [link] A link of yours to pay { $amount } is open until { $until }. Please give that payment up, or wait until then: /wallet
        [refund] { $amount } is on its way back to where you paid from, until { $until } as a rule. Should the bank not take it, it comes to your wallet, so please wait until it has arrived: /trips
       *[withdrawal] { $amount } was sent to you just now. Your bank can send it back to your wallet until { $until }, so please wait until then: /wallet
    }
problem-delete-unclear = Nothing is deleted. Tap a button, type DELETE, or /cancel.
problem-export-too-often = You asked for your data several times today. Please try again tomorrow.
