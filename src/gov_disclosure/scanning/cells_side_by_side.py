"""Texts whose lines are cells, but for some on which cells that stand close to each other are side by side.

    一、本年新收政府信息公开申请数量
    77821
    174787 198451
    81966

Of a text like this all that has to be put right are these lines: each cell gets one of its own.
"""

from collections.abc import Iterator, Sequence

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import label_kinds, starts_label
from gov_disclosure.scanning.pieces import Piece, Separator
from gov_disclosure.scanning.spaced import LONGEST_ROW, ends_in_number, segments_of, words_of

# So many numbers stand on lines of their own, and so many for each line with several cells.
_FEWEST_ALONE = 20
_MOST_ALONE = 4


def are_cells(lines: Sequence[Piece]) -> bool:
    """Whether lines are cells: most are a number or a label alone, and the others stand beside numbers."""
    alone = [bool(piece.reading.digits) and not piece.reading.problem for piece in lines]
    count = alone.count(True)
    if count <= _FEWEST_ALONE:
        return False
    several = [at for at, piece in enumerate(lines) if ends_in_number(piece)]
    beside = [at for at in several if True in alone[max(at - 1, 0) : at + 2]]
    if count <= _MOST_ALONE * len(several) or 2 * len(beside) <= len(several):
        return False
    return not any(_is_row(lines[at]) for at in several if True not in alone[at + 1 : at + 2])


def _is_row(line: Piece) -> bool:
    """Whether a line has a label and its numbers: where no more of these follow, rows stand on lines."""
    cells = _cells(line)
    return len(cells) > 1 and bool(cells[0].reading.problem)


def cells_of(lines: Sequence[Piece]) -> Iterator[Piece]:
    """The lines, those with several cells cell by cell."""
    for line in lines:
        yield from _cells(line) if ends_in_number(line) else (line,)


def _cells(line: Piece) -> Sequence[Piece]:
    """The cells of a line: numbers, and a label before them. Any other line is one."""
    if len(line.text) > LONGEST_ROW:
        return (line,)
    segments = segments_of(words_of(line))
    words, numbers = segments[0]
    if len(segments) > 1:
        return (line,)
    behind = [number._replace(separator=Separator.LINE) for number in numbers]
    if not words:
        return [line.cut(numbers[0].text, numbers[0].start, numbers[0].column), *behind[1:]]
    label = line.text[: numbers[0].start - line.start].rstrip()
    folded = fold(label)
    if not (label_kinds(folded) or starts_label(folded)):
        return (line,)
    return [line.cut(label, line.start, line.column), *behind]
