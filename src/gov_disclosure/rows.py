"""Filling the cells: each row of the source under its columns, and for each that can't be, the reason."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from attrs import define, field, frozen

from gov_disclosure.align import RowCells, balanced_readings, row_cells
from gov_disclosure.evidence import Evidence, adds_up
from gov_disclosure.form import Edition, Field, Kind, all_fields, form_fields, rows
from gov_disclosure.issues import Issue, issue
from gov_disclosure.labels import column_label, row_label, table_label
from gov_disclosure.lex import Lexeme, Slot
from gov_disclosure.report import Cell, State
from gov_disclosure.splice import holds_several_reports, rows_lost_after
from gov_disclosure.tables import DISPUTES, Row, Tables
from gov_disclosure.values import BLANK, number_for, unit_in

_PARTS_OF_DISPUTES = 3
# Where labels follow each other without values, the next values may be theirs. In table two a row that is
# all blank is common, and some layouts keep no trace of it.
_MOST_VALUELESS = {"proactive": 2, "requests": 1, "disputes": 1}


@frozen
class Filled:
    """The cells of a report in the order of the form, its edition, and what went wrong."""

    edition: Edition | None
    cells: dict[str, Cell]
    issues: tuple[Issue, ...]


@define(eq=False)
class _Reading:
    """A row and what became of it: the cells under its columns, or the code of what prevents that."""

    row: Row
    cells: RowCells
    slots: tuple[Slot, ...] = ()
    code: str = ""
    rest: tuple[Slot, ...] = ()
    """What stands behind the row and belongs to none."""
    lost: int = 0
    """How many rows of the form are missing behind it."""

    @property
    def content(self) -> tuple[object, ...]:
        """What two writings of one row have in common if they agree."""
        return (self.row.edition, *(slot.reading for slot in self.slots))


def build_cells(text: str, tables: Tables, lexemes: Sequence[Lexeme]) -> Filled:
    """Put every row that is certain under its columns; ``lexemes`` are all those of the text, in order."""
    edition = _edition_of(tables.rows)
    readings = _readings(tables.rows)
    if holds_several_reports(lexemes):
        for reading in readings:
            reading.code = reading.code if _is_blank(reading.slots) else "T412"
    _refuse_splices(readings, lexemes, edition)
    filler = _Filler(text, edition)
    by_key: dict[str, list[_Reading]] = {}
    for reading in readings:
        by_key.setdefault(reading.row.key, []).append(reading)
    for found in by_key.values():
        filler.fill(found)
    filler.fill_absent(by_key)
    for stray in tables.strays:
        filler.report_stray(stray)
    filler.report_editions(tables.rows)
    cells = {cell.id: filler.cells[cell.id] for cell in all_fields() if cell.id in filler.cells}
    return Filled(edition, cells, tuple(filler.issues))


def _edition_of(found: Sequence[Row]) -> Edition | None:
    """The edition of most rows that tell one; of equals, the one that comes first."""
    votes = Counter(row.edition for row in found if row.edition)
    return votes.most_common(1)[0][0] if votes else None


# --- From rows to readings --------------------------------------------------------------------------------


def _readings(found: Sequence[Row]) -> list[_Reading]:
    readings = [
        _Reading(row, row_cells(row.label, row.slots, len(row.fields), below=row.key == DISPUTES))
        for row in found
    ]
    evidence = Evidence()
    for reading in readings:
        if reading.row.fields and reading.cells.cells:
            evidence.add(_kin(reading), reading.cells, len(reading.row.fields))
    valueless = 0
    for reading in readings:
        _align(reading, evidence)
        if (
            valueless >= _MOST_VALUELESS[_table(reading.row)]
            and not reading.code
            and reading.cells.before is None
        ):
            reading.code = "T413"
        valueless = 0 if reading.cells.cells else valueless + 1
    return readings


def _table(row: Row) -> str:
    return row.key.partition(".")[0]


def _kin(reading: _Reading) -> str:
    """The rows that one looks like: its table's, and without marks only those as deep in groups."""
    table, _, path = reading.row.key.partition(".")
    marked = reading.cells.cells and reading.cells.before is not None
    return table if marked else f"{table}{path.count('.')}"


def _align(reading: _Reading, evidence: Evidence) -> None:
    row, cells = reading.row, reading.cells
    if all(slot.reading is BLANK for slot in cells.cells) and len(cells.cells) < max(len(row.fields), 1):
        reading.code = "T403"
    elif not row.fields:
        reading.code = "E302"
    elif not row.ordered:
        reading.code = "T411"
    else:
        alignment = evidence.align(_kin(reading), cells, len(row.fields), row.start)
        reading.code, reading.slots, reading.rest = alignment.code, alignment.slots, alignment.rest
        _distrust(reading, evidence)
    if reading.code == "T404" and row.key == DISPUTES:
        _choose_balanced(reading)


def _distrust(reading: _Reading, evidence: Evidence) -> None:
    """Refuse what the rows around make doubtful, although it could be put under the columns."""
    row = reading.row
    if reading.code or _is_blank(reading.slots):
        return
    blanks = any(slot.reading is BLANK for slot in reading.slots)
    shared = row.label.shares_row and (blanks or len(row.slots) > len(reading.slots))
    if (blanks and not row.complete) or shared:
        reading.code = "T410"
    elif not blanks and len(row.fields) > 1 and not adds_up(reading.slots):
        # Fifteen lines without marks may be sixteen, one of them a phantom, that have lost one.
        loose = row.key == DISPUTES and reading.cells.before is None
        if loose or evidence.is_doubtful(_kin(reading), reading.cells, len(row.fields)):
            reading.code = "T410"


def _is_blank(slots: Sequence[Slot]) -> bool:
    return all(slot.reading is BLANK for slot in slots)


def _choose_balanced(reading: _Reading) -> None:
    """Take the fifteen of sixteen values that the sums of table four allow, if only one choice is possible."""
    filled = [slot for slot in reading.cells.cells if slot.reading is not BLANK]
    if len(filled) != len(reading.row.fields) + 1:
        return
    if chosen := balanced_readings(filled, _PARTS_OF_DISPUTES):
        reading.code, reading.slots = "T409", chosen


def _refuse_splices(readings: Sequence[_Reading], lexemes: Sequence[Lexeme], edition: Edition | None) -> None:
    """Refuse rows that a loss of text may have put together from two, or whose next cells belong to none."""
    filled = {reading.row.key for reading in readings if reading.cells.cells}
    telling = [reading for reading in readings if reading.cells.cells or reading.row.key not in filled]
    lost = rows_lost_after([reading.row for reading in telling], lexemes, edition)
    for reading, gap in zip(telling, lost, strict=True):
        if reading.code not in ("", "T409") or _is_blank(reading.slots):
            continue
        # A row on one line is whole whatever is lost behind it, unless what follows may be its torn-off end.
        if reading.cells.orphans > max(gap, 0):
            reading.code = "T405"
        elif reading.cells.orphans != gap and not reading.cells.one_line:
            reading.code, reading.lost = "T407", max(gap, 0)


# --- From readings to cells -------------------------------------------------------------------------------


@define(eq=False)
class _Filler:
    text: str
    edition: Edition | None
    cells: dict[str, Cell] = field(factory=dict)
    issues: list[Issue] = field(factory=list)

    def fill(self, found: Sequence[_Reading]) -> None:
        """The cells of one row of the form from every row of the source that has its label."""
        certain = [reading for reading in found if reading.code in ("", "T409")]
        doubtful = [reading for reading in found if reading.code not in ("", "T409", "T403")]
        if doubtful or not certain:
            # Beside one that can't be read, another row with the same label may belong to another report.
            self._refuse((doubtful or found)[0])
        elif len(certain) > 1 and len({reading.content for reading in certain}) > 1:
            certain[0].code = "T406"
            self._refuse(certain[0], count=len(certain))
        else:
            self._take(certain[0])

    def _take(self, reading: _Reading) -> None:
        if reading.code:
            self.issues.append(self._issue(reading, found=len(reading.slots) + 1))
        for cell, slot in zip(reading.row.fields, reading.slots, strict=True):
            self.cells[cell.id] = self._cell(cell, slot, reading.row)
        if any(slot.reading is not BLANK for slot in reading.rest):
            self.report_stray(reading.rest)

    def _cell(self, cell: Field, slot: Slot, row: Row) -> Cell:
        reading, piece = slot.reading, slot.piece
        state, problem, value, unit = reading.state, reading.problem, None, None
        if state is State.REPORTED:
            value = number_for(reading, cell.kind)
            if value is None:
                state, problem = State.UNREADABLE, "V503"
            else:
                unit = self._unit(cell, slot, row) if cell.kind is Kind.AMOUNT else reading.unit
        if problem:
            self._issue_of_cell(problem, cell, slot)
        return Cell(id=cell.id, value=value, state=state, raw=piece.text, location=piece.location, unit=unit)

    def _unit(self, cell: Field, slot: Slot, row: Row) -> str | None:
        """The unit of an amount as its cell writes it, else as the label of its column does."""
        written = slot.reading.unit
        stated = next((unit_in(head.text) for head in row.heads if head.type.endswith("_AMOUNT")), None)
        if written and stated and not stated.startswith(written):
            self._issue_of_cell("V506", cell, slot, found=written, expected=stated)
        return written or stated

    def _issue_of_cell(
        self, code: str, cell: Field, slot: Slot, *, found: str = "", expected: str = ""
    ) -> None:
        piece = slot.piece
        self.issues.append(
            issue(
                code,
                cells=(cell.id,),
                location=piece.location,
                raw=piece.text,
                row=f"{row_label(_key(cell))} {column_label(cell, cell.editions[-1])}",
                text=piece.text.strip(),
                found=found,
                expected=expected,
            )
        )

    def _refuse(self, reading: _Reading, *, count: int = 0) -> None:
        """Report a row without numbers: missing where nothing is written, unreadable where something is."""
        missing = reading.code == "T403"
        raw = "" if missing else self._raw(reading)
        location = None if missing else reading.row.label.piece.location
        for cell in self._fields(reading.row):
            self.cells[cell.id] = Cell(
                id=cell.id,
                state=State.MISSING if missing else State.UNREADABLE,
                raw=raw,
                location=location,
            )
        self.issues.append(self._issue(reading, found=count or len(reading.cells.cells)))

    def _issue(self, reading: _Reading, *, found: object) -> Issue:
        cells = self._fields(reading.row)
        heads = "、".join(head.text for head in reading.row.heads)
        return issue(
            reading.code,
            cells=tuple(cell.id for cell in cells),
            location=reading.row.label.piece.location,
            raw=self._raw(reading),
            row=_label_of(reading.row.key, reading.row.edition),
            found=(heads or "—") if reading.code in ("E302", "T411") else found,
            expected=self._expected_heads(cells) if reading.code == "E302" else len(cells),
            gap=reading.lost,
        )

    def _expected_heads(self, cells: Sequence[Field]) -> str:
        return "、".join(
            column_label(cell, self.edition if self.edition in cell.editions else cell.editions[-1])
            for cell in cells
        )

    def _fields(self, row: Row) -> Sequence[Field]:
        return row.fields or rows(self._form_of(row.key))[row.key]

    def _form_of(self, key: str) -> Edition:
        """The report's edition, or the one that has such a row."""
        edition = self.edition or Edition.FORM_2021
        return edition if key in rows(edition) else next(e for e in Edition if key in rows(e))

    def _raw(self, reading: _Reading) -> str:
        """The source from the row's label to the last cell behind it."""
        label, slots = reading.row.label, reading.row.slots
        return self.text[label.start : max([label.end, *(slot.piece.end for slot in slots[-1:])])].strip()

    # --- What is not there, and what belongs nowhere

    def fill_absent(self, keys: Collection[str]) -> None:
        """Report as missing every cell of the edition that none of the rows found, by key, has given."""
        tables = {key.partition(".")[0] for key in keys}
        absent: dict[str, list[Field]] = {}
        for cell in self._form():
            if cell.id not in self.cells:
                self.cells[cell.id] = Cell(id=cell.id, state=State.MISSING)
                if _key(cell) not in keys:
                    absent.setdefault(_key(cell) if cell.table in tables else cell.table, []).append(cell)
        for name, cells in absent.items():
            ids = tuple(cell.id for cell in cells)
            if "." in name:
                self.issues.append(issue("T402", cells=ids, row=_label_of(name, self.edition)))
            else:
                self.issues.append(issue("T401", cells=ids, table=table_label(name)))

    def _form(self) -> Iterator[Field]:
        """The cells of the report's edition; where no table tells it, those that both editions have."""
        if self.edition:
            return iter(form_fields(self.edition))
        return (cell for cell in all_fields() if len(cell.editions) == len(Edition))

    def report_stray(self, slots: Sequence[Slot]) -> None:
        """Say that cells belong to no row."""
        first, last = slots[0].piece, slots[-1].piece
        raw = self.text[first.start : last.end].strip()
        text = " ".join(raw.split())
        self.issues.append(issue("T408", location=first.location, raw=raw, text=text))

    def report_editions(self, found: Sequence[Row]) -> None:
        """Say that no table tells the edition, or that the tables tell two."""
        rows_of = {edition: [row for row in found if row.edition is edition] for edition in Edition}
        if self.edition is None:
            self.issues.append(issue("E303"))
        elif all(rows_of.values()):
            names = {
                edition: "、".join(dict.fromkeys(_label_of(row.key, edition) for row in of_edition))
                for edition, of_edition in rows_of.items()
            }
            cells = tuple(cell.id for row in found if row.edition for cell in row.fields)
            self.issues.append(
                issue(
                    "E301",
                    cells=tuple(dict.fromkeys(cells)),
                    rows_2019=names[Edition.FORM_2019],
                    rows_2021=names[Edition.FORM_2021],
                )
            )


def _key(cell: Field) -> str:
    return f"{cell.table}.{cell.row}"


def _label_of(key: str, edition: Edition | None) -> str:
    return table_label(DISPUTES) if key == DISPUTES else row_label(key, edition)
