"""The head of table three: what its column labels say of the rows below them."""

from collections.abc import Callable, Sequence
from operator import eq

from attrs import define

from gov_disclosure.lex import Lexeme
from gov_disclosure.scan import Before, Piece

_APPLICANTS = (
    "NATURAL_PERSON",
    "COMMERCIAL_ENTERPRISE",
    "RESEARCH_INSTITUTION",
    "PUBLIC_WELFARE_ORGANIZATION",
    "LEGAL_SERVICE_INSTITUTION",
    "OTHER_ORGANIZATION",
)
HEADS = (*_APPLICANTS, "TOTAL")


def is_subsequence(seen: Sequence[str], expected: Sequence[str], same: Callable[[str, str], bool] = eq) -> bool:
    """Whether labels stand in the form's order, some of them lost."""
    remaining = iter(expected)
    return all(any(same(name, column) for column in remaining) for name in seen)


@define
class Head:
    """What the column labels of table three say of the rows below them."""

    ordered: bool
    """They stand in the form's order."""
    complete: bool
    """Each is there."""
    start: int | None
    """The place of the first in its row, where the layout marks rows."""

    @classmethod
    def of(cls, heads: Sequence[Lexeme], *, early: bool = False) -> "Head":
        """The head that labels make; ``early`` says that another column's label stands before the first."""
        names = [head.type for head in heads if head.type != "TOTAL"]
        lines = [[head.type for head in line] for line in _in_lines(heads)]
        in_order = is_subsequence(names, _APPLICANTS)
        if len(lines) in (1, len(heads)) and not any(head.piece.row for head in heads):
            ordered = in_order and _total_in_place([head.type for head in heads])
        else:
            # Where names take one line or two, those of different lines have no order among each other.
            in_lines = all(is_subsequence(line, HEADS) for line in lines)
            ordered = in_lines and (in_order or set(names) == set(_APPLICANTS))
        # The five kinds of organization stand in a line of their own, below or beside 自然人.
        five = [head.piece for head in heads if head.type in _APPLICANTS[1:]]
        together = all(piece.cell == five[0].cell + index for index, piece in enumerate(five))
        marked = bool(five) and five[0].row > 0
        first = next((head.piece for head in heads if head.type == _APPLICANTS[1]), None)
        start = first.cell - 1 if first is not None and marked and together else None
        return cls(
            ordered and not early, len(names) in (0, len(_APPLICANTS)) and (together or not marked), start
        )


def _in_lines(heads: Sequence[Lexeme]) -> list[list[Lexeme]]:
    """Column labels as they stand side by side: by row, or by line where rows have no marks."""
    lines: list[list[Lexeme]] = []
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
    return (
        (other.before is not Before.CELL or other.cell == one.cell + 1) if one.row else one.line == other.line
    )


def _total_in_place(names: Sequence[str]) -> bool:
    """Whether 总计 stands behind all others, or in the line above 商业企业, behind 自然人."""
    if "TOTAL" not in names:
        return True
    at = names.index("TOTAL")
    before, after = names[:at], names[at + 1 :]
    return not after or (set(before) <= {"NATURAL_PERSON"} and "NATURAL_PERSON" not in after)
