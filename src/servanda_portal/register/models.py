"""Agreements, their commitments, and everything else recorded about them.

The bodies are the library's own values as JSON (``servanda_portal.codec``); columns stand beside them only where the
database must look for them or hold them unique.
"""

from django.db import models


class Agreement(models.Model):
    """An agreement whose register the portal publishes. ``digest`` is that of the whole plan it was loaded from."""

    id = models.SlugField(primary_key=True, max_length=100)
    demonstration = models.BooleanField()
    folder = models.CharField(max_length=1000)
    digest = models.CharField(max_length=64)
    body = models.TextField()
    actors = models.TextField()

    class Meta:
        """Imaginary plans come last."""

        ordering = ("demonstration", "id")

    def __str__(self) -> str:
        return self.id


class Commitment(models.Model):
    """A commitment under its permanent reference (CODEBOOK S6)."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="commitments")
    reference = models.CharField(max_length=100)
    position = models.PositiveIntegerField()
    body = models.TextField()

    class Meta:
        """In the order of the plan."""

        ordering = ("agreement", "position")
        constraints = (models.UniqueConstraint(fields=["agreement", "reference"], name="one_commitment_a_reference"),)

    def __str__(self) -> str:
        return self.reference


class Record(models.Model):
    """A forum, contribution, happening, conflict, search ...: ``kind`` is the field of the plan that it belongs to."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=30)
    position = models.PositiveIntegerField()
    body = models.TextField()

    class Meta:
        """In the order of the plan."""

        ordering = ("agreement", "kind", "position")
        constraints = (models.UniqueConstraint(fields=["agreement", "kind", "position"], name="one_record_a_position"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.position}"
