"""Pages: HTTP, translation and rendering. They never save."""
