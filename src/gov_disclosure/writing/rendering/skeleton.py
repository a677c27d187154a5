"""The form's tables without their values: the labels, their spans, and which cells stand behind each."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby, takewhile
from typing import Final

from attrs import frozen

from gov_disclosure.form.fields import Edition, Field, form_fields, rows
from gov_disclosure.form.labels import column_label, row_labels
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.model.grid import GridCell

PROACTIVE: Final = "proactive"
REQUESTS: Final = "requests"
DISPUTES: Final = "disputes"
"""The table, and the name of its one row, which has no label of its own."""

# The items of article 20 and the rows below each.
_ARTICLES: Final[Mapping[str, tuple[str, ...]]] = {
    "ARTICLE_20_1": ("rules", "normative_documents"),
    "ARTICLE_20_5": ("licensing", "other_services"),
    "ARTICLE_20_6": ("penalties", "compulsion"),
    "ARTICLE_20_8": ("fees",),
    "ARTICLE_20_9": ("procurement",),
}
_ARTICLE_OF: Final = {row: article for article, of_article in _ARTICLES.items() for row in of_article}
_PROACTIVE_WIDTH: Final = 4
_LABELS: Final = 3
"""How many columns of table three hold labels."""
# Columns that stand beside the five kinds of organizations, in a row of the head above theirs.
_ALONE: Final = ("natural_person", "total")
_OUTCOMES: Final = 5
_HEAD: Final = 3
_NONE: Final[frozenset[str]] = frozenset()


@frozen
class Line:
    """A row of the form: its labels and the cells behind them, none in a row of the head."""

    labels: tuple[GridCell, ...]
    fields: tuple[Field, ...] = ()
    edition: Edition = Edition.FORM_2021
    last_colspan: int = 1
    """How many columns the last cell takes."""


@frozen
class Skeleton:
    """A table of the form without its values."""

    lines: tuple[Line, ...]
    width: int
    head: int
    """How many rows at its top hold labels alone."""


PresentRow = tuple[str, Edition]
"""A row, ``table.row`` or ``disputes``, and the edition of the form that it follows."""


@cache
def rows_of(table: str, edition: Edition) -> Mapping[str, tuple[Field, ...]]:
    """The rows of a table and their cells; the fifteen cells of table four are one row."""
    if table == DISPUTES:
        return {DISPUTES: tuple(cell for cell in form_fields(edition) if cell.table == DISPUTES)}
    return {row: cells for row, cells in rows(edition).items() if row.startswith(f"{table}.")}


def head_of(row: str) -> str:
    """What the rows below one head have in common: the item of article 20, or the table."""
    table, _, name = row.partition(".")
    return _ARTICLE_OF.get(name, table)


@lru_cache(maxsize=512)
def skeleton(table: str, present: tuple[PresentRow, ...], absent: frozenset[str] = _NONE) -> Skeleton:
    """A table with the rows that are ``present``, in that order, without the columns of ``absent`` cells."""
    lines, head = _TABLES[table]
    found = tuple(lines(present, absent))
    return Skeleton(found, sum(label.colspan for label in found[0].labels), head)


def _cells(table: str, row: PresentRow, absent: frozenset[str]) -> tuple[Field, ...]:
    cells = rows_of(table, row[1])[row[0]]
    return tuple([cell for cell in cells if cell.id not in absent]) if absent else cells


def _word(file: str, terminal: str) -> str:
    return terminals(file)[terminal][0]


def _label(text: str) -> GridCell:
    return GridCell(text)


# --- Table two --------------------------------------------------------------------------------------------


def _proactive(present: tuple[PresentRow, ...], absent: frozenset[str]) -> Iterator[Line]:
    """A line for each item of article 20, one for each set of columns below it, and the rows."""
    for article, of_article in groupby(present, key=lambda row: _ARTICLE_OF[row[0].partition(".")[2]]):
        yield Line((GridCell(_word("proactive", article), _PROACTIVE_WIDTH),))
        for edition, of_edition in groupby(of_article, key=lambda row: row[1]):
            columns: list[str] = []
            for row, _ in of_edition:
                cells = _cells(PROACTIVE, (row, edition), absent)
                names = [column_label(cell, edition) for cell in cells]
                if names != columns:
                    columns = names
                    yield _columns(columns)
                label = GridCell(row_labels(row, edition)[1])
                yield Line((label,), cells, edition, _PROACTIVE_WIDTH - len(cells))


def _columns(names: list[str]) -> Line:
    first = GridCell(_word("proactive", "INFORMATION"))
    last = GridCell(names[-1], _PROACTIVE_WIDTH - len(names))
    return Line((first, *map(_label, names[:-1]), last))


# --- Table three ------------------------------------------------------------------------------------------


def _requests(present: tuple[PresentRow, ...], absent: frozenset[str]) -> Iterator[Line]:
    yield from _applicants(_cells(REQUESTS, present[0], absent))
    groups = [_groups(*row) for row in present]
    for index, (row, edition) in enumerate(present):
        cells = _cells(REQUESTS, (row, edition), absent)
        own = groups[index]
        spans = [_group(groups, index, depth) for depth in range(len(own))]
        label = GridCell(row_labels(row, edition)[1], colspan=_LABELS - len(own))
        yield Line((*spans, label), cells, edition)


def _groups(row: str, edition: Edition) -> tuple[str, ...]:
    """The labels of the groups that a row stands in, from the outer one to the inner."""
    results = _word("requests", "REQUESTS_RESULTS")
    group = row_labels(row, edition)[0]
    if not group:
        return ()
    return (results,) if group == results else (results, group)


def _group(groups: list[tuple[str, ...]], index: int, depth: int) -> GridCell:
    """The label of a group beside the row at ``index``, over all of the group's rows; or its place below."""
    own = groups[index][: depth + 1]
    if index and groups[index - 1][: depth + 1] == own:
        return GridCell("", rowspan=0)
    following = takewhile(lambda others: others[: depth + 1] == own, groups[index:])
    return GridCell(own[depth], rowspan=len(list(following)))


def _applicants(cells: tuple[Field, ...]) -> Iterator[Line]:
    """The head of table three over its columns: three rows, the note on the balance beside them."""
    note = GridCell(_word("requests", "BALANCE_NOTE"), colspan=_LABELS, rowspan=_HEAD)
    below = GridCell("", colspan=_LABELS, rowspan=0)
    yield Line((note, GridCell(_word("requests", "APPLICANTS"), colspan=len(cells))))
    upper: list[GridCell] = []
    lower: list[GridCell] = []
    for alone, group in groupby(cells, key=lambda cell: cell.column in _ALONE):
        names = [column_label(cell, Edition.FORM_2021) for cell in group]
        if alone:
            upper += [GridCell(name, rowspan=2) for name in names]
            lower += [GridCell("", rowspan=0) for _ in names]
        else:
            upper.append(GridCell(_word("requests", "ORGANIZATIONS"), colspan=len(names)))
            lower += map(GridCell, names)
    yield Line((below, *upper))
    yield Line((below, *lower))


# --- Table four -------------------------------------------------------------------------------------------


def _disputes(present: tuple[PresentRow, ...], _: frozenset[str]) -> Iterator[Line]:
    """Three rows of labels, then all fifteen cells."""
    edition = present[0][1]
    cells = rows_of(DISPUTES, edition)[DISPUTES]
    names = [column_label(cell, edition) for cell in cells]
    parties = [
        _word("disputes", name)
        for name in ("RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
    ]
    yield Line((GridCell(parties[0], _OUTCOMES), GridCell(parties[1], 2 * _OUTCOMES)))
    first = [GridCell(name, rowspan=2) for name in names[:_OUTCOMES]]
    yield Line((*first, GridCell(parties[2], _OUTCOMES), GridCell(parties[3], _OUTCOMES)))
    covered = [GridCell("", rowspan=0)] * _OUTCOMES
    yield Line((*covered, *map(_label, names[_OUTCOMES:])))
    yield Line((), cells, edition)


_TABLES: Final[Mapping[str, tuple[Callable[[tuple[PresentRow, ...], frozenset[str]], Iterator[Line]], int]]] = {
    PROACTIVE: (_proactive, 2),
    REQUESTS: (_requests, _HEAD),
    DISPUTES: (_disputes, _HEAD),
}
