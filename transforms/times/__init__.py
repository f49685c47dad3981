"""Dates, times, durations and sets in an article's text, with their TimeML values."""
