"""The reports and goldens of the project, and a corpus of real ones."""

import os
from functools import cache
from pathlib import Path

import gov_disclosure as gd

ROOT = Path(__file__).parent.parent.parent
REPORTS = ROOT / "examples" / "reports"
FIXTURES = ROOT / "tests" / "fixtures"
GOLDENS = ROOT / "tests" / "goldens"
CORPUS_GOLDENS = ROOT / "tests" / "corpus"
DATA = ROOT / "tests" / "data"


def source(path: Path) -> str:
    """A file's text with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def texts() -> dict[str, Path]:
    """Every report of the project that has a golden, by name."""
    found = {path.stem: path for folder in (REPORTS, FIXTURES) for path in folder.glob("*.txt")}
    assert len(found) >= 30, "the project's own reports are gone"
    return dict(sorted(found.items()))


@cache
def read_all() -> dict[str, gd.Report]:
    """Every report of the project that has a golden, parsed once in a run."""
    return {name: gd.parse(source(path)) for name, path in texts().items()}


def corpus() -> list[Path]:
    """The real reports in the folder that GOV_DISCLOSURE_CORPUS names, that have goldens here."""
    folder = os.environ.get("GOV_DISCLOSURE_CORPUS")
    if not folder:
        return []
    return [Path(folder) / f"{golden.stem}.txt" for golden in sorted(CORPUS_GOLDENS.glob("*.cells"))]


def whole() -> dict[str, gd.Report]:
    """The reports of which some cell is reported and none is unreadable: what is written of them is read back."""
    states = {name: {cell.state for cell in one.cells.values()} for name, one in read_all().items()}
    return {
        name: one
        for name, one in read_all().items()
        if gd.State.REPORTED in states[name] and gd.State.UNREADABLE not in states[name]
    }


def values(report: gd.Report) -> dict[str, tuple[object, gd.State]]:
    """What each cell says."""
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}
