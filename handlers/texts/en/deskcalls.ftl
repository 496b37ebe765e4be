# What the staff group is told by itself, and what passengers are told who write a command of the desk.

desk-names = Who is meant by <b>{ $name }</b>?
desk-names-more =
    Many are called <b>{ $name }</b>; these are some of them.
    There are more: write /find and more of the name, as <code>/find asha ver</code>
problem-find-name-short = Please write at least two letters of a name: /find as

desk-call-payout = ✋ <b>It takes the yes of a second person.</b> One of you has said yes to this:

desk-call-stranded =
    💸 <b>Money came for an account that was deleted: { $amount } is in its wallet, which nobody can reach.</b>
    <code>/audit { $user }</code> names each payment. Send it back from the gateway's own pages, then take it out: <code>/adjust { $user } -amount reason</code>

instead-of-desk = That command is for our staff. But here is what I can do for you:
instead-refund =
    That command is for our staff, but your money is not far: open the trip under <b>My trips</b> and tap ✖ Cancel. I show how much comes back before anything happens.
    Is a refund late, or did something go wrong? Our support looks into it.
instead-today = That command is for our staff. Are you travelling today? Your tickets are under <b>My trips</b>:
instead-find =
    That command is for our staff, but I find trains for you: just write <i>Patna to Delhi tomorrow</i>, or tap.
    A ticket that you have? It is under <b>My trips</b>, and /pnr with its number shows how it stands.
instead-train = That command is for our staff. Are you looking for a train? Write its number or name, as <i>12952</i>, or where from and where to:
instead-money = That command is for our staff. Your own money is in your wallet: you can see each rupee there, and withdraw it with /withdraw.
instead-code = That command is for our staff. Do you have a promo code? Write it behind /promo, as <code>/promo HOLI50</code>, and it goes into your wallet:
instead-identity = That command is for our staff. To show your own document to us, write /verify; your profile tells how that stands:
