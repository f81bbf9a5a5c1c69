"""Read a document into mentions: commitments, money, numbers, dates, actors and quotations, each cut to its words."""
