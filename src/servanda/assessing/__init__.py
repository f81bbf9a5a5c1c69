"""The codebook as code: official, evidence and schedule, side by side and never averaged (CODEBOOK V1, X)."""
