# Support: the passenger's side.

menu-support = 🙋 Support
command-support = Write to our people
ask-which-ticket = Shall we go on with something you have written about, or is it new?
button-ticket = 💬 #{ $ref } { $subject }
button-new-ticket = ✚ Something new
ask-category = What is it about?
category-booking = 🎫 A booking
category-payment = 💳 A payment
category-refund = ↩️ A refund
category-tdr = 📄 TDR: refund after the chart
category-journey = 🚆 On the journey
category-account = 👤 My account
category-other = 💬 Something else
ask-about-trip = Which trip is it about?
button-no-trip = None of these
ask-what-happened = Please tell us what happened, in your own words. A photo, a document or a voice message is welcome too.
support-talking =
    🙋 You are writing with support about <b>#{ $ref }</b>: { $subject }
    All that you send now goes to our people, and they answer right here, the first time within 15 minutes as a rule.
button-solved = ✓ It is solved
button-leave-support = ‹ Back to Yatri
support-left = #{ $ref } stays open; answers come here. Reply to one of them, or tap below, to write again.
support-solved = Thank you! #{ $ref } is closed.
support-not-opened = Nothing was sent to support.
support-reopened = #{ $ref } is open again, and our people have your message.
support-passed-on = Passed on to support, #{ $ref }.
support-write-again = #{ $ref } is closed. Write now, and it is open again. /cancel to leave it as it is.
button-write-support = 💬 Write to support
button-answer-support = ↩ Answer
support-transcript = All that was said in #{ $ref }.
button-transcript = 📄 All of it as a file
ask-comment = { $stars } Thank you! Would you like to add a word?
button-no-comment = No, that is all
support-thanks = Thank you, that helps us.

## Told by the desk
support-closed = ✅ Support has closed <b>#{ $ref }</b>: { $subject }. How was it? If something is still wrong, just write.
support-closed-by-you = ✅ <b>#{ $ref }</b> is closed. How was our help?
support-closed-silent = We have heard nothing for three days and closed <b>#{ $ref }</b>: { $subject }. Just write if you still need us.
support-closes-soon = We are waiting for your answer in <b>#{ $ref }</b>: { $subject }. Without one it closes tomorrow.
support-answered-closes-soon = We have answered you in <b>#{ $ref }</b>: { $subject }. If all is well, you need do nothing, and it closes tomorrow. If something is left, just write.
support-closed-answered = It has been quiet for a week since our answer, so we have closed <b>#{ $ref }</b>: { $subject }. Just write if you still need us.
support-merged = <b>#{ $ref }</b> is about the same as another of your questions: we answer both there.
said-by-staff = 💬 <b>{ $name } · Yatri support</b>
said-file =
    { $kind ->
        [photo] photo
        [document] document
        [voice] voice message
        [video] video
        [video_note] video message
        [audio] audio
        [animation] animation
        [sticker] sticker
        [poll] poll
        [dice] dice
        [story] story
        [game] game
        [invoice] invoice
        [venue] place
        [paid_media] paid media
        [checklist] checklist
       *[other] file
    }
said-edited = <i>(changed)</i>
transcript-title = Yatri support #{ $ref }
event-reopened = Opened again
event-pending = Waiting for the passenger ({ $name })
event-closed = Closed
event-assigned = Assigned to { $name }
event-merged = #{ $name } was merged into this
event-topic-lost = The topic was deleted and made anew
event-not-delivered = A message could not be delivered

problem-support-register-first = To write to support we need to know who you are: /start takes a minute.
problem-support-which-first = I keep that. One more thing:
problem-support-category-first = I keep that. One more thing:
problem-support-trip-first = I keep that. One more thing:
problem-too-many-tickets = You have { $most } open questions already. Please write in one of them: /support
problem-no-such-ticket = I do not find that ticket.
problem-rate-when-closed = Stars come when the ticket is closed.
