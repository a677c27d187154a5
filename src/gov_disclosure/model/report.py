"""A report as an object: its cells with state and place, its sections, and the typed tables over them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final, NoReturn

from attrs import field, frozen

from gov_disclosure.form.fields import (
    Disputes,
    Edition,
    Number,
    Proactive,
    Requests,
    State,
    digits,
    table_of_values,
)
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issues import Issue, Level, Location
from gov_disclosure.model.shown import named, quoted

_REPORTED: Final = State.REPORTED
EMPTY: Final = (State.BLANK, State.NOT_APPLICABLE)
"""The states of a cell that is there and in which nothing was to be counted."""
_SECTIONS: Final = 6
_FIRST_YEAR, _LAST_YEAR = 1000, 9999
PROSE_SECTIONS: Final = (1, 5, 6)
"""Overview, problems and other matters; the others are tables."""


@frozen(kw_only=True, repr=False)
class Cell:
    """One cell of the form as the source has it. ``value`` is a number if and only if ``state`` is reported."""

    id: str
    value: Number | None = None
    state: State
    raw: str = ""
    """The text exactly as found; for a row that cannot be put under its columns, the text of the row."""
    location: Location | None = None
    """Where the cell stands; ``None`` if the source has no such cell."""
    unit: str | None = None
    """The unit as written, in the cell or in its column's label, in the form's own characters (萬元 → 万元);
    ``None`` where none is written."""

    def __attrs_post_init__(self) -> None:
        value = self.value
        if (value is None) is (self.state is _REPORTED):
            raise GovDisclosureError(error_text("cell_value", id=self.id))
        # A plain count first, as nearly all are.
        if not (value is None or (type(value) is int and value >= 0) or _may_stand(value, self.id)):
            raise GovDisclosureError(error_text("cell_number", id=self.id, value=value))

    def __repr__(self) -> str:
        # A unit is the source's own text, like what is raw.
        unit = quoted(self.unit)[1:-1] if self.unit else ""
        said = self.state.value if self.value is None else f"{digits(self.value)}{unit}"
        raw = quoted(self.raw) if self.state is State.UNREADABLE else None
        return named(self, self.id, said, raw, self.location and f"at {self.location}")


class Cells(Mapping[str, Cell]):
    """The cells of a report by their ids, in the order of the form: a mapping that can't be written to."""

    __slots__ = ("_cells",)

    _cells: dict[str, Cell]

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        """Keep a copy of a mapping.

        Raises:
            GovDisclosureError: a cell stands under another id than its own.
        """
        for id, cell in cells.items():
            if cell.id != id:
                raise GovDisclosureError(error_text("cell_id", id=id, other=cell.id))
        object.__setattr__(self, "_cells", dict(cells))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} can't be changed: {name}")

    def __getitem__(self, id: str) -> Cell:
        return self._cells[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def __eq__(self, other: object) -> bool:
        return Mapping.__eq__(self, other)

    def __hash__(self) -> int:
        return hash(frozenset(self.values()))

    def __reduce__(self) -> tuple[type["Cells"], tuple[dict[str, Cell]]]:
        return Cells, (dict(self),)

    def in_state(self, state: State) -> Iterator[Cell]:
        """The cells in a state, in order."""
        return (cell for cell in self.values() if cell.state is state)

    def __repr__(self) -> str:
        return f"<{len(self)} cells>"


def _read_only(cells: Mapping[str, Cell]) -> Cells:
    return cells if isinstance(cells, Cells) else Cells(cells)


def _may_stand(value: object, id: str) -> bool:
    """Whether a number that is no plain count is a change, or an amount of money."""
    if isinstance(value, Decimal):
        return value.is_finite() and value >= 0
    return type(value) is int and id.endswith(".change")


@frozen(kw_only=True, repr=False)
class Section:
    """One of the six sections, from its heading to the next."""

    number: int
    """1 to 6, the form's own numbering, whatever numeral the source has."""
    heading: str
    """The heading as written, with its numeral."""
    text: str
    """All text up to the next heading, tables included, as found."""
    location: Location
    """Of the heading."""
    text_location: Location | None = None
    """Of the text; ``None`` where there is none."""

    def __attrs_post_init__(self) -> None:
        if type(self.number) is not int or not 1 <= self.number <= _SECTIONS:
            raise GovDisclosureError(error_text("section_number", number=self.number))
        if not (isinstance(self.heading, str) and isinstance(self.text, str)):
            raise GovDisclosureError(error_text("section_text", number=self.number))
        if not (isinstance(self.location, Location) and isinstance(self.text_location, Location | None)):
            raise GovDisclosureError(error_text("section_place", number=self.number))

    def __repr__(self) -> str:
        length = f"{len(self.text)} characters"
        return named(self, self.number, quoted(self.heading), f"at {self.location},", length)


@frozen(kw_only=True, repr=False)
class Report:
    """政府信息公开工作年度报告, an annual report under 《政府信息公开条例》 articles 49 and 50.

    ``proactive``, ``requests`` and ``disputes`` are the three tables with plain numbers; ``cells`` has the
    same numbers by id with state, raw text and place. Both are views of one thing and never disagree.
    """

    title: str | None
    issuer: str | None
    year: int | None
    """The year reported on, of four digits."""
    edition: Edition | None
    """The edition of the form that most of its tables follow; ``None`` if no table tells."""
    preamble: str
    """The text between title and first heading: legal basis, period, contents."""
    sections: tuple[Section, ...]
    cells: Cells = field(converter=_read_only)
    """Every cell of the edition, in the order of the form; and those of a block that follows the other."""
    issues: tuple[Issue, ...]
    source: str | None = field(default=None, eq=False)
    """The path that the text was read from, if any; not part of equality."""

    def __attrs_post_init__(self) -> None:
        year = self.year
        if year is not None and (type(year) is not int or not _FIRST_YEAR <= year <= _LAST_YEAR):
            raise GovDisclosureError(error_text("year", year=year))

    def __repr__(self) -> str:
        reported = sum(1 for _ in self.cells.in_state(State.REPORTED))
        counts = Counter(issue.level for issue in self.issues)
        weighty = [f"{counts[level]} {level}(s)" for level in (Level.ERROR, Level.WARNING) if counts[level]]
        form = f"form of {self.edition}" if self.edition else "edition unknown"
        cells = f"{reported} of {len(self.cells)} cells reported"
        return named(
            self, f"{quoted(self.title or '')},", ", ".join(map(str, (self.year, form, cells, *weighty)))
        )

    def _repr_html_(self) -> str:
        """The tables, as a notebook shows them."""
        # The one import from a later stage: what draws a report needs its class.
        from gov_disclosure.writing.page.notebook import to_notebook

        return to_notebook(self)

    @cached_property
    def proactive(self) -> Proactive:
        """Section two: 主动公开政府信息情况."""
        return table_of_values(Proactive, "proactive", self._values)

    @cached_property
    def requests(self) -> Requests:
        """Section three: 收到和处理政府信息公开申请情况."""
        return table_of_values(Requests, "requests", self._values)

    @cached_property
    def disputes(self) -> Disputes:
        """Section four: 政府信息公开行政复议、行政诉讼情况."""
        return table_of_values(Disputes, "disputes", self._values)

    @cached_property
    def _values(self) -> Mapping[str, Number | None]:
        return {cell.id: cell.value for cell in self.cells.values()}
