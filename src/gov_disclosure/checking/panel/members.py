"""Members of a panel: what is kept of each report, which is less than the report, and whose it is."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from attrs import astuple, field, frozen

from gov_disclosure.checking.panel.findings import Concerned
from gov_disclosure.checking.verdicts import edition_of
from gov_disclosure.form.fields import Edition, Number, State, fields_by_id
from gov_disclosure.form.folding import fold
from gov_disclosure.model.issues import Location
from gov_disclosure.model.places import Place
from gov_disclosure.model.report import PROSE_SECTIONS, Cell, Report, Section

Figure = Number | State | None
"""A cell's number, its state if it has none, or ``None`` if the report's edition has no such cell."""


def number_of(figure: Figure) -> Number | None:
    """The number that a cell has, if any."""
    return None if isinstance(figure, State) else figure


@frozen(kw_only=True, eq=False)
class Member:
    """One report: its figures and their places in the order of the form, and its prose."""

    issuer: str | None
    year: int | None
    source: str | None
    edition: Edition
    figures: tuple[Figure, ...]
    units: tuple[str | None, ...]
    places: "array[int]" = field(repr=False)
    """Line and column of each cell, 0 where it has none."""
    in_file: tuple[Place | None, ...] = field(repr=False)
    """The place of each cell in a file that is no text; empty for a text."""
    prose: tuple[Section, ...]
    """The sections that are no tables."""

    def figure(self, id: str) -> Figure:
        """What a cell says."""
        return self.figures[_order()[id]]

    def unit(self, id: str) -> str | None:
        """The unit that is written with a cell."""
        return self.units[_order()[id]]

    def location(self, id: str) -> Location | None:
        """Where a cell stands."""
        number = _order()[id]
        line, column = self.places[2 * number : 2 * number + 2]
        return Location(line, column, self.in_file[number] if self.in_file else None) if line else None

    def concerned(self, cells: Iterable[str] = ()) -> Concerned:
        """The report, with cells that a finding is about."""
        ids = tuple(cells)
        places = (self.location(id) for id in ids)
        return Concerned(
            issuer=self.issuer,
            year=self.year,
            source=self.source,
            cells=ids,
            locations=tuple(place for place in places if place is not None),
        )


def member(report: Report, issuer: str | None) -> Member:
    """What is kept of a report."""
    cells = [report.cells.get(id) for id in fields_by_id()]
    return Member(
        issuer=issuer,
        year=report.year,
        source=report.source,
        edition=edition_of(report),
        figures=tuple(map(_figure, cells)),
        units=tuple(None if cell is None else cell.unit for cell in cells),
        places=array("L", _places(cells)),
        in_file=_in_file(cells),
        prose=tuple(section for section in report.sections if section.number in PROSE_SECTIONS),
    )


def _figure(cell: Cell | None) -> Figure:
    if cell is None:
        return None
    return cell.state if cell.value is None else cell.value


def _places(cells: Iterable[Cell | None]) -> Iterator[int]:
    for cell in cells:
        place = None if cell is None else cell.location
        yield from (0, 0) if place is None else (place.line, place.column)


def _in_file(cells: Iterable[Cell | None]) -> tuple[Place | None, ...]:
    places = tuple(cell.location.place if cell and cell.location else None for cell in cells)
    return places if any(places) else ()


@cache
def _order() -> Mapping[str, int]:
    return {id: at for at, id in enumerate(fields_by_id())}


@frozen(kw_only=True, eq=False)
class Filing:
    """What an issuer has for a year: one report, or several that claim to be it."""

    key: str
    """The issuer's name, folded."""
    issuer: str
    year: int
    members: tuple[Member, ...]

    @property
    def first(self) -> Member:
        """The report, or the first of several."""
        return self.members[0]

    def figure(self, id: str) -> Figure:
        """What a cell says; where reports of the same year disagree, that it can't be told."""
        found = {member.figure(id) for member in self.members}
        return found.pop() if len(found) == 1 else State.UNREADABLE


@frozen(kw_only=True, eq=False)
class Panel:
    """Reports by issuer and year."""

    filings: Mapping[str, Mapping[int, Filing]]
    """By the issuer's folded name and by year, both in order."""
    nameless: tuple[Member, ...]
    """Reports without issuer or year."""
    children: Mapping[str, tuple[str, ...]]
    """Names of parents and of those whose figures theirs are the sum of, as given."""

    def successions(self) -> Iterator[tuple[Filing, Filing]]:
        """Each issuer's years that follow each other in the panel, whether or not years between are missing."""
        for years in self.filings.values():
            yield from pairwise(years.values())


def panel_of(
    reports: Iterable[Report],
    children: Mapping[str, tuple[str, ...]],
    issuer: Callable[[Report], str | None] | None = None,
) -> Panel:
    """The reports by issuer and year, in an order that is not that of their coming."""
    groups: dict[tuple[str, int], list[Member]] = {}
    nameless: list[Member] = []
    for report in reports:
        one = member(report, issuer(report) if issuer else report.issuer)
        key = fold(one.issuer or "")
        if not key or one.year is None:
            nameless.append(one)
        else:
            groups.setdefault((key, one.year), []).append(one)
    filings: dict[str, dict[int, Filing]] = {}
    for key, year in sorted(groups):
        members = _in_order(groups[key, year])
        name = members[0].issuer or key
        filings.setdefault(key, {})[year] = Filing(key=key, issuer=name, year=year, members=members)
    return Panel(filings=filings, nameless=_in_order(nameless), children=children)


def _in_order(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members by source, and without one by what they say."""
    if len(members) == 1:
        return tuple(members)
    return tuple(sorted(members, key=_sort_key))


def _sort_key(one: Member) -> tuple[str, ...]:
    # Each whole: what a section shows of itself leaves its text out.
    prose = tuple(map(astuple, one.prose))
    facts = (one.issuer, one.year, one.figures, one.units, one.places, prose)
    return (one.source or "", *map(repr, facts))
