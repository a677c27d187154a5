"""Heads: what the column labels of a table say of the rows below them."""

from collections.abc import Callable, Sequence
from operator import attrgetter, eq, gt
from typing import NamedTuple

from gov_disclosure.parsing.lexemes import PROSE, Leaf
from gov_disclosure.scanning.pieces import Piece, Separator

_APPLICANTS = (
    "NATURAL_PERSON",
    "COMMERCIAL_ENTERPRISE",
    "RESEARCH_INSTITUTION",
    "PUBLIC_WELFARE_ORGANIZATION",
    "LEGAL_SERVICE_INSTITUTION",
    "OTHER_ORGANIZATION",
)
HEADS = (*_APPLICANTS, "TOTAL")
_PLACES = {name: place for place, name in enumerate(HEADS)}
_FIVE = frozenset(_APPLICANTS[1:])
"""The kinds of organization."""
OUTCOMES = ("UPHELD", "RECTIFIED", "OTHER", "PENDING", "TOTAL")
"""The columns of each of the three parts of table four."""
PARTIES = ("RECONSIDERATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
"""What stands above each part."""
OVER_PARTIES = (PARTIES[0], "LITIGATION", *PARTIES[1:])
"""The same in the form's order, and what stands over the last two."""
ORGANIZATIONS = "ORGANIZATIONS"
"""What stands above five of them."""
_SPACE, _CELL = Separator.SPACE, Separator.CELL
_row_length = attrgetter("row_length")


def is_subsequence(seen: Sequence[str], expected: Sequence[str], same: Callable[[str, str], bool] = eq) -> bool:
    """Whether labels stand in the form's order, some of them lost."""
    remaining = iter(expected)
    if same is eq:
        return all(name in remaining for name in seen)
    return all(any(same(name, column) for column in remaining) for name in seen)


def are_in_place(labels: Sequence[Piece]) -> bool:
    """Whether all labels of a head stand apart and in order, as far as the text marks their places."""
    if not all(map(_row_length, labels)):
        return True
    stops = [label.cell + label.colspan for label in labels]
    return not any(map(gt, stops, [label.cell for label in labels[1:]]))


class ColumnHeader(NamedTuple):
    """What the column labels of table three say of the rows below them."""

    ordered: bool
    """They stand in the form's order."""
    complete: bool
    """Each is there."""
    proven: bool = True
    """Whether nothing but sums has to say that the columns stand in the form's order."""

    @classmethod
    def of(cls, heads: Sequence[Leaf], early: Leaf | None = None) -> "ColumnHeader":
        """The head that labels make; ``early`` is one that stands before the first that may open a head."""
        turned = _is_turned([early, *heads] if early else heads)
        grouped = ORGANIZATIONS in [head.type for head in heads]
        heads = [head for head in _without_copies(heads) if head.type in _PLACES]
        kinds = [head.type for head in heads]
        whole = [head.piece for head in sorted(heads, key=_place)] if len(heads) == len(HEADS) else []
        # They stand in a line of their own, below or beside 自然人.
        five = [head.piece for head in heads if head.type in _FIVE]
        cells = [piece.cell for piece in five]
        together = cells == [*range(cells[0], cells[0] + len(cells))] if cells else True
        marked = bool(five) and five[0].row > 0
        persons = len(five) + kinds.count(_APPLICANTS[0])
        return cls(
            # Of two columns of sums one is not the form's, and nobody knows which.
            ordered=_are_in_order(heads) and are_in_place(whole) and not turned and kinds.count("TOTAL") < 2,
            complete=persons in (0, len(_APPLICANTS)) and (together or not marked),
            proven=grouped or _total_is_last(kinds),
        )


def _without_copies(heads: Sequence[Leaf]) -> list[Leaf]:
    """The labels but for a tool's copies: those that say what the cell before says, or that straight above."""
    above = {(head.type, head.piece.row, head.piece.cell) for head in heads if head.piece.row}
    return [
        head
        for before, head in zip([None, *heads], heads, strict=False)
        if not (before and before.type == head.type and _is_next(before.piece, head.piece))
        and (head.type, head.piece.row - 1, head.piece.cell) not in above
    ]


def _is_next(one: Piece, other: Piece) -> bool:
    return one.row == other.row > 0 and one.cell + max(one.colspan, 1) == other.cell


def _place(head: Leaf) -> int:
    return _PLACES[head.type]


def _are_in_order(heads: Sequence[Leaf]) -> bool:
    names = [head.type for head in heads if head.type in _APPLICANTS]
    lines = _in_lines(heads)
    in_order = is_subsequence(names, _APPLICANTS)
    if len(lines) in (1, len(heads)) and not any(head.piece.row for head in heads):
        return in_order and _total_in_place([head.type for head in heads])
    if any(head.piece.separator is _SPACE for head in heads):
        # Labels between spaces have been put in the order in which they stand side by side.
        return in_order and _total_ends_its_line([head.piece for head in heads if head.type == "TOTAL"], heads)
    # Where names take one line or two, those of different lines have no order among each other.
    in_lines = all(is_subsequence([head.type for head in line], HEADS) for line in lines)
    return in_lines and (in_order or set(names) == set(_APPLICANTS))


def _total_ends_its_line(totals: Sequence[Piece], heads: Sequence[Leaf]) -> bool:
    """Whether nothing stands behind 总计 on the line where it begins."""
    places = [(head.piece.line, head.piece.column) for head in heads]
    return not any(line == total.line and column > total.column for total in totals for line, column in places)


def _is_turned(heads: Sequence[Leaf]) -> bool:
    """Whether 自然人 stands behind another column, or behind all organizations."""
    if heads and heads[0].type == PROSE and any(kind in HEADS for kind in heads[0].kinds):
        return True
    pieces = {head.type: head.piece for head in heads}
    person = pieces.get("NATURAL_PERSON")
    if person is None:
        return False
    above = [head.piece for head in heads if ORGANIZATIONS in head.kinds]
    beside = [one for one in above if (one.row, one.line) == (person.row, person.line)]
    if any((one.cell, one.start) < (person.cell, person.start) for one in beside):
        return True
    first, last = (pieces.get(name) for name in _APPLICANTS[1::4])
    if first is None or last is None or first.row != last.row or bool(person.row) != bool(last.row):
        return False
    if person.row:
        # In its own row of cells, further right than the last of them.
        return person.cell > last.cell
    # So on its own line, where others stand side by side: before a cell that has its line alone may be a tag.
    lines = [pieces[name].line for name in _APPLICANTS[1:] if name in pieces]
    return len(set(lines)) < len(lines) and person.column > last.column


def _in_lines(heads: Sequence[Leaf]) -> list[list[Leaf]]:
    """Column labels as they stand side by side: by row, or by line where rows have no marks."""
    lines: list[list[Leaf]] = []
    for head in heads:
        if lines and _is_beside(lines[-1][-1].piece, head.piece):
            lines[-1].append(head)
        else:
            lines.append([head])
    return lines


def _is_beside(one: Piece, other: Piece) -> bool:
    if one.row != other.row:
        return False
    # Where cells stand one a line, two rows that ran together have the empty cells of spans between them.
    return (other.separator is not _CELL or other.cell == one.cell + 1) if one.row else one.line == other.line


def _total_is_last(names: Sequence[str]) -> bool:
    return "TOTAL" not in names[:-1]


def _total_in_place(names: Sequence[str]) -> bool:
    """Whether 总计 stands behind all others, or in the line above 商业企业, behind 自然人."""
    if "TOTAL" not in names:
        return True
    at = names.index("TOTAL")
    before, after = names[:at], names[at + 1 :]
    return not after or (set(before) <= {"NATURAL_PERSON"} and "NATURAL_PERSON" not in after)
