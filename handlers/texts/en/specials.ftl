## Special trains at the desk
desk-command-special = Put on a special train
desk-command-specials = Special trains ahead
desk-button-special = ➕ Special train
desk-button-specials = 🎉 Special trains
desk-button-as-copied = As { $train }
desk-button-put-on = ✅ Put it on
desk-button-drop-special = ✖ Withdraw { $train }
desk-ask-special = <b>A special train</b> goes as another train does, under a number of its own and on some dates only. Which train shall it copy? Its number or name: <code>12309</code>
desk-ask-special-number = As <b>{ $train }</b>. Under which number? Tap the one that is free, or write another: five digits that begin with 0.
desk-ask-special-dates = On which dates does it leave its first station? Tap, or write them: <code>20 Dec to 5 Jan, 12 Jan</code>
desk-ask-special-tomorrow = Tomorrow
desk-ask-special-week = Every day for a week, from tomorrow
desk-ask-special-weekends = Fridays and Sundays of four weeks
desk-ask-special-time = { $train } leaves at { $clock }. When does the special? Tap, or write a time or the minutes between them: <code>22:15</code>, <code>+45</code>, <code>-20</code>. All stops shift with it.
desk-ask-special-coaches = { $train } has { $coaches }. Which coaches does the special have? Tap, or write them: <code>2 3A, 8 SL</code>
desk-special =
    🎉 <b>{ $train }</b> (as { $like })
    { $origin } { $departure } → { $destination } { $arrival } · { $stops } stops
    { $runs ->
        [1] 1 run
       *[other] { $runs } runs
    }: { $dates }
    { $coaches } · { $berths } berths
desk-special-fares =
    💰 From end to end: { $fares }
    Is it right so?
desk-special-is-on = ✅ It is on: within seconds everybody finds and books it. /specials lists it, /run shows how it sells.
desk-specials = <b>Special trains ahead</b>
desk-specials-none = No special train is ahead.
desk-ask-drop-special = <b>Withdraw it?</b> It is then no longer found. That is possible only while nobody has a place on it.
desk-special-gone = ✖ { $train } is withdrawn.

problem-special-number = A special’s number has five digits and begins with 0, like 02309.
problem-special-number-taken = The number { $number } is taken. Please choose another.
problem-special-unreserved = { $train } has no reserved coaches: there would be nothing to book.
problem-special-time = When does it leave? Write a time like 22:15, or minutes like +45 or -20.
problem-special-coaches = Please write how many of which class: 2 3A, 8 SL
problem-special-dates = I cannot read these dates. Write them like 20 Dec to 5 Jan, 12 Jan
problem-special-dates-when = All dates must lie ahead: from tomorrow on, and at most 120 days from today.
problem-special-dates-many = A special has at most { $most } dates. Put on a second one for the rest.
problem-special-stale = That was asked before. /special begins anew, /specials shows what is on.
problem-special-gone = There is no such special train ahead. /specials shows all.
problem-special-booked = Somebody has a place on { $train } on { $day }. Cancel its runs one by one with /run: then everybody is paid back.
