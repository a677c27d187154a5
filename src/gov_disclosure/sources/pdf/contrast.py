"""The picture of a page with some of its texts and without them: what leaves no trace is not seen."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from gov_disclosure.sources.pdf.marks_on_page import Box
from gov_disclosure.sources.pdf.native import native

_MOST_DOTS: Final = 6_000_000
_SCALE: Final = 2.0
# Of 255: what differs by less is seen by nobody, and what by more is clear.
TRACE: Final = 6
CLEAR: Final = 60
# Of a dot's strength: with less of it the dot is covered.
_FAINT: Final = 0.25
# Of a digit's dots: with more of them covered it may be another one.
_LOST: Final = 0.04
# A ground that is darker is seen to cover something, where all of it is of one brightness.
_WHITE: Final = 235
_EVEN: Final = 24


class Contrast(NamedTuple):
    """The picture of a page with some of its texts, and without them."""

    whole: bytes
    rest: bytes
    stride: int
    size: tuple[int, int]
    """How many dots it is wide and high."""
    scale: float

    @classmethod
    def of(
        cls, page: Any, handles: Iterable[int], rotation: int, covers: Iterable[int] = ()
    ) -> "Contrast | None":
        """The pictures with and without texts, some covers taken away; none of a page that is too large."""
        width, height = page.get_size()
        scale = min(_SCALE, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
        if scale < 1:
            return None
        covers, handles = set(covers), set(handles)
        _switch(covers | handles, on=False)
        rest = page.render(scale=scale, rotation=rotation, grayscale=True, draw_annots=False)
        _switch(handles, on=True)
        whole = page.render(scale=scale, rotation=rotation, grayscale=True, draw_annots=False)
        _switch(covers, on=True)
        try:
            return cls(
                bytes(whole.buffer), bytes(rest.buffer), whole.stride, (whole.width, whole.height), scale
            )
        finally:
            rest.close()
            whole.close()

    def _lines(self, box: Box) -> Iterator[tuple[int, int]]:
        """From where to where each line of dots in a box goes."""
        left, top, right, bottom = (round(edge * self.scale) for edge in box)
        width, height = self.size
        left, right = max(left, 0), min(right, width)
        for line in range(max(top, 0), min(bottom, height)):
            start = line * self.stride
            yield start + left, start + right

    def at(self, box: Box) -> int:
        """By how much the two differ at the most."""
        most = 0
        for start, end in self._lines(box):
            with_it, without = self.whole[start:end], self.rest[start:end]
            if with_it != without:
                most = max(most, *(abs(one - other) for one, other in zip(with_it, without, strict=True)))
        return most

    def loses(self, box: Box, bare: "Contrast") -> bool:
        """Whether a part of what is written in a box is not seen that is seen without covers."""
        ink = lost = 0
        for start, end in self._lines(box):
            for at in range(start, end):
                strength = abs(bare.whole[at] - bare.rest[at])
                if strength >= CLEAR:
                    ink += 1
                    lost += abs(self.whole[at] - self.rest[at]) < _FAINT * strength
        return lost > _LOST * ink

    def is_blackened(self, box: Box) -> bool:
        """Whether a box is of one brightness, and not white."""
        dots = b"".join([self.whole[start:end] for start, end in self._lines(box)])
        return bool(dots) and max(dots) < _WHITE and max(dots) - min(dots) < _EVEN


def _switch(handles: Iterable[int], *, on: bool) -> None:
    switch = native("FPDFPageObj_SetIsActive")
    for handle in handles:
        switch(handle, int(on))
