"""The acts: one file a family, each act with who may do it, whose consent it needs, and what it changes."""
