"""Read commitments by CODEBOOK I and S: what was undertaken, by whom, how firmly, by when, with what money."""

from servanda.reading.commitments.reader import CommitmentReading, read_commitments

__all__ = ["CommitmentReading", "read_commitments"]
