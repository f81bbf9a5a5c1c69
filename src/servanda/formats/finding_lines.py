"""Findings as JSON Lines, exactly in the shape of DESIGN section 12: kind, slot, mentions, detail."""

import msgspec

from servanda.reconciling import AnyFinding, Change, LanguageGap

_Line = AnyFinding | LanguageGap | Change

_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[_Line] = msgspec.json.Decoder(_Line)


def finding_line(finding: _Line) -> bytes:
    """Return a finding as one line of JSON, without its newline."""
    return _ENCODER.encode(finding)


def read_finding_line(line: bytes) -> _Line:
    """Return the finding of a line. Raises msgspec.ValidationError when it is none."""
    return _DECODER.decode(line)
