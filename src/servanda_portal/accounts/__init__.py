"""Accounts: who may act. Nobody needs one to read."""
