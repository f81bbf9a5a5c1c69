"""What is wrong with a table, said for people: what it is, and what to do."""

from collections.abc import Sequence

from servanda.formats.sheet import Column, Problem
from servanda.lexicon.exports import export_words
from servanda.lexicon.language import Language

_MOST = 12  # more values than this are not listed


def told_problem(problem: Problem, columns: Sequence[Column], language: Language) -> str:
    """Return a problem as a sentence or two; columns go by their heading. The row is for the caller to show."""
    headings = {column.id: column.heading.in_language(language) for column in columns}
    expected = [headings.get(one, one) for one in problem.expected[:_MOST]]
    return (
        export_words(language)
        .problems[problem.code]
        .format(
            column=headings.get(problem.column, problem.column),
            value=problem.value,
            expected=", ".join(expected) + (" …" if len(problem.expected) > _MOST else ""),
        )
    )
