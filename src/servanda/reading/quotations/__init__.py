"""Read who said what: words in quotation marks with their speaker, and words reported without marks."""

from servanda.reading.quotations.reader import read_quotations

__all__ = ["read_quotations"]
