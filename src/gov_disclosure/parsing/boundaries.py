"""Boundaries: where in a text one report ends and another begins.

A title of another body or of another year begins another report, and so does the same title again over tables
that stand there already. A title with nothing of the form behind it does not: it is a link, an entry of a list,
a running head. What stands behind another's title is never taken for the first one's.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import define, field

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_HEADING, LONGEST_LABEL, heading_of, label_kinds
from gov_disclosure.parsing.older_forms import signs_in
from gov_disclosure.parsing.titles import Title, titles_among
from gov_disclosure.scanning.pieces import Piece

# Sections with a table, and the one before them.
_LAST_TABLE = 4
# A label or two stand in prose too.
_FEW_LABELS = 2
# Of some 30 labels of rows so many are a form, filled in or not.
_FORM = 16
# What stands in a table of the form alone.
_OWN_LABELS = ("PROACTIVE_", "REQUESTS_", "COLUMN_20", "ARTICLE_20_", "LITIGATION_")


class Extent(NamedTuple):
    """The pieces of one report, and its titles: more than one where a page or a list names others before it."""

    pieces: Sequence[Piece]
    titles: Sequence[Title]

    @property
    def name(self) -> str:
        """Its title; empty for a report without one."""
        title = max(reversed(self.titles), key=lambda title: title.completeness, default=None)
        return title.text if title else ""


def extents_of(pieces: Sequence[Piece]) -> list[Extent]:
    """Each report of a text, in order; the text itself, if it has no more than one."""
    titles = list(_titles(pieces))
    if len(titles) < 2:
        return [Extent(pieces, [title for _, title in titles])]
    cuts = [0, *(first for first, _ in titles), len(pieces)]
    stretches = [_Stretch(pieces[first:end]) for first, end in pairwise(cuts)]
    before, *others = stretches
    found = [_Report([])]
    found[0].take(before)
    for (_, title), stretch in zip(titles, others, strict=True):
        last = found[-1]
        if stretch.has_form and last.has_form and last.is_other(title, stretch):
            last = _Report([])
            found.append(last)
        last.add(title, stretch)
    return [report.extent() for report in found]


def _titles(pieces: Sequence[Piece]) -> Iterator[tuple[int, Title]]:
    """Each title, and the number of its first piece; titles do not overlap."""
    behind = 0
    for index, title in titles_among(pieces):
        first = index
        while first > behind and pieces[first].start > title.start:
            first -= 1
        yield first, title
        behind = index + 1


def _fuller(one: Title | None, later: Title) -> Title:
    """Of two titles the one that says more, the later of equals."""
    return later if one is None or later.completeness >= one.completeness else one


@define(eq=False)
class _Stretch:
    """What stands between two titles, and what of the form is in it."""

    pieces: Sequence[Piece]
    headings: frozenset[int] = field(init=False)
    """Numbers of sections, as far as the fourth."""
    labels: frozenset[str] = field(init=False)
    """Labels of tables, with numbers behind them."""
    shown: frozenset[str] = field(init=False)
    """Labels of tables, with or without."""
    opens: int = field(init=False)
    """The number of the heading that comes first, as in a report; 0 where something else does."""

    def __attrs_post_init__(self) -> None:
        headings: set[int] = set()
        labels: set[str] = set()
        shown: set[str] = set()
        label, label_seen, opens = "", False, 0
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
            label_seen = label_seen or bool(kinds)
            label = next((kind for kind in reversed(kinds) if kind.startswith(_OWN_LABELS)), "")
            shown.add(label)
            heading = None if kinds else heading_of(folded)
            if heading and heading.sure and heading.number <= _LAST_TABLE:
                headings.add(heading.number)
                opens = opens or (0 if label_seen else heading.number)
        self.opens = opens
        self.headings, self.labels = frozenset(headings), frozenset(labels)
        self.shown = frozenset(shown)

    @property
    def has_form(self) -> bool:
        """Whether a report may stand in it, or a part of one, on today's form or an older one."""
        return bool(self.headings or self.labels or signs_in(self.pieces).form)


@define(eq=False)
class _Report:
    pieces: list[Piece]
    titles: list[Title] = field(factory=list)
    """Those before it."""
    own: Title | None = None
    """Of these the one that says most, the later of equals."""
    has_form: bool = False
    headings: set[int] = field(factory=set)
    labels: set[str] = field(factory=set)
    shown: set[str] = field(factory=set)

    def is_other(self, title: Title, stretch: _Stretch) -> bool:
        """Whether what stands behind a title is another report than this one."""
        # The others before it may be links: what stands behind one of these titles is that report.
        if self.own is not None and _differ(self.own, title) and not _same(self.titles[-1], title):
            return True
        # A contents list has headings, and no tables; a row that a page parts stands there twice. Behind a
        # running head a table goes on, or another one of the same report begins.
        again = self.labels & stretch.labels
        twice = len(again) > _FEW_LABELS or bool(self.labels and self.headings & stretch.headings)
        # A form that nobody has filled in, before one that is.
        twice = twice or len(self.shown & stretch.shown) > _FORM
        # Whole tables before the title of a report are another's.
        before = self.own is None and bool(self.labels) and stretch.opens == 1
        return before or (bool(stretch.opens) and twice)

    def add(self, title: Title, stretch: _Stretch) -> None:
        """Go on with a stretch of text."""
        if not self.has_form:
            self.titles.append(title)
            self.own = _fuller(self.own, title)
        self.take(stretch)

    def take(self, stretch: _Stretch) -> None:
        """Go on with a stretch of text, whatever title stands before it."""
        self.pieces += stretch.pieces
        self.headings |= stretch.headings
        self.labels |= stretch.labels
        self.shown |= stretch.shown
        self.has_form |= stretch.has_form

    def extent(self) -> Extent:
        return Extent(self.pieces, self.titles)


def _differ(one: Title, other: Title) -> bool:
    """Whether two titles are of different bodies or years."""
    years = one.year is not None and other.year is not None and one.year != other.year
    return years or (bool(one.issuer and other.issuer) and fold(one.issuer or "") != fold(other.issuer or ""))


def _same(one: Title, other: Title) -> bool:
    return one.year == other.year and fold(one.issuer or "") == fold(other.issuer or "")
