"""Operations: one function for each use case, and the only writers."""
