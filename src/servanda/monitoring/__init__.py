"""Monitoring: a stream of documents against a register."""
