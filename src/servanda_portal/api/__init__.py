"""The HTTP API: everything public for programs to read and, with a personal token, acts. Described in docs/api.md."""
