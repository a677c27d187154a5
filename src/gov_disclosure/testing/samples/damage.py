"""Damages: what pages, tools and hands do to a text, and whether they leave a trace in it.

A damage leaves a trace if what is left is not what a report could say as well: a row has too few cells, a
label lacks its row. Two figures that have changed places leave none, and no reader can know.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen

from gov_disclosure.form.fields import State
from gov_disclosure.form.values import read_value
from gov_disclosure.layouts.names import Layout
from gov_disclosure.layouts.width import display_width
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.documents import Document, tables_in
from gov_disclosure.testing.samples.prose import Setting
from gov_disclosure.testing.samples.reports import shortly

_MOST_LOST: Final = 60
_MOST_MOVED: Final = 12
_SIGNS: Final = "|\t "
_NUMBER: Final = re.compile(
    r"(?<![0-9.０-９A-Za-z])[0-9０-９]+(?![0-9.．０-９])(?=\s*(?:$|[\t|│<]|\s[0-9０-９]))", re.MULTILINE
)


class Damage(StrEnum):
    """What happened to a text, once."""

    LINE_DELETED = "line_deleted"
    LINE_DOUBLED = "line_doubled"
    LINE_SPLIT = "line_split"
    """A line end in a line: before any character, a digit even."""
    LINES_GLUED = "lines_glued"
    LINE_MOVED = "line_moved"
    """A line that is more than a cell stands some lines further down: a label torn from its values."""
    LINE_INSERTED = "line_inserted"
    """A line of the page, in a table as anywhere."""
    PAGE_LOST = "page_lost"
    """A stretch of lines is gone."""
    PAGE_DOUBLED = "page_doubled"
    """A stretch of lines stands twice, as at the edge of two scans."""
    CELL_CLEARED = "cell_cleared"
    """What stood in a cell is gone; in a layout that parts cells by spaces, so is the cell."""
    CELL_DROPPED = "cell_dropped"
    """A cell is gone with the sign that parts it from the next."""
    COLUMN_LOST = "column_lost"
    """The cells at one place are gone from all rows of one length."""
    FIGURES_EXCHANGED = "figures_exchanged"
    """Two figures have changed places."""
    FIGURE_MISREAD = "figure_misread"
    """One digit is another."""

    @property
    def leaves_trace(self) -> bool:
        """Whether it can be seen in a text that shows every cell."""
        return self not in (Damage.FIGURES_EXCHANGED, Damage.FIGURE_MISREAD)


_ADDING: Final = (
    Damage.LINE_DOUBLED,
    Damage.LINE_SPLIT,
    Damage.LINE_INSERTED,
    Damage.LINE_MOVED,
    Damage.PAGE_DOUBLED,
)


@frozen
class DamagedDocument:
    """A document, and its text after one damage."""

    _repr_pretty_ = shortly

    document: Document
    damage: Damage
    text: str

    @property
    def leaves_trace(self) -> bool:
        """Whether a reader can know that something is wrong.

        Where an empty cell has left nothing, a value that is doubled or torn in two fills its place.
        """
        layout, cells = self.document.layout, self.document.report.cells.values()
        gaps = not layout.keeps_blanks and any(cell.state is State.BLANK for cell in cells)
        return self.damage.leaves_trace and not (gaps and self.damage in _ADDING)


@frozen
class _Place:
    """The lines of a text, and the one where the damage is done."""

    lines: list[str]
    at: int
    layout: Layout
    about: Setting

    @property
    def line(self) -> str:
        return self.lines[self.at]

    def replaced(self, count: int, *by: str) -> list[str]:
        return [*self.lines[: self.at], *by, *self.lines[self.at + count :]]


def sample_damage(choices: Choices, document: Document) -> DamagedDocument:
    """The document after one damage, most often in its tables. What finds nothing to do does nothing."""
    damage = choices.pick(tuple(Damage))
    lines = document.text.split("\n")
    start, end = tables_in(document.text, document.report)
    low, high = document.text.count("\n", 0, start), document.text.count("\n", 0, end)
    if choices.chance(12):
        low, high = 0, len(lines) - 1
    about = Setting(document.report.issuer or "", document.report.year or 0)
    place = _Place(lines, choices.integer(low, high), document.layout, about)
    return DamagedDocument(document, damage, "\n".join(_DAMAGES[damage](choices, place)))


# --- Lines ------------------------------------------------------------------------------------------------


def _deleted(choices: Choices, place: _Place) -> list[str]:
    return place.replaced(1)


def _doubled(choices: Choices, place: _Place) -> list[str]:
    return place.replaced(1, place.line, place.line)


def _split(choices: Choices, place: _Place) -> list[str]:
    cut = choices.integer(0, len(place.line))
    return place.replaced(1, place.line[:cut], place.line[cut:])


def _glued(choices: Choices, place: _Place) -> list[str]:
    return place.replaced(2, "".join(place.lines[place.at : place.at + 2]))


def _moved(choices: Choices, place: _Place) -> list[str]:
    at = place.at
    # A figure that moves among figures leaves no trace.
    while at < len(place.lines) - 1 and read_value(place.lines[at].strip(_SIGNS)).state is not State.UNREADABLE:
        at += 1
    rest = [*place.lines[:at], *place.lines[at + 1 :]]
    to = at + choices.integer(1, _MOST_MOVED)
    return [*rest[:to], place.lines[at], *rest[to:]]


def _inserted(choices: Choices, place: _Place) -> list[str]:
    return place.replaced(0, place.about.sentence(choices, "FURNITURE_INSIDE"))


def _lost(choices: Choices, place: _Place) -> list[str]:
    return place.replaced(choices.integer(1, _MOST_LOST))


def _repeated(choices: Choices, place: _Place) -> list[str]:
    count = choices.integer(1, _MOST_LOST)
    return place.replaced(0, *place.lines[place.at : place.at + count])


# --- Cells ------------------------------------------------------------------------------------------------

_SEPARATORS: Final[Mapping[Layout, str]] = {
    Layout.HTML: "</t[dh]>",
    Layout.BOX: "│",
    Layout.ALIGNED: r"\s{2,}",
    Layout.SPACES: " ",
    Layout.PDF: " ",
    Layout.SIMPLE: r"\s{2,}",
    Layout.PADDED: r"\s{2,}",
    Layout.MULTILINE: r"\s{2,}",
    Layout.MEDIAWIKI: r" \|\| ",
    Layout.DOKUWIKI: r"[|^]",
    Layout.JSON_ROWS: ", ",
    Layout.LATEX: " & ",
    Layout.PYTHON_ROWS: ", ",
    Layout.TYPST: ", ",
    Layout.DOCBOOK: "</entry>",
}
_MARKS: Final = r"[\t|]"
# There its neighbours must keep theirs.
PLACED: Final = frozenset(
    {Layout.BOX, Layout.SIMPLE, Layout.PADDED, Layout.MULTILINE, Layout.ALIGNED, Layout.GRID}
)
"""Layouts in which only the place of a cell says which it is."""


def _cells(place: _Place, line: str) -> list[str]:
    """Cells and the signs between them, in turn."""
    return re.split(f"({_SEPARATORS.get(place.layout, _MARKS)})", line)


def _cleared(choices: Choices, place: _Place) -> list[str]:
    parts = _cells(place, place.line)
    index = choices.integer(0, len(parts) // 2) * 2
    parts[index] = _emptied(parts[index], place.layout)
    return place.replaced(1, "".join(parts))


def _emptied(cell: str, layout: Layout) -> str:
    """The cell without its text, as wide as it was where that matters, its tags in place."""
    if layout is Layout.HTML:
        return cell[: cell.rfind(">") + 1]
    return " " * display_width(cell) if layout in PLACED else ""


def _dropped(choices: Choices, place: _Place) -> list[str]:
    parts = _cells(place, place.line)
    if place.layout in (Layout.SIMPLE, Layout.MULTILINE):
        # All behind it would move under another column, as if it had been written there.
        return _cleared(choices, place)
    index = choices.integer(0, len(parts) // 2) * 2
    return place.replaced(1, "".join(parts[:index] + parts[index + 2 :]))


def _column_lost(choices: Choices, place: _Place) -> list[str]:
    """Without the cells at one place in every line that has as many as this one."""
    width = len(_cells(place, place.line))
    if width < 5 or place.layout in PLACED:
        return _cleared(choices, place)
    index = choices.integer(1, width // 2 - 1) * 2
    lines = list(place.lines)
    for number, line in enumerate(lines):
        parts = _cells(place, line)
        if len(parts) == width and index < len(parts):
            lines[number] = "".join(parts[:index] + parts[index + 2 :])
    return lines


# --- Figures ----------------------------------------------------------------------------------------------


def _exchanged(choices: Choices, place: _Place) -> list[str]:
    text = "\n".join(place.lines[place.at :])
    found = list(_NUMBER.finditer(text))
    if len(found) < 2:
        return place.lines
    first = choices.integer(0, min(len(found) - 2, _MOST_MOVED))
    one, other = found[first], found[first + 1]
    text = f"{text[: one.start()]}{other[0]}{text[one.end() : other.start()]}{one[0]}{text[other.end() :]}"
    return [*place.lines[: place.at], *text.split("\n")]


def _misread(choices: Choices, place: _Place) -> list[str]:
    text = "\n".join(place.lines[place.at :])
    found = _NUMBER.search(text)
    if found is None:
        return place.lines
    at = choices.integer(found.start(), found.end() - 1)
    return [*place.lines[: place.at], *f"{text[:at]}{choices.integer(0, 9)}{text[at + 1 :]}".split("\n")]


_DAMAGES: Final[Mapping[Damage, Callable[[Choices, _Place], list[str]]]] = {
    Damage.LINE_DELETED: _deleted,
    Damage.LINE_DOUBLED: _doubled,
    Damage.LINE_SPLIT: _split,
    Damage.LINES_GLUED: _glued,
    Damage.LINE_MOVED: _moved,
    Damage.LINE_INSERTED: _inserted,
    Damage.PAGE_LOST: _lost,
    Damage.PAGE_DOUBLED: _repeated,
    Damage.CELL_CLEARED: _cleared,
    Damage.CELL_DROPPED: _dropped,
    Damage.COLUMN_LOST: _column_lost,
    Damage.FIGURES_EXCHANGED: _exchanged,
    Damage.FIGURE_MISREAD: _misread,
}
