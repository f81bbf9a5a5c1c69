"""Who was spoken of last: whom "they", "it" and "its agency" mean (CODEBOOK I4)."""

from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.owners import belongs_to_another
from servanda.reading.commitments.subject_finder import subject_finder
from servanda.reading.commitments.told import Sentence, Told
from servanda.reading.parties import party_of

_PRONOUN = 6  # characters of the longest pronoun


class SpokenOf:
    """Remembers, from sentence to sentence, who was spoken of last."""

    def __init__(self, told: Told, parties: tuple[str, ...]) -> None:
        """``parties`` are those of the document, whom a subject without a name means."""
        self._told = told
        self._parties = parties
        self._last: tuple[str, ...] = ()
        self.together: tuple[str, ...] = ()  # all whom the sentence named that named somebody last
        self._sentence: Sentence | None = None  # where that was
        self._passed: list[Sentence] = []

    def name(self, sentence: Sentence, parties: tuple[str, ...]) -> None:
        """Note whom a sentence named."""
        known = self.together if sentence is self._sentence else ()
        self.together = tuple(dict.fromkeys((*known, *parties)))
        self._last, self._sentence = parties, sentence
        self._passed.clear()

    def remember(self, sentence: Sentence) -> None:
        """Note a sentence without a commitment: who it is about is looked up only where "they" follows."""
        self._passed.append(sentence)

    def last(self) -> tuple[str, ...]:
        """Return who was spoken of last."""
        for sentence in reversed(self._passed):
            opener = subject_finder(sentence.language).opener(sentence)
            if opener is not None and opener.kind in {"agent", "collective"}:
                self._last, self._sentence = opener.parties or self._parties, sentence
                break
            if speaker := self._quoted_in(sentence):
                self._last, self._sentence = (speaker,), sentence
                break
        self._passed.clear()
        return self._last

    def is_close(self, draft: Draft) -> bool:
        """Whether a pronoun stands in the paragraph that named somebody before: "Kenya ... . It will"."""
        subject = draft.subject
        pronoun = subject.end - subject.start <= _PRONOUN or belongs_to_another(draft)
        return pronoun and self._sentence is not None and self._sentence.block is draft.sentence.block

    def owner(self, draft: Draft) -> tuple[str, ...]:
        """Return the one whose a body is that was spoken of in the same sentence: "Chile ..., and its agency will"."""
        known = draft.sentence is self._sentence and len(self._last) == 1
        return self._last if known and belongs_to_another(draft) else ()

    def _quoted_in(self, sentence: Sentence) -> str | None:
        """Return the party whose words a sentence quotes: "“...,” said the Chilean minister. He promised that"."""
        speaker = self._told.speaker_of(sentence.quotations[-1]) if sentence.quotations else None
        return party_of(speaker, self._told.scan) if speaker is not None else None
