"""The questions that dialogues are made of."""
