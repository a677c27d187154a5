"""The one row of table four: reconsiderations and lawsuits."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice

from gov_disclosure.building.columns import OUTCOMES, OVER_PARTIES, PARTIES, are_in_place, is_subsequence
from gov_disclosure.building.disputes_parts import rows_of_parts
from gov_disclosure.building.heads import is_foreign_line
from gov_disclosure.building.row_cells import is_text
from gov_disclosure.building.rows import DISPUTES, MOST_HEADS, Found, Head, Node, Row, numbers
from gov_disclosure.form.fields import Field, all_fields
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, are_blank
from gov_disclosure.scanning.sums import adds_up

_OUTCOMES = OUTCOMES * len(PARTIES)
_PART = len(OUTCOMES)
# 行政复议（上年）.
_LONGEST_PARTY = 12
# Of rows with names so many are told.
_MOST_NAMED = 3


def read_disputes(nodes: list[Node], found: Found) -> None:
    """Read the row of table four, or the three that it is in."""
    labelled = [index for index, (rule, _, _) in enumerate(nodes) if rule != "text"]
    if not labelled:
        for _, _, slots in nodes:
            found.stray(slots)
        return
    if parts := rows_of_parts(nodes):
        found.rows += parts
        return
    for table in _tables(nodes):
        _read_table(table, found)


def _tables(nodes: list[Node]) -> list[list[Node]]:
    """The nodes, cut where the head begins again below a row, be that one empty; uncut unless each has one."""
    tables: list[list[Node]] = [[]]
    outcomes, has_row = 0, False
    for node in nodes:
        rule, label, slots = node
        if rule != "text":
            if has_row and label.type == OVER_PARTIES[0]:
                tables.append([])
                outcomes, has_row = 0, False
            outcomes += label.type in OUTCOMES
        tables[-1].append(node)
        # A cell for each column is a row; fewer empty ones stand among labels.
        row = len(slots) >= len(_OUTCOMES) or not are_blank(slots)
        has_row = has_row or (row and outcomes >= len(_OUTCOMES))
    return tables if has_row else [nodes]


def _read_table(nodes: list[Node], found: Found) -> None:
    labelled = [index for index, (rule, _, _) in enumerate(nodes) if rule != "text"]
    last = labelled[-1]
    heads = [nodes[index][1] for index in labelled]
    types = [head.type for head in heads]
    outcomes = [name for name in types if name in OUTCOMES]
    parties = [name for name in dict.fromkeys(types) if name in OVER_PARTIES]
    filled = [index for index, (_, _, slots) in enumerate(nodes) if slots and not are_blank(slots)]
    values = _behind_torn_labels(nodes, filled, last) if parties == list(OVER_PARTIES) else last
    label, slots = nodes[last][1], nodes[values][2]
    found.strays += [nodes[index][2] for index in filled if index != values]
    among = bool(filled) and filled[0] < last
    # One of two that stand there under one name is the other, and which nobody knows.
    twice = types.count(OVER_PARTIES[-1]) > 1 and OVER_PARTIES[-2] not in types
    # What stands in the place of 行政复议 is another kind of case.
    other = OVER_PARTIES[0] not in types and any(_is_short(text) for _, text, _ in nodes[: labelled[0]])
    ordered = _is_in_runs(outcomes) and is_subsequence(parties, OVER_PARTIES) and not (among or twice or other)
    complete = len(outcomes) >= len(_OUTCOMES)
    over = [head.piece for head in heads if head.type in OUTCOMES][: len(_OUTCOMES)] if complete else []
    ordered = ordered and are_in_place(over)
    cells, named = _outcome_fields(), tuple(heads[:MOST_HEADS])
    texts = tuple(nodes[index][1] for index in range(labelled[0], values + 1) if nodes[index][0] == "text")
    head = Head(tuple(heads), texts)
    row = Row(DISPUTES, label, slots, cells, None, named, ordered, complete, (), head)
    behind = nodes[last : last + 1] if slots and not are_blank(slots) else nodes[last:]
    names = tuple(islice(_names_of_rows(behind), _MOST_NAMED))
    # A column of its own may begin with what stands straight above the first label.
    above = nodes[labelled[0] - 1] if labelled[0] else None
    strange = above is not None and not above[1].piece.row and is_foreign_line(above[1].piece.text, DISPUTES)
    found.rows.append(row._replace(named=names, proven=not strange))


def _names_of_rows(behind: Sequence[Node]) -> Iterator[Piece]:
    """What stands in rows before values, behind the last label of the head; fifteen cells have no name."""
    for rule, label, slots in behind:
        own = [label.piece] if rule == "text" else []
        for _, pieces in groupby([*own, *slots], key=lambda piece: piece.row):
            row: list[Piece] = list(pieces)
            filled = [slot for slot in row if slot.reading is not BLANK]
            if row[0].row and len(row) != len(_OUTCOMES) and filled and is_text(filled[0]):
                yield from filled[:1] if len(numbers(filled)) >= _PART else ()


def _is_short(text: Leaf) -> bool:
    return bool(text.piece.text.strip()) and len(text.piece.text.split()[0]) <= _LONGEST_PARTY


def _behind_torn_labels(nodes: Sequence[Node], filled: Sequence[int], last: int) -> int:
    """The node with the values: the last label's, or where torn labels follow it, the one that adds up."""
    filled = [index for index in filled if index >= last]
    if len(filled) != 1 or len(nodes[filled[0]][2]) != len(_OUTCOMES):
        return last
    return filled[0] if adds_up(nodes[filled[0]][2]) else last


@cache
def _outcome_fields() -> tuple[Field, ...]:
    """The fifteen cells of table four, the same in both editions."""
    return tuple(cell for cell in all_fields() if cell.table == DISPUTES)


def _is_in_runs(outcomes: Sequence[str]) -> bool:
    """Whether outcomes come in the form's order: three times five, some lost, or each five whole."""
    if len(outcomes) <= len(_OUTCOMES):
        return is_subsequence(outcomes, _OUTCOMES)
    whole = tuple(outcomes) == _OUTCOMES[:_PART] * (len(outcomes) // _PART)
    return whole and len(outcomes) <= 2 * len(_OUTCOMES)
