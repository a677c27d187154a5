"""What the page shows of each report: its tables, what was found of it, and its source text."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from gov_disclosure.checking.coverage import Coverage
from gov_disclosure.checking.findings import Finding
from gov_disclosure.model.issues import Issue, Level, Location
from gov_disclosure.model.messages import Language
from gov_disclosure.model.report import Report
from gov_disclosure.model.source_view import SourceView
from gov_disclosure.writing.page.links import Links, shortened
from gov_disclosure.writing.page.source import (
    Part,
    SourceCell,
    SourceLine,
    SourceTable,
    parts_in,
    source_blocks,
)
from gov_disclosure.writing.page.tables import filled, places_in, tables_of
from gov_disclosure.writing.page.view import Link, Note, Section, SourceBlock, SourceBox, SourcePart
from gov_disclosure.writing.verdicts import verdict


def section_of(
    number: int,
    report: Report,
    findings: Iterable[Finding],
    source: str | SourceView | None,
    coverage: Coverage,
    lang: Language,
) -> Section:
    """What the page shows of a report, the ``number``-th on it; the weightiest findings come first."""
    in_order = sorted(findings, key=lambda finding: list(Level).index(finding.level))
    blocks = None if source is None else tuple(source_blocks(source, _places(report, in_order)))
    tables = tables_of(report)
    links = Links(f"r{number}", report, lang, places_in(tables), _found(blocks or ()))
    notes = tuple([_finding(*numbered, links) for numbered in enumerate(in_order, 1)])
    issues = tuple([_issue(*numbered, links) for numbered in enumerate(report.issues, 1)])
    about = _about(notes, in_order)
    noted = _noted(notes, in_order, links)
    backs = _backs(noted, issues, links)
    return Section(
        number=number,
        id=links.page,
        report=report,
        file=PurePath(report.source).name if report.source else None,
        verdict=verdict(coverage, [one.level for one in in_order], _weighty(report)).said_in(lang),
        has_passed=not coverage.is_empty and not any(one.level is Level.ERROR for one in in_order),
        findings=notes,
        issues=issues,
        tables=tuple([filled(table, links, about) for table in tables]),
        source=None if blocks is None else tuple([_block(one, links, backs, noted) for one in blocks]),
    )


def _weighty(report: Report) -> int:
    """How many errors and warnings reading gave."""
    return sum(issue.level.reaches(Level.WARNING) for issue in report.issues)


# --- Findings and issues ----------------------------------------------------------------------------------


def _finding(number: int, finding: Finding, links: Links) -> Note:
    own = {links.found(id).location for id in finding.cells}
    return Note(
        id=f"{links.page}-finding-{number}",
        number=number,
        level=finding.level,
        code=finding.code,
        message=finding.message.said_in(links.lang),
        cells=tuple(map(links.cell, dict.fromkeys(finding.cells))),
        places=tuple([links.place(place) for place in dict.fromkeys(finding.locations) if place not in own]),
    )


def _issue(number: int, issue: Issue, links: Links) -> Note:
    return Note(
        id=f"{links.page}-issue-{number}",
        level=issue.level,
        code=issue.code,
        message=issue.message.said_in(links.lang),
        cells=tuple(map(links.cell, issue.cells)),
        places=(links.place(issue.location),) if issue.location else (),
        raw=shortened(issue.raw),
    )


def _about(notes: Iterable[Note], findings: Iterable[Finding]) -> Mapping[str, Sequence[Note]]:
    """The findings about each cell."""
    about: dict[str, list[Note]] = {}
    for note, finding in zip(notes, findings, strict=True):
        for id in dict.fromkeys(finding.cells):
            about.setdefault(id, []).append(note)
    return about


# --- The source text --------------------------------------------------------------------------------------


def _places(report: Report, findings: Iterable[Finding]) -> Mapping[Location, str | None]:
    """The places that something on the page is about; of a cell's, the text that stands there."""
    places: dict[Location, str | None] = {}
    for finding in findings:
        places.update(dict.fromkeys(finding.locations))
    places.update(dict.fromkeys(issue.location for issue in report.issues if issue.location))
    places.update({cell.location: cell.raw for cell in report.cells.values() if cell.location})
    return places


def _found(blocks: Iterable[SourceLine | SourceTable]) -> frozenset[Location]:
    return frozenset(part.place for part in parts_in(blocks) if part.place)


def _noted(notes: Sequence[Note], findings: Sequence[Finding], links: Links) -> Mapping[Location, Note]:
    """The weightiest finding about each place that is no cell's."""
    of_cells = {cell.location for cell in links.report.cells.values()}
    by_weight = zip(reversed(notes), reversed(findings), strict=True)
    return {place: note for note, finding in by_weight for place in finding.locations if place not in of_cells}


def _backs(noted: Mapping[Location, Note], issues: Iterable[Note], links: Links) -> Mapping[Location, Link]:
    """Where places of the source lead back to: to cells, else to findings, else to issues."""
    about = [(issue.location, note) for note, issue in zip(issues, links.report.issues, strict=True)]
    backs = {place: Link(text=note.message, to=note.id) for place, note in (*about, *noted.items()) if place}
    # The place of a whole row leads to its first cell.
    cells = [cell for cell in links.report.cells.values() if cell.id in links.shown]
    backs.update({cell.location: links.cell(cell.id) for cell in reversed(cells) if cell.location})
    return backs


def _block(
    block: SourceLine | SourceTable,
    links: Links,
    backs: Mapping[Location, Link],
    noted: Mapping[Location, Note],
) -> SourceBlock:
    if isinstance(block, SourceLine):
        return SourceBlock(number=block.number, parts=_parts(block.parts, links, backs, noted))
    return SourceBlock(rows=tuple([tuple([_box(cell, links, backs, noted) for cell in row]) for row in block]))


def _box(
    cell: SourceCell, links: Links, backs: Mapping[Location, Link], noted: Mapping[Location, Note]
) -> SourceBox:
    parts = _parts(cell.parts, links, backs, noted)
    return SourceBox(parts=parts, colspan=cell.colspan, rowspan=cell.rowspan)


def _parts(
    parts: Iterable[Part], links: Links, backs: Mapping[Location, Link], noted: Mapping[Location, Note]
) -> tuple[SourcePart, ...]:
    return tuple([_part(part, links, backs, noted) for part in parts if part.text or part.place])


def _part(
    part: Part, links: Links, backs: Mapping[Location, Link], noted: Mapping[Location, Note]
) -> SourcePart:
    if part.place is None:
        return SourcePart(text=part.text)
    return SourcePart(
        text=part.text,
        id=links.place_id(part.place),
        back=backs.get(part.place),
        note=noted.get(part.place),
    )
