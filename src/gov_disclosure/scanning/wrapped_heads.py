"""The head of table four with each label wrapped in its column, as it comes out line by line.

    结果 结果 其他 尚未
    总计 结果 结果 其他 尚未 结果 结果 其他 尚未
    维持 纠正 结果 审结 总计 总计
    维持 纠正 结果 审结 维持 纠正 结果 审结

The lines have the halves of all fifteen labels and nothing else, those of each part side by side in the order
of the form: then the labels stand there whole.
"""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from gov_disclosure.form.values import read_value
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.scanning.pieces import Piece, Separator
from gov_disclosure.scanning.spaced import is_line, words_of

_PARTS = 3
_HALF = 2
_MOST_LINES = 8
_LONGEST = 100


def with_heads_joined(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces; of a wrapped head of table four the fifteen labels in the place of its lines."""
    joined: list[Piece] = []
    for in_head, run in groupby(pieces, key=_is_of_head):
        lines = list(run)
        joined += (_labels(lines) if in_head and 1 < len(lines) <= _MOST_LINES else ()) or lines
    return joined


def _is_of_head(piece: Piece) -> bool:
    """Whether a line has halves of labels alone."""
    if not is_line(piece) or len(piece.text) > _LONGEST:
        return False
    words = piece.text.split()
    return bool(words) and all(word in _words().known for word in words)


def _labels(lines: Sequence[Piece]) -> list[Piece]:
    """The labels of all parts, in order; none where the lines are not those of the whole head."""
    words = _words()
    upper: list[list[Piece]] = []
    lower: list[list[Piece]] = []
    totals: list[Piece] = []
    for line in lines:
        found = words_of(line)
        totals += (word for word in found if word.text in words.total)
        halves = [word for word in found if word.text not in words.total]
        for start in range(0, len(halves), len(words.upper)):
            run = halves[start : start + len(words.upper)]
            said = tuple(word.text for word in run)
            if said == words.upper:
                upper.append(run)
            elif said == words.lower and len(lower) < len(upper):
                lower.append(run)
            else:
                return []
    if not len(upper) == len(lower) == len(totals) == _PARTS:
        return []
    return [
        label
        for above, below, total in zip(upper, lower, totals, strict=True)
        for label in (*map(_whole, above, below), total._replace(separator=Separator.SPACE))
    ]


def _whole(above: Piece, below: Piece) -> Piece:
    text = f"{above.text}\n{below.text}"
    return above._replace(text=text, separator=Separator.SPACE, reading=read_value(text), last=below.end)


class _Words(NamedTuple):
    upper: tuple[str, ...]
    lower: tuple[str, ...]
    total: frozenset[str]
    known: frozenset[str]


@cache
def _words() -> _Words:
    disputes = terminals("disputes")
    labels = [disputes[name][0] for name in ("UPHELD", "RECTIFIED", "OTHER", "PENDING")]
    upper, lower = (tuple(label[:_HALF] for label in labels), tuple(label[_HALF:] for label in labels))
    total = frozenset(terminals("requests")["TOTAL"])
    return _Words(upper, lower, total, frozenset((*upper, *lower, *total)))
