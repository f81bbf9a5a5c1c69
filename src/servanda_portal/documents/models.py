"""Documents that are present, what was read in them, and where commitments stand in them."""

from django.db import models

from servanda_portal.register.models import Agreement


class Document(models.Model):
    """One rendition of one text, known by the SHA-256 of its bytes.

    ``body`` is the library's Document without its text and origins, which stand beside it. ``pages`` are the width and
    height of each page in points, where it has pages (a PDF). One that was ``uploaded`` stays; the others are here for
    as long as their file is given.
    """

    sha256 = models.CharField(primary_key=True, max_length=64)
    name = models.CharField(max_length=500)
    body = models.TextField()
    text = models.TextField()
    origins = models.TextField()
    pages = models.JSONField(default=list)
    uploaded = models.BooleanField(default=False)

    class Meta:
        """By name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Reading(models.Model):
    """What the reader found in a document with what one plan told it, or with nothing told (``agreement`` is None).

    ``cited`` is the id under which the plan cites the document. ``inputs`` is a digest of everything that the reading
    depends on beside the bytes: the reader's version, the plan's vocabulary, the document's publisher, date and parts.
    ``located`` is the digest of the plan whose commitments were last looked for.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="readings")
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="readings", null=True)
    cited = models.CharField(max_length=100)
    reader = models.CharField(max_length=50)
    inputs = models.CharField(max_length=64)
    located = models.CharField(max_length=64, default="")
    counts = models.JSONField()
    body = models.TextField()

    class Meta:
        """One for each document and plan."""

        ordering = ("agreement", "document")
        constraints = (
            models.UniqueConstraint(fields=["document", "agreement"], name="one_reading_a_plan"),
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(agreement=None), name="one_reading_without_a_plan"
            ),
        )

    def __str__(self) -> str:
        return f"{self.document_id} by {self.reader}"


class FoundPassage(models.Model):
    """A passage of a commitment, found in a document that is present. ``number`` counts the commitment's passages."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="found", db_index=False)
    reference = models.CharField(max_length=100)
    document = models.ForeignKey(Document, models.CASCADE, related_name="found", db_index=False)
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        """In the order of the text; asked for by commitment, and by document."""

        ordering = ("document", "start", "end")
        indexes = (
            models.Index(fields=["agreement", "reference"], name="passages_of_a_commitment"),
            models.Index(fields=["document", "agreement"], name="passages_in_a_document"),
        )
        constraints = (
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="a_passage_is_not_empty"),
        )

    def __str__(self) -> str:
        return f"{self.reference}: {self.start}-{self.end}"


class Comparison(models.Model):
    """Texts laid side by side: ``kind`` is ``versions`` (of one text in several languages) or ``changes``.

    ``cited`` is the id under which the plan cites the first rendition, or the later text; ``inputs`` is a digest of the
    readings that were compared, ``count`` the number of differences.
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="comparisons")
    kind = models.CharField(max_length=20)
    cited = models.CharField(max_length=100)
    inputs = models.CharField(max_length=64)
    count = models.PositiveIntegerField()
    body = models.TextField()

    class Meta:
        """One for each text."""

        ordering = ("agreement", "kind", "cited")
        constraints = (models.UniqueConstraint(fields=["agreement", "kind", "cited"], name="one_comparison_a_text"),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.cited}"


class Findings(models.Model):
    """What the readings of a plan's documents show together; ``inputs`` is a digest of those readings."""

    agreement = models.OneToOneField(Agreement, models.CASCADE, primary_key=True, related_name="findings")
    inputs = models.CharField(max_length=64)
    body = models.TextField()

    class Meta:
        """One for each plan."""

        verbose_name_plural = "findings"

    def __str__(self) -> str:
        return f"findings of {self.agreement_id}"
