"""The work of a secretariat: an inbox, and one form for each thing that people do to a register."""
