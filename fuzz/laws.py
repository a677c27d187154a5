"""The laws: each makes a text from choices, parses it, and compares what was read with what is true."""

import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

import gov_disclosure as gd
from fuzz.files import FORMATS, damaged
from gov_disclosure.form.fields import TABLES
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.damage import sample_damage
from gov_disclosure.testing.samples.documents import LAYOUTS, document_of, sample_document
from gov_disclosure.testing.samples.faults import sample_faults
from gov_disclosure.testing.samples.furniture import Furniture
from gov_disclosure.testing.samples.noise import Noise
from gov_disclosure.testing.samples.reports import EMPTY, sample_report
from gov_disclosure.testing.samples.strangers import sample_strange_document


@frozen
class Trial:
    """One text, and what was read from it."""

    kind: str
    """What it shows the law for: a layout, a kind of damage or of fault."""
    layout: gd.Layout
    text: str
    truth: gd.Report
    kept: int
    """Cells whose number was read."""
    lost: int
    """Cells whose number was not."""
    wrong: Mapping[str, tuple[object, object]]
    """Cells with another number than the true one: what is true, and what was read."""
    may_be_wrong: bool = False
    """Whether nobody could have read it right."""

    @property
    def failed(self) -> bool:
        """Whether the law is broken."""
        return bool(self.wrong) and not self.may_be_wrong


Law = Callable[[Choices], Iterator[Trial]]


def compared(
    kind: str,
    layout: gd.Layout,
    text: str,
    truth: gd.Report,
    *,
    tables: Container[str] = TABLES,
    may_be_wrong: bool = False,
) -> Trial:
    """The text parsed, the cells of the tables beside the truth. A text that is no report loses them all."""
    try:
        cells: Iterable[gd.Cell] = gd.parse(text).cells.values()
    except gd.NotAReportError:
        cells = ()
    return _beside(kind, layout, text, truth, cells, tables, may_be_wrong)


def _beside(
    kind: str,
    layout: gd.Layout,
    text: str,
    truth: gd.Report,
    cells: Iterable[gd.Cell],
    tables: Container[str],
    may_be_wrong: bool,
) -> Trial:
    true = {id: cell.value for id, cell in truth.cells.items() if _table(id) in tables}
    read = {cell.id: cell.value for cell in cells if cell.value is not None and _table(cell.id) in tables}
    wrong = {id: (true.get(id), value) for id, value in read.items() if true.get(id) != value}
    kept = len(read) - len(wrong)
    lost = sum(value is not None and id not in read for id, value in true.items())
    return Trial(kind, layout, text, truth, kept, lost, wrong, may_be_wrong)


def _table(id: str) -> str:
    return id.partition(".")[0]


def render(choices: Choices) -> Iterator[Trial]:
    """A report in every layout, read again."""
    report = sample_report(choices)
    for layout in LAYOUTS:
        yield compared(layout, layout, gd.render(report, layout), report)


def blanks(choices: Choices) -> Iterator[Trial]:
    """A report with blanks, signs and missing rows in every layout, read again."""
    report = sample_report(choices, empty=EMPTY)
    for layout in LAYOUTS:
        yield compared(layout, layout, gd.render(report, layout), report)


def documents(choices: Choices) -> Iterator[Trial]:
    """A page with a report on it, written carelessly."""
    document = sample_document(choices)
    yield compared(document.layout, document.layout, document.text, document.report)


def faults(choices: Choices) -> Iterator[Trial]:
    """A report with faults of the office in it: read as it is written."""
    faulty = sample_faults(choices, sample_report(choices))
    layout = choices.pick(LAYOUTS)
    text = document_of(faulty.written, layout, Furniture(), Noise()).text
    yield compared(faulty.faults[0].kind, layout, text, faulty.written)


def damage(choices: Choices) -> Iterator[Trial]:
    """A page after one damage: what leaves a trace makes no wrong number."""
    document = sample_document(choices, sample_report(choices, empty=EMPTY if choices.chance(4) else ()))
    damaged = sample_damage(choices, document)
    silent = not damaged.leaves_trace
    yield compared(damaged.damage, document.layout, damaged.text, document.report, may_be_wrong=silent)


def strangers(choices: Choices) -> Iterator[Trial]:
    """A page with what the form does not have: no number of it, and none that it has shifted."""
    strange = sample_strange_document(choices)
    kind, silent = str(strange.stranger), not strange.leaves_trace
    for name, tables in ((kind, {strange.table}), (f"{kind}_elsewhere", TABLES.keys() - {strange.table})):
        if tables != {""}:
            yield compared(
                name, strange.layout, strange.text, strange.report, tables=tables, may_be_wrong=silent
            )


def files(choices: Choices) -> Iterator[Trial]:
    """A file of a report, read truly; and damaged, in bounded time with a documented error or a report."""
    report = sample_report(choices, empty=EMPTY if choices.chance(2) else ())
    name = choices.pick(list(FORMATS))
    data = FORMATS[name](report)
    yield compared_file(name, data, report)
    for _ in range(_DAMAGES_OF_A_FILE):
        # A digit that is another one leaves no trace.
        yield compared_file(f"{name}_damaged", damaged(choices, data), report, may_be_wrong=True)


def compared_file(kind: str, data: bytes, truth: gd.Report, *, may_be_wrong: bool = False) -> Trial:
    """A file, read, beside the truth; one that is refused loses all cells.

    Raises:
        TimeoutError: it took longer than any report.
    """
    start = time.process_time()
    try:
        cells: Iterable[gd.Cell] = gd.read(data).cells.values()
    except (gd.FileFormatError, gd.NotAReportError):
        cells = ()
    if time.process_time() - start > _MOST_SECONDS:
        raise TimeoutError(f"{kind}: {time.process_time() - start:.0f} s")
    return _beside(kind, gd.Layout.HTML, gd.render(truth, gd.Layout.HTML), truth, cells, TABLES, may_be_wrong)


_DAMAGES_OF_A_FILE: Final = 10
_MOST_SECONDS: Final = 30
LAWS: Final[Mapping[str, Law]] = {
    law.__name__: law for law in (render, blanks, documents, faults, damage, strangers, files)
}
