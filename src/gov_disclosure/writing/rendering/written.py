"""What stands in a cell of a rendered report: its number, its sign, or the text that could not be read."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from gov_disclosure.form.fields import Edition, Field, Kind, State, digits
from gov_disclosure.form.folding import fold
from gov_disclosure.form.labels import column_label
from gov_disclosure.form.lexicon import heading_of, label_kinds, starts_label
from gov_disclosure.form.values import number_for, read_value, unit_in
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import RenderError
from gov_disclosure.model.report import Cell

# A row that could not be read may have swallowed half a page.
_LONGEST = 120
_DOUBT = "？"
_NOT_APPLICABLE = "/"
# What would be a bar, a rule or a frame of some layout, and would part the text in two.
_BARS = str.maketrans(dict.fromkeys("|｜│┃", "¦"))
_HEADING_MARKS = "#=* "
_RULE = re.compile("[-=+:─—━ ]{3,}")


def written_row(cells: Sequence[Field], states: Mapping[str, Cell], edition: Edition) -> tuple[str, ...]:
    """The text of each cell of a row, under the columns of ``edition``.

    Where a row as a whole could not be read, its text stands in its first cell, once.
    """
    found = [states[cell.id] for cell in cells]
    first = found[0]
    if is_unread(found):
        return (_unread(first.raw, cells[0].kind), *[""] * (len(cells) - 1))
    return tuple([_written(cell, field, edition) for cell, field in zip(found, cells, strict=True)])


def is_unread(found: Sequence[Cell]) -> bool:
    """Whether the cells of a row are unreadable together, with its text, not each its own."""
    first = found[0]
    return (len(found) > 1 and first.state is State.UNREADABLE) and all(
        (cell.state, cell.raw, cell.location) == (first.state, first.raw, first.location) for cell in found
    )


def _written(cell: Cell, field: Field, edition: Edition) -> str:
    if cell.value is not None:
        number = digits(cell.value)
        return f"{number}{_unit(cell.unit, field, edition)}" if cell.unit else number
    if cell.state is State.BLANK:
        return ""
    if cell.state is State.NOT_APPLICABLE:
        raw = cell.raw.strip()
        return raw if read_value(raw).state is State.NOT_APPLICABLE else _NOT_APPLICABLE
    return _unread(cell.raw, field.kind)


def _unit(unit: str, field: Field, edition: Edition) -> str:
    """The unit behind a number, if the label of its column does not state it."""
    if field.kind is Kind.AMOUNT and unit == _stated_unit(field, edition):
        return ""
    if unit not in _units():
        raise RenderError(error_text("render_unit", id=field.id, unit=unit))
    return unit


@cache
def _stated_unit(field: Field, edition: Edition) -> str | None:
    return unit_in(fold(column_label(field, edition)))


@cache
def _units() -> frozenset[str]:
    words = terminals("values")
    return frozenset((*words["COUNT_UNIT"], *words["MONEY_UNIT"]))


@lru_cache(maxsize=1024)
def _unread(raw: str, kind: Kind) -> str:
    """A text that could not be read, on one line; behind a question mark if by itself it would be read."""
    text = " ".join(raw.translate(_BARS).split())
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    # Where a cell has a line to itself, the mark of a heading before it is none of its text.
    reading = read_value(text.strip(_HEADING_MARKS))
    number = number_for(reading, kind) if reading.state is State.REPORTED else None
    readable = reading.state in (State.BLANK, State.NOT_APPLICABLE) or number is not None
    folded = fold(text)
    label = label_kinds(folded) or heading_of(folded) or starts_label(folded)
    return f"{_DOUBT}{text}" if readable or label or _RULE.fullmatch(text) else text
