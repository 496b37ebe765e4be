"""The runtime around the conversations, against the real sandbox and the real engine."""
