"""The head of table four with each label wrapped in its column, as it comes out line by line.

    结果 结果 其他 尚未
    总计 结果 结果 其他 尚未 结果 结果 其他 尚未
    维持 纠正 结果 审结 总计 总计
    维持 纠正 结果 审结 维持 纠正 结果 审结

The lines have the pieces of all fifteen labels and nothing else: those of each part of the table side by side
in the order of the form, or those of each label one below the other on the page. So the labels are whole.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from gov_disclosure.form.values import read_value
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.scanning.display import by_width
from gov_disclosure.scanning.pieces import Piece, Separator
from gov_disclosure.scanning.spaced import is_line, words_of

_PARTS = 3
_MOST_LINES = 8
_LONGEST = 250


def with_heads_joined(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces; of a wrapped head of table four the fifteen labels in the place of its lines."""
    joined: list[Piece] = []
    for in_head, run in groupby(pieces, key=_is_of_head):
        lines = list(run)
        is_head = in_head and 1 < len(lines) <= _MOST_LINES
        joined += ((_labels(lines) or _labels_by_place(lines)) if is_head else ()) or lines
    return joined


def _is_of_head(piece: Piece) -> bool:
    """Whether a line has parts of labels alone."""
    if not is_line(piece) or len(piece.text) > _LONGEST:
        return False
    words = piece.text.split()
    return bool(words) and all(word in _words().known for word in words)


def _labels(lines: Sequence[Piece]) -> list[Piece]:
    """The labels of all parts, in order; none where the lines are not those of the whole head."""
    words = _words()
    parts: list[list[list[Piece]]] = []
    totals: list[Piece] = []
    for line in lines:
        found = words_of(line)
        totals += (word for word in found if word.text.strip() in words.total)
        others = [word for word in found if word.text.strip() not in words.total]
        for start in range(0, len(others), len(words.labels)):
            run = [[word] for word in others[start : start + len(words.labels)]]
            begun = next((part for part in parts if _begins([*map(_joined, part, run)])), None)
            if begun:
                begun[:] = map(_joined, begun, run)
            elif _begins(run):
                parts.append(run)
            else:
                return []
    if not len(parts) == len(totals) == _PARTS or any(
        tuple(map(_said, part)) != words.labels for part in parts
    ):
        return []
    return [_whole(*label) for part, total in zip(parts, totals, strict=True) for label in (*part, [total])]


def _begins(part: Sequence[Sequence[Piece]]) -> bool:
    """Whether words, stacked by columns, are what the labels of a part begin with."""
    labels = _words().labels
    return len(part) == len(labels) and all(
        label.startswith(_said(words)) for label, words in zip(labels, part, strict=True)
    )


def _said(words: Sequence[Piece]) -> str:
    return "".join(word.text.strip() for word in words)


def _joined(above: Sequence[Piece], below: Sequence[Piece]) -> list[Piece]:
    return [*above, *below]


def _labels_by_place(lines: Sequence[Piece]) -> list[Piece]:
    """The labels whose parts stand one below the other; none unless they are those of the form, in order."""
    words = _words()
    whole = (*words.labels, words.first_total) * _PARTS
    for measured in (by_width, len):
        columns = _columns(lines, measured)
        if tuple(map(_said, columns)) == whole:
            return [_whole(*column) for column in columns]
    return []


def _columns(lines: Sequence[Piece], measured: Callable[[str], int]) -> list[list[Piece]]:
    """The words of lines, those that stand one below the other together, from the left."""
    placed: list[tuple[int, int, Piece]] = []
    for line in lines:
        for word in words_of(line):
            said = word.text.strip()
            at = line.text.find(said, word.start - line.start)
            start = measured(line.text[:at])
            placed.append((start, start + measured(said), word))
    columns: list[list[Piece]] = []
    end = -1
    for start, stop, word in sorted(placed, key=lambda one: one[0]):
        if start >= end:
            columns.append([])
        columns[-1].append(word)
        end = max(end, stop)
    return [sorted(column, key=lambda word: word.line) for column in columns]


def _whole(*parts: Piece) -> Piece:
    text = "\n".join(part.text.strip() for part in parts)
    return parts[0]._replace(text=text, separator=Separator.SPACE, reading=read_value(text), last=parts[-1].end)


class _Words(NamedTuple):
    labels: tuple[str, ...]
    """The labels of a part, but for its total."""
    first_total: str
    total: frozenset[str]
    known: frozenset[str]
    """The labels and all their stretches."""


@cache
def _words() -> _Words:
    disputes, totals = terminals("disputes"), terminals("requests")["TOTAL"]
    labels = tuple(disputes[name][0] for name in ("UPHELD", "RECTIFIED", "OTHER", "PENDING"))
    stretches = {
        label[start:end]
        for label in (*labels, totals[0])
        for start in range(len(label))
        for end in range(start + 1, len(label) + 1)
    }
    return _Words(labels, totals[0], frozenset(totals), frozenset((*stretches, *totals)))
