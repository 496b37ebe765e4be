"""The account: what a user sees and changes of themselves, and how they take it along, prove it, rest it or leave."""
