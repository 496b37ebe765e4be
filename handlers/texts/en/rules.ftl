## Rules of the railway: what is not sold, and what can be done instead
problem-not-open-yet = { $quota ->
        [TQ] Tatkal opens the day before the train starts
        [PT] Premium Tatkal opens the day before the train starts
       *[other] Booking opens { $days } days ahead
    }: here on <b>{ $day } at { $clock }</b>. Please come back then, or choose another day or quota.
problem-booking-hours = Tickets are sold from { $begins } to { $ends }. Please come back after { $begins }.
problem-first-day-verified = On the first day of booking only users whose identity is verified can buy. For everybody it is open from { $day } at { $clock }.
problem-tatkal-verified = Tatkal is only for users whose identity is verified. The general quota is open to everybody.
problem-no-tatkal = There is no Tatkal in { $travel_class } here. Please choose the general quota or another class.
problem-no-premium-tatkal = Premium Tatkal is not sold here, for its price is not published. Tatkal and the general quota are.
problem-no-half-fare = In { $travel_class } a child of 5 to 11 needs a seat and pays in full. In SL, 3A, 2A and 1A half the fare does, without a berth.
problem-too-many-for-quota = { $quota ->
        [TQ] A Tatkal ticket is for at most { $most } passengers. Please book the others on a second one.
        [PT] A Premium Tatkal ticket is for at most { $most } passengers. Please book the others on a second one.
        [SS] The senior quota is for at most { $most } on a ticket. Please book the others on a second one, or take the general quota together.
        [HP] The divyang quota is for one person and an escort. Please book the others on a second ticket.
       *[other] A ticket of this quota is for at most { $most } passengers. Please book the others on a second one.
    }
problem-ladies-only = The ladies’ quota is for women, and children under { $age } with them; { $name } cannot travel on it. The general quota is for everybody.
problem-ladies-with-children = In the ladies’ quota children under { $age } travel with a woman. Please add her, or take the general quota.
problem-seniors-only = The senior quota is for men from { $men } and women from { $women }; { $name } is younger. In the general quota, lower berths are tried first for the older of you.
problem-monthly-limit = You have bought { $most } tickets this month, which is the limit. With a verified identity it is { $verified_most }; else the next month brings new ones.
problem-monthly-limit-verified = You have bought { $most } tickets this month, which is the limit. The next month brings new ones.
