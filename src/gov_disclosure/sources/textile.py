r"""Tables of Textile: a bar around each cell, what it spans and how it is set behind the bar before it.

    |_. 信息内容 |\2=. 本年制发件数 |
    |/2. 规章 |<. 1 |<. 0 |

A table without such signs is one between bars. A cell of a look that may hide it is unclear.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gov_disclosure.form.dress import is_plain_class, is_plain_style
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.grid import MOST_COLUMNS, Found, Line, filled_rows, stretch
from gov_disclosure.sources.signs import TEXTILE

_CLASS, _STYLE = r"\([^()|]{0,40}\)", r"\{[^{}|]{0,200}\}"
# How a cell is set stands straight behind its bar, up to a point.
_SET = on_demand(rf"(?:[_<>=^~-]|\\\d{{1,2}}|/\d{{1,3}}|{_CLASS}|{_STYLE}|\[[a-z-]{{2,9}}\]){{1,6}}\.(?=\s|\Z)")
# And so is a row, before its first bar, or a table.
_ROW_SET = on_demand(rf"\s*(?:table)?(?:[<>=^~-]|{_CLASS}|{_STYLE}){{1,4}}\.\s*(?=\|)")
# "().": fewer signs say nothing of a look.
_SHORTEST_LOOK = 3
_LOOK = on_demand(r"\(([^()]*)\)|\{([^{}]*)\}")
_SPAN = on_demand(r"([\\/])(\d{1,3})")
_FEWEST_ROWS = 2
_LONGEST = 4000


def textile_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of Textile among the lines of a text."""
    for is_row, run in groupby(lines, key=_is_row):
        table = list(run) if is_row else []
        if len(table) >= _FEWEST_ROWS and any(_is_set(line) for line in table):
            yield Grid(filled_rows(_cells(table)), table[0].start, table[-1].end)


def _is_row(line: Line) -> bool:
    text = line.text.rstrip()
    if not text.endswith("|") or len(text) > _LONGEST:
        return False
    return text.startswith("|") or _ROW_SET.match(text) is not None


def _is_set(line: Line) -> bool:
    text = line.text
    return any(sign in text for sign in TEXTILE) and any(map(_SET.match, text.split("|")[1:]))


def _cells(table: Sequence[Line]) -> Iterator[Found]:
    taken: dict[int, int] = {}
    for row, line in enumerate(table):
        before, *texts = line.text.rstrip().split("|")
        hidden = before != "" and not _is_plain(before)
        start, column = len(before) + 1, 0
        # Behind the last bar is no cell.
        for text in texts[:-1]:
            while taken.get(column, 0) > row:
                column += 1
            if column > MOST_COLUMNS:
                break
            found = _SET.match(text)
            signs = found[0] if found else ""
            across, down = _spans(signs) if signs else (1, 1)
            cell = stretch(line, start + len(signs), start + len(text), across)
            if hidden or not (len(signs) < _SHORTEST_LOOK or _is_plain(signs)):
                cell = cell._replace(text=UNCLEAR)
            yield _new(Found, (row, column, down, cell))
            if across > 1 or down > 1:
                taken.update(dict.fromkeys(range(column, column + across), row + down))
            column += across
            start += len(text) + 1


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__


def _spans(signs: str) -> tuple[int, int]:
    """How many columns and rows a cell takes that is set so."""
    spans = {sign: max(int(count), 1) for sign, count in _SPAN.findall(_LOOK.sub("", signs))}
    return spans.get("\\", 1), spans.get("/", 1)


def _is_plain(signs: str) -> bool:
    """Whether what sets cells says nothing of their look that may hide or strike them."""
    return all(is_plain_class(name) and is_plain_style(style) for name, style in _LOOK.findall(signs))
