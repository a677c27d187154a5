"""Text that stands in a table and in none of its cells: a browser shows it before the table.

A tag that is lost or one too many leaves it so; nobody can tell which cell it was part of.
"""

from collections.abc import Iterator, Sequence
from html import unescape

from attrs import define, field

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.looks import Look
from gov_disclosure.sources.pages.notes import Run
from gov_disclosure.sources.pages.stack import BETWEEN_CELLS, BLOCKS, CELLS, ROWS, Scope

_WORD = on_demand(r"\w")
_DIGIT = on_demand(r"[0-9０-９]")
_LETTERS = on_demand(r"(?:[^\W\d_].*?){3}")
# A title of a table in languages other than HTML.
_NAMES = frozenset((*BLOCKS, "title", "colgroup", "tgroup"))


@define(eq=False)
class LooseText:
    """What of rows that have ended is in doubt when such text comes."""

    row: list[Sequence[Run]] = field(factory=list)
    """The text of the cells of the last row."""
    is_before_row: bool = False

    def words(self, text: str, start: int, end: int, scope: Scope) -> Iterator[tuple[int, int, str]]:
        """Take in text of the page: the edits to the row beside it if it is loose."""
        if scope.own.name not in BETWEEN_CELLS:
            return
        said = unescape(text[start:end])
        if not _WORD.search(said):
            return
        if scope.own.name in ROWS:
            yield from _doubted(text, scope.cells)
            scope.own = scope.own._replace(look=scope.own.look._replace(dubious=True))
        elif not any(entry.name in _NAMES for entry in scope.entries[-16:]):
            yield from _doubted(text, self.row)
            self.is_before_row = _DIGIT.search(said) is not None

    def begun(self, look: Look) -> Look:
        """How a row looks that begins."""
        doubted, self.is_before_row = self.is_before_row, False
        return look._replace(dubious=True) if doubted else look

    def ended(self, scopes: Sequence[Scope], around: Scope) -> None:
        """Take in the parts of a table that have ended, the inner first, and what they stood in."""
        cells: list[Sequence[Run]] = []
        for scope in scopes:
            if scope.own.name in CELLS:
                cells.append(scope.runs)
            elif scope.own.name in ROWS:
                self.row, cells = [*scope.cells, *cells], []
            elif scope.own.name == "table":
                self.row, cells, self.is_before_row = [], [], False
        around.cells += cells


def _doubted(text: str, cells: Sequence[Sequence[Run]]) -> Iterator[tuple[int, int, str]]:
    """The edits that leave no number of some cells; a label stays, which may have one."""
    for runs in cells:
        if not _LETTERS.search("".join(text[run.start : run.end] for run in runs)):
            yield from (
                (run.start, run.end, UNCLEAR) for run in runs if _DIGIT.search(text, run.start, run.end)
            )
