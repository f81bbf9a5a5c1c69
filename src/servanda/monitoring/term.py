"""What a term is."""

# A concept of the lexicon ("port"), one that is only implied ("health~", by a hospital), a stem of one language
# ("es:practicaj"), an actor ("&ilo"), a number ("#5.5").
Term = str

IMPLIED = "~"
