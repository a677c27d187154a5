"""What checks found, written for a person, for programs, for spreadsheets, and for code scanning (SARIF)."""

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from attrs import asdict, field, frozen

from gov_disclosure.checking.coverage import Coverage
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.panel.coverage import PanelCoverage
from gov_disclosure.checking.panel.findings import Concerned, PanelFinding, Passage
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.rules import RULES
from gov_disclosure.model.issues import Level, Location
from gov_disclosure.model.messages import Language, Message
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.own_files import MARK
from gov_disclosure.model.shown import visible
from gov_disclosure.writing.csv import harmless
from gov_disclosure.writing.json import dumped
from gov_disclosure.writing.verdicts import verdict

_COLUMNS: Final = (
    "source", "code", "id", "level", "outcome", "line", "column", "left", "right", "difference", "cells",
    "message_zh", "message_en", "place_zh", "place_en", "sums", "all_sums", "figures", "all_figures",
)  # fmt: skip
# The rule that searches for the cells behind sums that fail.
_LOCATING: Final = "B605"
_SARIF_LEVELS: Final[Mapping[Level, str]] = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


@frozen
class Checked:
    """A report's source, what was found of it, and how much of it could be assessed."""

    source: str
    findings: tuple[Finding, ...]
    coverage: Coverage = field(factory=Coverage)
    issues: int = 0
    """How many errors and warnings reading it gave."""

    @property
    def unlocated(self) -> int:
        """For how many groups of failing sums the search for the wrong cells ended without an answer."""
        return sum(one.code == _LOCATING and one.outcome is Outcome.NOT_ASSESSABLE for one in self.findings)


@frozen
class PanelChecked:
    """The source of the first of several reports and what was found of them."""

    source: str
    findings: tuple[PanelFinding, ...]
    coverage: PanelCoverage | None = None
    """Of the whole panel, where it stands for that."""


Listed = Checked | PanelChecked


@frozen
class Unread:
    """A file that was not read, or was passed over, and why."""

    source: str
    reason: str


@frozen
class _Part:
    """What a finding says of one report."""

    source: str
    cells: tuple[str, ...]
    locations: tuple[Location, ...]

    def place(self, lang: Language) -> str:
        return ":".join((self.source, *[one.said.said_in(lang) for one in self.locations[:1]]))


def _parts(source: str, finding: Finding | PanelFinding) -> list[_Part]:
    """What a finding says of the report that it is listed under, and then of others."""
    if isinstance(finding, Finding) or not finding.reports:
        return [_Part(source, finding.cells, finding.locations)]
    return [_Part(one.source or "", one.cells, one.locations) for one in finding.reports]


def to_text(found: Sequence[Listed], lang: Language, shown: Level = Level.INFO) -> str:
    """A line for each finding: source, place, level, code, message, and other sources with their places.

    Of a report a line says how much of it could be checked; ``shown`` is the least level that is listed.
    """
    return "".join(f"{line}\n" for one in found for line in _lines(one, lang, shown))


def _lines(checked: Listed, lang: Language, shown: Level) -> Iterator[str]:
    for finding in _shown(checked, shown):
        first, *others = (part.place(lang) for part in _parts(checked.source, finding))
        beside = f" [{', '.join(others)}]" if others else ""
        yield visible(f"{first}: {finding.level} {finding.code} {finding.message.said_in(lang)}{beside}")
    if isinstance(checked, Checked):
        levels = [finding.level for finding in checked.findings]
        said = verdict(checked.coverage, levels, checked.issues).said_in(lang)
        yield visible(f"{checked.source}: {said}")


def _shown(checked: Listed, least: Level) -> Iterator[Finding | PanelFinding]:
    """The findings of a level or above it."""
    return (finding for finding in checked.findings if finding.level.reaches(least))


def to_findings_json(found: Sequence[Listed], shown: Level = Level.INFO, unread: Sequence[Unread] = ()) -> str:
    """All findings as an array, one object for each source, and one for each file that was not read."""
    objects = [
        {"source": one.source, **_extent(one), "findings": [*map(_object, _shown(one, shown))]} for one in found
    ]
    return dumped(
        [*objects, *({"source": one.source, "unread": one.reason, "findings": []} for one in unread)], 2
    )


def _extent(checked: Listed) -> dict[str, Any]:
    """How much of a report was assessed, and what reading it gave."""
    if isinstance(checked, PanelChecked):
        return {"checked": asdict(checked.coverage)} if checked.coverage else {}
    return {"checked": asdict(checked.coverage), "issues": checked.issues, "unlocated": checked.unlocated}


def _object(finding: Finding | PanelFinding) -> dict[str, Any]:
    known = {
        "code": finding.code,
        "id": finding.id,
        "level": finding.level,
        "outcome": finding.outcome,
        "message": {"zh": finding.message.zh, "en": finding.message.en},
        "cells": finding.cells,
        "locations": _places(finding.locations),
        "left": finding.left,
        "right": finding.right,
        "difference": finding.difference,
    }
    if isinstance(finding, Finding):
        return known
    return known | {
        "reports": [*map(_concerned, finding.reports)],
        "share": finding.share,
        "passages": [*map(_passage, finding.passages)],
    }


def _concerned(one: Concerned) -> dict[str, Any]:
    whose = {"issuer": one.issuer, "year": one.year, "source": one.source}
    return {**whose, "cells": one.cells, "locations": _places(one.locations)}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"length": passage.length, "excerpts": [asdict(excerpt) for excerpt in passage.excerpts]}


def _places(locations: Sequence[Location]) -> list[dict[str, Any]]:
    return [{"line": place.line, "column": place.column, **_place_in_file(place)} for place in locations]


def _place_in_file(location: Location) -> dict[str, Any]:
    place = location.place
    if place is None:
        return {}
    return {"place": {name: value for name, value in asdict(place).items() if value}}


def to_findings_csv(found: Sequence[Listed], shown: Level = Level.INFO, unread: Sequence[Unread] = ()) -> str:
    """All findings as RFC 4180, a row for each report that one is about; cells are parted by spaces.

    Lines and columns are those of the text; where a file is no text, the place in words is that in the file.

    A report without any has a row with how much of it was assessed, a file that was not read with the reason.
    As in :func:`to_csv <gov_disclosure.to_csv>` an apostrophe keeps a spreadsheet from running a text.
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS, restval="")
    writer.writeheader()
    for row in (*(row for one in found for row in _rows(one, shown)), *map(_unread_row, unread)):
        writer.writerow({name: harmless(value) for name, value in row.items()})
    return stream.getvalue()


def _rows(checked: Listed, shown: Level) -> Iterator[Mapping[str, object]]:
    extent = asdict(checked.coverage) if isinstance(checked, Checked) else {}
    parts = [(finding, part) for finding in _shown(checked, shown) for part in _parts(checked.source, finding)]
    yield from ({**_row(part, finding), **extent} for finding, part in parts)
    if extent and not parts:
        yield {"source": checked.source, **extent}


def _row(part: _Part, finding: Finding | PanelFinding) -> Mapping[str, object]:
    place = part.locations[0] if part.locations else None
    in_file = place.place.said if place and place.place else Message("", "")
    return {
        "source": part.source,
        "code": finding.code,
        "id": finding.id,
        "level": finding.level.value,
        "outcome": finding.outcome.value,
        "line": place.line if place else "",
        "column": place.column if place else "",
        "left": finding.left,
        "right": finding.right,
        "difference": finding.difference,
        "cells": " ".join(part.cells),
        "message_zh": finding.message.zh,
        "message_en": finding.message.en,
        "place_zh": in_file.zh,
        "place_en": in_file.en,
    }


def _unread_row(one: Unread) -> Mapping[str, object]:
    zh, _, en = one.reason.partition(" / ")
    return {"source": one.source, "outcome": "unread", "message_zh": zh, "message_en": en or zh}


def to_sarif(
    found: Sequence[Listed],
    lang: Language,
    catalogue: Sequence[Rule] | Sequence[PanelRule] = RULES,
    shown: Level = Level.INFO,
    unread: Sequence[Unread] = (),
) -> str:
    """All findings as SARIF 2.1.0, with the catalogue of their rules.

    Each report is an artifact whose properties say how much of it was assessed; what was not read is a
    notification of the run.
    """
    driver = {
        "name": MARK,
        "informationUri": "https://pypi.org/project/gov-disclosure/",
        "rules": [
            {
                "id": rule.code,
                "shortDescription": {"text": rule.summary.said_in(lang)},
                "help": {"text": rule.source.said_in(lang)},
            }
            for rule in catalogue
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not unread, "toolExecutionNotifications": [*map(_notification, unread)]}
        ],
        "artifacts": [
            {"location": {"uri": _uri(one.source)}, "properties": _extent(one)}
            for one in found
            if isinstance(one, Checked)
        ],
        "results": [_result(one.source, finding, lang) for one in found for finding in _shown(one, shown)],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, 2)


def _notification(one: Unread) -> dict[str, Any]:
    return {"level": "error", "message": {"text": one.reason}, "locations": [_location(one.source, None)]}


def _result(source: str, finding: Finding | PanelFinding, lang: Language) -> dict[str, Any]:
    """A result at the first place; all others are related to it."""
    first, *others = _parts(source, finding)
    own = [_location(first.source, place, lang) for place in first.locations or (None,)]
    beside = [_location(part.source, place, lang) for part in others for place in part.locations or (None,)]
    # A place is named once: cells of a broken row may have one place.
    related: list[dict[str, Any]] = []
    for place in (*own[1:], *beside):
        if place not in (own[0], *related):
            related.append(place)
    return {
        "ruleId": finding.code,
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": finding.message.said_in(lang)},
        "locations": own[:1],
        "relatedLocations": related,
        "partialFingerprints": {"finding/v1": finding.id},
    }


def _location(source: str, place: Location | None, lang: Language = "zh") -> dict[str, Any]:
    """A place in a text by line and column; in another file, which has none, in words."""
    artifact: dict[str, Any] = {"artifactLocation": {"uri": _uri(source)}}
    if place is None:
        return {"physicalLocation": artifact}
    if place.place is not None:
        said = place.said.said_in(lang)
        return {
            "physicalLocation": artifact,
            "logicalLocations": [{"fullyQualifiedName": said}],
            "message": {"text": said},
        }
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": artifact | {"region": region}}


def _uri(source: str) -> str:
    return quote(os.fsencode(PurePath(source).as_posix()))
