"""Read the words of a PDF page, and where each stands as the page is shown."""

import ctypes
import dataclasses
import math

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from servanda.text.document import Box
from servanda.text.loaders.builder import clean
from servanda.text.origins import around

_PARTED_BY = {0, 9, 10, 13, 32}  # codes between words; a no-break space is inside one
_HYPHEN = 2  # how pdfium writes a hyphen at a line end
_SMALL = 0.9  # of the type size: a raised number is smaller
_RAISED = 0.15  # of the type size: so much higher, at least, stands a raised number


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
        reader = _Reader(page, textpage, number)
        words = [reader.word(begin, end) for begin, end in reader.stretches()]
    finally:
        textpage.close()
    words = [word for word in words if word.text and math.isfinite(sum(msgspec.structs.astuple(word.box)))]
    upright = [word for word in words if not word.is_sideways]
    return upright if 2 * len(upright) >= len(words) else words


class _Reader:
    """Asks pdfium about the characters of one page, as seldom as possible: each question costs a microsecond."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, number: int) -> None:
        self._handle: ctypes.c_void_p = textpage.raw
        self._codes = [pdfium.FPDFText_GetUnicode(self._handle, index) for index in range(textpage.count_chars())]
        self._number = number
        self._rotation = page.get_rotation()
        self._bounds = page.get_bbox()

    def stretches(self) -> list[tuple[int, int]]:
        """Return where each word begins and ends; the small number of a footnote before a word is one by itself."""
        found: list[tuple[int, int]] = []
        begin = 0
        for index, code in enumerate([*self._codes, 0]):
            if code in _PARTED_BY:
                if begin < index:
                    after_number = self._after_number(begin, index)
                    found += (
                        [(begin, index)] if after_number == begin else [(begin, after_number), (after_number, index)]
                    )
                begin = index + 1
        return found

    def _after_number(self, begin: int, end: int) -> int:
        after = begin
        while after < end and chr(self._codes[after]).isdecimal():
            after += 1
        return after if begin < after < end and self._is_raised(begin, after) else begin

    def _is_raised(self, index: int, beside: int) -> bool:
        size = self._size(beside)
        return (
            self._size(index) <= _SMALL * size and self._box(beside).bottom - self._box(index).bottom >= _RAISED * size
        )

    def word(self, begin: int, end: int) -> Word:
        size = self._size(begin)
        stop = end
        while stop > begin + 1 and chr(self._codes[stop - 1]).isdecimal() and self._is_raised(stop - 1, begin):
            stop -= 1
        matrix = pdfium.FS_MATRIX()
        if pdfium.FPDFText_GetMatrix(self._handle, begin, matrix):
            size *= max(abs(matrix.b), abs(matrix.d))  # the height of type set at 90 degrees is in b
        first, last = self._box(begin), self._box(stop - 1)
        is_sideways = abs(last.top - first.top) > abs(last.left - first.left)
        return Word(self._text(begin, stop).strip(), self._text(stop, end), size, around([first, last]), is_sideways)

    def _size(self, index: int) -> float:
        return float(pdfium.FPDFText_GetFontSize(self._handle, index))

    def _text(self, begin: int, end: int) -> str:
        units = "".join("-" if code == _HYPHEN else chr(code) for code in self._codes[begin:end])
        # pdfium gives UTF-16: halves of a pair are joined here, and a half alone is no character.
        return clean(units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _box(self, index: int) -> Box:
        """Return where a character stands as the page is shown: cropped, turned, from the top left corner."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, rect)
        left, bottom, right, top = self._bounds
        if self._rotation == 90:
            sides = (rect.bottom - bottom, rect.left - left, rect.top - bottom, rect.right - left)
        elif self._rotation == 180:
            sides = (right - rect.right, rect.bottom - bottom, right - rect.left, rect.top - bottom)
        elif self._rotation == 270:
            sides = (top - rect.top, right - rect.right, top - rect.bottom, right - rect.left)
        else:
            sides = (rect.left - left, top - rect.top, rect.right - left, top - rect.bottom)
        return Box(self._number, *(round(side, 2) for side in sides))
