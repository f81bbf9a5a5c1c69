"""Servanda, the library: reading, reconciling, recording and assessing what governments promised.

Pure: it touches its arguments and its packaged lexicon, and nothing else (no clock, network, database or environment).
"""
