r"""What a terminal shows of a text whose lines are drawn with letters, in the character set that is for that.

    \x1b(0lqqqwqqk\x1b(B        ┌───┬──┐
    \x1b(0x\x1b(B规章\x1b(0x\x1b(B        │规章│

Each sign of control becomes characters that are not shown, one for each, so that all else keeps its place, but
for what begins or ends a line: that stays its edge. Other signs, of colours and of places, are left as they
are: a cell that has one may say more than its number.
"""

import re

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.form.on_demand import on_demand

_DRAWS = "\x1b(0"
_DRAWN = on_demand(r"\x1b\(0([^\x1b\r\n]*)(\x1b\([AB])?")
_LINES = str.maketrans("jklmnqtuvwx", "┘┐┌└┼─├┤┴┬│")
_BEGINS = on_demand(rf"^({NOT_SHOWN}+)([^{NOT_SHOWN}\r\n])", re.MULTILINE)
_ENDS = on_demand(rf"([^{NOT_SHOWN}\r\n])({NOT_SHOWN}+)(?=\r?$)", re.MULTILINE)


def on_terminal(text: str) -> str:
    """The text with lines in the place of the letters that draw them; all but the edges of lines stay."""
    if _DRAWS not in text:
        return text
    drawn = _DRAWN.sub(_as_lines, text)
    return _BEGINS.sub(r"\2\1", _ENDS.sub(r"\2\1", drawn))


def _as_lines(found: re.Match[str]) -> str:
    return f"{NOT_SHOWN * len(_DRAWS)}{found[1].translate(_LINES)}{NOT_SHOWN * len(found[2] or '')}"
