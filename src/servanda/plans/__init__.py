"""Plan folders: what is data about one agreement, and nothing in the code."""
