"""Tables of DokuWiki: bars before cells, carets before heads, ``:::`` for what reaches down from above.

    ^ 信息内容 ^ 制发  ^^
    | 规章     | 1 | 0 |
    | :::      | 2 | 0 |

Nothing between two signs belongs to the cell before it; a space between them is an empty cell.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.grid import MOST_COLUMNS, Found, Line, filled_rows, stretch
from gov_disclosure.sources.signs import COVERED_IN_DOKUWIKI

_SIGNS = "^|"
_FEWEST_ROWS = 2
_LONGEST = 2000


def dokuwiki_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of DokuWiki among the lines of a text."""
    for is_row, run in groupby(lines, key=_is_row):
        table = list(run) if is_row else []
        marked = any(line.text.lstrip().startswith("^") or COVERED_IN_DOKUWIKI in line.text for line in table)
        if marked and len(table) >= _FEWEST_ROWS:
            found = [cell for number, line in enumerate(table) for cell in _cells(line, number)]
            rows = filled_rows(_reaching_down(found))
            yield Grid(rows, table[0].start, table[-1].end)


def _is_row(line: Line) -> bool:
    text = line.text.strip()
    return len(text) > 2 and text[0] in _SIGNS and text[-1] in _SIGNS and len(text) <= _LONGEST


def _cells(line: Line, row: int) -> Iterator[Found]:
    before, *between = line.text.replace("^", "|").split("|")
    start, column = len(before) + 1, 0
    # Behind the last sign is no cell.
    between = between[:-1][: MOST_COLUMNS + 1]
    for place, text in enumerate(between):
        # With nothing but a sign, the cell before it goes on.
        if text or not place:
            across = 1
            while place + across < len(between) and not between[place + across]:
                across += 1
            yield _new(Found, (row, column, 1, stretch(line, start, start + len(text), across)))
            column += across
        start += len(text) + 1


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__


def _reaching_down(found: Sequence[Found]) -> list[Found]:
    """The cells without the places that others cover from above."""
    kept: list[Found] = []
    above: dict[int, int] = {}
    for one in found:
        row, column, _, cell = one
        if cell.text == COVERED_IN_DOKUWIKI and column in above:
            place = above[column]
            over = kept[place]
            if over.row + over.height == row:
                kept[place] = over._replace(height=over.height + 1)
                continue
        above[column] = len(kept)
        kept.append(one)
    return kept
