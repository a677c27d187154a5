"""The body of an OpenDocument text: its paragraphs and tables as those of a Word document."""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from attrs import frozen

from gov_disclosure.sources.open_document.looks import Look, Looks
from gov_disclosure.sources.open_document.names import count
from gov_disclosure.sources.word.drawings import picture
from gov_disclosure.sources.word.run_properties import run_properties, shade

# So many blanks, rows or columns may be written as one.
_MOST: Final = 64
_WHITE: Final = re.compile(r"[ \t\r\n]+")
_PARAGRAPHS: Final = ("text:p", "text:h")
_TABLE_PARTS: Final = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
# What is not shown where it stands: what changes have taken away, what others have said beside it.
_SILENT: Final = (
    "text:tracked-changes",
    "text:sequence-decls",
    "text:variable-decls",
    "text:user-field-decls",
    "office:forms",
    "office:annotation",
    "office:annotation-end",
    "text:toc-mark",
    "text:alphabetical-index-mark",
    "text:ruby-text",
    "text:list-style",
)
_CHANGES: Final = {"text:change-start": "w:ins", "text:change": "w:del"}
_NOT_SEEN: Final = ("collapse", "filter")


@frozen(eq=False)
class Body:
    """Reads what stands one below the other, in the styles of its document."""

    looks: Looks

    def blocks(self, within: Iterable[Element]) -> Iterator[Element]:
        """The paragraphs and tables of a text, a cell or a text box."""
        for one in within:
            if one.tag in _PARAGRAPHS:
                yield self._paragraph(one)
            elif one.tag == "table:table":
                yield self._table(one)
            elif one.tag in _CHANGES:
                yield Element(_CHANGES[one.tag])
            elif one.tag in ("draw:frame", "draw:custom-shape"):
                # What hangs on a page hangs in no paragraph.
                paragraph = Element("w:p")
                paragraph.append(self._drawing(one))
                yield paragraph
            elif one.tag not in _SILENT and not _is_hidden(one):
                yield from self.blocks(one)

    # --- Paragraphs ---------------------------------------------------------------------------------------

    def _paragraph(self, one: Element) -> Element:
        paragraph = Element("w:p")
        look = self.looks.named("paragraph", one.get("text:style-name", ""))
        if "ground" in look:
            SubElement(paragraph, "w:pPr").append(shade(look["ground"]))
        if not _is_hidden(one):
            self._inline(one, look, paragraph)
        return paragraph

    def _inline(self, within: Element, look: Look, paragraph: Element) -> None:
        """Add the runs of a paragraph, or of a part of one that looks alike."""
        self._text(within.text, look, paragraph)
        for one in within:
            self._part(one, look, paragraph)
            self._text(one.tail, look, paragraph)

    def _part(self, one: Element, look: Look, paragraph: Element) -> None:
        tag = one.tag
        if tag in _SILENT or _is_hidden(one):
            return
        if tag == "text:span":
            self._inline(one, {**look, **self.looks.named("text", one.get("text:style-name", ""))}, paragraph)
        elif tag == "text:s":
            self._run(look, paragraph, "w:t", " " * count(one, "text:c", _MOST))
        elif tag == "text:tab":
            self._run(look, paragraph, "w:tab")
        elif tag == "text:line-break":
            self._run(look, paragraph, "w:br")
        elif tag == "text:note":
            self._run(look, paragraph, "w:footnoteReference")
        elif tag in _CHANGES:
            SubElement(paragraph, _CHANGES[tag])
        elif tag.startswith("draw:"):
            paragraph.append(self._drawing(one))
        else:
            self._inline(one, look, paragraph)

    def _text(self, text: str | None, look: Look, paragraph: Element) -> None:
        if text:
            self._run(look, paragraph, "w:t", _WHITE.sub(" ", text))

    def _run(self, look: Look, paragraph: Element, tag: str, text: str | None = None) -> None:
        run = SubElement(paragraph, "w:r")
        run.append(run_properties(look))
        SubElement(run, tag, {"xml:space": "preserve"}).text = text

    def _drawing(self, one: Element) -> Element:
        """What hangs in a line or on a page: text boxes, else a picture."""
        boxes = [*_boxes(one)]
        if not boxes:
            return picture(_width(one))
        drawing = Element("w:drawing")
        for box in boxes:
            SubElement(drawing, "w:txbxContent").extend(self.blocks(box))
        return drawing

    # --- Tables -------------------------------------------------------------------------------------------

    def _table(self, one: Element) -> Element:
        table = Element("w:tbl")
        above: dict[int, tuple[int, int]] = {}
        for row in _rows(one):
            for _ in range(count(row, "table:number-rows-repeated", _MOST)):
                table.append(self._row(row, above))
        return table

    def _row(self, one: Element, above: dict[int, tuple[int, int]]) -> Element:
        """A row; ``above`` has by column how far a cell reaches down yet, and how many columns it takes."""
        row = Element("w:tr")
        row.append(self._row_settings(one))
        column = 0
        for cell in one:
            if cell.tag not in ("table:table-cell", "table:covered-table-cell"):
                continue
            for _ in range(count(cell, "table:number-columns-repeated", _MOST)):
                if cell.tag == "table:table-cell":
                    across, down = (
                        count(cell, f"table:number-{what}-spanned", _MOST) for what in ("columns", "rows")
                    )
                    row.append(self._cell(cell, across, "restart" if down > 1 else ""))
                    above[column] = (down - 1, across)
                elif above.get(column, (0, 0))[0]:
                    left, across = above[column]
                    row.append(self._cell(cell, across, "continue"))
                    above[column] = (left - 1, across)
                column += 1
        return row

    def _row_settings(self, one: Element) -> Element:
        settings = Element("w:trPr")
        if one.get("table:visibility") in _NOT_SEEN:
            SubElement(settings, "w:hidden")
        height = self.looks.named("table-row", one.get("table:style-name", "")).get("height")
        if height:
            SubElement(settings, "w:trHeight", {"w:val": height, "w:hRule": "exact"})
        return settings

    def _cell(self, one: Element, across: int, down: str) -> Element:
        cell = Element("w:tc")
        settings = SubElement(cell, "w:tcPr")
        if across > 1:
            SubElement(settings, "w:gridSpan", {"w:val": str(across)})
        if down:
            SubElement(settings, "w:vMerge", {"w:val": down})
        ground = self.looks.named("table-cell", one.get("table:style-name", "")).get("ground")
        if ground:
            settings.append(shade(ground))
        cell.extend(self.blocks(one))
        return cell


def _rows(within: Element) -> Iterator[Element]:
    for one in within:
        if one.tag == "table:table-row":
            yield one
        elif one.tag in _TABLE_PARTS:
            yield from _rows(one)


def _is_hidden(one: Element) -> bool:
    """Whether a section, a paragraph or a text is told not to be shown, or only if something holds."""
    if one.tag == "text:section":
        return one.get("text:display", "true") != "true"
    # A field in a paragraph hides all of it.
    marks = [part for part in one if part.tag == "text:hidden-paragraph"]
    marks += [one] if one.tag == "text:hidden-text" else []
    return any(mark.get("text:is-hidden") == "true" for mark in marks)


def _boxes(one: Element) -> Iterator[Element]:
    """The text boxes in a drawing; a shape is one itself."""
    if one.tag == "draw:text-box" or (one.tag != "draw:frame" and any(part.tag in _PARAGRAPHS for part in one)):
        yield one
    elif one.tag != "draw:object":
        for part in one:
            yield from _boxes(part)


def _width(one: Element) -> int | None:
    """How wide something is, in twentieths of a point."""
    said = one.get("svg:width", "")
    units = {"cm": 567.0, "mm": 56.7, "in": 1440.0, "pt": 20.0}
    try:
        return round(float(said[:-2]) * units[said[-2:]])
    except (ValueError, KeyError):
        return None
