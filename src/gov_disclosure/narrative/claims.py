"""Claims: figures that the prose of a report states, with what each may mean and whether the tables agree."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from attrs import frozen

from gov_disclosure.form.arguments import require
from gov_disclosure.form.brief import Brief
from gov_disclosure.model.issues import Location
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.report import PROSE_SECTIONS, Report, Section
from gov_disclosure.narrative.meanings import meanings
from gov_disclosure.narrative.quantities import Quantity, in_ten_thousands, is_money, step
from gov_disclosure.narrative.reader import statements
from gov_disclosure.narrative.wordings import Form


@frozen(kw_only=True, repr=False)
class Meaning(Brief):
    """Cells whose sum a figure may be; for a share, those of the part and those of the whole."""

    cells: tuple[str, ...]
    whole: tuple[str, ...] = ()
    number: Decimal | None = None
    """What the tables say: the sum, or the share in per cent; ``None`` where a cell has no number."""
    outcome: Outcome


@frozen(kw_only=True, repr=False)
class Claim(Brief):
    """A figure that a sentence states."""

    text: str
    """The words as found."""
    location: Location
    quantity: Quantity
    """The figure; money in 万元."""
    meanings: tuple[Meaning, ...]
    """All that the words allow."""

    @property
    def outcome(self) -> Outcome:
        """Whether the tables say the same in one of its meanings; not assessable if a cell has no number."""
        found = {meaning.outcome for meaning in self.meanings}
        return next(one for one in (Outcome.HOLDS, Outcome.NOT_ASSESSABLE, Outcome.FAILS) if one in found)


@frozen(kw_only=True, repr=False)
class Assurance(Brief):
    """A sentence that says that all requests of the year have been dealt with."""

    text: str
    """The words as found."""
    location: Location


@frozen(repr=False)
class Said(Brief):
    """What the prose of sections one, five and six says of this year's figures of this office, in order."""

    claims: tuple[Claim, ...]
    assurances: tuple[Assurance, ...]


def claims(report: Report) -> tuple[Claim, ...]:
    """What the prose of sections one, five and six states of this year's figures of this office, in order.

    Figures of other years and bodies, and of what the tables do not count, are no claims; nor is what can't be
    told.
    """
    return said(report).claims


def said(report: Report) -> Said:
    """The claims of a report, and what it says without a figure."""
    require("report", report, Report)
    found = [
        one for section in report.sections if section.number in PROSE_SECTIONS for one in _said(report, section)
    ]
    return Said(
        tuple(one for one in found if isinstance(one, Claim)),
        tuple(one for one in found if isinstance(one, Assurance)),
    )


def _said(report: Report, section: Section) -> Iterator[Claim | Assurance]:
    places = _Places(section)
    for statement in statements(section.text, report.year, report.issuer):
        text = section.text[statement.start : statement.end]
        if statement.form is Form.ASSURED:
            yield Assurance(text=text, location=places.of(statement.start))
            continue
        quantity = in_unit_of_form(statement.quantity)
        senses = tuple(
            _meaning(report, quantity, cells, whole) for cells, whole in meanings(statement, report.cells)
        )
        if senses:
            yield Claim(text=text, location=places.of(statement.start), quantity=quantity, meanings=senses)


class _Places:
    """Where the characters of a section's text stand in the source."""

    def __init__(self, section: Section) -> None:
        self.start = section.text_location or section.location
        self.text = section.text

    @cached_property
    def lines(self) -> Sequence[int]:
        """The offsets at which lines begin."""
        return list(accumulate((len(line) for line in self.text.splitlines(keepends=True)), initial=0))

    def of(self, offset: int) -> Location:
        """The place of a character."""
        line = bisect_right(self.lines, offset) - 1
        before = offset - self.lines[line]
        return Location(self.start.line + line, before + (1 if line else self.start.column))


def in_unit_of_form(quantity: Quantity) -> Quantity:
    """An amount of money in 万元, as the form has it; any other number as it is."""
    return quantity.times(in_ten_thousands(quantity.unit)) if is_money(quantity) else quantity


def _meaning(report: Report, quantity: Quantity, cells: tuple[str, ...], whole: tuple[str, ...]) -> Meaning:
    number = _sum(report, cells)
    if whole:
        of = _sum(report, whole)
        number = None if number is None or not of else number * 100 / of
    if number is None:
        outcome = Outcome.NOT_ASSESSABLE
    else:
        # An amount in the table is rounded at its last digit.
        margin = _rounding(report, cells[0]) if is_money(quantity) else Decimal(0)
        outcome = Outcome.HOLDS if quantity.within(margin).allows(number) else Outcome.FAILS
    return Meaning(cells=cells, whole=whole, number=number, outcome=outcome)


def _sum(report: Report, cells: Iterable[str]) -> Decimal | None:
    numbers = [_number(report, id) for id in cells]
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) else None


def _number(report: Report, id: str) -> Decimal | None:
    """A cell's number; money in 万元."""
    cell = report.cells[id]
    if cell.value is None or not isinstance(cell.value, Decimal):
        return None if cell.value is None else Decimal(cell.value)
    if cell.unit is None and cell.value and not id.startswith("proactive.fees"):
        return None
    return cell.value * in_ten_thousands(cell.unit or "")


def _rounding(report: Report, id: str) -> Decimal:
    cell = report.cells[id]
    written = Decimal(cell.value or 0)
    return step(written) / 2 * in_ten_thousands(cell.unit or "")
