"""Briefs: what a document for a meeting or the public says about a plan on one day, before any word of it is chosen."""
