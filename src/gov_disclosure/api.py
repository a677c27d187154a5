"""The way through the stages, from text to report."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from gov_disclosure.building.beside import refuse_beside_words
from gov_disclosure.building.beside_lines import refuse_beside_lines
from gov_disclosure.building.builder import build, front_of
from gov_disclosure.building.caption_words import Own
from gov_disclosure.building.captions import refuse_captioned
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.placement import place_rows
from gov_disclosure.building.remarks import remarks
from gov_disclosure.building.tables import read_tables
from gov_disclosure.form.arguments import require
from gov_disclosure.form.trees import Tree
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import NotAReportError
from gov_disclosure.model.issues import Issue, Level, Location, issue
from gov_disclosure.model.messages import Message, joined
from gov_disclosure.model.report import Report
from gov_disclosure.model.strict import StrictParseError
from gov_disclosure.parsing.appendices import with_appendix_at_home
from gov_disclosure.parsing.boundaries import Extent, extents_of
from gov_disclosure.parsing.headings import resolve_headings
from gov_disclosure.parsing.lexemes import Leaf, Lexeme
from gov_disclosure.parsing.lexer import lex
from gov_disclosure.parsing.older_forms import named_as_older
from gov_disclosure.parsing.own_years import without_own_year
from gov_disclosure.parsing.parser import parse_tree
from gov_disclosure.parsing.sections import settle_labels
from gov_disclosure.parsing.slips import with_labels_put_right
from gov_disclosure.parsing.torn_values import with_torn_values
from gov_disclosure.scanning.assembly import assemble_torn_labels
from gov_disclosure.scanning.broken_tags import without_broken_tags
from gov_disclosure.scanning.labels_apart import set_labels_apart
from gov_disclosure.scanning.pieces import Piece, Pieces
from gov_disclosure.scanning.rows_over_lines import join_rows_over_lines
from gov_disclosure.scanning.run_together import split_run_together
from gov_disclosure.scanning.scanner import scan
from gov_disclosure.scanning.wrapped import join_wrapped_cells
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.formats import Source, opened
from gov_disclosure.sources.latex_printed import printed_text
from gov_disclosure.sources.line_numbers import without_line_numbers
from gov_disclosure.sources.pages import shown_text
from gov_disclosure.sources.pages.references import Characters, with_characters
from gov_disclosure.sources.placed_pages import PlacedPage, placed_page
from gov_disclosure.sources.places_in_file import PlacesInFile, relocated
from gov_disclosure.sources.terminal import on_terminal

# So many other reports of a text are named.
_MOST_NAMED = 5
_UNTITLED = Message("没有标题的一份", "one without a title")


def parse(text: str, *, strict: bool = False) -> Report:
    """Read the text of a 政府信息公开工作年度报告.

    What could not be read becomes an issue of the report; no number is reported that is not certain. Of several
    reports the first is given, alone, and an issue (T412) names the others.

    Raises:
        TypeError: ``text`` is no ``str``.
        NotAReportError: the text has neither a heading nor a table of the form, nor of those before it.
        StrictParseError: ``strict`` is set and an issue of level error was found.
    """
    return _first(_Source.of(text), strict=strict)


def _first(source: "_Source", *, strict: bool) -> Report:
    extents = _extents(source)
    for number, stages in enumerate(_read_each(source, extents)):
        if stages.report is not None:
            others = extents[:number] + extents[number + 1 :]
            return _held(_naming(stages.report, others, source), strict=strict)
    raise NotAReportError(error_text("not_a_report"))


def parse_all(text: str, *, strict: bool = False) -> tuple[Report, ...]:
    """Read every report of a text, in order, each entirely its own; places are those in the whole text.

    A title of another body or another year begins another report, and so does the same title again over tables
    that stand there already. A text without any gives none.

    Raises:
        TypeError: ``text`` is no ``str``.
        StrictParseError: ``strict`` is set and an issue of level error was found.
    """
    reports = (stages.report for stages in read_stages(text))
    return tuple(_held(report, strict=strict) for report in reports if report is not None)


def _held(report: Report, *, strict: bool) -> Report:
    """The report, unless it is to be free of errors and is not."""
    errors = tuple(found for found in report.issues if found.level is Level.ERROR)
    if strict and errors:
        raise StrictParseError(errors)
    return report


def _naming(report: Report, others: Sequence[Extent], source: "_Source") -> Report:
    """The report, with an issue that names the others of its text."""
    if not others:
        return report
    names = [_name(extent) for extent in others[:_MOST_NAMED]]
    named = issue(
        "T412",
        count=len(others),
        others=joined(names, Message("、", ", ")),
        location=source.origin(others[0].pieces[0].location),
    )
    return evolve(report, issues=_in_order((*report.issues, named)))


def _name(extent: Extent) -> Message:
    return Message(f"《{extent.name}》", f"“{extent.name}”") if extent.name else _UNTITLED


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


def read_stages(text: str) -> tuple[Stages, ...]:
    """Read a text report by report, and keep what each stage made; a text without any is one stretch."""
    return _stages(_Source.of(text))


def stages_of(document: Document) -> tuple[Stages, ...]:
    """Read a file's document report by report, and keep what each stage made."""
    return _stages(_Source.of_document(document))


def _stages(source: "_Source") -> tuple[Stages, ...]:
    return tuple(_read_each(source, _extents(source)))


@frozen(eq=False)
class _Source:
    """A text without the numbers that a tool has set before its lines; each offset is what it was."""

    text: str
    shown: str
    """What a page or a terminal shows of it, or LaTeX prints; the text itself, where it is none of these."""
    document: Document | None = None
    """The file that it is of, if that is no text."""
    page: Characters | PlacedPage | None = None
    """The page that is read in another form than its own: where in it things were found."""

    @classmethod
    def of(cls, text: str) -> "_Source":
        require("text", text, str)
        placed = placed_page(text)
        if placed:
            return cls(placed.document.text, placed.document.text, placed.document, placed)
        page = with_characters(text)
        text = without_line_numbers(page.text if page else text)
        return cls(text, printed_text(shown_text(on_terminal(text))), page=page)

    @classmethod
    def of_document(cls, document: Document) -> "_Source":
        """The text of a file; one without tables of its own may have tables in its text."""
        if document.grids or document.marks:
            return cls(document.text, document.text, document)
        return cls.of(document.text)

    def origin(self, location: Location) -> Location:
        """Where in the text that was given something of this one was found."""
        return self.page.origin(location) if self.page else location


def _extents(source: _Source) -> list[Extent]:
    """The pieces of each report of a text."""
    pieces = Pieces.of(scan(source.shown, source.document.grids if source.document else ()))
    pieces = without_broken_tags(pieces)
    pieces = join_rows_over_lines(pieces)
    pieces = join_wrapped_cells(pieces)
    pieces = split_run_together(pieces)
    pieces = set_labels_apart(pieces)
    return extents_of(assemble_torn_labels(pieces))


def _read_each(source: _Source, extents: Sequence[Extent]) -> Iterator[Stages]:
    ends = [*(extent.pieces[0].start for extent in extents[1:]), len(source.text)]
    for extent, end in zip(extents, ends, strict=True):
        yield _read_pieces(source, end, without_own_year(extent.pieces, extent.titles))


def _read_pieces(source: _Source, end: int, pieces: Sequence[Piece]) -> Stages:
    """Read the report that the pieces make, of a source up to an end."""
    pieces = with_torn_values(pieces)
    lexemes: Sequence[Lexeme] = lex(pieces)
    lexemes = with_labels_put_right(pieces, lexemes)
    lexemes = named_as_older(lexemes)
    lexemes = resolve_headings(lexemes)
    lexemes = with_appendix_at_home(lexemes)
    lexemes = settle_labels(lexemes)
    tree, leaves = parse_tree(lexemes)
    tables = read_tables(tree)
    front = front_of(tree, leaves)
    own = Own(front.year, front.issuer)
    found = refuse_beside_words(place_rows(tables, leaves, pieces, source.shown), pieces, own)
    placed = refuse_captioned(refuse_beside_lines(found, leaves, own), leaves, pieces, own)
    report = build(source.text, source.shown, end, tree, leaves, tables, placed, front)
    if report is not None:
        report = evolve(report, issues=_in_order((*report.issues, *remarks(report))))
        report = relocated(report, source.origin) if source.page else report
    return Stages(pieces, lexemes, tree, placed, report)


def read(source: Source, *, name: str | None = None, strict: bool = False) -> Report:
    """Read a report from a file: a path, its bytes, or a file that is open for reading bytes.

    What it is is told by its content; :func:`formats <gov_disclosure.formats>` lists what can be read. A text
    or a page is in the encoding that its byte order mark tells, in UTF-8, or in that of GB18030, Big5 and
    UTF-16 which gives the form's words; every byte must be text in it. An issue (D107) names it if not UTF-8.
    ``name`` is what the report has as its ``source``, where that is no path.

    Raises:
        TypeError: ``source`` is none of these.
        OSError: the file can't be opened.
        FileFormatError: it is of a kind that is not read, needs an extra that is not installed, or is broken.
        NotAReportError, StrictParseError: as :func:`parse`.
    """
    document, name = opened(source, name)
    return _of_file(_first(_Source.of_document(document), strict=strict), document, name)


def read_all(source: Source, *, name: str | None = None, strict: bool = False) -> tuple[Report, ...]:
    """Read every report of a file, in order.

    Raises:
        TypeError, OSError, FileFormatError, StrictParseError: as :func:`read`.
        NotAReportError: it has none.
    """
    return read_document(*opened(source, name), strict=strict)


def read_document(document: Document, name: str, *, strict: bool = False) -> tuple[Report, ...]:
    """Read every report in the document of a file that ``name`` names."""
    source = _Source.of_document(document)
    found = (stages.report for stages in _read_each(source, _extents(source)))
    reports = [_held(report, strict=strict) for report in found if report is not None]
    if not reports:
        raise NotAReportError(error_text("not_a_report"))
    return tuple(_of_file(report, document, name) for report in reports)


def _of_file(report: Report, document: Document, name: str) -> Report:
    """The report with its file's name, places in the file, and issues of what the file has beside."""
    places = PlacesInFile(document)
    placed = places.of(report)
    noticed = tuple(
        one.issue if one.start is None else evolve(one.issue, location=places.at(one.start))
        for one in document.notices
    )
    return evolve(placed, issues=_in_order((*placed.issues, *noticed)), source=name)


def _in_order(issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """By family, then by place."""
    return tuple(
        sorted(issues, key=lambda found: (found.code[0] not in "DSE", found.location is None, found.location))
    )
