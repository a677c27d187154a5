"""The way through the stages, from text to report."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from gov_disclosure.building.builder import build
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.placement import place_rows
from gov_disclosure.building.remarks import remarks
from gov_disclosure.building.tables import read_tables
from gov_disclosure.form.trees import Tree
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import NotAReportError, StrictParseError
from gov_disclosure.model.issue_kinds.document import BY_GUESS, BY_MARK
from gov_disclosure.model.issues import Issue, Level, issue
from gov_disclosure.model.report import Report
from gov_disclosure.parsing.headings import resolve_headings
from gov_disclosure.parsing.lexemes import Leaf, Lexeme
from gov_disclosure.parsing.lexer import lex
from gov_disclosure.parsing.parser import parse_tree
from gov_disclosure.scanning.assembly import assemble_torn_labels
from gov_disclosure.scanning.pieces import Piece
from gov_disclosure.scanning.run_together import split_run_together
from gov_disclosure.scanning.scanner import scan
from gov_disclosure.scanning.wrapped import join_wrapped_cells
from gov_disclosure.sources.encodings import UTF_8, Decoded, read_text
from gov_disclosure.sources.line_numbers import without_line_numbers


def parse(text: str, *, strict: bool = False) -> Report:
    """Read the text of a 政府信息公开工作年度报告.

    What could not be read becomes an issue of the report; no number is reported that is not certain.

    Raises:
        TypeError: ``text`` is no ``str``.
        NotAReportError: the text has neither a heading nor a table of the form.
        StrictParseError: ``strict`` is set and an issue of level error was found.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    report = read_stages(text).report
    if report is None:
        raise NotAReportError(error_text("not_a_report"))
    errors = tuple(found for found in report.issues if found.level is Level.ERROR)
    if strict and errors:
        raise StrictParseError(errors)
    return report


@frozen(eq=False)
class Stages:
    """What each stage of reading made of a text."""

    pieces: Sequence[Piece]
    """The cells and lines that its layout sets apart, put right."""
    lexemes: Sequence[Lexeme]
    """Labels, headings, values and lines of prose."""
    tree: Tree[Leaf]
    """The report, its sections and tables, as ``grammar/report.lark`` has them."""
    rows: Sequence[PlacedRow]
    """The rows of the tables under their columns, or refused."""
    report: Report | None
    """``None`` for a text that has neither a heading nor a table of the form."""


def read_stages(text: str) -> Stages:
    """Read a text, and keep what each stage made."""
    text = without_line_numbers(text)
    pieces: Sequence[Piece] = scan(text)
    pieces = join_wrapped_cells(pieces)
    pieces = split_run_together(pieces)
    pieces = assemble_torn_labels(pieces)
    lexemes: Sequence[Lexeme] = lex(pieces)
    lexemes = resolve_headings(lexemes)
    tree, leaves = parse_tree(lexemes)
    tables = read_tables(tree)
    placed = place_rows(tables, leaves)
    report = build(text, tree, leaves, tables, placed)
    if report is not None:
        report = evolve(report, issues=_in_order((*report.issues, *remarks(report))))
    return Stages(pieces, lexemes, tree, placed, report)


def read(path: str | PathLike[str], *, strict: bool = False) -> Report:
    """Read a report from a text file (``.txt``, ``.text``, ``.md``).

    Its encoding is what its byte order mark says, or UTF-8, or is guessed: GB18030, Big5 or UTF-16, with the
    extra ``encodings``. Every byte must be text in it. An issue (D107) names an encoding that is not UTF-8.

    Raises:
        OSError: the file can't be opened.
        FileFormatError: it is of another kind or encoding, is cut inside a character, or is no text; or its
            encoding can't be guessed because the extra is not installed.
        NotAReportError, StrictParseError: as :func:`parse`.
    """
    return read_decoded(read_text(Path(path)), str(path), strict=strict)


def read_decoded(decoded: Decoded, source: str, *, strict: bool = False) -> Report:
    """Read a report from the text of a file, or of standard input, that ``source`` names."""
    report = parse(decoded.text, strict=strict)
    issues = report.issues
    if decoded.encoding != UTF_8:
        how = BY_GUESS if decoded.guessed else BY_MARK
        issues = _in_order((*issues, issue("D107", encoding=decoded.encoding, how=how)))
    return evolve(report, issues=issues, source=source)


def _in_order(issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """By family, then by place."""
    return tuple(
        sorted(issues, key=lambda found: (found.code[0] not in "DSE", found.location is None, found.location))
    )
