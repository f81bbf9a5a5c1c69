"""Read when, how long and how often: dates, durations and recurrences in a document."""

from servanda.reading.times.reader import read_times

__all__ = ["read_times"]
