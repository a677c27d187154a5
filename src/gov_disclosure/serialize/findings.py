"""What checks found, written for a person, for programs, for spreadsheets, and for code scanning (SARIF)."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

from attrs import frozen

from gov_disclosure.findings import Finding
from gov_disclosure.issues import Level
from gov_disclosure.messages import Language
from gov_disclosure.rules import RULES

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


def to_text(found: Sequence[Checked], lang: Language) -> str:
    """A line for each finding: source, place, level, code, message."""
    return "".join(f"{line}\n" for one in found for line in _lines(one, lang))


def _lines(checked: Checked, lang: Language) -> Iterator[str]:
    for finding in checked.findings:
        place = f":{finding.locations[0]}" if finding.locations else ""
        yield f"{checked.source}{place}: {finding.level} {finding.code} {finding.message.said_in(lang)}"


def to_findings_json(found: Sequence[Checked]) -> str:
    """All findings as an array, one object for each source."""
    return json.dumps(
        [{"source": one.source, "findings": [*map(_object, one.findings)]} for one in found],
        ensure_ascii=False,
        indent=2,
    )


def _object(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "id": finding.id,
        "level": finding.level,
        "outcome": finding.outcome,
        "message": {"zh": finding.message.zh, "en": finding.message.en},
        "cells": finding.cells,
        "locations": [{"line": place.line, "column": place.column} for place in finding.locations],
        "left": finding.left,
        "right": finding.right,
        "difference": finding.difference,
    }


def to_findings_csv(found: Sequence[Checked]) -> str:
    """All findings as RFC 4180, a row each; cells are parted by spaces."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(_COLUMNS)
    for one in found:
        for finding in one.findings:
            line, column = (
                (finding.locations[0].line, finding.locations[0].column) if finding.locations else ("", "")
            )
            sides = (finding.left, finding.right, finding.difference)
            words = (" ".join(finding.cells), finding.message.zh, finding.message.en)
            known = (
                one.source,
                finding.code,
                finding.id,
                finding.level.value,
                finding.outcome.value,
                line,
                column,
            )
            writer.writerow((*known, *sides, *words))
    return stream.getvalue()


def to_sarif(found: Sequence[Checked], lang: Language) -> str:
    """All findings as SARIF 2.1.0, with the catalogue of rules."""
    driver = {
        "name": "gov-disclosure",
        "informationUri": "https://pypi.org/project/gov-disclosure/",
        "rules": [
            {
                "id": rule.code,
                "shortDescription": {"text": rule.summary.said_in(lang)},
                "help": {"text": rule.source.said_in(lang)},
            }
            for rule in RULES
        ],
    }
    results = [_result(one.source, finding, lang) for one in found for finding in one.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(source: str, finding: Finding, lang: Language) -> dict[str, Any]:
    artifact = {"uri": PurePath(source).as_posix()}
    places = [{"startLine": place.line, "startColumn": place.column} for place in finding.locations]
    return {
        "ruleId": finding.code,
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": finding.message.said_in(lang)},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": place}} for place in places[:1]
        ]
        or [{"physicalLocation": {"artifactLocation": artifact}}],
        "relatedLocations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": place}} for place in places[1:]
        ],
        "partialFingerprints": {"finding/v1": finding.id},
    }
