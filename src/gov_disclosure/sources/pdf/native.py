"""The functions of PDFium that are asked for each character and line, without what a call costs otherwise."""

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int
_LONGEST_NAME = 64
_MOST_KEYS = 16

# What each gives, and what it takes.
_SIGNATURES: dict[str, tuple[Any, ...]] = {
    "FPDFText_CountChars": (_INT, _ADDRESS),
    "FPDFText_GetUnicode": (ctypes.c_uint, _ADDRESS, _INT),
    "FPDFText_GetTextObject": (_ADDRESS, _ADDRESS, _INT),
    "FPDFText_HasUnicodeMapError": (_INT, _ADDRESS, _INT),
    "FPDFText_GetLooseCharBox": (_INT, _ADDRESS, _INT, _ADDRESS),
    "FPDFText_GetCharOrigin": (_INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS),
    "FPDFText_GetMatrix": (_INT, _ADDRESS, _INT, _ADDRESS),
    "FPDFText_GetFontSize": (ctypes.c_double, _ADDRESS, _INT),
    "FPDFTextObj_GetTextRenderMode": (_INT, _ADDRESS),
    "FPDFPage_CountObjects": (_INT, _ADDRESS),
    "FPDFPage_GetObject": (_ADDRESS, _ADDRESS, _INT),
    "FPDFPage_RemoveObject": (_INT, _ADDRESS, _ADDRESS),
    "FPDFPageObj_Destroy": (None, _ADDRESS),
    "FPDFPageObj_GetType": (_INT, _ADDRESS),
    "FPDFPageObj_GetMatrix": (_INT, _ADDRESS, _ADDRESS),
    "FPDFPageObj_GetBounds": (_INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPageObj_GetFillColor": (_INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPageObj_GetStrokeColor": (_INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPageObj_GetStrokeWidth": (_INT, _ADDRESS, _ADDRESS),
    "FPDFPageObj_HasTransparency": (_INT, _ADDRESS),
    "FPDFPageObj_SetIsActive": (_INT, _ADDRESS, _INT),
    "FPDFPageObj_GetClipPath": (_ADDRESS, _ADDRESS),
    "FPDFPageObj_CountMarks": (_INT, _ADDRESS),
    "FPDFPageObj_GetMark": (_ADDRESS, _ADDRESS, ctypes.c_ulong),
    "FPDFPageObjMark_GetName": (_INT, _ADDRESS, _ADDRESS, ctypes.c_ulong, _ADDRESS),
    "FPDFPageObjMark_CountParams": (_INT, _ADDRESS),
    "FPDFPageObjMark_GetParamKey": (_INT, _ADDRESS, ctypes.c_ulong, _ADDRESS, ctypes.c_ulong, _ADDRESS),
    "FPDFClipPath_CountPaths": (_INT, _ADDRESS),
    "FPDFClipPath_CountPathSegments": (_INT, _ADDRESS, _INT),
    "FPDFClipPath_GetPathSegment": (_ADDRESS, _ADDRESS, _INT, _INT),
    "FPDFPath_CountSegments": (_INT, _ADDRESS),
    "FPDFPath_GetPathSegment": (_ADDRESS, _ADDRESS, _INT),
    "FPDFPath_GetDrawMode": (_INT, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPathSegment_GetPoint": (_INT, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPathSegment_GetType": (_INT, _ADDRESS),
    "FPDFPathSegment_GetClose": (_INT, _ADDRESS),
    "FPDFFormObj_CountObjects": (_INT, _ADDRESS),
    "FPDFFormObj_GetObject": (_ADDRESS, _ADDRESS, ctypes.c_ulong),
}  # fmt: skip


@cache
def native(name: str) -> Callable[..., Any]:
    """A function of PDFium, of which handles and places are given as addresses."""
    from pypdfium2 import raw

    gives, *takes = _SIGNATURES[name]
    # The lock of the interpreter is kept: to let it go for each character takes longer than the call.
    made: Callable[..., Any] = ctypes.PYFUNCTYPE(gives, *takes)(
        ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
    )
    return made


def address(handle: Any) -> int:
    """The address of a handle that pypdfium2 has given."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


class Matrix(NamedTuple):
    """A map of places: (x, y) → (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, other: "Matrix") -> "Matrix":
        """One map, and another behind it."""
        a, b, c, d, e, f = self
        oa, ob, oc, od, oe, of = other
        return Matrix(
            a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od,
            e * oa + f * oc + oe, e * ob + f * od + of,
        )  # fmt: skip

    def of(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """What a rectangle takes, given by two corners."""
        corners = [self.of(x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


class Scratch:
    """Places that the functions write into."""

    def __init__(self) -> None:
        self.floats: ctypes.Array[ctypes.c_float] = (ctypes.c_float * 8)()
        self.doubles: ctypes.Array[ctypes.c_double] = (ctypes.c_double * 4)()
        self.ints: ctypes.Array[ctypes.c_uint] = (ctypes.c_uint * 4)()
        self.name: ctypes.Array[ctypes.c_char] = ctypes.create_string_buffer(_LONGEST_NAME)
        self.float_places: list[int] = [ctypes.addressof(self.floats) + 4 * number for number in range(8)]
        self.double_places: list[int] = [ctypes.addressof(self.doubles) + 8 * number for number in range(4)]
        self.int_places: list[int] = [ctypes.addressof(self.ints) + 4 * number for number in range(4)]
        self.name_place: int = ctypes.addressof(self.name)

    def matrix(self, function: str, *handles: int) -> Matrix:
        """The matrix of a thing."""
        if not native(function)(*handles, self.float_places[0]):
            return Matrix()
        return Matrix(*self.floats[:6])

    def bounds(self, handle: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of an object."""
        if not native("FPDFPageObj_GetBounds")(handle, *self.float_places[:4]):
            return None
        left, bottom, right, top = self.floats[:4]
        return left, bottom, right, top

    def color(self, function: str, handle: int) -> tuple[int, int, int, int] | None:
        """Red, green, blue and how far it covers; ``None`` for a pattern."""
        if not native(function)(handle, *self.int_places):
            return None
        red, green, blue, alpha = self.ints[:]
        return red, green, blue, alpha

    def mark(self, mark: int) -> str:
        """The name of a mark of content."""
        get = native("FPDFPageObjMark_GetName")
        return self._name() if get(mark, self.name_place, _LONGEST_NAME, self.int_places[0]) else ""

    def keys(self, mark: int) -> list[str]:
        """The names of what a mark of content says."""
        count = min(native("FPDFPageObjMark_CountParams")(mark), _MOST_KEYS)
        return [self._key(mark, number) for number in range(count)]

    def _key(self, mark: int, number: int) -> str:
        get = native("FPDFPageObjMark_GetParamKey")
        return self._name() if get(mark, number, self.name_place, _LONGEST_NAME, self.int_places[0]) else ""

    def _name(self) -> str:
        length = min(self.ints[0], _LONGEST_NAME) - 2
        return self.name.raw[: max(0, length)].decode("utf-16-le", "replace")
