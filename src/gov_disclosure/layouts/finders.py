"""What finds tables whose rows and columns a text marks, one for each family of layouts."""

from typing import Final

from gov_disclosure.layouts.kind import Finder
from gov_disclosure.sources.dokuwiki import dokuwiki_tables, may_be_dokuwiki
from gov_disclosure.sources.drawn import drawn_tables, may_be_drawn
from gov_disclosure.sources.framed import framed_tables, may_be_framed
from gov_disclosure.sources.framed_in_boxes import may_be_framed_in_boxes, tables_framed_in_boxes
from gov_disclosure.sources.html_tables import markup_tables, may_be_markup
from gov_disclosure.sources.latex import latex_tables, may_be_latex
from gov_disclosure.sources.listed import listed_tables, may_be_listed
from gov_disclosure.sources.markdown_in_a_line import may_be_in_a_line, tables_in_a_line
from gov_disclosure.sources.mediawiki import may_be_mediawiki, mediawiki_tables
from gov_disclosure.sources.ruled import may_be_ruled, ruled_tables
from gov_disclosure.sources.separated import COMMA, SEMICOLON, may_be_quoted, quoted_tables

DRAWN: Final = Finder(may_be_drawn, lambda _, lines: drawn_tables(lines))
"""Lines between cells, of box characters or of bars, dashes and plus signs."""
DASHED: Final = Finder(may_be_ruled, lambda _, lines: ruled_tables(lines))
"""Columns below runs of dashes."""
COMMAS: Final = Finder(COMMA.may_part, lambda _, lines: COMMA.tables(lines))
"""Fields between commas."""
SEMICOLONS: Final = Finder(SEMICOLON.may_part, lambda _, lines: SEMICOLON.tables(lines))
"""Fields between semicolons."""
QUOTED: Final = Finder(may_be_quoted, quoted_tables)
"""Fields in quotation marks, between tabs or bars."""
MARKUP: Final = Finder(may_be_markup, markup_tables)
"""Tags of HTML."""
LISTED: Final = Finder(may_be_listed, listed_tables)
"""Lists of rows, as JSON and Python print them."""
LATEX: Final = Finder(may_be_latex, latex_tables)
"""Environments of LaTeX."""
FRAMED: Final = Finder(may_be_framed, lambda _, lines: framed_tables(lines))
"""Data frames printed by pandas."""
FRAMED_IN_BOXES: Final = Finder(may_be_framed_in_boxes, lambda _, lines: tables_framed_in_boxes(lines))
"""Data frames printed by polars."""
MARKDOWN_IN_A_LINE: Final = Finder(may_be_in_a_line, lambda _, lines: tables_in_a_line(lines))
"""Tables of Markdown without line ends."""
MEDIAWIKI: Final = Finder(may_be_mediawiki, lambda _, lines: mediawiki_tables(lines))
"""Marks of MediaWiki."""
DOKUWIKI: Final = Finder(may_be_dokuwiki, lambda _, lines: dokuwiki_tables(lines))
"""Bars and carets of DokuWiki."""
