"""Boundaries: where in a text one report ends and another begins.

A title of another body or of another year begins another report, and so does the same title again over tables
that stand there already. A title with nothing of the form behind it does not: it is a link, an entry of a list,
a running head. What stands behind another's title is never taken for the first one's.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, field, frozen

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_HEADING, LONGEST_LABEL, heading_of, label_kinds
from gov_disclosure.parsing.older_forms import signs_in
from gov_disclosure.parsing.titles import Title, may_end_title, title_at
from gov_disclosure.scanning.pieces import Piece

# Sections with a table, and the one before them.
_LAST_TABLE = 4
# A label or two stand in prose too.
_FEW_LABELS = 2
# What stands in a table of the form alone.
_OWN_LABELS = ("PROACTIVE_", "REQUESTS_", "COLUMN_20", "ARTICLE_20_", "LITIGATION_")


@frozen
class Extent:
    """The pieces of one report, and its titles: more than one where a page or a list names others before it."""

    pieces: Sequence[Piece]
    titles: Sequence[Title]

    @property
    def name(self) -> str:
        """Its title; empty for a report without one."""
        title = _own(self.titles)
        return title.text if title else ""


def extents_of(pieces: Sequence[Piece]) -> list[Extent]:
    """Each report of a text, in order; the text itself, if it has no more than one."""
    titles = list(_titles(pieces))
    if len(titles) < 2:
        return [Extent(pieces, [title for _, title in titles])]
    cuts = [0, *(first for first, _ in titles), len(pieces)]
    stretches = [_Stretch(pieces[first:end]) for first, end in pairwise(cuts)]
    before, *others = stretches
    found = [_Report([before], [])]
    for (_, title), stretch in zip(titles, others, strict=True):
        last = found[-1]
        if stretch.has_form and last.has_form and last.is_other(title, stretch):
            last = _Report([], [])
            found.append(last)
        last.add(title, stretch)
    return [report.extent() for report in found]


def _titles(pieces: Sequence[Piece]) -> Iterator[tuple[int, Title]]:
    """Each title, and the number of its first piece; titles do not overlap."""
    behind = 0
    for index, piece in enumerate(pieces):
        if not piece.reading.problem or not may_end_title(piece):
            continue
        title = title_at(pieces, index)
        if title is None:
            continue
        first = index
        while first > behind and pieces[first].start > title.start:
            first -= 1
        yield first, title
        behind = index + 1


def _own(titles: Sequence[Title]) -> Title | None:
    """Of the titles before a report the one that says most, the later of equals."""
    return max(reversed(titles), key=lambda title: title.completeness, default=None)


@define(eq=False)
class _Stretch:
    """What stands between two titles, and what of the form is in it."""

    pieces: Sequence[Piece]
    headings: frozenset[int] = field(init=False)
    """Numbers of sections, as far as the fourth."""
    labels: frozenset[str] = field(init=False)
    """Labels of tables, with numbers behind them."""
    is_older: bool = field(init=False)
    """Whether the rows or headings of an older form are there."""

    def __attrs_post_init__(self) -> None:
        headings: set[int] = set()
        labels: set[str] = set()
        label = ""
        for piece in self.pieces:
            if not piece.reading.problem:
                if label and piece.reading.digits:
                    labels.add(label)
                continue
            label = ""
            if len(piece.text) > max(LONGEST_LABEL, LONGEST_HEADING):
                continue
            folded = fold(piece.text)
            kinds = [kind for kinds in label_kinds(folded) for kind in kinds]
            label = next((kind for kind in reversed(kinds) if kind.startswith(_OWN_LABELS)), "")
            heading = None if kinds else heading_of(folded)
            if heading and heading.sure and heading.number <= _LAST_TABLE:
                headings.add(heading.number)
        self.headings, self.labels = frozenset(headings), frozenset(labels)
        self.is_older = bool(signs_in(self.pieces).form)

    @property
    def has_form(self) -> bool:
        """Whether a report may stand in it, or a part of one."""
        return self.is_older or bool(self.headings or self.labels)


@define(eq=False)
class _Report:
    stretches: list[_Stretch]
    titles: list[Title]
    """Those before it."""

    @property
    def has_form(self) -> bool:
        return any(stretch.has_form for stretch in self.stretches)

    @property
    def labels(self) -> frozenset[str]:
        return frozenset().union(*(stretch.labels for stretch in self.stretches))

    def is_other(self, title: Title, stretch: _Stretch) -> bool:
        """Whether what stands behind a title is another report than this one."""
        own = _own(self.titles)
        # The others before it may be links: what stands behind one of these titles is that report.
        if own is not None and _differ(own, title) and not _same(self.titles[-1], title):
            return True
        # A contents list has headings, and no tables; a row that a page parts stands there twice.
        again = self.labels & stretch.labels
        headings = frozenset().union(*(one.headings for one in self.stretches)) & stretch.headings
        return len(again) > _FEW_LABELS or bool(self.labels and headings)

    def add(self, title: Title, stretch: _Stretch) -> None:
        """Go on with a stretch of text."""
        if not self.has_form:
            self.titles.append(title)
        self.stretches.append(stretch)

    def extent(self) -> Extent:
        return Extent([piece for stretch in self.stretches for piece in stretch.pieces], self.titles)


def _differ(one: Title, other: Title) -> bool:
    """Whether two titles are of different bodies or years."""
    years = one.year is not None and other.year is not None and one.year != other.year
    return years or (bool(one.issuer and other.issuer) and fold(one.issuer or "") != fold(other.issuer or ""))


def _same(one: Title, other: Title) -> bool:
    return one.year == other.year and fold(one.issuer or "") == fold(other.issuer or "")
