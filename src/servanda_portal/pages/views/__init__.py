"""Views: one for each page."""
