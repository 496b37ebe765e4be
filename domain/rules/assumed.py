"""Assumed: what of India's law and standards this bot goes by without a source that was read for it.

The reference of railway rules tells fares, fees, their 18 % GST and refunds; it tells nothing of what is below. Each
line is ours, as we understand the text that it names, and is to be confirmed by whoever runs the bot (an accountant, a
lawyer) before real money is taken. Comments elsewhere that name one of these texts mean this page.

RBI, Master Directions on Prepaid Payment Instruments, 2021 (9.1 small, 9.2 full KYC): the two limits below. Whether a
wallet that pays for nothing but the issuer's own bookings, and can be withdrawn from, needs the RBI's leave at all is
open; the limits are kept either way. A small instrument's other limits (held at a time, paid in a year) are not.
CGST Rules 2017, Rule 46: what an invoice names, and its number; its (f), the State of who buys over the internet.
CGST Act 2017, s.31(3)(b): no invoice of its own below 200 rupees unless asked for.
IGST Act 2017, s.12(2)(b): the supplier's own State as place of supply where the buyer's address is not known.
UTGST Act 2017, s.2(8) and s.22: which territories' half of the tax is the Union's.
Service accounting code 998551 for reservation services, as the invoices say.
NPCI and RBI: the shapes of a UPI id, an account number and an IFSC.
"""

from decimal import Decimal

MOST_HELD = Decimal(200_000)  # rupees in a wallet
MOST_A_MONTH_UNVERIFIED = Decimal(10_000)  # rupees put in by who is known by a verified phone number only
SAC = "998551"
