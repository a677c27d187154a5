"""Bars between cells: whether they also stand before the first and behind the last.

    | 规章 | 7 |  |        规章 | 7 |
    | 其他 |   | 0 |      其他 |   | 0

Where they don't, as psql prints a table, a first bar at the start of a line ends an empty cell,
and a last one at its end opens one. Other lines of the same table, with words or numbers in these cells, tell.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from gov_disclosure.form.on_demand import on_demand

BARS: Final = "│┃║╎╏┆┇┊┋╽╿｜"
RULES: Final = "─━═╌╍┄┅┈┉╴╶╸╺╼╾"
JUNCTIONS: Final = "".join(chr(code) for code in range(0x250C, 0x2574) if chr(code) not in BARS + RULES)
EDGE: Final = on_demand(f"[{BARS}{JUNCTIONS}]")
_TO_ASCII = str.maketrans(BARS + RULES + JUNCTIONS, "|" * len(BARS) + "-" * len(RULES) + "+" * len(JUNCTIONS))
# Runs of signs but for the two that are commonest.
_OTHER_SIGNS = on_demand(f"[{BARS}{RULES}{JUNCTIONS}]+".replace("│", "", 1).replace("─", "", 1))

FEWEST_BARS = 2
"""One bar may stand before or behind a cell that has its line to itself."""
# Of one line the end may be lost.
_FEWEST_OPEN = 2
_RULE_SIGNS = "-+=: "
# Of fewer lines the first and the last cells may happen to be empty.
_FEWEST_DOUBLED = 4
_DOUBLED = on_demand(r"\|\|(?:[^|]*+\|\|)++")


def with_ascii_bars(text: str) -> str:
    """A line with bars, dashes and plus signs for box characters in their places, if it has more than rules."""
    if not EDGE.search(text):
        return text
    text = text.replace("│", "|").replace("─", "-")
    return _OTHER_SIGNS.sub(lambda signs: signs[0].translate(_TO_ASCII), text)


def are_doubled(text: str) -> bool:
    """Whether all bars of a text are pairs, those at the ends of lines too, as in MoinMoin: ``||规章||7||``."""
    if "||" not in text:
        return False
    rows = [line.strip() for line in text.splitlines() if "|" in line]
    return len(rows) >= _FEWEST_DOUBLED and all(map(_DOUBLED.fullmatch, rows))


def may_be_bare(text: str) -> bool:
    """Whether a text has a line with something behind the last of its bars; in most, bars end every line."""
    if "|" not in text and "│" not in text:
        return False
    parted = [line for line in text.splitlines() if line.count("|") >= FEWEST_BARS or "│" in line]
    return any(map(_ends_in_cell, parted))


def _ends_in_cell(line: str) -> bool:
    bars = line.count("|") + line.count("│")
    return bars >= FEWEST_BARS and line.rstrip()[-1] not in "|│"


def bare_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 1, of the lines whose bars all stand between two cells."""
    found: set[int] = set()
    for together, block in groupby(enumerate(lines, 1), key=lambda line: _is_of_table(line[1])):
        if together:
            found.update(_bare([(number, line) for number, line in block if "|" in line]))
    return frozenset(found)


def _is_of_table(line: str) -> bool:
    return "|" in line or ("--" in line and not line.strip(_RULE_SIGNS))


def _bare(block: Sequence[tuple[int, str]]) -> Iterator[int]:
    """The lines of one table with as many bars as others that don't begin and end with one."""
    bars = [(number, line.count("|"), line.strip()) for number, line in block]
    before = {count for _, count, line in bars if line[0] != "|"}
    behind = {count for _, count, line in bars if line[-1] != "|"}
    bare = {count for count in before & behind if count >= FEWEST_BARS}
    open_lines = [line for _, _, line in bars if line[0] != "|" and line[-1] != "|"]
    if len(open_lines) >= _FEWEST_OPEN and not any(line[0] == "|" and line[-1] == "|" for _, _, line in bars):
        # Where no line is closed, every bar at an end has an empty cell behind it.
        bare = {count for _, count, _ in bars if count >= FEWEST_BARS}
    return (number for number, count, _ in bars if count in bare)
