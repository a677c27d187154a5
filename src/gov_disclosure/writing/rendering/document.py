"""A report as a document: title, introduction, sections, and its tables in place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import Final

from attrs import frozen

from gov_disclosure.model.grid import Grid
from gov_disclosure.model.report import Report
from gov_disclosure.writing.rendering.drawn import DRAWN, page_rows
from gov_disclosure.writing.rendering.grid import grid_of, without_spaces
from gov_disclosure.writing.rendering.layouts import Layout
from gov_disclosure.writing.rendering.marked import MARKED
from gov_disclosure.writing.rendering.skeleton import DISPUTES, PROACTIVE, REQUESTS
from gov_disclosure.writing.rendering.width import broken

_TABLES: Final[Mapping[int, str]] = {2: PROACTIVE, 3: REQUESTS, 4: DISPUTES}
_SECTIONS: Final = range(1, 7)

_PAGE_WIDTH: Final = 76
_PAGE_LINES: Final = 40


def render(report: Report, layout: Layout | str = Layout.MARKDOWN) -> str:
    """Write a report as a document whose tables are set in ``layout``; the inverse of :func:`parse`.

    Numbers are written plainly, with their unit where the label of their column does not state it; blank
    cells are empty; cells marked as not applicable have their mark. Rows and tables that the source did not
    have are left out. A text that could not be read stands in its cell, that of a whole row in the first.
    Sections two to four are written as heading and table; other text in them is not.

    Raises:
        ValueError: there is no such layout.
        RenderError: a row is there in part or in two editions, or a number has a unit that no form uses.
    """
    layout = Layout(layout)
    return _WRITERS[layout](list(_blocks(report, layout)))


@frozen
class _Text:
    """A part of a document that is no table."""

    kind: str
    """title, heading or prose."""
    text: str


_Block = _Text | Grid


def _blocks(report: Report, layout: Layout) -> Iterator[_Block]:
    if report.title:
        yield _Text("title", report.title)
    if report.preamble:
        yield _Text("prose", report.preamble)
    sections = {section.number: section for section in report.sections}
    for number in _SECTIONS:
        section = sections.get(number)
        if section:
            yield _Text("heading", section.heading)
        if number in _TABLES:
            if grid := grid_of(_TABLES[number], report):
                yield without_spaces(grid) if layout.parts_by_spaces else grid
        elif section and section.text:
            yield _Text("prose", section.text)


# --- One document for each layout -------------------------------------------------------------------------


def _plain(table: Callable[[Grid], str], blocks: Sequence[_Block]) -> str:
    """Lines as they are, an empty one behind a table."""
    return "".join([f"{block.text}\n" if isinstance(block, _Text) else f"{table(block)}\n" for block in blocks])


def _apart(table: Callable[[Grid], str], blocks: Sequence[_Block]) -> str:
    """Empty lines between all parts."""
    return "\n".join([f"{block.text}\n" if isinstance(block, _Text) else table(block) for block in blocks])


_MARKS: Final = {"title": "# ", "heading": "## ", "prose": ""}


def _markdown(table: Callable[[Grid], str], blocks: Sequence[_Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            parts.append(table(block))
        else:
            lines = [line.strip() for line in block.text.splitlines()]
            parts += [f"{_MARKS[block.kind]}{line}\n" for line in lines if line]
    return "\n".join(parts)


_TAGS: Final = {"title": "h1", "heading": "h2", "prose": "p"}


def _html(table: Callable[[Grid], str], blocks: Sequence[_Block]) -> str:
    parts: list[str] = []
    title = ""
    for block in blocks:
        if isinstance(block, Grid):
            parts.append(table(block))
            continue
        tag = _TAGS[block.kind]
        lines = [escape(line.strip(), quote=False) for line in block.text.splitlines()]
        parts += [f"<{tag}>{line}</{tag}>\n" for line in lines if line]
        title = title or (parts[0] if block.kind == "title" else "")
    named = title.replace("h1>", "title>")
    head = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n{named}</head>\n<body>\n'
    return f"{head}{''.join(parts)}</body>\n</html>\n"


def _pages(blocks: Sequence[_Block]) -> str:
    """Pages of equal length, each with the running head of the report and its number; no row is parted."""
    running = next((block.text for block in blocks if isinstance(block, _Text) and block.kind == "title"), "")
    pages: list[list[str]] = [[]]
    used = 0
    for chunk in _chunks(blocks):
        height = chunk.count("\n") + 1
        if used + height > _PAGE_LINES and used:
            pages.append([running] if running else [])
            used = 0
        pages[-1].append(chunk)
        used += height
    return "".join(f"{chr(10).join(page)}\n- {number} -\n" for number, page in enumerate(pages, 1))


def _chunks(blocks: Sequence[_Block]) -> Iterator[str]:
    """What no page break parts: a line of prose, a row of a table."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from page_rows(block)
        else:
            for line in block.text.splitlines():
                yield from broken(line.strip(), _PAGE_WIDTH)


def _writer(layout: Layout) -> Callable[[Sequence[_Block]], str]:
    if layout is Layout.PDF:
        return _pages
    if layout in DRAWN:
        return partial(_apart, DRAWN[layout])
    documents = {Layout.MARKDOWN: _markdown, Layout.HTML: _html}
    return partial(documents.get(layout, _plain), MARKED[layout])


_WRITERS: Final[Mapping[Layout, Callable[[Sequence[_Block]], str]]] = {
    layout: _writer(layout) for layout in Layout
}
