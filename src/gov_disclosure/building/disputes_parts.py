"""Table four in three tables: each part below a heading, with a head and a row of its own."""

from collections.abc import Sequence

from gov_disclosure.building.columns import OUTCOMES, PARTIES, Columns, are_in_place
from gov_disclosure.building.rows import DISPUTES, Head, Node, Row
from gov_disclosure.form.fields import all_fields
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import are_blank

_LAWSUITS = "LITIGATION"


def rows_of_parts(nodes: Sequence[Node]) -> list[Row]:
    """The rows of the three parts; none if the table is of another kind."""
    if len([slots for _, _, slots in nodes if slots]) < len(PARTIES):
        return []
    parts = _parts(nodes)
    names = [[head.type for head in _heads(part) if head.type in PARTIES] for part in parts]
    if names != [[name] for name in PARTIES] or not all(map(_is_whole, parts)):
        return []
    return [_row(part, f"{DISPUTES}.{name.lower()}") for part, name in zip(parts, PARTIES, strict=True)]


def _parts(nodes: Sequence[Node]) -> list[list[Node]]:
    """The nodes, cut before each label of a party that stands behind outcomes."""
    parts: list[list[Node]] = [[]]
    in_outcomes = False
    for node in nodes:
        rule, label, _ = node
        if rule != "text" and in_outcomes and (label.type in PARTIES or label.type == _LAWSUITS):
            parts.append([])
            in_outcomes = False
        in_outcomes = in_outcomes or (rule != "text" and label.type in OUTCOMES)
        parts[-1].append(node)
    return parts


def _heads(part: Sequence[Node]) -> list[Leaf]:
    return [label for rule, label, _ in part if rule != "text"]


def _is_whole(part: Sequence[Node]) -> bool:
    """Whether a part has its outcomes in the form's order, and values behind the last of them alone."""
    outcomes = [label for label in _heads(part) if label.type in OUTCOMES]
    filled = [label for _, label, slots in part if not are_blank(slots)]
    return [label.type for label in outcomes] == [*OUTCOMES] and all(label is outcomes[-1] for label in filled)


def _row(part: Sequence[Node], key: str) -> Row:
    places = [at for at, (rule, label, _) in enumerate(part) if rule != "text" and label.type in OUTCOMES]
    first, last = places[0], places[-1]
    heads = tuple([part[at][1] for at in places])
    texts = tuple([label for rule, label, _ in part[first:last] if rule == "text"])
    _, label, slots = part[last]
    pieces = [head.piece for head in heads]
    columns = Columns.of(pieces)
    alike = bool(pieces[0].row_length) == bool(slots and slots[0].row_length)
    return Row(
        key,
        label,
        slots,
        tuple([cell for cell in all_fields() if cell.key == key]),
        None,
        heads,
        ordered=are_in_place(pieces, columns),
        start=pieces[0].cell if pieces[0].row and alike else None,
        columns=columns,
        head=Head(heads, texts),
    )
