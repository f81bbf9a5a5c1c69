"""What every room of the ledger raises when bytes, a proof or a signature are not what they say they are."""


class LedgerError(ValueError):
    """Something was refused. The message says what is wrong with it, and where."""


class CanonicalError(LedgerError):
    """A value has no canonical bytes, or bytes are not the canonical bytes of their value."""


class ProofError(LedgerError):
    """A proof does not prove what it was given for."""


class KeyFormError(LedgerError):
    """A key is not written as keys are."""


class SignatureError(LedgerError):
    """A signature was not made by that key over those bytes."""


class NoteError(LedgerError):
    """A signed note or checkpoint is malformed, or nobody who was asked for signed it."""


class EnvelopeError(LedgerError):
    """An envelope is malformed, or holds another type of content than was asked for."""
