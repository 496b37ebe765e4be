"""How places are named and misspelled."""
