"""Timetable feeds: GTFS, the CSV trio, and the starter network in the format of the project."""
