"""What is drawn on a page: lines and thin bars are rulings; fills and pictures may cover what is below."""

import math
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import Final, NamedTuple

from attrs import define, field

from gov_disclosure.sources.pdf.marks_on_page import Box, Ruling
from gov_disclosure.sources.pdf.native import Matrix, Scratch, native

# What is no thicker is a ruling; a line that is thicker paints a ground.
THIN: Final = 4.0
# A stroke that leans no more than this is straight.
_LEAN: Final = 0.6
_ROOM: Final = 1.5
_TEXT, _PATH, _PICTURE, _SHADING, _FORM = 1, 2, 3, 4, 5
_LINE_TO, _MOVE_TO = 0, 2
_DEEPEST: Final = 12
# Paths of more parts are pictures, however they are made.
_MOST_SEGMENTS: Final = 4000
_RECTANGLE: Final = 5
_FAINT: Final = 8

_ALTERNATING: Final = 1

Point = tuple[float, float]
_Part = tuple[list[Point], bool, bool]


class Kind(Enum):
    """What covers."""

    PAINT = 0
    PICTURE = 1
    CLEAR = 2
    """A picture through which what is below may be seen."""


class Cover(NamedTuple):
    """What hides what was drawn before it, as far as it reaches."""

    order: int
    box: Box
    handle: int
    kind: Kind
    brightness: int = 255
    """Of its paint, to 255."""


@define(eq=False)
class Drawings:
    """All that is drawn on a page, with the order in which it is."""

    across: list[Ruling] = field(factory=list)
    down: list[Ruling] = field(factory=list)
    pictures: list[Box] = field(factory=list)
    outlines: list[Box] = field(factory=list)
    """What is drawn of curves: it may be text."""
    strokes: list[Box] = field(factory=list)
    covers: list[Cover] = field(factory=list)
    orders: dict[int, int] = field(factory=dict)
    """When each text is put down, by its address."""
    in_forms: dict[int, Matrix] = field(factory=dict)
    """Texts that stand in a part which is drawn as one, and where that has its own places."""
    count: int = 0


class TooMuch(Exception):
    """A page has more on it than is read."""


def drawings_of(page: int, view: Matrix, scratch: Scratch, most: int) -> Drawings:
    """What is drawn on a page.

    Raises:
        TooMuch: that is more than ``most``.
    """
    found = Drawings()
    _Walk(found, scratch, most).objects(
        (native("FPDFPage_GetObject")(page, number) for number in range(native("FPDFPage_CountObjects")(page))),
        view,
        0,
    )
    return found


@define(eq=False)
class _Walk:
    found: Drawings
    scratch: Scratch
    most: int
    handle: int = 0
    """The path that is taken in."""

    def objects(self, handles: Iterator[int], view: Matrix, depth: int) -> None:
        found = self.found
        kind_of = native("FPDFPageObj_GetType")
        for handle in handles:
            found.count += 1
            if found.count > self.most:
                raise TooMuch
            kind = kind_of(handle) if handle else 0
            if kind == _TEXT:
                found.orders[handle] = found.count
                if depth:
                    found.in_forms[handle] = view
            elif kind == _PATH:
                self.path(handle, view)
            elif kind in (_PICTURE, _SHADING):
                self.picture(handle, view, is_picture=kind == _PICTURE)
            elif kind == _FORM and depth < _DEEPEST:
                inner = self.scratch.matrix("FPDFPageObj_GetMatrix", handle).then(view)
                number = native("FPDFFormObj_CountObjects")(handle)
                self.objects(
                    (native("FPDFFormObj_GetObject")(handle, at) for at in range(number)), inner, depth + 1
                )

    def picture(self, handle: int, view: Matrix, *, is_picture: bool) -> None:
        bounds = self.scratch.bounds(handle)
        if bounds is None:
            return
        box = view.box(*bounds)
        if is_picture:
            self.found.pictures.append(box)
        kind = Kind.CLEAR if native("FPDFPageObj_HasTransparency")(handle) else Kind.PICTURE
        self.found.covers.append(Cover(self.found.count, box, handle, kind))

    def path(self, handle: int, view: Matrix) -> None:
        self.handle = handle
        fill, stroke = self._drawn(handle)
        if (not fill and not stroke) or (not stroke and self._is_bar(handle, view)):
            return
        place = self.scratch.matrix("FPDFPageObj_GetMatrix", handle).then(view)
        if native("FPDFPath_CountSegments")(handle) > _MOST_SEGMENTS:
            self.picture(handle, view, is_picture=True)
            return
        thickness = self._thickness(handle, place) if stroke else 0.0
        parts = list(_parts(handle, self.scratch, place))
        if fill and len(parts) > 1:
            parts = self._without_rings(parts, alternating=fill == _ALTERNATING)
        for points, closed, curved in parts:
            if curved:
                self.found.outlines.append(_box(points))
                if fill:
                    self._cover(_box(points))
                elif stroke:
                    self._drawn_freely(points)
                continue
            if fill:
                self._filled(points)
            if stroke:
                self._stroked([*points, points[0]] if closed else points, thickness)

    def _is_bar(self, handle: int, view: Matrix) -> bool:
        """Take what most rulings are, a bar that is filled, the quick way: its box tells all."""
        bounds = self.scratch.bounds(handle) if native("FPDFPath_CountSegments")(handle) <= _RECTANGLE else None
        if bounds:
            left, top, right, bottom = view.box(*bounds)
            self._filled([(left, top), (right, top), (right, bottom)])
        return bounds is not None

    def _drawn(self, handle: int) -> tuple[int, int]:
        """Whether a path is filled, and how, and whether it is stroked; not in a colour that nobody sees."""
        scratch = self.scratch
        if not native("FPDFPath_GetDrawMode")(handle, *scratch.int_places[:2]):
            return 0, 0
        fill, stroke = scratch.ints[:2]
        if fill and not self._has_color("FPDFPageObj_GetFillColor", handle):
            fill = 0
        if stroke and not self._has_color("FPDFPageObj_GetStrokeColor", handle):
            stroke = 0
        return fill, stroke

    def _has_color(self, function: str, handle: int) -> bool:
        color = self.scratch.color(function, handle)
        return color is None or color[3] > _FAINT

    def _without_rings(self, parts: list[_Part], *, alternating: bool) -> list[_Part]:
        """The parts but for those that are the inner and the outer edge of a frame, which is four rulings."""
        rest: list[_Part] = []
        for part in parts:
            before = rest[-1] if rest else None
            if (
                before
                and not part[2]
                and not before[2]
                and (alternating or _area(part[0]) * _area(before[0]) < 0)
            ):
                sides = _ring(_box(before[0]), _box(part[0]))
                if sides:
                    rest.pop()
                    left, top, right, bottom = sides
                    self.found.across += [Ruling(top, left, right), Ruling(bottom, left, right)]
                    self.found.down += [Ruling(left, top, bottom), Ruling(right, top, bottom)]
                    continue
            rest.append(part)
        return rest

    def _thickness(self, handle: int, place: Matrix) -> float:
        native("FPDFPageObj_GetStrokeWidth")(handle, self.scratch.float_places[0])
        scale = math.sqrt(abs(place.a * place.d - place.b * place.c))
        return float(self.scratch.floats[0]) * scale

    def _cover(self, box: Box) -> None:
        red, green, blue, _ = self.scratch.color("FPDFPageObj_GetFillColor", self.handle) or (255, 255, 255, 0)
        bright = (red * 3 + green * 6 + blue) // 10
        self.found.covers.append(Cover(self.found.count, box, self.handle, Kind.PAINT, bright))

    def _filled(self, points: list[Point]) -> None:
        left, top, right, bottom = box = _box(points)
        width, height = right - left, bottom - top
        if width > THIN and height > THIN:
            if len(points) > 2:
                self._cover(box)
        else:
            # A dot is a piece of either.
            if height <= THIN:
                self.found.across.append(Ruling((top + bottom) / 2, left, right))
            if width <= THIN:
                self.found.down.append(Ruling((left + right) / 2, top, bottom))

    def _drawn_freely(self, points: list[Point]) -> None:
        """A curve by the lines between the points that bend it, with some room, as it runs beside these."""
        for (x0, y0), (x1, y1) in pairwise(points):
            box = (min(x0, x1), min(y0, y1) - _ROOM, max(x0, x1), max(y0, y1) + _ROOM)
            self.found.strokes.append(box)

    def _stroked(self, points: list[Point], thickness: float) -> None:
        for (x0, y0), (x1, y1) in pairwise(points):
            wide, high = abs(x1 - x0), abs(y1 - y0)
            half = thickness / 2
            if high <= _LEAN:
                if thickness > THIN:
                    self._filled([(min(x0, x1), y0 - half), (max(x0, x1), y0 + half), (x0, y0)])
                else:
                    self.found.across.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif wide <= _LEAN:
                if thickness > THIN:
                    self._filled([(x0 - half, min(y0, y1)), (x0 + half, max(y0, y1)), (x0, y0)])
                else:
                    self.found.down.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
            else:
                self.found.strokes.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _parts(handle: int, scratch: Scratch, place: Matrix) -> Iterator[_Part]:
    """The parts of a path, each drawn without setting down: its points, and whether it is closed and curved."""
    get, kind_of = native("FPDFPath_GetPathSegment"), native("FPDFPathSegment_GetType")
    point, closes = native("FPDFPathSegment_GetPoint"), native("FPDFPathSegment_GetClose")
    x_place, y_place = scratch.float_places[:2]
    floats = scratch.floats
    points: list[Point] = []
    closed = curved = False
    for number in range(native("FPDFPath_CountSegments")(handle)):
        segment = get(handle, number)
        kind = kind_of(segment)
        if kind == _MOVE_TO and points:
            yield points, closed, curved
            points, closed, curved = [], False, False
        if kind not in (_MOVE_TO, _LINE_TO):
            curved = True
        point(segment, x_place, y_place)
        points.append(place.of(floats[0], floats[1]))
        closed = closed or bool(closes(segment))
    if points:
        yield points, closed, curved


def _box(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _area(points: list[Point]) -> float:
    """What points bound, less than nothing if they go against the clock."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True))


def _ring(one: Box, other: Box) -> Box | None:
    """The middle of a frame, given by its edges; none if one is not within the other, or far within."""
    outer, inner = (one, other) if one[0] <= other[0] else (other, one)
    gaps = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    if min(gaps) < 0 or max(gaps) > THIN or min(inner[2] - inner[0], inner[3] - inner[1]) <= THIN:
        return None
    left, top, right, bottom = ((a + b) / 2 for a, b in zip(outer, inner, strict=True))
    return left, top, right, bottom
