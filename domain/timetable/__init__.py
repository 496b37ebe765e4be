"""Searching the timetable."""
