"""Read how much and how many: money, percentages, quantities and ranks in a document."""

from servanda.reading.amounts.reader import read_amounts

__all__ = ["read_amounts"]
