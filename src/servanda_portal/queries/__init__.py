"""Queries: what pages and commands ask of the tables. They never write."""
