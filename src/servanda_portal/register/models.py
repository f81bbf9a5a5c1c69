"""Registers that the portal publishes, and every version of every record, projected from the ledger's entries.

The bodies are the library's own values as JSON; columns stand beside them only where the database must look for them.
The rows can be dropped and made again from the entries (``servanda rebuild``).
"""

from django.db import models


class Agreement(models.Model):
    """An agreement whose register the portal publishes.

    ``folder`` is that of its plan, ``loaded`` the digests of the records that were taken from it, by kind and key, and
    ``digest`` that of the whole plan. ``published`` ends when the folder is no longer given; the ledger stays.
    """

    id = models.SlugField(primary_key=True, max_length=100)
    demonstration = models.BooleanField()
    folder = models.CharField(max_length=1000)
    digest = models.CharField(max_length=64)
    loaded = models.JSONField(default=dict)
    published = models.BooleanField(default=True)

    class Meta:
        """Imaginary plans come last."""

        ordering = ("demonstration", "id")

    def __str__(self) -> str:
        return self.id


class Record(models.Model):
    """One version of one record, made by the entry of that number, until ``superseded`` by another entry.

    ``first`` and ``place`` keep the order in which records were first made: the number of the entry, and the place in
    its change. ``visible_to``, ``public_from`` and ``made_by`` say who may see it (``servanda.register.visibility``).
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=300)
    entry = models.PositiveBigIntegerField()
    first = models.PositiveBigIntegerField()
    place = models.PositiveIntegerField()
    made_by = models.CharField(max_length=100)
    visible_to = models.CharField(max_length=100)
    public_from = models.DateField(null=True)
    superseded = models.PositiveBigIntegerField(null=True)
    body = models.TextField()

    class Meta:
        """In the order in which they were first made."""

        ordering = ("agreement", "first", "place", "entry")
        constraints = (
            models.UniqueConstraint(fields=["agreement", "kind", "key", "entry"], name="one_version_an_entry"),
            models.UniqueConstraint(
                fields=["agreement", "kind", "key"],
                condition=models.Q(superseded=None),
                name="one_present_version_a_record",
            ),
        )
        indexes = (models.Index(fields=["agreement", "entry"], name="records_of_an_entry"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
