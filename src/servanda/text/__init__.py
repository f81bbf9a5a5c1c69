"""Documents and passages: one canonical text whatever the format, and ways to find a passage again."""
