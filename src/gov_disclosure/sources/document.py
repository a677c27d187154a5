"""Documents: what a file is to the scanner, whatever its format: a text, and the tables in it."""

from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.issues import Issue
from gov_disclosure.model.places import Place


@frozen(repr=False)
class Mark(Brief):
    """Where a stretch of a document's text stands in its file."""

    start: int
    """Offset of its first character."""
    place: Place


@frozen(kw_only=True, repr=False)
class Notice(Brief):
    """Something of a file that is said in an issue: changes that are tracked, a table that is a picture."""

    issue: Issue
    start: int | None = None
    """The offset that it is about, if it is not the whole file."""


@frozen(kw_only=True, repr=False)
class Document(Brief):
    """A text, as a person would read the file from its beginning to its end, and the tables in it."""

    text: str
    grids: Sequence[Grid] = ()
    """In order; each takes a stretch of the text, and its cells stand in that. Empty for a plain text or a
    page, whose tables are found by their signs."""
    marks: Sequence[Mark] = ()
    """In order of their offsets; each goes on to the next."""
    notices: Sequence[Notice] = ()

    def place_at(self, offset: int) -> Place | None:
        """Where a character stands in the file, if the file is no text."""
        index = bisect_right(self.marks, offset, key=_start) - 1
        return self.marks[index].place if index >= 0 else None


def _start(mark: Mark) -> int:
    return mark.start
