# Top-ups, and money that is on its way.
told-topped-up = ✅ { $amount } अब आपके वॉलेट में हैं।
