"""What finds tables whose rows and columns a text marks, one for each family of layouts.

What reads them is loaded with the first text that may have one.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from gov_disclosure.layouts.kind import Finder
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources import signs
from gov_disclosure.sources.grid import Line

_Tables = Iterator[Grid]
_Lines = Sequence[Line]


def _drawn(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.drawn import drawn_tables

    return drawn_tables(lines)


def _ruled(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.ruled import ruled_tables

    return ruled_tables(lines)


def _padded(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.padded import padded_tables

    return padded_tables(lines)


def _commas(text: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.separated import COMMA

    return iter(COMMA.tables(text, lines))


def _semicolons(text: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.separated import SEMICOLON

    return iter(SEMICOLON.tables(text, lines))


def _quoted(text: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.separated import quoted_tables

    return quoted_tables(text, lines)


def _markup(text: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.html_tables import markup_tables

    return markup_tables(text, lines)


def _listed(text: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.listed import listed_tables

    return listed_tables(text, lines)


def _latex(text: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.latex import latex_tables

    return latex_tables(text, lines)


def _framed(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.framed import framed_tables

    return framed_tables(lines)


def _framed_in_boxes(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.framed_in_boxes import tables_framed_in_boxes

    return tables_framed_in_boxes(lines)


def _in_a_line(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.markdown_in_a_line import tables_in_a_line

    return tables_in_a_line(lines)


def _mediawiki(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.mediawiki import mediawiki_tables

    return mediawiki_tables(lines)


def _dokuwiki(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.dokuwiki import dokuwiki_tables

    return dokuwiki_tables(lines)


def _asciidoc(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.asciidoc import asciidoc_tables

    return asciidoc_tables(lines)


def _typst(text: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.typst import typst_tables

    return typst_tables(text, lines)


def _textile(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.textile import textile_tables

    return textile_tables(lines)


def _troff(_: str, lines: _Lines) -> _Tables:
    from gov_disclosure.sources.troff import troff_tables

    return troff_tables(lines)


DRAWN: Final = Finder(signs.may_be_drawn, _drawn)
"""Lines between cells, of box characters or of bars, dashes and plus signs."""
DASHED: Final = Finder(signs.may_be_ruled, _ruled)
"""Columns below runs of dashes."""
PADDED: Final = Finder(signs.may_be_padded, _padded)
"""Columns of spaces, each line as wide as the others."""
COMMAS: Final = Finder(partial(signs.may_be_separated, sign=","), _commas)
"""Fields between commas."""
SEMICOLONS: Final = Finder(partial(signs.may_be_separated, sign=";"), _semicolons)
"""Fields between semicolons."""
QUOTED: Final = Finder(signs.may_be_quoted, _quoted)
"""Fields in quotation marks, between tabs or bars."""
MARKUP: Final = Finder(signs.may_be_markup, _markup)
"""Tags of HTML."""
LISTED: Final = Finder(signs.may_be_listed, _listed)
"""Lists of rows, as JSON and Python print them."""
LATEX: Final = Finder(signs.may_be_latex, _latex)
"""Environments of LaTeX."""
FRAMED: Final = Finder(signs.may_be_framed, _framed)
"""Data frames printed by pandas."""
FRAMED_IN_BOXES: Final = Finder(signs.may_be_framed_in_boxes, _framed_in_boxes)
"""Data frames printed by polars."""
MARKDOWN_IN_A_LINE: Final = Finder(signs.may_be_in_a_line, _in_a_line)
"""Tables of Markdown without line ends."""
MEDIAWIKI: Final = Finder(signs.may_be_mediawiki, _mediawiki)
"""Marks of MediaWiki."""
DOKUWIKI: Final = Finder(signs.may_be_dokuwiki, _dokuwiki)
"""Bars and carets of DokuWiki."""
ASCIIDOC: Final = Finder(signs.may_be_asciidoc, _asciidoc)
"""Bars of AsciiDoc, between two edges."""
TYPST: Final = Finder(signs.may_be_typst, _typst)
"""Calls of Typst."""
TEXTILE: Final = Finder(signs.may_be_textile, _textile)
"""Bars of Textile, with what a cell spans behind them."""
TROFF: Final = Finder(signs.may_be_troff, _troff)
"""What ``tbl`` sets in troff."""
