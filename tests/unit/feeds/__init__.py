"""Timetable feeds: read whole, or refused with the file, the line and the reason."""
