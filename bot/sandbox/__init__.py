"""The far end of the wire on one machine: Telegram, a payment gateway and a clock, pretended over real HTTP."""
