"""The record: acts signed into entries, entries folded into a state."""
