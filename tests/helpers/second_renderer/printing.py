"""Ways in which tools print a table with merged cells, each written by looking at what the tool gives."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from unicodedata import east_asian_width

from attrs import frozen

from helpers.second_renderer.form import Box, Made, Table

Rows = list[list[str]]
Print = Callable[[Table], str]


@frozen
class Place:
    """A place of a table: the box that stands there, and whether it begins there."""

    box: Box
    starts_row: bool
    starts_column: bool


def places(table: Table) -> list[list[Place]]:
    """Every place of the table's grid."""
    found: dict[tuple[int, int], Place] = {}
    for row, boxes in enumerate(table):
        column = 0
        for box in boxes:
            while (row, column) in found:
                column += 1
            for down in range(box.rows):
                for right in range(box.columns):
                    found[row + down, column + right] = Place(box, down == 0, right == 0)
    width = max(column for _, column in found) + 1
    return [[found[row, column] for column in range(width)] for row in range(len(table))]


# --- What becomes of merged cells -------------------------------------------------------------------------


def blank(table: Table, filler: str = "") -> Rows:
    """A place that a box takes besides its first is empty: Excel, pandoc, Camelot."""
    return [
        [place.box.text if place.starts_row and place.starts_column else filler for place in row]
        for row in places(table)
    ]


def copied(table: Table) -> Rows:
    """It has the text of the box: pandas.read_html, python-docx."""
    return [[place.box.text for place in row] for row in places(table)]


def dropped(table: Table) -> Rows:
    """It is not there: html2text, BeautifulSoup's get_text."""
    return [[box.text for box in row] for row in table]


def begun(table: Table) -> Rows:
    """It is empty where the box comes from above, not there where it comes from the left: Word, Tika."""
    return [
        [place.box.text if place.starts_row else "" for place in row if place.starts_column]
        for row in places(table)
    ]


# --- Signs between cells ----------------------------------------------------------------------------------


def bars(rows: Rows, outer: bool = True, rule: str = "|") -> str:
    lines = [" | ".join(row) for row in rows]
    dashes = rule.join(["---"] * len(rows[0]))
    if outer:
        lines, dashes = [f"| {line} |" for line in lines], f"|{dashes}|"
    return "\n".join([lines[0], dashes, *lines[1:]])


def bars_padded(rows: Rows) -> str:
    """As a formatter of Markdown pads it."""
    widths = widths_of(rows)
    lines = [f"| {' | '.join(map(left, row, widths))} |" for row in rows]
    return "\n".join([lines[0], f"| {' | '.join('-' * width for width in widths)} |", *lines[1:]])


def tabs(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def commas(rows: Rows, quoting: int = csv.QUOTE_MINIMAL) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=quoting, lineterminator="\n").writerows(rows)
    return file.getvalue().rstrip("\n")


def one_a_line(rows: Rows, between: str = "\n", before: str = "", after: str = "") -> str:
    return after.join(between.join(f"{before}{text}" for text in row) + between for row in rows)


def printed_lists(rows: Rows) -> str:
    """As print() shows the rows of pdfplumber."""
    return "\n".join(str([text or None for text in row]) for row in rows)


# --- Columns by place -------------------------------------------------------------------------------------


def wide(text: str) -> int:
    """How many columns of a terminal it takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def left(text: str, width: int) -> str:
    return text + " " * (width - wide(text))


def right(text: str, width: int) -> str:
    return " " * (width - wide(text)) + text


def widths_of(rows: Rows) -> list[int]:
    return [max(map(wide, column)) for column in zip(*rows, strict=True)]


def boxed(rows: Rows, signs: str, between: bool = True) -> str:
    """As tabulate draws it ("grid", "fancy_grid"), or prettytable, that has no rules between rows."""
    widths = widths_of(rows)
    vertical, horizontal = signs[0], signs[1]
    top, middle, bottom = (
        edges[0] + edges[1].join(horizontal * (width + 2) for width in widths) + edges[2]
        for edges in (signs[2:5], signs[5:8], signs[8:11])
    )
    lines = [f"{vertical} {f' {vertical} '.join(map(left, row, widths))} {vertical}" for row in rows]
    body = f"\n{middle}\n".join(lines) if between else "\n".join([lines[0], middle, *lines[1:]])
    return f"{top}\n{body}\n{bottom}"


def frame(rows: Rows, empty: str) -> str:
    """As pandas prints a frame without names: an index, columns on the right, widths in characters."""
    numbered = [["", *map(str, range(len(rows[0])))]]
    numbered += [[str(index), *(text or empty for text in row)] for index, row in enumerate(rows)]
    widths = [max(map(len, column)) for column in zip(*numbered, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(t.rjust(w) for t, w in zip(row[1:], widths[1:], strict=True))])
        for row in numbered
    )


def frame_bars(rows: Rows) -> str:
    """As pandas' to_markdown prints it, with its index and the numbers of the columns."""
    numbered = [["", *map(str, range(len(rows[0])))]]
    return bars([*numbered, *[[str(index), *row] for index, row in enumerate(rows)]])


def laid_out(rows: Rows) -> str:
    """As pdftotext -layout: every column at its place, nothing in between."""
    widths = [width + 3 for width in widths_of(rows)]
    return "\n".join("".join(map(left, row, widths)).rstrip() for row in rows)


def spaced(rows: Rows, gap: str = " ") -> str:
    """As lynx -dump, or the words of a page in reading order."""
    return "\n".join(gap.join(text for text in row if text) for row in rows)


def wrapped(table: Table, width: int = 14) -> str:
    """As the text of a page: numbers beside the first line of their label, what is left of it below."""
    lines: list[str] = []
    for row in table:
        labels = "".join(box.text for box in row if not box.is_value)
        numbers = [box.text for box in row if box.is_value and box.text]
        if not numbers or len(labels) <= width:
            lines.append(" ".join(box.text for box in row if box.text))
            continue
        lines += [" ".join([labels[:width], *numbers]), labels[width:]]
    return "\n".join(lines)


# --- HTML -------------------------------------------------------------------------------------------------


def tags(table: Table, cell: Callable[[str], str] = escape, end: str = "") -> str:
    out = ["<table>"]
    for row in table:
        cells = [f"<td{spans(box)}>{end}{cell(box.text)}{end}</td>" for box in row]
        out.append(f"<tr>{end}{end.join(cells)}{end}</tr>")
    return "\n".join([*out, "</table>"])


def spans(box: Box) -> str:
    return "".join(f' {name}="{n}"' for name, n in (("rowspan", box.rows), ("colspan", box.columns)) if n > 1)


def styled(text: str) -> str:
    """As Word's "save as web page" writes it."""
    return f'<p class=MsoNormal align=center><span lang=EN-US style="font-size:10.5pt">{escape(text) or "&nbsp;"}</span></p>'


def tags_of_rows(rows: Rows) -> str:
    return tags([[Box(text) for text in row] for row in rows])


# --- Documents --------------------------------------------------------------------------------------------

Parts = Sequence[str | Table]


def lines_of(made: Made, table: Print, gap: str = "\n") -> str:
    """A text: each part on its lines, an empty one between two if `gap` has it."""
    parts = [made.title, *(part if isinstance(part, str) else table(part) for part in made.parts)]
    return f"{gap}".join(parts) + "\n"


def marked(made: Made, table: Print) -> str:
    """Markdown: titles behind signs, empty lines between."""
    return "\n\n".join([f"# {made.title}", *_marked(made.parts, table)]) + "\n"


def _marked(parts: Parts, table: Print) -> Iterator[str]:
    for number, part in enumerate(parts):
        if not isinstance(part, str):
            yield table(part)
        else:
            yield f"## {part}" if number % 2 == 0 else part


def page(made: Made, table: Print) -> str:
    body = [f"<p>{part}</p>" if isinstance(part, str) else table(part) for part in made.parts]
    head = f'<html><head><meta charset="utf-8"><title>{made.title}</title></head>'
    return "\n".join([head, "<body>", f"<h1>{made.title}</h1>", *body, "</body></html>", ""])


def _cells(merged: Callable[[Table], Rows], signs: Callable[[Rows], str]) -> Print:
    return lambda table: signs(merged(table))


def _text(
    merged: Callable[[Table], Rows], signs: Callable[[Rows], str], gap: str = "\n"
) -> Callable[[Made], str]:
    return partial(lines_of, table=_cells(merged, signs), gap=gap)


def _markdown(merged: Callable[[Table], Rows], signs: Callable[[Rows], str]) -> Callable[[Made], str]:
    return partial(marked, table=_cells(merged, signs))


_GRID = "|-+++" + "+++" + "+++"
_FANCY = "│─╒╤╕├┼┤╘╧╛"

WAYS: Mapping[str, Callable[[Made], str]] = {
    "markdown, blank": _markdown(blank, bars),
    "markdown, copied": _markdown(copied, bars),
    "markdown, dropped": _markdown(dropped, bars),
    "markdown, None": _markdown(partial(blank, filler="None"), bars),
    "markdown, no outer bars": _markdown(blank, partial(bars, outer=False)),
    "markdown, padded": _markdown(blank, bars_padded),
    "org": _markdown(blank, partial(bars, rule="+")),
    "tabs, blank": _text(blank, tabs),
    "tabs, copied": _text(copied, tabs),
    "tabs, dropped": _text(dropped, tabs),
    "tabs, begun": _text(begun, tabs),
    "commas, blank": _text(blank, commas),
    "commas, copied": _text(copied, commas),
    "commas, quoted": _text(blank, partial(commas, quoting=csv.QUOTE_ALL)),
    "lines": _text(dropped, one_a_line),
    "lines, apart": _text(dropped, partial(one_a_line, between="\n\n")),
    "lines, blank": _text(blank, one_a_line),
    "lines, rows apart": _text(begun, partial(one_a_line, before="\t", after="\n")),
    "html": partial(page, table=tags),
    "html, styled": partial(page, table=partial(tags, cell=styled, end="\n")),
    "html, blank": partial(page, table=_cells(blank, tags_of_rows)),
    "html, copied": partial(page, table=_cells(copied, tags_of_rows)),
    "tabulate grid, blank": _text(blank, partial(boxed, signs=_GRID), "\n\n"),
    "tabulate grid, copied": _text(copied, partial(boxed, signs=_GRID), "\n\n"),
    "tabulate fancy, blank": _text(blank, partial(boxed, signs=_FANCY), "\n\n"),
    "prettytable, blank": _text(blank, partial(boxed, signs=_GRID, between=False), "\n\n"),
    "prettytable, copied": _text(copied, partial(boxed, signs=_GRID, between=False), "\n\n"),
    "pandas, NaN": _text(blank, partial(frame, empty="NaN")),
    "pandas, blank": _text(blank, partial(frame, empty="")),
    "pandas, copied": _text(copied, partial(frame, empty="NaN")),
    "pandas markdown, blank": _text(blank, frame_bars),
    "pandas markdown, copied": _text(copied, frame_bars),
    "pdf, laid out": _text(blank, laid_out),
    "pdf, laid out, apart": _text(blank, laid_out, "\n\n"),
    "pdf, words": _text(dropped, spaced),
    "pdf, wide gaps": _text(dropped, partial(spaced, gap="   ")),
    "pdf, wrapped": partial(lines_of, table=wrapped),
    "pdfplumber, printed": _text(blank, printed_lists),
}  # fmt: skip


def print_in(way: str, made: Made) -> str:
    """The report as a tool prints it."""
    return WAYS[way](made)
