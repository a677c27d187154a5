"""The rows of tables in an older Word file: what the mark at the end of one says of its cells."""

import struct
from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element

from attrs import evolve

from gov_disclosure.sources.old_word.looks import shade_of_bytes
from gov_disclosure.sources.old_word.modifiers import Modifier, modifiers
from gov_disclosure.sources.word.marked import CellMark, RowMark

_CELLS: Final = 0xD608
_ACROSS: Final = 0x5624
_APART: Final = 0x5625
_DOWN: Final = 0xD62B
_HEIGHT: Final = 0x9407
# Shadings of the first cells, of those behind 22 and of those behind 44.
_SHADES: Final = {0xD612: 0, 0xD616: 22, 0xD60C: 44}
_OF_CELL: Final = 20
_OF_SHADE: Final = 10
_GOES_DOWN, _BEGINS_DOWN = 1, 3


def row_mark(said: bytes, *, is_removed: bool) -> RowMark:
    """What some modifiers say of a row."""
    left, cells, height = 0, list[CellMark](), None
    for one in modifiers(said):
        if one.code == _CELLS:
            left, cells = _cells(one.operand)
        elif one.code in (_ACROSS, _APART):
            _merge(cells, one, is_merged=one.code == _ACROSS)
        elif one.code == _DOWN:
            _merge_down(cells, one)
        elif one.code in _SHADES:
            _shade(cells, one.operand, _SHADES[one.code])
        elif one.code == _HEIGHT:
            height = -one.signed if one.signed < 0 else None
    return RowMark(left, tuple(cells), height, is_removed)


def _cells(operand: bytes) -> tuple[int, list[CellMark]]:
    """The left edge of a row, and its cells."""
    count = operand[0] if operand else 0
    if len(operand) < 1 + 2 * (count + 1):
        return 0, []
    left, *edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    settings = operand[1 + 2 * (count + 1) :]
    flags = [int.from_bytes(settings[at : at + 2], "little") for at in range(0, _OF_CELL * count, _OF_CELL)]
    cells = [_cell(edge, flag >> 5 & 3) for edge, flag in zip(edges, flags, strict=True)]
    for at, is_across in enumerate(_across([flag & 3 for flag in flags])):
        cells[at] = evolve(cells[at], is_across=is_across)
    return left, cells


def _cell(right: int, down: int, shade: Element | None = None) -> CellMark:
    return CellMark(right, is_tall=down == _BEGINS_DOWN, goes_down=down == _GOES_DOWN, shade=shade)


def _across(flags: Sequence[int]) -> list[bool]:
    """Which cells go on from the one to their left; the first of some that are merged has another sign."""
    found: list[bool] = []
    first = 0
    for at, flag in enumerate(flags):
        if not flag or not at or not flags[at - 1]:
            first = flag
        found.append(bool(flag) and flag != first)
    return found


def _merge(cells: list[CellMark], one: Modifier, *, is_merged: bool) -> None:
    start, end = one.operand[0], one.operand[1]
    for at in range(start + 1, min(end, len(cells))):
        cells[at] = evolve(cells[at], is_across=is_merged)


def _merge_down(cells: list[CellMark], one: Modifier) -> None:
    at, down = (one.operand[0], one.operand[1]) if len(one.operand) > 1 else (len(cells), 0)
    if at < len(cells):
        cells[at] = evolve(cells[at], is_tall=down == _BEGINS_DOWN, goes_down=down == _GOES_DOWN)


def _shade(cells: list[CellMark], operand: bytes, first: int) -> None:
    for number, at in enumerate(range(0, len(operand) - _OF_SHADE + 1, _OF_SHADE), first):
        if number < len(cells):
            cells[number] = evolve(cells[number], shade=shade_of_bytes(operand[at : at + _OF_SHADE]))
