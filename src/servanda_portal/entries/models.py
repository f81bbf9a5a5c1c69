"""Ledgers, their entries, the bodies beside them, and the checkpoints over them."""

from django.db import models


class Ledger(models.Model):
    """One register's ledger. ``size`` is how many entries it has; a writer locks this row.

    ``demonstration`` ledgers tell of imaginary agreements and may be made again; no other entry ever changes.
    """

    register = models.SlugField(primary_key=True, max_length=100)
    demonstration = models.BooleanField()
    size = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return self.register


class Entry(models.Model):
    """One entry: ``leaf`` is its envelope, byte for byte as it is hashed into the tree."""

    ledger = models.ForeignKey(Ledger, models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField()
    leaf = models.BinaryField()

    class Meta:
        """In the order of the ledger."""

        ordering = ("ledger", "number")
        constraints = (models.UniqueConstraint(fields=["ledger", "number"], name="one_entry_a_number"),)

    def __str__(self) -> str:
        return f"{self.ledger_id} {self.number}"


class Body(models.Model):
    """What not everybody may see, beside the ledger, which holds its salted digest. It can be destroyed."""

    ledger = models.ForeignKey(Ledger, models.PROTECT, related_name="bodies")
    digest = models.CharField(max_length=64)
    salt = models.BinaryField()
    content = models.BinaryField()

    class Meta:
        """One for each digest."""

        verbose_name_plural = "bodies"
        constraints = (models.UniqueConstraint(fields=["ledger", "digest"], name="one_body_a_digest"),)

    def __str__(self) -> str:
        return self.digest[:12]


class Checkpoint(models.Model):
    """The latest signed note over a ledger, with the witnesses' cosignatures."""

    ledger = models.OneToOneField(Ledger, models.PROTECT, primary_key=True, related_name="checkpoint")
    size = models.PositiveBigIntegerField()
    note = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.ledger_id} at {self.size}"
