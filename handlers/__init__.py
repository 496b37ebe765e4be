"""The conversations, as tables of steps."""
