"""Passages with figures and words of the form that are no table of it: lists of charts, small tables."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from typing import Final

from gov_disclosure.form.fields import Edition, rows
from gov_disclosure.form.labels import column_label, row_labels
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.prose import Setting

_ENUMERATOR: Final = re.compile(r"^(?:\w、|（\w）|[0-9]\.)")
_BRACKETED: Final = re.compile(r"（[^（）]{4,}）")
_BETWEEN: Final = (" ", "：", "\t", " | ", "\n", "")
_MOST_ITEMS: Final = 8
_LEAST: Final = (3, 70, 400, 5_000, 90_000)


def figures(choices: Choices) -> Iterator[int]:
    """Numbers that grow by even steps, so that few of them are those of a report."""
    return count(choices.pick(_LEAST) + choices.integer(0, 99), choices.integer(1, 9))


def sample_passage(choices: Choices, about: Setting) -> list[Block]:
    """A caption, and a list or a small table below it."""
    caption = Text("prose", about.sentence(choices, "CHART_CAPTION"))
    labels = choices.pick(list(_labels().values()))
    start = choices.integer(0, len(labels) - 1)
    chosen = labels[start : start + choices.integer(1, _MOST_ITEMS)]
    return [caption, choices.pick(_PASSAGES)(choices, about, chosen)]


@cache
def _labels() -> Mapping[str, Sequence[str]]:
    """The words of the form that a chart may have, table by table: in full, and as they are spoken."""
    form = rows(Edition.FORM_2021)
    of_rows = {
        table: [row_labels(row)[1] for row in form if row.startswith(f"{table}.")]
        for table in ("requests", "proactive", "disputes")
    }
    columns = {
        f"{row} columns": [column_label(field, Edition.FORM_2021) for field in form[row]]
        for row in ("requests.new_received", "proactive.rules", "disputes.reconsideration")
    }
    plain = {f"plain {table}": [_plain(label) for label in labels] for table, labels in of_rows.items()}
    return {**plain, **of_rows, **columns}


def _plain(label: str) -> str:
    return _BRACKETED.sub("", _ENUMERATOR.sub("", label))


def _list(choices: Choices, about: Setting, labels: Sequence[str]) -> Block:
    """A line for each, or two."""
    between = choices.pick(_BETWEEN)
    unit = terminals("values")["COUNT_UNIT"][0] if choices.chance(3) else ""
    lines = [f"{label}{between}{number}{unit}" for label, number in zip(labels, figures(choices), strict=False)]
    return Text("prose", "\n".join(lines))


def _comparison(choices: Choices, about: Setting, labels: Sequence[str]) -> Block:
    """A row for each, a column for each of two years."""
    head = [about.sentence(choices, "COMPARED"), *_years(about)]
    numbers = figures(choices)
    return _grid([head, *[[label, str(next(numbers)), str(next(numbers))] for label in labels]])


def _years_down(choices: Choices, about: Setting, labels: Sequence[str]) -> Block:
    """A column for each, a row for each of two years."""
    head = [about.sentence(choices, "COMPARED"), *labels]
    numbers = figures(choices)
    return _grid([head, *[[year, *[str(next(numbers)) for _ in labels]] for year in _years(about)]])


def _years(about: Setting) -> list[str]:
    return [f"{about.year - 1}年", f"{about.year}年"]


_PASSAGES: Final[Sequence[Callable[[Choices, Setting, Sequence[str]], Block]]] = (
    _list,
    _comparison,
    _years_down,
)


def _grid(rows: Sequence[Sequence[str]]) -> Grid:
    head, *others = rows
    cells = [
        (GridCell(label), *[GridCell(number, is_value=True) for number in numbers])
        for label, *numbers in others
    ]
    return Grid((tuple(map(GridCell, head)), *cells), head=1)
