"""Tables of the register: a projection for lists and pages, dropped and rebuilt at will."""
