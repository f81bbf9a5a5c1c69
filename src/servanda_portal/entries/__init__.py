"""The ledger's entries as they are stored, what lives beside them, and the rails around them."""
