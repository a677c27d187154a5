"""What the reader takes from each converter's text, against what `tests/data/converters.csv` says is determined.

That table was written by looking at the texts as a careful reader, before any was measured. For each table of the form
it says which of its cells a text determines: `all`, `whole rows` (rows without a blank, where blanks are not kept;
table four has one row), `closed rows` (rows whose last cell is not blank) or `none`.

`python tests/helpers/converters/measure.py FOLDER` writes all documents and texts there, and prints the counts.
"""

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from attrs import frozen

import gov_disclosure as gd
from helpers.converters import office, pages, pdfs, printers
from helpers.converters.documents import WRITERS
from helpers.converters.reports import made, truth_of
from helpers.converters.way import Way, lacking
from helpers.second_renderer.form import Made

TABLE = Path(__file__).parents[2] / "data" / "converters.csv"
TABLES = ("proactive", "requests", "disputes")
ALL: Mapping[str, Way] = {way.name: way for way in (*pages.WAYS, *printers.WAYS, *office.WAYS, *pdfs.WAYS)}
SLOW = {"camelot", "tabula", "pymupdf4llm", "libreoffice", "pdfminer"}
FEW = ("sums", "gaps-2021")
"""The reports for tools that take long."""


@frozen
class Measured:
    """Cells of all reports in one way."""

    determined: int = 0
    right: int = 0
    lost: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def and_also(self, other: "Measured") -> "Measured":
        return Measured(
            self.determined + other.determined,
            self.right + other.right,
            self.lost + other.lost,
            self.wrong + other.wrong,
        )


def determined() -> dict[str, dict[str, str]]:
    """The lines of the table by the names of their ways."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    return {Way(line["tool"], line["options"], line["document"], str, ()).name: line for line in lines}


def reports_for(way: Way) -> dict[str, Made]:
    few = (
        way.tool in SLOW
        or way.document == "printed page"
        or (way.tool == "pymupdf" and "tables" in way.options)
    )
    return {name: report for name, report in made().items() if not few or name in FEW}


def document(kind: str, name: str, report: Made, folder: Path) -> Path:
    """The report as a document, written when it is first asked for."""
    write, suffix, _ = WRITERS[kind]
    path = folder / f"{name}.{suffix}"
    if not path.exists():
        write(report, path)
    return path


def needs(way: Way) -> list[str]:
    """What is lacking, for the document too."""
    return lacking((*WRITERS[way.document][2], *way.needs))


def measure(way: Way, folder: Path, keep: Path | None = None) -> Measured:
    """All reports of a way."""
    line = determined()[way.name]
    found = Measured()
    for name, report in reports_for(way).items():
        text = way.convert(document(way.document, name, report, folder))
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{name}.txt").write_text(text, encoding="utf-8")
        found = found.and_also(measured(name, text, report, line))
    return found


def measured(name: str, text: str, report: Made, line: Mapping[str, str]) -> Measured:
    """One text: what it determines, what of it is right, and numbers that are not true."""
    truth = truth_of(report)
    try:
        cells = gd.parse(text).cells
    except gd.NotAReportError:
        cells = {}
    asked = [id for table in TABLES for id in told(truth, table, line[table])]
    right = [
        id
        for id in asked
        if id in cells and (cells[id].state, cells[id].value) == (truth[id].state, truth[id].value)
    ]
    wrong = [
        f"{name}: {id} {cell.value} for {truth[id].value if id in truth else None}"
        for id, cell in cells.items()
        if cell.value is not None and (id not in truth or cell.value != truth[id].value)
    ]
    lost = sorted(
        {f"{name}: {id.rpartition('.')[0]}" for id in asked}
        - {f"{name}: {id.rpartition('.')[0]}" for id in right}
    )
    return Measured(len(asked), len(right), tuple(lost), tuple(wrong))


def told(truth: Mapping[str, gd.Cell], table: str, how: str) -> Iterator[str]:
    """The cells of a table that a text determines."""
    rows: dict[str, list[str]] = {}
    for id in truth:
        if id.startswith(f"{table}."):
            rows.setdefault(table if table == "disputes" else id.rpartition(".")[0], []).append(id)
    for row in rows.values():
        blank = [truth[id].state is gd.State.BLANK for id in row]
        if {"all": True, "whole rows": not any(blank), "closed rows": not blank[-1], "none": False}[how]:
            yield from row


def main(folder: Path) -> None:
    total = Measured()
    for name, way in ALL.items():
        if missing := needs(way):
            print(f"{name}: skipped, {', '.join(missing)} not installed")
            continue
        found = measure(way, folder, folder / "texts" / name.replace("/", "_"))
        total = total.and_also(found)
        print(
            f"{name}: {found.determined} determined, {found.right} right, {len(found.wrong)} wrong", flush=True
        )
    print(f"all: {total.determined} determined, {total.right} right, {len(total.wrong)} wrong")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
