"""Other people's formats, and our JSON, in and out."""
