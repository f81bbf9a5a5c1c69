"""How files are called in what is written about them."""


def called(name: str) -> str:
    r"""Return a name, or words with one, that can be written: a file's name may hold bytes that are no text.

    >>> called("budget-\udce9t\udce9.pdf")
    'budget-\\udce9t\\udce9.pdf'
    """
    return name.encode(errors="backslashreplace").decode()
