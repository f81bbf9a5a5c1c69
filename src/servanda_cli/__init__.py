"""The command line of Servanda."""
