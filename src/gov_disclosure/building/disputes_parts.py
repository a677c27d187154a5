"""Table four in three rows: each part below a heading, with a head of its own, or all below one head.

    行政复议                      类别             | 结果维持 | … | 总计
    结果维持 | … | 总计           行政复议         | 1        | … | 3
    1        | … | 3              未经复议直接起诉 | 0        | … | 0

A part is known by its name alone: where one is lacking, or another stands there, none is read.
"""

from collections.abc import Sequence

from gov_disclosure.building.columns import OUTCOMES, PARTIES, are_in_place
from gov_disclosure.building.rows import DISPUTES, Head, Node, Row
from gov_disclosure.form.fields import all_fields
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, are_blank

_LAWSUITS = "LITIGATION"


def rows_of_parts(nodes: Sequence[Node]) -> list[Row]:
    """The rows of the three parts; none if the table is of another kind."""
    return _below_their_names(nodes) or _beside_their_names(nodes)


def _beside_their_names(nodes: Sequence[Node]) -> list[Row]:
    """The rows below one head of outcomes, each beside the name of its part; a row of sums may follow."""
    named = [(rule, label, slots) for rule, label, slots in nodes if rule != "text" and label.type != _LAWSUITS]
    names = [label.type for _, label, _ in named[len(OUTCOMES) :]]
    if [label.type for _, label, _ in named[: len(OUTCOMES)]] != [*OUTCOMES] or names[: len(PARTIES)] != [
        *PARTIES
    ]:
        return []
    head, parts, others = named[: len(OUTCOMES)], named[len(OUTCOMES) :][: len(PARTIES)], names[len(PARTIES) :]
    first, last = head[0][1].start, parts[-1][1].start
    between = any(rule == "text" and first < label.start < last for rule, label, _ in nodes)
    if between or others not in ([], [OUTCOMES[-1]]) or not all(are_blank(slots) for _, _, slots in head):
        return []
    if any(are_blank(slots) for _, _, slots in parts):
        return []
    heads = Head(tuple(label for _, label, _ in head))
    return [_row_below(heads, label, slots) for _, label, slots in parts]


def _below_their_names(nodes: Sequence[Node]) -> list[Row]:
    """The rows that stand below the heads of their own."""
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
    texts = tuple([label for rule, label, _ in part[first:last] if rule == "text"])
    _, label, slots = part[last]
    return _row_below(Head(tuple([part[at][1] for at in places]), texts), label, slots, key)


def _row_below(head: Head, label: Leaf, slots: Sequence[Piece], key: str = "") -> Row:
    """The row of a part below a head of five columns; its key is that of its label, if it has one."""
    key = key or f"{DISPUTES}.{label.type.lower()}"
    return Row(
        key,
        label,
        slots,
        tuple([cell for cell in all_fields() if cell.key == key]),
        None,
        head.labels,
        ordered=are_in_place([one.piece for one in head.labels]),
        head=head,
    )
