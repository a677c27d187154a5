"""Texts whose lines a tool has numbered: ``cat -n``, ``nl``, ``grep -n``, an editor, a viewer."""

from collections.abc import Sequence
from itertools import pairwise

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.grid import lines_of

_NUMBER = on_demand(r"[ \t]*(\d{1,6})(?:[ \t:]|$)")
# As viewers set it: "  12 │ 规章". A bar that only some lines have is a table's.
_BARRED = on_demand(r"[ \t]*(\d{1,6}) *[│|](?: |$)")
_FEWEST_LINES = 8
# So much of the text has to show it; a line may be lost, doubled, split or moved.
_SHARE = 0.8
_MOST_STEP = 2


def without_line_numbers(text: str) -> str:
    """The text with spaces in the place of the numbers before its lines; every offset stays what it was."""
    # The cheapest test first: nearly every text ends here.
    if not text.lstrip()[:1].isdigit():
        return text
    lines = [line for line in lines_of(text) if line.text.strip()]
    barred = all(_BARRED.match(line.text) for line in lines)
    pattern = _BARRED if barred else _NUMBER
    found = [(line, number) for line in lines if (number := pattern.match(line.text))]
    numbers = [int(number[1]) for _, number in found]
    steps = sum(1 for one, other in pairwise(numbers) if 0 < other - one <= _MOST_STEP)
    if len(lines) < _FEWEST_LINES or steps < _SHARE * (len(lines) - 1):
        return text
    parts, end = [], 0
    for index, (line, number) in enumerate(found):
        if _is_counted(numbers, index):
            parts += [text[end : line.start], " " * number.end()]
            end = line.start + number.end()
    return "".join([*parts, text[end:]])


def _is_counted(numbers: Sequence[int], index: int) -> bool:
    """Whether a number goes on from the one before it, or to the one behind."""
    beside = (numbers[max(index - 1, 0)], numbers[min(index + 1, len(numbers) - 1)])
    return any(0 < abs(numbers[index] - other) <= _MOST_STEP for other in beside)
