r"""What a cell of LaTeX says: its text without what sets its type, and what it spans.

A command that is not known stays in the text, so that a number beside it is none: it may strike it out, raise
it, or hide it.
"""

import re
from itertools import accumulate
from typing import NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.remembered import Remembered

_DRAWN = (
    r"\\(?:(?:[htb]|first|last)?h?line|toprule|midrule|bottomrule|end(?:first|last)?(?:head|foot)|noalign\{\})(?![A-Za-z])"
    r"(?:\[[^\]]{0,40}\])?"
    r"|\\(?:X?cline|cmidrule|hhline|(?:row|cell)color|arrayrulecolor)(?:\[[^\]]{0,40}\]|\([^)]{0,40}\)){0,2}"
    r"\{[^{}]{0,80}\}"
    r"|^[ \t]*+%.*$"
)
_RULES = on_demand(_DRAWN, re.MULTILINE)
_LEAD = on_demand(rf"(?:\s++|{_DRAWN})*+", re.MULTILINE)
# How wide the columns are may be worked out: p{(\linewidth - 6\tabcolsep) * \real{0.5}}.
_WIDTH = r"\{(?:[^{}]|\{[^{}]{0,80}+\}){0,160}+\}"
_COLUMNS = on_demand(
    rf"\\multicolumn\s*\{{\s*(\d{{1,2}})\s*\}}\s*\{{(?:[^{{}}]|{_WIDTH}){{0,80}}+\}}(?=\s*\{{)"
)
_ROWS = on_demand(
    r"\\multirow(?:cell)?\s*(?:\[[^\]]{0,20}\])?\s*\{\s*(-?\d{1,3})\s*\}\s*(?:\[[^\]]{0,20}\])?"
    r"\s*(?:\{[^{}]{0,40}\}|\*)?\s*(?:\[[^\]]{0,20}\])?(?=\s*\{)"
)
# A table in a cell breaks its lines, and so does a small page.
_INNER = (
    r"\\begin\{(?:tabular[xy*]?|minipage)\}(?:\[[^\]]{0,20}\])?\{(?:[^{}]|\{[^{}]{0,80}\}){0,80}\}"
    r"|\\end\{(?:tabular[xy*]?|minipage)\}"
)
_TYPE = (
    r"\\(?:text(?:bf|it|rm|sf|tt|sc|normal|up)?|emph|math(?:rm|bf|sf|it|normal)|bm|boldsymbol|[mh]box|underline|num"
    r"|makecell|thead|shortstack|bfseries|bf|itshape|rm|sf|tt|normalfont|centering|raggedright|raggedleft"
    r"|arraybackslash|displaystyle|leavevmode|noindent|strut|heiti|songti|fangsong|kaishu)(?![A-Za-z])\*?[ \t]*"
    r"(?:\[[^\]]{0,20}\])?"
)
# Smaller type in front of all is that of the cell, and elsewhere that of a note's mark.
_SIZE = on_demand(
    r"[\s{]*\\(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|fontsize\{[^{}]{0,9}\}\{[^{}]{0,9}\})"
    r"(?![A-Za-z])(?:\\selectfont)?"
)
_WRITTEN = on_demand(
    rf"(?P<none>{_INNER}|{_TYPE}|\\[()]|[{{}}$])|\\verb\*?(?P<bar>[^a-zA-Z\s*])(?P<verb>[^\n]{{0,400}}?)(?P=bar)|\\(?P<name>[A-Za-z]+)(?:\{{\}})?|\\(?P<sign>.)|(?P<quote>``|'')|~",
    re.DOTALL,
)
_NAMES = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "newline": "\n",
    "par": "\n",
    "quad": " ",
    "qquad": " ",
    "ldots": "…",
    "dots": "…",
}
_SIGNS = {"\\": "\n", " ": " ", ",": " ", ";": " ", ":": " ", "\n": " ", **{sign: sign for sign in "&%$#_{}"}}
# A sign of comment at the end of a line takes that away, and the blanks behind it.
_LINE_END = on_demand(r"(?<!\\)%[ \t]*\r?\n\s*")
_MOST_SPAN = 64
_DRESSED = re.compile(r"[\\${~`']")


class Said(NamedTuple):
    """A cell as its reader sees it."""

    text: str
    lead: int
    """How much stands before it: rules and blanks."""
    across: int
    down: int
    """How many columns and rows it spans; below 0 where it stands in the last of these rows."""


def without_rules(text: str) -> str:
    """The text without lines that are drawn between rows, and without comments."""
    return _RULES.sub("", text) if "\\" in text or "%" in text else text


def read_cell(written: str) -> Said:
    """What stands between two signs."""
    if not _DRESSED.search(written):
        shown = written.strip()
        return _new(Said, (shown, len(written) - len(written.lstrip()), 1, 1))
    return _read[written]


def _read_commands(written: str) -> Said:
    lead = _LEAD.match(written)
    text, across = _without_span(_COLUMNS, _LINE_END.sub("", without_rules(written)))
    text, down = _without_span(_ROWS, text)
    text = _WRITTEN.sub(_shown, _without_size(text))
    lines = filter(None, map(str.strip, text.splitlines()))
    across, down = min(max(across, 1), _MOST_SPAN), min(max(down, -_MOST_SPAN), _MOST_SPAN) or 1
    return Said("\n".join(lines), lead.end() if lead else 0, across, down)


def _without_span(span: re.Pattern[str], text: str) -> tuple[str, int]:
    found = span.search(text)
    return (text[: found.start()] + text[found.end() :], int(found[1])) if found else (text, 1)


def _without_size(text: str) -> str:
    r"""The text without the size of its type; in "{\tiny 5}26" that is the size of a mark before the number."""
    size = _SIZE.match(text)
    if size is None or ("{" in size[0] and not _is_one_group(text.strip())):
        return text
    return text[: size.start()] + text[size.end() :]


def _is_one_group(text: str) -> bool:
    depths = accumulate((text.count("{", at, at + 1) - text.count("}", at, at + 1)) for at in range(len(text)))
    return text[:1] == "{" and text[-1:] == "}" and all(depth > 0 for depth in list(depths)[:-1])


# The labels of the form, and how they are set, are much the same in all reports.
_read = Remembered(_read_commands, most=1024, longest=400)


def _shown(written: re.Match[str]) -> str:
    if written["none"]:
        return ""
    if written["bar"]:
        return written["verb"]
    if written["name"]:
        return _NAMES.get(written["name"], written[0])
    if written["quote"]:
        return "“" if written["quote"] == "``" else "”"
    return _SIGNS.get(written["sign"], written[0]) if written["sign"] else " "


# What a cell says, in full: by its class it takes twice as long.
_new = tuple.__new__
