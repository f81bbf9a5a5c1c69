"""What the monitor found, as acts: candidates for the reviewers' inbox, and the search that was made (CODEBOOK E5)."""

from collections.abc import Callable, Iterable, Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring.candidate import Candidate, Source
from servanda.register.acts.act import Act
from servanda.register.acts.evidence import RecordSearch, SubmitEvidence
from servanda.register.acts.founding import Cite
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage
from servanda.register.evidence import Evidence
from servanda.register.notes import Search
from servanda.register.period import Period
from servanda.register.state import State
from servanda.register.wording import Statement, Wording
from servanda.text.selectors import QuoteSelector, hash_selector
from servanda_cli.monitor_log import SearchLog

_QUOTED = 60  # words of others that the ledger quotes; of longer passages it keeps the hash
_DIGITS = 12  # of a SHA-256, enough to tell documents apart by


def candidate_acts(state: State, candidates: Iterable[Candidate], language: Language) -> Iterator[Act]:
    """Give the acts that put candidates before the reviewers; none for what the register has already.

    Tier D (CODEBOOK E2) is where a candidate begins: the reviewer says what its source is.
    """
    cited = {one.address: one.id for one in state.all(CitedDocument) if one.address}
    submitted = {one.id for one in state.all(Evidence)}
    for one in candidates:
        commitment = state.find(Commitment, one.commitment)
        identity = evidence_id(one)
        if commitment is None or identity in submitted:
            continue
        submitted.add(identity)
        document = cited.get(one.document.address or one.document.sha256)
        if document is None:
            document = f"monitored-{one.document.sha256[:_DIGITS]}"
            cited[one.document.address or one.document.sha256] = document
            if state.find(CitedDocument, document) is None:
                yield Cite(_document(document, one.document))
        if len(one.quote.split()) <= _QUOTED:
            passage = CommitmentPassage(document, "elaborates", quote=QuoteSelector(one.quote))
        else:
            passage = CommitmentPassage(document, "elaborates", hash=hash_selector(one.quote, 0, len(one.quote)))
        yield SubmitEvidence(Evidence(identity, one.commitment, passage, one.relation, _why(one, language), "D"))


def evidence_id(one: Candidate) -> str:
    """Return the id under which a candidate is submitted: the same each time."""
    return f"candidate-{one.document.sha256[:_DIGITS]}-{one.start}-{one.commitment}"


def search_act(state: State, log: SearchLog) -> RecordSearch | None:
    """Return the search as an act: what it looked through, and the commitments for which it found nothing.

    None where nothing was looked through, the run did not come to its end, or the register has this search already.
    """
    if not log.complete or log.first is None or log.last is None:
        return None
    identity = f"monitor-{log.register[:_DIGITS]}-{log.first}-{log.last}-{log.documents}"
    if state.find(Search, identity) is not None:
        return None
    nothing = tuple(
        reference
        for reference, count in log.commitments.items()
        if not count and state.find(Commitment, reference) is not None
    )
    return RecordSearch(
        Search(
            id=identity,
            sought=_worded(
                lambda: _("Passages that bear on any commitment, by the monitor’s rule %(rule)s") % {"rule": log.rule}
            ),
            outcome=_worded(
                lambda: (
                    _("Documents read: %(documents)d. Candidates proposed for review: %(candidates)d.")
                    % {"documents": log.documents, "candidates": log.candidates}
                )
            ),
            languages=tuple(one for one in LANGUAGES if log.languages.get(one)),
            searched=Period(f"{log.first}/{log.last}"),
            made_on=log.made_on,
            commitments=nothing,
        )
    )


def _document(identity: str, source: Source) -> CitedDocument:
    publisher = source.publisher or source.address or "–"
    return CitedDocument(
        id=identity,
        title=_worded(lambda: _("A text of %(publisher)s, found by the monitor") % {"publisher": publisher}),
        kind="press",
        publisher=publisher,
        language=source.language,
        address=source.address,
        date=None if source.date is None else Period(source.date.isoformat()),
    )


def _why(one: Candidate, language: Language) -> Statement:
    with translation.override(language):
        terms = ", ".join(sorted(one.reasons.terms, key=lambda term: -one.reasons.terms[term]))
        why = _("Proposed by the monitor with %(points)d points: %(terms)s.") % {"points": one.points, "terms": terms}
    return Statement(language, why)


def _worded(make: Callable[[], str]) -> Wording:
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = make()
    return Wording(**told)
