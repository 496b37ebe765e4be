# Top-ups, and money that is on its way.
told-topped-up = ✅ { $amount } is in your wallet now.
