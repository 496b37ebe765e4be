## Changing a ticket
button-board = 🚉 Board elsewhere
button-child = 👶 Add a small child
button-others = 🔀 Other trains with berths
boarding = 🚉 Boarding at <b>{ $station } ({ $code })</b>, { $day }, { $departure }

ask-boarding =
    <b>{ $trip }</b>
    <b>Where will you get in?</b> Now it is { $origin } at { $departure }. Tap a later stop, or type its name; nothing is changed yet.
button-stops-before = ‹ Stops before
button-stops-after = More stops ›
ask-boarding-agree =
    <b>{ $trip }</b>
    You get in at <b>{ $station }</b>, { $when }, and no more at { $origin }.

    Your berths and your fare stay as they are. This can be done only once for a ticket.
button-boarding-yes = Yes, board at { $station }
button-boarding-keep = No, leave it as it is
boarding-changed =
    <b>Done.</b> You board at <b>{ $station }</b>, { $when }. Your berths are kept until then.
boarding-kept = Nothing was changed. You board where you booked from.
problem-boarding-changed-already = The boarding station of this ticket was changed once already, and once is what the rules allow.
problem-boarding-waiting = { $name } is still on the waiting list. The boarding station can be changed once everybody has a berth or RAC.
problem-boarding-too-late = The boarding station can be changed until the second chart is made, and that is over for this train.
problem-boarding-nowhere = There is no other stop on this way at which you could get in.
problem-boarding-not-on-route = I find no later stop “{ $station }” on your way. Please tap one of the list.
problem-boarding-by-button = Please tap whether to change it. Nothing is changed until then.

ask-child =
    <b>Who comes along on PNR { $pnr }?</b> Name, age and M or F, in one line: <i>Anu 3 F</i>, or <i>Kiran 8 months M</i>
    Children under { $age } travel free, without a berth of their own.
child-added =
    <b>{ $name } is on the ticket.</b> The ticket says { $status }: free, with no berth of its own. There is nothing to pay.
child-not-added = Nobody was added. Your ticket stays as it is.
problem-child-too-old = Only children under { $age } can be added to a ticket that is booked. Please book a ticket for { $name }.
problem-child-too-late = The chart of this train is made, so nobody can be added. A child under 5 needs no ticket and may travel with you all the same.

others-stay = Looking for trains with free berths. Your ticket that waits stays as it is: cancel it when you have another one.
problem-nobody-waits = Nobody on this ticket is on the waiting list.
