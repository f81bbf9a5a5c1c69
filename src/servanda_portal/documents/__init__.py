"""Tables of documents, what was read in them, and where commitments stand in them."""
