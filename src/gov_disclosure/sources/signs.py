"""The signs of tables: whether a text may have any of a kind, told before what reads them is loaded.

They are asked of every text, most of which have none, and have to be quick.
"""

import re
from typing import Final

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.bars import BARS, RULES

LATEX: Final = "\\begin{"
MEDIAWIKI: Final = "{|"
ASCIIDOC: Final = "|==="
TYPST: Final = "table("
TROFF: Final = ".TS"
# How a cell is set: a head, a side, a span.
TEXTILE: Final = ("|_", "|<", "|>", "|=", "|\\", "|/", "|^", "|~", "|-", "|(", "|{", "|[")
FRAME_IN_BOXES: Final = "┆"
COVERED_IN_DOKUWIKI: Final = ":::"
# One of these is in every rule.
_DRAWN: Final = ("+--", "|--", "+==", *RULES)
# A rule stands behind the head of a table in a line.
_MARKDOWN_IN_A_LINE: Final = tuple(
    f"|{parted}|{padding}{rule}" for parted in ("", " ") for padding in ("", " ") for rule in "-:"
)
_COUNTING: Final = on_demand(r"^ +0 +1 +2(?= |$)", re.MULTILINE)
FEWEST_FIELDS: Final = 3
# Prose may have as many commas in two lines, but hardly in more.
FEWEST_LINES: Final = 4


def has_one(text: str, *signs: str) -> bool:
    """Whether one of some signs stands in a text; its first character alone is looked for much faster."""
    return any(sign in text for sign in signs if sign[0] in text)


def may_be_drawn(text: str) -> bool:
    """Whether a text has lines of box characters, or of dashes between plus signs; most have none."""
    return has_one(text, *_DRAWN)


def has_bars(text: str) -> bool:
    """Whether a text has box characters between cells."""
    return has_one(text, *BARS)


def are_tabs_doubled(text: str) -> bool:
    """Whether all tabs of a text are pairs, on several lines: one behind each cell, one before the next."""
    if "\t\t" not in text or text.count("\t") != 2 * text.count("\t\t"):
        return False
    return sum("\t" in line for line in text.splitlines()) >= FEWEST_LINES


def has_tags(text: str) -> bool:
    """Whether tags of HTML stand in a text."""
    return has_one(text, "</")


def may_be_markup(text: str) -> bool:
    """Whether a text may have a table of HTML."""
    return has_one(text, "<t", "<T")


def may_be_ruled(text: str) -> bool:
    """Whether a text may have columns below runs of dashes."""
    return has_one(text, "- -", "-  -", "= =", "=  =")


def may_be_padded(text: str) -> bool:
    """Whether a text may have a table in columns of spaces, whose lines end in spaces too."""
    return has_one(text, "  \n", "  \r\n") or text.endswith("  ")


def may_be_separated(text: str, sign: str) -> bool:
    """Whether a text has as many of a sign as a table whose fields it parts."""
    return text.count(sign) >= (FEWEST_FIELDS - 1) * FEWEST_LINES


def may_be_quoted(text: str) -> bool:
    """Whether a text may have fields in quotation marks, between tabs or bars."""
    return has_one(text, '"\t', '"|')


def may_be_listed(text: str) -> bool:
    """Whether a text may have lists of rows, as programs print them."""
    return has_one(text, '",', "',")


def may_be_latex(text: str) -> bool:
    """Whether a text may have a table of LaTeX."""
    return has_one(text, LATEX)


def may_be_framed(text: str) -> bool:
    """Whether a text may have a data frame: a word in the place of an empty cell, or numbered columns."""
    return (
        has_one(text, "NaN", "<NA>")
        or ("N" in text and " None" in text)
        or ("n" in text and " nan" in text)
        or (" 0 " in text and _COUNTING.search(text) is not None)
    )


def may_be_framed_in_boxes(text: str) -> bool:
    """Whether a text may have a data frame in boxes."""
    return FRAME_IN_BOXES in text


def may_be_in_a_line(text: str) -> bool:
    """Whether a text may have a table of Markdown that has lost its line ends."""
    return (
        has_one(text, "---", ":-", "-:") and has_one(text, "||", "| |") and has_one(text, *_MARKDOWN_IN_A_LINE)
    )


def may_be_mediawiki(text: str) -> bool:
    """Whether a text may have a table of MediaWiki."""
    return has_one(text, MEDIAWIKI)


def may_be_dokuwiki(text: str) -> bool:
    """Whether a text may have a table of DokuWiki: a head and what is beside it, or a covered place."""
    return has_one(text, "^ ", COVERED_IN_DOKUWIKI)


def may_be_asciidoc(text: str) -> bool:
    """Whether a text may have a table of AsciiDoc."""
    return has_one(text, ASCIIDOC)


def may_be_typst(text: str) -> bool:
    """Whether a text may have a table of Typst."""
    return has_one(text, TYPST) and has_one(text, "columns:")


def may_be_textile(text: str) -> bool:
    """Whether a text may have a table of Textile with signs before its cells."""
    return "|" in text and has_one(text, ". ", ".|") and has_one(text, *TEXTILE)


def may_be_troff(text: str) -> bool:
    """Whether a text may have a table of troff."""
    return TROFF in text
