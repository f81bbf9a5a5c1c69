"""How numbers are written, in digits and in words: the machinery behind ``servanda.reading.numerals``."""
