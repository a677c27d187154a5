"""Building: the tree into a report. A number goes in only under a label and a column that are certain."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from gov_disclosure.building.cells import build_cells, cells_of_older
from gov_disclosure.building.front import Front, read_front
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.rows import Tables
from gov_disclosure.form.folding import marks_length, visible, without_marks
from gov_disclosure.form.labels import heading_label
from gov_disclosure.form.lexicon import HEADINGS
from gov_disclosure.form.trees import Tree
from gov_disclosure.model.issue_kinds.document import OLDER_FORMS
from gov_disclosure.model.issues import Issue, Location, issue
from gov_disclosure.model.report import Report, Section
from gov_disclosure.parsing.lexemes import PROSE, Leaf

# Where a year may stand: the first lines of section one, the last lines of the text.
_MOST_OPENING = 3
_MOST_TAIL = 60
# "## ", "== ", "**": what Markdown and wikis put before a heading.
_HEADING_MARK = re.compile(
    r"\n[ \t]*(?:#{1,6}|={1,6}|\*{1,6}|h[1-6]\.)[ \t]*$|^\s*(?:#{1,6}|={1,6}|\*{1,6})\s*$"
)
_MARKS = "#=*."
_HEADINGS = frozenset(HEADINGS)


def front_of(tree: Tree[Leaf], leaves: Sequence[Leaf]) -> Front:
    """Title, issuer and year of the report that a tree of leaves describes."""
    opening = (tree.part("overview"), tree.part("older"))
    overview = (leaf for part in opening for leaf in part.own_leaves() if leaf.type == PROSE)
    before = list(tree.part("front").own_leaves())
    return read_front(
        [piece for leaf in before for piece in leaf.slots or (leaf.piece,)],
        [leaf.piece for leaf in islice(overview, _MOST_OPENING)],
        [leaf.piece for leaf in leaves[max(len(before), len(leaves) - _MOST_TAIL) :] if leaf.type == PROSE],
    )


def build(
    text: str,
    shown: str,
    end: int,
    tree: Tree[Leaf],
    leaves: Sequence[Leaf],
    tables: Tables,
    placed: Sequence[PlacedRow],
    front: Front,
) -> Report | None:
    """The report of a tree of leaves and the rows of its tables; ``text`` is their source up to its end.

    ``shown`` is what a page shows of that: its prose is the report's.
    ``None`` where there is neither a table nor a heading that is surely one of the form, or of one before it.
    """
    headings = [leaf for leaf in leaves if leaf.type in _HEADINGS]
    older = tree.part("older")
    begins = next(older.own_leaves(), None)
    if begins is not None:
        filled = cells_of_older(begins.piece.location, begins.piece.text, OLDER_FORMS[begins.type])
    elif not tables.rows and not any(leaf.heading and leaf.heading.sure for leaf in headings):
        return None
    else:
        filled = build_cells(text, tables, placed, of_page=shown is not text)
    first = next((leaf.start for leaf in leaves if leaf.type != PROSE), end)
    return Report(
        title=front.title,
        issuer=front.issuer,
        year=front.year,
        edition=filled.edition,
        preamble=_prose(shown[front.end : first]),
        sections=tuple(_sections(shown, end, headings)),
        cells=filled.cells,
        issues=(*front.issues, *_heading_issues(headings), *filled.issues),
    )


def _prose(text: str) -> str:
    """The text up to a heading, without the marks that stand before that."""
    plain = without_marks(text).strip()
    return _HEADING_MARK.sub("", plain).rstrip() if plain[-1:] in _MARKS else plain


def _sections(text: str, end: int, headings: Sequence[Leaf]) -> Iterator[Section]:
    ends = [*(heading.start for heading in headings[1:]), end]
    for heading, end in zip(headings, ends, strict=False):
        behind = text[heading.end : end]
        yield Section(
            number=HEADINGS.index(heading.type) + 1,
            heading=visible(text[heading.start : heading.end]),
            text=_prose(behind),
            location=heading.piece.location,
            text_location=_text_location(text, heading, behind),
        )


def _text_location(text: str, heading: Leaf, behind: str) -> Location | None:
    """Where the text between a heading and the next one begins."""
    marks = marks_length(behind)
    if marks >= len(behind):
        return None
    start, piece = heading.end + marks, heading.piece
    between = text[piece.start : start]
    lines = f"{between}|".splitlines()
    if len(lines) == 1:
        return Location(piece.line, piece.column + len(between.lstrip()))
    return Location(piece.line + len(lines) - 1, len(lines[-1]))


def _heading_issues(headings: Sequence[Leaf]) -> Iterator[Issue]:
    for leaf in headings:
        if leaf.heading is None or (leaf.heading.plain and leaf.heading.sure):
            continue
        number = HEADINGS.index(leaf.type) + 1
        yield issue(
            "S202",
            location=leaf.piece.location,
            raw=leaf.piece.text,
            found=leaf.text,
            number=number,
            heading=heading_label(number),
        )
