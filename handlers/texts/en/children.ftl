## Children: who needs a berth, and what they pay
children-hint = Children under 5 travel free without a berth; from 5 to { $age } for half the fare without one: <i>Anu 7 F no berth</i>
children-hint-seats = Children under 5 travel free without a seat; from 5 on they need one here and pay in full.
child-free = free, no berth
child-half = no berth, half fare
age-under-one = under 1 year
button-child-half = 👧 { $name }: without a berth, half fare
button-child-free = 👶 { $name }: without a berth, free
button-child-berth = 🛏 { $name }: with a berth, full fare
fare-of-adults = { $count ->
        [one] 1 adult
       *[other] { $count } adults
    } { $amount }
fare-of-children = { $count ->
        [one] 1 child with a berth
       *[other] { $count } children with berths
    } { $amount }
fare-of-half = { $count ->
        [one] 1 child, half fare
       *[other] { $count } children, half fare
    } { $amount }
fare-of-free = { $count ->
        [one] 1 child free
       *[other] { $count } children free
    }
no-berth = no berth

problem-berth-needed = From { $age } years on everybody needs a berth: { $name } cannot go without. Please type the name again, without “no berth”.
problem-too-many-infants = At most { $most } children under 5 go free on one ticket. Please take a berth for the others, or book them on a second ticket.
problem-children-alone = { $name } needs somebody of { $age } or older with a berth on the same ticket. Please add whoever travels along.
problem-child-left-alone = { $name } has no berth and cannot stay on the ticket with nobody to travel with. Please cancel { $name } too, or let an adult stay.
