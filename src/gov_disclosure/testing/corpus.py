"""Reports against truths: which cells are right, which are lost, and which are wrong.

A text and its truth have the same name but for what follows the last dot: ``a/b.txt`` and ``a/b.cells``.
Several texts, say ``b.txt`` and ``b.md``, may share a truth.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from attrs import field, frozen

from gov_disclosure.api import read
from gov_disclosure.form.fields import Number, State
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issues import Location
from gov_disclosure.model.report import EMPTY, Cell, Report
from gov_disclosure.sources.encodings import decode
from gov_disclosure.writing.cells import Truth, from_cells

SUFFIX = ".cells"
"""The kind of file that holds a truth."""

# Each process of its own loads the grammar first; below this many documents that takes longer than it saves.
_WORTH_A_PROCESS = 16

_TEXTS = (".txt", ".text", ".md")


@frozen(kw_only=True)
class Document:
    """A text that has a truth."""

    name: str
    """Its path within its folder, with slashes."""
    text: Path
    truth: Truth


@frozen(kw_only=True)
class Found:
    """What folders hold."""

    documents: tuple[Document, ...] = ()
    """In order of name."""
    without_truth: tuple[str, ...] = ()
    without_text: tuple[str, ...] = ()
    malformed: Mapping[str, str] = field(factory=dict[str, str])
    """Truths that can't be read, with the reason."""


@frozen(kw_only=True)
class Wrong:
    """A number that the truth does not have in its cell."""

    id: str
    truth: Cell
    value: Number
    raw: str
    location: Location | None


@frozen(kw_only=True)
class Comparison:
    """A report against its truth. Numbers are right, lost or wrong; a cell that is empty is counted apart."""

    document: str
    layout: str | None
    right: Mapping[str, int]
    """Cells by ``table.row`` whose number is the truth's; rows with at least one, in the order of the truth."""
    lost: Mapping[str, int]
    """Likewise, cells whose number is not reported."""
    wrong: tuple[Wrong, ...]
    """Also where the truth has no number."""
    empty_right: int
    """Cells that are blank or not applicable, and the report says the same."""
    empty_otherwise: int
    failure: str | None = None
    """Why the text was not read; then every number is lost."""


@frozen(kw_only=True)
class Tally:
    """Cells of several documents, counted."""

    documents: int
    right: int
    lost: int
    wrong: int
    empty_right: int
    empty_otherwise: int


def find(folders: Sequence[Path], truths: Sequence[Path] = ()) -> Found:
    """The documents of folders and all below; the truths stand beside the texts, or in folders of their own.

    Raises:
        OSError: a file can't be opened.
        GovDisclosureError: two folders hold a file of the same name.
    """
    texts = _files(folders, _TEXTS)
    read_truths, malformed = _read_truths(_files(truths or folders, (SUFFIX,)))
    stems = {name: os.path.splitext(name)[0] for name in texts}
    known = {*read_truths, *malformed}
    return Found(
        documents=tuple(
            Document(name=name, text=texts[name], truth=read_truths[stem])
            for name, stem in stems.items()
            if stem in read_truths
        ),
        without_truth=tuple(name for name, stem in stems.items() if stem not in known),
        without_text=tuple(f"{stem}{SUFFIX}" for stem in sorted(known - set(stems.values()))),
        malformed={f"{stem}{SUFFIX}": reason for stem, reason in malformed.items()},
    )


def _files(folders: Sequence[Path], suffixes: Sequence[str]) -> dict[str, Path]:
    """Every file of these kinds by its name within its folder, in order of name."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix.lower() in suffixes and path.is_file():
                name = path.relative_to(folder).as_posix()
                if name in found:
                    raise GovDisclosureError(error_text("same_name", one=found[name], other=path))
                found[name] = path
    return dict(sorted(found.items()))


def _read_truths(files: Mapping[str, Path]) -> tuple[dict[str, Truth], dict[str, str]]:
    """Truths by stem, and the reasons why others can't be read."""
    truths: dict[str, Truth] = {}
    malformed: dict[str, str] = {}
    for name, path in files.items():
        stem = os.path.splitext(name)[0]
        try:
            truths[stem] = from_cells(decode(path.read_bytes(), name).text)
        except GovDisclosureError as error:
            malformed[stem] = str(error)
    return truths, malformed


def compare(document: str, report: Report | None, truth: Truth, failure: str | None = None) -> Comparison:
    """Count a report's cells; without a report every number is lost. A row that no truth names is missing."""
    cells: Mapping[str, Cell] = report.cells if report else {}
    right: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    wrong: list[Wrong] = []
    empty: Counter[bool] = Counter()
    for id in dict.fromkeys((*truth.cells, *cells)):
        expected = truth.cells.get(id) or Cell(id=id, state=State.MISSING)
        found = cells.get(id) or Cell(id=id, state=State.MISSING)
        row = id.rpartition(".")[0]
        if found.value is None and expected.value is not None:
            lost[row] += 1
        elif found.value is not None and found.value == expected.value:
            right[row] += 1
        elif found.value is not None:
            wrong.append(
                Wrong(id=id, truth=expected, value=found.value, raw=found.raw, location=found.location)
            )
        if expected.state in EMPTY:
            empty[found.state is expected.state] += 1
    return Comparison(
        document=document,
        layout=truth.layout,
        right=dict(right),
        lost=dict(lost),
        wrong=tuple(wrong),
        empty_right=empty[True],
        empty_otherwise=empty[False],
        failure=failure,
    )


def compare_file(document: Document) -> Comparison:
    """Read a document and count its cells."""
    try:
        return compare(document.name, read(document.text), document.truth)
    except (GovDisclosureError, OSError) as error:
        return compare(document.name, None, document.truth, failure=str(error))


def compare_all(documents: Sequence[Document], jobs: int | None = None) -> list[Comparison]:
    """Every document's comparison, in their order; by ``jobs`` processes, else by as many as pay."""
    workers = jobs or min(os.cpu_count() or 1, len(documents) // _WORTH_A_PROCESS)
    if workers < 2:
        return [compare_file(document) for document in documents]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(compare_file, documents, chunksize=max(1, len(documents) // (8 * workers))))


def by_layout(comparisons: Iterable[Comparison]) -> Mapping[str | None, Tally]:
    """The counts of each layout, in order of name, and under ``None`` those of documents that say none."""
    groups: dict[str | None, list[Comparison]] = {}
    for comparison in comparisons:
        groups.setdefault(comparison.layout, []).append(comparison)
    return {name: tally(groups[name]) for name in sorted(groups, key=lambda name: (name is None, name or ""))}


def tally(comparisons: Sequence[Comparison]) -> Tally:
    """The counts of all comparisons together."""
    return Tally(
        documents=len(comparisons),
        right=sum(_counts(comparison.right for comparison in comparisons)),
        lost=sum(_counts(comparison.lost for comparison in comparisons)),
        wrong=sum(len(comparison.wrong) for comparison in comparisons),
        empty_right=sum(comparison.empty_right for comparison in comparisons),
        empty_otherwise=sum(comparison.empty_otherwise for comparison in comparisons),
    )


def _counts(rows: Iterable[Mapping[str, int]]) -> Iterator[int]:
    return (count for row in rows for count in row.values())
