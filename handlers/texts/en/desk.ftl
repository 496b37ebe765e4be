# The desk: what staff read in their group.

card =
    <b>#{ $ref }</b> · { $status } · { $category }
    { $subject }
card-person = 👤 { $name } · { $phone } · { $language }
card-wallet = 👛 { $balance }
card-trip = 🎫 <code>{ $pnr }</code> · { $number } · { $ends } · { $day } · { $status } · { $fare }
card-assigned = 🙋 { $name }
card-rating = { $stars } { $comment }
card-earlier = 📂 #{ $ref } { $status } · { $subject }
status-open = open
status-pending = waiting for the passenger
status-closed = closed
desk-button-assign = 🙋 Assign to me
desk-button-pending = ⏳ Pending
desk-button-close = ✓ Close
desk-button-reopen = ↺ Open again
desk-button-canned = 📋 Canned
desk-button-category = 🏷 Category
desk-button-transcript = 📄 Transcript
desk-button-help = ❓ Internal help
said-by-passenger = 👤 <b>{ $name }</b>
history-event = { $when } · <i>{ $what }</i>
history-said = { $when } <b>{ $name }</b>: { $words }
desk-history =
    The topic of #{ $ref } was deleted; here is a new one. What was said before:
    { $lines }
desk-history-merged =
    #{ $ref } was merged into this. What was said there:
    { $lines }
alarm-first-answer = ⏰ #{ $ref } has waited 15 minutes for its first answer. Assigned to: { $name }
alarm-solve = ⏰ #{ $ref } is open for 24 hours. Assigned to: { $name }
alarm-not-delivered = ⚠️ The passenger of #{ $ref } cannot be reached: they have blocked the bot or left.
alarm-refused = ⚠️ Part of #{ $ref } could not be passed on: Telegram refuses it, or the fault is ours. It is in the /transcript; if you wrote it, please send it in another way.
desk-assigned = It is yours.
desk-assigned-to = 🙋 #{ $ref } is for { $name } now.
desk-pending = Waiting for the passenger.
desk-closed = Closed.
desk-reopened = Open again.
desk-ask-category = What is it about?
desk-category = It is about: { $category }
desk-merged = #{ $ref } goes on in #{ $into }.
desk-help =
    <b>How the desk works</b>
    • Each ticket is a topic. What you write here goes to the passenger, with formatting, photos, documents and voice; reply to a message and they see which one. Change a message, and theirs changes.
    • <code>// text</code> is a note: it stays here.
    • /assign to you, /assign <i>name</i> to a colleague · /pending (closes after 3 days of silence; what you answered closes after 7) · /close · /reopen
    • /category · /merge <i>ticket</i> · /transcript
    • /canned offers ready answers; /keep <i>name text</i> keeps one of your own, with {"{name}"}, {"{pnr}"} and {"{refund}"} filled in (supervisors).
    • /desk is all the rest, as far as your role goes: find somebody, money, trains, codes, broadcasts, figures, the log. It works in your private chat with me, too.
    • /staff is the roster (admins).
    • First answer within 15 minutes, solved within 24 hours.
desk-guest = Hello { $name }! You are welcome to read here; what you write does not reach passengers. An admin can add you to the roster.
desk-canned = Which answer?
button-send = ➤ Send
desk-canned-sent = ➤ Sent: { $words }
desk-canned-kept = Kept: { $name }
desk-canned-gone = Gone: { $name }
canned-title-hello = 👋 Hello, we are on it
canned-title-looking = 🔎 We are looking into it
canned-title-refund-time = ↩️ The refund is on its way
canned-title-need-photo = 📷 Please send a photo
canned-title-solved = ✓ Is it solved?
canned-hello = Hello {"{name}"}, thank you for writing. I am looking into it and will be back shortly.
canned-looking = {"{name}"}, we are checking booking {"{pnr}"} with the railway. I will write as soon as I know more.
canned-refund-time = {"{name}"}, the refund of {"{refund}"} for booking {"{pnr}"} is in your Yatri wallet.
canned-need-photo = {"{name}"}, could you send us a photo of it, please?
canned-solved = {"{name}"}, is everything as it should be now? If so, we will close this; just write if anything is left.
role-agent = agent
role-supervisor = supervisor
role-admin = admin
desk-staff =
    <b>The roster</b>
    { $lines }

    /staff add <i>id role name</i> · /staff role <i>id role</i> · /staff remove <i>id</i>
    In reply to somebody's message the id is not needed.
desk-staff-line = { $role } · { $name } · <code>{ $id }</code>
desk-appointed = { $name } is { $role } now.
desk-dismissed = { $name } is not on the roster any more.

desk-command-assign = Assign this ticket to me, or to a name
desk-command-pending = Wait for the passenger
desk-command-close = Close this ticket
desk-command-reopen = Open this ticket again
desk-command-category = What it is about
desk-command-merge = Merge into another ticket
desk-command-transcript = All of it as a file
desk-command-canned = Ready answers
desk-command-keep = Keep a ready answer
desk-command-staff = The roster
desk-command-help = How the desk works

problem-not-staff = Only staff can do that. An admin can add you to the roster.
problem-not-your-role = Your role does not allow that; ask a supervisor or an admin.
problem-no-ticket-here = This topic belongs to no ticket.
problem-assign-how = Who is “{ $name }”? Write /assign alone, and it is yours; or /assign and the name (or id) of one colleague as the roster has it.
problem-ticket-is-closed = This ticket is closed already.
problem-no-such-category = I do not know that category: /category shows all.
problem-merge-how = Write the other ticket of this passenger behind it: /merge A1B2C3
problem-no-ticket-to-merge = This passenger has no other ticket #{ $ref }.
problem-no-such-canned = There is no such canned reply: /canned shows all.
problem-canned-how = Write /keep name text: the name in small letters, digits and -, and not one of ours.
problem-canned-field-unknown = {"{"}{ $field }{"}"} is not known. There are {"{name}"}, {"{pnr}"} and {"{refund}"}.
problem-canned-field-missing = This answer needs the { $field }, which this ticket does not have.
problem-staff-how = Write /staff add id role name, /staff role id role or /staff remove id; roles are agent, supervisor and admin.
problem-no-such-staff = They are not on the roster.
problem-admin-by-settings = This admin is named in the settings, and can only be changed there.
problem-no-such-act = I do not know /{ $name }: /help shows what there is.
