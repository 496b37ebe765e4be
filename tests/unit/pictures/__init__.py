"""Tickets as drawn."""
