"""Read the words of a PDF page, and where each stands as the page is shown."""

import ctypes
import dataclasses
import math
import re

import pypdfium2
import pypdfium2.raw as pdfium

from servanda.text.document import Box
from servanda.text.loaders.builder import clean
from servanda.text.origins import around

_WORD = re.compile(r"[^\0\t\n\r \x02]+\x02?|\x02")  # a no-break space is inside a word; a hyphen at a line end ends it
_NUMBER_AT_START = re.compile(r"[0-9]+(?=.)")
_HYPHEN = "\x02"  # how pdfium writes a hyphen at a line end
_SMALLEST = 0.1  # points: type that is set in no size is counted as of this one
_SMALL = 0.9  # of the type size: a raised number is smaller
_BESIDE = 0.3  # of the type size: so near its word, at most, a raised number stands
_RAISED = 0.15  # of the type size: so much higher, at least, stands a raised number

Sides = tuple[float, float, float, float]  # left, top, right, bottom


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word as it is shown; ``raised`` are small digits at its end, ``size`` is that of its type in points."""

    text: str
    raised: str
    size: float
    box: Box
    is_sideways: bool = False


def read_words(page: pypdfium2.PdfPage, number: int) -> list[Word]:
    """Return the words of a page in the order of the file. Words that stand sideways, as in a margin, are left out.

    ``number`` is that of the page, from 1, for the boxes.
    """
    textpage = page.get_textpage()
    try:
        words = _Reader(page, textpage, number).words()
    finally:
        textpage.close()
    upright = [word for word in words if not word.is_sideways]
    return _with_raised(upright if 2 * len(upright) >= len(words) else words)


def _with_raised(words: list[Word]) -> list[Word]:
    """Attach the raised numbers to the words that they stand at."""
    attached: list[Word] = []
    for word in words:
        before = attached[-1] if attached else None
        if before is not None and word.text.isdecimal() and _stands_raised(word, before):
            attached[-1] = dataclasses.replace(before, raised=word.text, box=around([before.box, word.box]))
        else:
            attached.append(word)
    return attached


def _stands_raised(word: Word, before: Word) -> bool:
    is_small_and_high = (
        word.size <= _SMALL * before.size and before.box.bottom - word.box.bottom >= _RAISED * before.size
    )
    overlaps = word.box.bottom > before.box.top
    return is_small_and_high and overlaps and abs(word.box.left - before.box.right) < _BESIDE * before.size


class _Reader:
    """Asks pdfium about the characters of one page, as seldom as possible: each question costs a microsecond."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, number: int) -> None:
        self._handle: ctypes.c_void_p = textpage.raw
        unicode_of, handle = pdfium.FPDFText_GetUnicode, self._handle
        self._characters = "".join([chr(unicode_of(handle, index)) for index in range(textpage.count_chars())])
        self._number = number
        self._rotation = page.get_rotation()
        self._bounds = page.get_bbox()
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()

    def words(self) -> list[Word]:
        words: list[Word] = []
        for match in _WORD.finditer(self._characters):
            begin, end = match.span()
            number = _NUMBER_AT_START.match(self._characters, begin, end)
            if number and self._is_raised(begin, number.end()):  # the number of a footnote, against its first word
                words.append(self._word(begin, number.end()))
                begin = number.end()
            stop = end
            while stop > begin + 1 and self._characters[stop - 1].isdecimal() and self._is_raised(stop - 1, begin):
                stop -= 1
            words.append(self._word(begin, stop))
            if stop < end:
                words.append(self._word(stop, end))
        return [word for word in words if word.text and math.isfinite(word.size + word.box.left + word.box.top)]

    def _word(self, begin: int, end: int) -> Word:
        size = self._size(begin)
        if pdfium.FPDFText_GetMatrix(self._handle, begin, self._matrix):
            size *= max(abs(self._matrix.b), abs(self._matrix.d))  # type set at 90 degrees has its height in b
        first = self._sides(begin)
        last = self._sides(end - 1)
        box = Box(
            self._number,
            min(first[0], last[0]),
            min(first[1], last[1]),
            max(first[2], last[2]),
            max(first[3], last[3]),
        )
        is_sideways = abs(last[1] - first[1]) > abs(last[0] - first[0])
        return Word(self._text(begin, end).strip(), "", max(abs(size), _SMALLEST), box, is_sideways)

    def _text(self, begin: int, end: int) -> str:
        text = self._characters[begin:end].replace(_HYPHEN, "-")
        if text.isascii():
            return text
        # pdfium gives UTF-16: halves of a pair are joined here, and a half alone is no character.
        return clean(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _is_raised(self, index: int, beside: int) -> bool:
        size = self._size(beside)
        return self._size(index) <= _SMALL * size and self._sides(beside)[3] - self._sides(index)[3] >= _RAISED * size

    def _size(self, index: int) -> float:
        return float(pdfium.FPDFText_GetFontSize(self._handle, index))

    def _sides(self, index: int) -> Sides:
        """Return where a character stands as the page is shown: cropped, turned, from the top left corner."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, rect)
        left, bottom, right, top = self._bounds
        if self._rotation == 90:
            return rect.bottom - bottom, rect.left - left, rect.top - bottom, rect.right - left
        if self._rotation == 180:
            return right - rect.right, rect.bottom - bottom, right - rect.left, rect.top - bottom
        if self._rotation == 270:
            return top - rect.top, right - rect.right, top - rect.bottom, right - rect.left
        return rect.left - left, top - rect.top, rect.right - left, top - rect.bottom
