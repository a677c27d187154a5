"""What checks found, written for a person, for programs, for spreadsheets, and for code scanning (SARIF)."""

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from attrs import asdict, frozen

from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.panel.findings import Concerned, PanelFinding, Passage
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.rules import RULES
from gov_disclosure.model.issues import Level, Location
from gov_disclosure.model.messages import Language
from gov_disclosure.model.shown import visible
from gov_disclosure.writing.csv import harmless
from gov_disclosure.writing.json import dumped

_COLUMNS: Final = (
    "source", "code", "id", "level", "outcome", "line", "column", "left", "right", "difference", "cells",
    "message_zh", "message_en",
)  # fmt: skip
_SARIF_LEVELS: Final[Mapping[Level, str]] = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


@frozen
class Checked:
    """A report's source and what was found of it."""

    source: str
    findings: tuple[Finding, ...]


@frozen
class PanelChecked:
    """The source of the first of several reports and what was found of them."""

    source: str
    findings: tuple[PanelFinding, ...]


Listed = Checked | PanelChecked


@frozen
class _Part:
    """What a finding says of one report."""

    source: str
    cells: tuple[str, ...]
    locations: tuple[Location, ...]

    @property
    def place(self) -> str:
        return ":".join(map(str, (self.source, *self.locations[:1])))


def _parts(source: str, finding: Finding | PanelFinding) -> list[_Part]:
    """What a finding says of the report that it is listed under, and then of others."""
    if isinstance(finding, Finding) or not finding.reports:
        return [_Part(source, finding.cells, finding.locations)]
    return [_Part(one.source or "", one.cells, one.locations) for one in finding.reports]


def to_text(found: Sequence[Listed], lang: Language) -> str:
    """A line for each finding: source, place, level, code, message, and other sources with their places."""
    return "".join(f"{line}\n" for one in found for line in _lines(one, lang))


def _lines(checked: Listed, lang: Language) -> Iterator[str]:
    for finding in checked.findings:
        first, *others = (part.place for part in _parts(checked.source, finding))
        beside = f" [{', '.join(others)}]" if others else ""
        yield visible(f"{first}: {finding.level} {finding.code} {finding.message.said_in(lang)}{beside}")


def to_findings_json(found: Sequence[Listed]) -> str:
    """All findings as an array, one object for each source."""
    return dumped([{"source": one.source, "findings": [*map(_object, one.findings)]} for one in found], 2)


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


def _places(locations: Sequence[Location]) -> list[dict[str, int]]:
    return [{"line": place.line, "column": place.column} for place in locations]


def to_findings_csv(found: Sequence[Listed]) -> str:
    """All findings as RFC 4180, a row for each report that one is about; cells are parted by spaces.

    As in :func:`to_csv <gov_disclosure.to_csv>` an apostrophe keeps a spreadsheet from running a text.
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(_COLUMNS)
    for one in found:
        for finding in one.findings:
            writer.writerows(map(harmless, _row(part, finding)) for part in _parts(one.source, finding))
    return stream.getvalue()


def _row(part: _Part, finding: Finding | PanelFinding) -> tuple[object, ...]:
    known = (part.source, finding.code, finding.id, finding.level.value, finding.outcome.value)
    place = (part.locations[0].line, part.locations[0].column) if part.locations else ("", "")
    sides = (finding.left, finding.right, finding.difference)
    return (*known, *place, *sides, " ".join(part.cells), finding.message.zh, finding.message.en)


def to_sarif(
    found: Sequence[Listed], lang: Language, catalogue: Sequence[Rule] | Sequence[PanelRule] = RULES
) -> str:
    """All findings as SARIF 2.1.0, with the catalogue of their rules."""
    driver = {
        "name": "gov-disclosure",
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
    results = [_result(one.source, finding, lang) for one in found for finding in one.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, 2)


def _result(source: str, finding: Finding | PanelFinding, lang: Language) -> dict[str, Any]:
    """A result at the first place; all others are related to it."""
    first, *others = _parts(source, finding)
    own = [_location(first.source, place) for place in first.locations or (None,)]
    beside = [_location(part.source, place) for part in others for place in part.locations or (None,)]
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


def _location(source: str, place: Location | None) -> dict[str, Any]:
    artifact: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(PurePath(source).as_posix()))}}
    region = {"region": {"startLine": place.line, "startColumn": place.column}} if place else {}
    return {"physicalLocation": artifact | region}
