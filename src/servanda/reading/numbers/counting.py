"""Add up the words of one number, one word at a time, refusing the word that would begin another number."""

from decimal import Decimal

import msgspec

from servanda.reading.numbers.rounding import multiply, step_of

_MAGNITUDE = 1_000_000  # from here on a scale is a unit of its own: "two million" counts millions
_ZERO = Decimal(0)


class Count(msgspec.Struct):
    """A number under construction: finished parts, each with its scale, and the group below the next scale.

    "Three hundred thousand and forty" has the part 300,000 (scale 1,000) and the group 40. ``scale`` is what the last
    word counts in, ``magnitude`` the product of the scales that the number ends with ("mil millones"). ``joined`` says
    that an "and" stands before the last words, ``closed`` that only a scale can follow. ``stated_step`` is the unit of
    the last digit that counts, where digits or a scale say so.
    """

    group: Decimal = _ZERO
    stated_step: Decimal | None = None
    scale: int = 1
    joined: bool = False
    closed: bool = False
    magnitude: int = 1
    parts: list[tuple[Decimal, int]] = []

    def copy(self) -> "Count":
        """Return a count that can go on without changing this one."""
        parts = self.parts.copy()
        return Count(self.group, self.stated_step, self.scale, self.joined, self.closed, self.magnitude, parts)

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return sum([part for part, _ in self.parts], self.group) if self.parts else self.group

    @property
    def step(self) -> Decimal:
        """The unit of the last digit that counts, as if the number stood in digits, in millions from a million on."""
        return self.stated_step or step_of(str(int(self.value)), 0)

    def add(self, number: int, vigesimal: frozenset[int]) -> bool:
        """Add a word that names a number below 1,000; False where the group has no place for it."""
        place = 10 if number < 10 else 100 if number < 100 else 1000
        free = self.group % place == 0 or (10 <= number < 20 and int(self.group) % 100 in vigesimal)
        in_digits = self.scale == 1 and self.stated_step is not None
        if number == 0:
            free, self.closed = self.value == 0, True  # nothing adds to zero
        if not free or in_digits or (self.closed and number):
            return False
        self.group += number
        self.stated_step = None
        self.scale = self.magnitude = 1
        return True

    def add_digits(self, number: Decimal, step: Decimal) -> bool:
        """Add digits after a scale, as in "2 mil 500 millones", "31 mil 200.5 millones"; ``step`` is their last one."""
        if self.group or self.scale < 1000 or number >= 1000:
            return False
        self.group, self.stated_step = number, step if number % 1 else None
        self.scale = self.magnitude = 1
        return True

    def multiply(self, scale: int) -> bool:
        """Multiply by a scale what it counts; False where the words before it belong to another number."""
        if scale == 100:
            return self._hundreds()
        below = [part for part, size in self.parts if size < scale]
        blocked = bool(self.parts) and not below and self.parts[-1][1] <= scale
        if blocked or (below and self.joined):
            return False
        counted = sum(below, self.group) or Decimal(1)
        if self.stated_step is not None:
            self.stated_step = multiply(self.stated_step, Decimal(scale))
        elif scale >= _MAGNITUDE:
            self.stated_step = multiply(step_of(str(int(counted)), 0), Decimal(scale))
        del self.parts[len(self.parts) - len(below) :]
        self.parts.append((multiply(counted, Decimal(scale)), scale))
        self.group, self.scale, self.joined = _ZERO, scale, False
        self.magnitude *= scale
        return True

    def gather(self, size: int, step: Decimal) -> bool:
        """Multiply by a collective noun all that stands before it; only a scale can follow ("a dozen million").

        After an "and" it counts only what stands behind that: "three hundred and two dozens" are 324.
        """
        counted = self.group % 100 if self.joined else self.value
        self.group, self.parts = multiply(counted, Decimal(size)) + self.value - counted, []
        self.stated_step, self.scale, self.closed = step, size, True
        return self.group > 0

    def _hundreds(self) -> bool:
        if self.group >= 100 or self.group % 1:
            return False
        self.group = (self.group or Decimal(1)) * 100
        self.scale = 100
        self.magnitude *= 100
        if self.stated_step is not None:
            self.stated_step *= 100
        return True
