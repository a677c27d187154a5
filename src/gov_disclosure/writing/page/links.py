"""How the cells and places of a report are called on its page, and the links between them."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from gov_disclosure.form.fields import Edition, Field, Number, State, digits, fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.issues import Location
from gov_disclosure.model.messages import Language
from gov_disclosure.model.report import Cell, Report
from gov_disclosure.writing.page.view import Link
from gov_disclosure.writing.page.words import PAGE, STATES
from gov_disclosure.writing.rendering.headed import ValueCell

_LONGEST: Final = 400


@frozen
class Links:
    """The names of a report's cells and places; those that are not on the page lead nowhere."""

    page: str
    """With which every id of the report begins."""
    report: Report
    lang: Language
    shown: Mapping[str, ValueCell]
    """Where in the tables each cell stands."""
    places: frozenset[Location]
    """The places that are in the source text."""

    def cell(self, id: str) -> Link:
        """To a cell, with what stands in it."""
        shown = self.shown.get(id)
        cell = self.found(id)
        return Link(
            text=self.label(id) + self._in_file(cell.location),
            to=self.cell_id(id) if shown else None,
            said=written(cell.value) or STATES[cell.state].said_in(self.lang),
        )

    def _in_file(self, location: Location | None) -> str:
        """Where a cell stands in a file that is no text, in brackets."""
        if location is None or location.place is None:
            return ""
        return PAGE["in_file"].fill({"place": location.said}).said_in(self.lang)

    def cell_id(self, id: str) -> str:
        """The id of a cell's place in its table."""
        return f"{self.page}-{id}"

    def label(self, id: str) -> str:
        """The labels of a cell's row and column; its id, if the form has no such cell."""
        shown = self.shown.get(id)
        if shown:
            return _label(shown.field, shown.edition)
        field = fields_by_id().get(id)
        return _label(field, field.editions[0]) if field else id

    def found(self, id: str) -> Cell:
        """A cell of the report; one that it has no word of is missing."""
        return self.report.cells.get(id) or Cell(id=id, state=State.MISSING)

    def place(self, place: Location) -> Link:
        """To a place of the source."""
        words = place.said if place.place else PAGE["place"].fill({"line": place.line})
        return Link(text=words.said_in(self.lang), to=self.place_id(place) if place in self.places else None)

    def place_id(self, place: Location) -> str:
        """The id of a place of the source."""
        return f"{self.page}-at-{place.line}-{place.column}"


def _label(field: Field, edition: Edition) -> str:
    return f"{row_label(field.key, edition)} · {column_label(field, edition)}"


def written(value: Number | None) -> str:
    """A number in plain digits."""
    return "" if value is None else digits(value)


def shortened(text: str) -> str:
    """A text on one line, not too long: a row that could not be read may be half a page."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
