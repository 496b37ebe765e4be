## A free upgrade when the chart is made
button-upgrade-off = ⬜ Free upgrade if berths stay empty: no
button-upgrade-on = ✅ Free upgrade if berths stay empty: yes
review-upgrade =
    ⬆️ { $people ->
        [one] If a berth of a higher class is empty when the chart is made, you are moved there.
       *[other] If berths of a higher class are empty when the chart is made, you are moved there, all together.
    } There is nothing more to pay, and no choice of berth: it may not be a lower one.
button-wish-off = ⬜ Free upgrade: off
button-wish-on = ✅ Free upgrade: on
upgrade-on = <b>PNR { $pnr }: free upgrade on.</b>
upgrade-off = <b>PNR { $pnr }: free upgrade off.</b> You travel in the class that you booked.
problem-upgrade-too-late = A free upgrade can be chosen or given up until the first chart is made, and that is over for this train.
problem-upgrade-none = This ticket cannot be moved up: the train has no class above yours that is given so, or somebody on it pays less than the full fare.
upgrade-wanted = ⬆️ Free upgrade: yes, if berths of a higher class are empty when the chart is made
upgraded = ⬆️ Free upgrade: <b>{ $now }</b>, paid as { $paid }
told-upgraded =
    ⬆️ <b>A free upgrade!</b> On { $train } you travel in { $class }, not { $paid_class }. There is nothing to pay.
    Your places now: <b>{ $seats }</b> · PNR { $pnr }
