"""Rows of a table without rulings: which labels stand beside which numbers.

A label is of the row whose numbers stand at its middle or its first line. One that has none is a row by itself,
and nobody knows whether that is blank; numbers without a label close to a row may be parts of those in it.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from attrs import define

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.lines import Line, box_of, text_of
from gov_disclosure.sources.pdf.marks_on_page import Box
from gov_disclosure.sources.pdf.tables import Cell, Table
from gov_disclosure.sources.pdf.words import Word, values_of

# Of the size of type: what stands at one height, and what is so near that it may be of the same cell.
_AT: Final = 0.45
_NEAR: Final = 1.7
# The lines of a cell: how far apart they are against the least of them, and against the size of type.
_STACKED: Final = 1.25
_SAME_STEP: Final = 0.3
_LEAST_STEP: Final = 0.8
_MOST_STEP: Final = 3.0
# Lines that are as far apart as rows are rows.
_WHOLE_ROW: Final = 0.93


class Row(NamedTuple):
    """A line with numbers in columns."""

    at: float
    values: Sequence[Word]
    rest: Sequence[Word]


@define(eq=False)
class RowsOf:
    """The rows of a table, in the making."""

    lines: Sequence[Sequence[Word]]
    columns: Sequence[tuple[float, float]]
    pitch: float
    """How far rows are apart at the least; lines of one cell are nearer to each other."""
    is_sure: bool = True
    """Whether it is known which head each column is below."""

    def table(self) -> Table:
        """The table that lines make."""
        rows: list[Row] = []
        words: list[Word] = []
        for line in self.lines:
            values = [word for word in values_of(line) if self._column(word) is not None]
            rest = [word for word in line if word not in values]
            if values:
                rows.append(Row(values[0].at, values, rest))
            words += rest
        left = self.columns[0][0]
        over = {line[0].line for line in self.lines if any(word.left + word.right > 2 * left for word in line)}
        blocks = self._blocks([word for word in words if word.left + word.right <= 2 * left], over)
        blocks += self._blocks([word for word in words if word.left + word.right > 2 * left], set())
        return self._laid(rows, blocks)

    def _column(self, word: Word) -> int | None:
        met = [n for n, (left, right) in enumerate(self.columns) if word.left < right and left < word.right]
        return met[0] if len(met) == 1 else None

    def _blocks(self, words: Sequence[Word], ats: set[float]) -> list[list[Word]]:
        """Words that stand close below each other, but for those of two rows."""
        blocks: list[list[Word]] = []
        stacked = self._stacked(words)
        for word in sorted(words, key=lambda word: (word.at, word.left)):
            above = [
                block
                for block in blocks
                if 0 < word.at - block[-1].at <= stacked
                and block[-1].left < word.right
                and word.left < block[-1].right
                and not (word.line in ats and block[-1].line in ats)
            ]
            if len(above) == 1:
                above[0].append(word)
            else:
                blocks.append([word])
        return blocks

    def _stacked(self, words: Sequence[Word]) -> float:
        """How far lines of one cell are apart at the most."""
        steps = [
            below.at - above.at
            for above in words
            for below in words
            if _LEAST_STEP * above.size < below.at - above.at < _MOST_STEP * above.size
            and above.left < below.right
            and below.left < above.right
        ]
        steps.sort()
        often = [step for step, other in pairwise(steps) if other - step < _SAME_STEP]
        least = min(often or steps, default=0.0)
        if self.pitch and least > _WHOLE_ROW * self.pitch:
            return 0.0
        return min((least + self.pitch) / 2, _STACKED * least) if self.pitch else _STACKED * least

    def _laid(self, rows: Sequence[Row], blocks: Sequence[Sequence[Word]]) -> Table:
        """Rows, each with its labels; what has no numbers beside it is a row of its own."""
        held: dict[float, list[Sequence[Word]]] = {row.at: [] for row in rows}
        values = {row.at: row.values for row in rows}
        for block in blocks:
            at = self._row_of(block, values)
            at = min((other for other in held if abs(other - at) < _AT * block[0].size), default=at)
            held.setdefault(at, []).append(block)
        first = rows[0].at
        heads = [at for at in held if at < first and any(self._span(block)[0] >= 0 for block in held[at])]
        lowest = max(heads, default=0.0)
        for at in [at for at in held if at < first and at not in heads and heads]:
            if at > lowest + _AT * held[at][0][0].size:
                continue
            # The corner's words are read with the labels beside them.
            held[min(heads, key=lambda head: abs(head - at))] += held.pop(at)
        labels = (
            max((sum(self._span(block)[0] < 0 for block in of_row) for of_row in held.values()), default=1) or 1
        )
        cells: list[Cell] = []
        doubtful = self._doubtful(held, values, heads)
        # All numbers may stand a row too low where the first row has none, too high where some are on heads.
        first = min((at for at in held if at not in heads), default=first)
        on_heads = any(_is_unclear(word) for head in heads for block in held[head] for word in block)
        is_sure = self.is_sure and first in values and not on_heads
        for number, at in enumerate(sorted(held)):
            unknown = at not in heads and (at not in values or not is_sure)
            unclear = set(range(len(self.columns))) if unknown else doubtful.get(at, set())
            cells += self._row(number, labels, held[at], values.get(at, ()), unclear)
        edges = [float(number) for number in range(labels + len(self.columns) + 1)]
        page = self.lines[-1][0].page
        return Table(page, edges, len(held), cells, (0, 0, 0, 0))

    def _doubtful(
        self,
        held: Mapping[float, Sequence[Sequence[Word]]],
        values: Mapping[float, Sequence[Word]],
        heads: Sequence[float],
    ) -> dict[float, set[int]]:
        """The columns in which rows may have a part of their number above or below them.

        It is what stands in a column without a label beside it, close to another row.
        """
        rows = [at for at in held if at not in heads]
        found: dict[float, set[int]] = {}
        for at in rows:
            spans = [(self._span(block), block[0]) for block in held[at]]
            loose = {first: word.size for (first, _), word in spans if first >= 0}
            if not self._is_labelled(at, held):
                loose |= {
                    number: word.size
                    for word in values.get(at, ())
                    if (number := self._column(word)) is not None
                }
            for column, size in loose.items():
                near = [other for other in rows if other != at and abs(other - at) < _NEAR * size]
                for other in (at, *near) if near else ():
                    found.setdefault(other, set()).add(column)
        return found

    def _row_of(self, block: Sequence[Word], values: Mapping[float, Sequence[Word]]) -> float:
        """The row of a block: the only one that it stands beside, else that of its first line."""
        first, last, reach = block[0].at, block[-1].at, _AT * block[0].size
        beside = [at for at in values if first - reach < at < last + reach]
        middle = (first + last) / 2
        if len(beside) == 1 and (abs(beside[0] - middle) < reach or abs(beside[0] - first) < reach):
            return beside[0]
        if len(beside) > 1 and abs(min(beside) - first) < reach:
            return min(beside)
        return min(
            (at for at in beside if abs(at - middle) < reach), key=lambda at: abs(at - middle), default=middle
        )

    def _is_labelled(self, at: float, held: Mapping[float, Sequence[Sequence[Word]]]) -> bool:
        """Whether a row has a label of its own: one with no label between it and the numbers."""
        own = [block for block in held[at] if self._span(block)[0] < 0]
        right = max((max(word.right for word in block) for block in own), default=-math.inf)
        beside = [
            word
            for other, blocks in held.items()
            if other != at
            for block in blocks
            if self._span(block)[0] < 0
            for word in block
            if abs(word.at - at) < _NEAR * word.size and word.left >= right
        ]
        return bool(own) and not beside

    def _span(self, block: Sequence[Word]) -> tuple[int, int]:
        """The columns that a block stands in, from and to; less than 0 for a label."""
        left, right = min(word.left for word in block), max(word.right for word in block)
        met = [n for n, (start, end) in enumerate(self.columns) if left < end and start < right]
        if met:
            return met[0], met[-1]
        middle = (left + right) / 2
        before = [n for n, (start, end) in enumerate(self.columns) if (start + end) / 2 < middle]
        if not before:
            return -1, -1
        number = before[-1]
        if (
            number + 1 < len(self.columns)
            and self.columns[number + 1][0] - middle < middle - self.columns[number][1]
        ):
            number += 1
        return number, number

    def _row(
        self,
        number: int,
        labels: int,
        blocks: Sequence[Sequence[Word]],
        values: Sequence[Word],
        unclear: set[int],
    ) -> Iterator[Cell]:
        """The cells of a row; of labels that no numbers stand beside nobody knows whether these are blank."""
        spans = sorted(
            ((*self._span(block), block) for block in blocks), key=lambda entry: (entry[0], entry[2][0].left)
        )
        own = [block for first, _, block in spans if first < 0]
        placed: dict[int, tuple[int, list[Sequence[Word]]]] = {}
        for at, block in enumerate(own, labels - len(own)):
            placed[at] = (1, [block])
        for first, last, block in spans:
            if first >= 0:
                at = labels + first
                width, before = placed.get(at, (0, []))
                placed[at] = (max(width, last - first + 1), [*before, block])
        for word in values:
            column = self._column(word)
            if column is not None:
                width, before = placed.get(labels + column, (1, []))
                placed[labels + column] = (width, [*before, [word]])
        taken = 0
        for column in range(labels + len(self.columns)):
            if column < taken:
                continue
            span, held = placed.get(column, (1, []))
            while span > 1 and any(other in placed for other in range(column + 1, column + span)):
                span -= 1
            taken = column + span
            words = [word for block in held for word in block]
            yield self._cell(number, column, span, words, is_clear=column - labels not in unclear)

    def _cell(self, row: int, column: int, span: int, words: Sequence[Word], *, is_clear: bool) -> Cell:
        text = UNCLEAR
        if is_clear:
            text = text_of([Line.of(word.chars) for word in words], in_cell=True) if words else ""
        box: Box = box_of([char for word in words for char in word.chars]) if words else (0, 0, 0, 0)
        return Cell(row, column, 1, span, text, words[0].page if words else self.lines[-1][0].page, box)


def _is_unclear(word: Word) -> bool:
    return any(char.text == UNCLEAR for char in word.chars)
