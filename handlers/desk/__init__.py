"""The desk: what staff do in their group, each act with the right that it needs."""
