"""Filling the cells: each row of the source under its columns, and for each that can't be, the reason."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attrs import define, field

from gov_disclosure.building.placed_rows import PlacedRow, by_key
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.rows import DISPUTES, Row, Tables
from gov_disclosure.form.fields import Edition, Field, Kind, State, all_fields, fields_by_id, form_fields, rows
from gov_disclosure.form.folding import NOT_SHOWN, UNCLEAR
from gov_disclosure.form.labels import column_label, row_label, table_label
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import number_for, unit_in
from gov_disclosure.model.issue_kinds.document import OLDER_FORM
from gov_disclosure.model.issues import Issue, Location, Message, issue
from gov_disclosure.model.report import Cell, Cells
from gov_disclosure.scanning.pieces import Piece, are_blank

# Columns that compare years themselves: a note that does so too leaves open which number is whose.
_OF_TWO_YEARS = ("previous_items", "change")
_AMOUNT, _REPORTED = Kind.AMOUNT, State.REPORTED
_HIDDEN = on_demand(f"[{NOT_SHOWN}{UNCLEAR}]")


class Filled(NamedTuple):
    """The cells of a report in the order of the form, its edition, and what went wrong."""

    edition: Edition | None
    cells: "CellsInText"
    issues: tuple[Issue, ...]


class CellsInText(Cells):
    """Cells that are made on demand: a plain count is kept as its piece until somebody asks for the cell."""

    __slots__ = ("_found",)

    _found: dict[str, Cell | Piece]

    def __init__(self, found: dict[str, Cell | Piece]) -> None:
        super().__init__({})
        object.__setattr__(self, "_found", found)

    def __getitem__(self, id: str) -> Cell:
        cell = self._found[id]
        if isinstance(cell, Piece):
            cell = self._found[id] = Cell(
                id=id,
                value=cell.reading.counted,
                state=_REPORTED,
                raw=cell.text,
                location=cell.location,
            )
        return cell

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def in_state(self, state: State) -> Iterator[Cell]:
        """The cells in a state, in order; without making those that have a number."""
        if state is State.REPORTED:
            return super().in_state(state)
        return (cell for cell in self._found.values() if isinstance(cell, Cell) and cell.state is state)


def build_cells(text: str, tables: Tables, placed: Sequence[PlacedRow], *, of_page: bool) -> Filled:
    """The cells of the rows of a text that are certain, and an issue for each that is not.

    Of a page less may be shown than stands there.
    """
    edition = tables.edition
    filler = _Filler(text, edition, of_page)
    rows_found = by_key(placed)
    for found in rows_found.values():
        filler.fill(found)
    # So nearly all are.
    as_in_form = tuple(filler.cells) == _ids(edition)
    if not as_in_form:
        filler.fill_absent(rows_found)
    filler.report_slips(placed)
    for stray in tables.strays:
        filler.report_stray(stray)
    filler.report_editions(tables.rows)
    cells = filler.cells
    if not as_in_form:
        cells = {id: cells[id] for id in fields_by_id() if id in cells}
    return Filled(edition, CellsInText(cells), tuple(filler.issues))


def cells_of_older(location: Location, raw: str, form: Message) -> Filled:
    """The cells of a report on a form before today's, whose rows are no rows of today's: all are missing."""
    cells: dict[str, Cell | Piece] = {cell.id: Cell(id=cell.id, state=State.MISSING) for cell in _form_of(None)}
    found = issue(OLDER_FORM, cells=tuple(cells), location=location, raw=raw, form=form)
    return Filled(None, CellsInText(cells), (found,))


def _form_of(edition: Edition | None) -> tuple[Field, ...]:
    """The cells of a report's edition; where no table tells it, those that both editions have."""
    if edition:
        return form_fields(edition)
    return tuple(cell for cell in all_fields() if len(cell.editions) == len(Edition))


@cache
def _ids(edition: Edition | None) -> tuple[str, ...]:
    return tuple(cell.id for cell in _form_of(edition))


# --- From rows to cells -------------------------------------------------------------------------------


@define(eq=False)
class _Filler:
    text: str
    edition: Edition | None
    of_page: bool
    cells: dict[str, Cell | Piece] = field(factory=dict)
    """Of a plain count the piece: its cell is made on demand."""
    issues: list[Issue] = field(factory=list)
    left_out: list[Piece] = field(factory=list)
    """Head cells that have been named."""
    replaced: list[str] = field(factory=list)
    """Cells of the report's edition whose row follows the other one."""

    def fill(self, found: Sequence[PlacedRow]) -> None:
        """The cells of one row of the form from every row of the source that has its label."""
        if len(found) == 1 and found[0].refusal is None:
            self._take(found[0])
            return
        # Beside one that can't be read, another row with the same label may belong to another report.
        doubtful = [row for row in found if not row.is_read and row.refusal is not Refusal.NO_VALUES]
        certain = [row for row in found if row.is_read]
        if doubtful or not certain:
            refused = (doubtful or found)[0]
            self._refuse(refused, count=len(doubtful))
            if refused.partly:
                self._report_missing_columns(refused.row)
        else:
            self._take(certain[0])

    def _take(self, placed: PlacedRow) -> None:
        if placed.choice:
            self.issues.append(self._issue(placed.choice.code, placed, found=len(placed.slots) + 1))
        cells, of_page = self.cells, self.of_page
        for cell, slot in zip(placed.row.fields, placed.slots, strict=True):
            reading = slot.reading
            plain = reading.counted is not None and cell.kind is not _AMOUNT and not reading.compared
            if plain and not (of_page and _HIDDEN.search(slot.text)):
                cells[cell.id] = slot
            else:
                cells[cell.id] = self._cell(cell, slot, placed.row)
        if placed.rest and not are_blank(placed.rest):
            self.report_stray(placed.rest)
        if placed.foreign and placed.foreign[0] not in self.left_out:
            self.left_out.append(placed.foreign[0])
            self.issues.append(
                issue("T419", location=placed.foreign[0].location, foreign=_names(placed.foreign))
            )
        if placed.partly:
            self._report_missing_columns(placed.row)

    def _report_missing_columns(self, row: Row) -> None:
        """Say which columns the head of a row does not have."""
        form = rows(row.edition or self._form_of(row.key)).get(row.key, ())
        absent = [cell for cell in form if cell not in row.fields]
        self.issues.append(
            issue(
                "T420",
                cells=tuple(cell.id for cell in absent),
                location=row.label.piece.location,
                row=_label_of(row.key, row.edition),
                columns="、".join(column_label(cell, cell.editions[-1]) for cell in absent),
            )
        )

    def _cell(self, cell: Field, slot: Piece, row: Row) -> Cell:
        reading = slot.reading
        state, problem, value, unit = reading.state, reading.problem, None, None
        if state is _REPORTED:
            unclear = reading.compared and cell.column in _OF_TWO_YEARS
            value = None if unclear else number_for(reading, cell.kind)
            if value is None:
                state, problem = State.UNREADABLE, "V503"
            else:
                unit = self._unit(cell, slot, row) if cell.kind is _AMOUNT else reading.unit
        if problem:
            self._issue_of_cell(problem, cell, slot)
        return Cell(
            id=cell.id, value=value, state=state, raw=self._found(slot), location=slot.location, unit=unit
        )

    def _found(self, slot: Piece) -> str:
        """The text of a cell as it stands in the source, where a page shows less of it."""
        if self.of_page and _HIDDEN.search(slot.text):
            return self.text[slot.start : slot.end]
        return slot.text

    def _unit(self, cell: Field, slot: Piece, row: Row) -> str | None:
        """The unit of an amount as its cell writes it, else as the label of its column or its row does."""
        written = slot.reading.unit
        stated = next((unit_in(head.text) for head in row.heads if head.type.endswith("_AMOUNT")), None)
        stated = stated or row.unit
        if written and stated and not stated.startswith(written):
            self._issue_of_cell("V506", cell, slot, found=written, expected=stated)
        return written or stated

    def _issue_of_cell(
        self, code: str, cell: Field, slot: Piece, *, found: str = "", expected: str = ""
    ) -> None:
        self.issues.append(
            issue(
                code,
                cells=(cell.id,),
                location=slot.location,
                raw=slot.text,
                row=f"{row_label(cell.key)} {column_label(cell, cell.editions[-1])}",
                text=slot.text.strip(),
                found=found,
                expected=expected,
            )
        )

    def _refuse(self, placed: PlacedRow, *, count: int) -> None:
        """Report a row without numbers: missing where nothing is written, unreadable where something is."""
        refusal = placed.refusal
        assert refusal is not None
        missing = refusal is Refusal.NO_VALUES
        raw = "" if missing else self._raw(placed)
        location = None if missing else placed.row.label.piece.location
        for cell in self._fields(placed.row):
            self.cells[cell.id] = Cell(
                id=cell.id,
                state=State.MISSING if missing else State.UNREADABLE,
                raw=raw,
                location=location,
            )
        found = count if refusal is Refusal.DOUBLES_DISAGREE else len(placed.cells.cells)
        self.issues.append(self._issue(refusal.code, placed, found=found))

    def _issue(self, code: str, placed: PlacedRow, *, found: object, written: str = "") -> Issue:
        cells = self._fields(placed.row)
        heads = "、".join(head.text for head in placed.row.heads)
        return issue(
            code,
            cells=tuple(cell.id for cell in cells),
            location=placed.row.label.piece.location,
            raw=self._raw(placed),
            row=_label_of(placed.row.key, placed.row.edition),
            found=(heads or "—") if code in ("E302", "T411") else found,
            expected=self._expected_heads(cells) if code == "E302" else len(cells),
            gap=placed.lost,
            foreign=_names(placed.foreign),
            written=written,
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

    def _raw(self, placed: PlacedRow) -> str:
        """The source from the row's label to the last cell behind it."""
        label, slots = placed.row.label, placed.row.slots
        return self.text[label.start : max([label.end, *(slot.end for slot in slots[-1:])])].strip()

    # --- What is not there, and what belongs nowhere

    def fill_absent(self, keys: Collection[str]) -> None:
        """Report as missing every cell of the edition that none of the rows found, by key, has given."""
        tables = {key.partition(".")[0] for key in keys}
        absent: dict[str, list[Field]] = {}
        for cell in _form_of(self.edition):
            if cell.id not in self.cells:
                self.cells[cell.id] = Cell(id=cell.id, state=State.MISSING)
                if cell.key in keys:
                    self.replaced.append(cell.id)
                else:
                    absent.setdefault(cell.key if cell.table in tables else cell.table, []).append(cell)
        for name, cells in absent.items():
            ids = tuple(cell.id for cell in cells)
            if "." in name:
                self.issues.append(issue("T402", cells=ids, row=_label_of(name, self.edition)))
            else:
                self.issues.append(issue("T401", cells=ids, table=table_label(name)))

    def report_stray(self, slots: Sequence[Piece]) -> None:
        """Say that cells belong to no row."""
        first, last = slots[0], slots[-1]
        raw = self.text[first.start : last.end].strip()
        text = " ".join(raw.split())
        self.issues.append(issue("T408", location=first.location, raw=raw, text=text))

    def report_slips(self, placed: Sequence[PlacedRow]) -> None:
        """Say which labels were told in spite of a slip of the pen."""
        for row in placed:
            if row.row.label.written:
                written = " ".join(row.row.label.written.split())
                self.issues.append(self._issue("T422", row, found=len(row.cells.cells), written=written))

    def report_editions(self, found: Sequence[Row]) -> None:
        """Say that no table tells the edition, or that the tables tell two."""
        if self.edition is None:
            self.issues.append(issue("E303"))
        elif [row for row in found if row.edition and row.edition is not self.edition]:
            rows_of = {edition: [row for row in found if row.edition is edition] for edition in Edition}
            names = {
                edition: "、".join(dict.fromkeys(_label_of(row.key, edition) for row in of_edition))
                for edition, of_edition in rows_of.items()
            }
            cells = tuple(cell.id for row in found if row.edition for cell in row.fields)
            self.issues.append(
                issue(
                    "E301",
                    cells=(*dict.fromkeys(cells), *self.replaced),
                    rows_2019=names[Edition.FORM_2019],
                    rows_2021=names[Edition.FORM_2021],
                )
            )


def _names(pieces: Sequence[Piece]) -> str:
    """What pieces say, one behind the other."""
    return "、".join(dict.fromkeys(" ".join(piece.text.split()) for piece in pieces))


def _label_of(key: str, edition: Edition | None) -> str:
    return table_label(DISPUTES) if key == DISPUTES else row_label(key, edition)
