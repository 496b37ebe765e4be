"""How a sentence is read, word by word."""
