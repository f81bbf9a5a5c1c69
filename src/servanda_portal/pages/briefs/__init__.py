"""Briefs in words: one paper in one language, drawn as PDF pages or as a web page."""
