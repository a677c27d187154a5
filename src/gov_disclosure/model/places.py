"""Places in a file, as a person who has it open looks for them: a table's cell, or a stretch of a page."""

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.messages import Message, joined

_TABLE = Message("第{table}张表", "table {table}")
_ROW = Message("第{row}行", "row {row}")
_COLUMN = Message("第{column}列", "column {column}")
_PARAGRAPH = Message("第{paragraph}段", "paragraph {paragraph}")
_PAGE = Message("第{page}页", "page {page}")
_BOX = Message("（{box}）", "({box})")
_SHEET = Message("工作表“{sheet}”", "sheet {sheet}")
_CELL = Message("{cell}", "{cell}")


@frozen(order=True, kw_only=True, repr=False)
class Place(Brief):
    """Where something stands in a file; what a format does not have is ``None``. All numbers count from 1."""

    page: int | None = None
    """Of a PDF."""
    box: tuple[int, ...] = ()
    """Left, top, right and bottom on that page, in points from its upper left corner; or empty."""
    sheet: str | None = None
    """Of a workbook."""
    table: int | None = None
    """As the program that shows the file counts them."""
    row: int | None = None
    column: int | None = None
    """Of the table, as that program counts them: a merged cell is one."""
    paragraph: int | None = None
    """Of what stands in no table."""

    def __attrs_post_init__(self) -> None:
        for number in (self.page, self.table, self.row, self.column, self.paragraph):
            if number is not None and (type(number) is not int or number < 1):
                raise GovDisclosureError(error_text("file_place", number=number))

    @property
    def said(self) -> Message:
        """In words: 第3张表第25行第7列."""
        facts = {
            "page": self.page,
            "box": ", ".join(map(str, self.box)),
            "sheet": self.sheet,
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "paragraph": self.paragraph,
            "cell": "",
        }
        if self.sheet is not None and self.row and self.column:
            # So a workbook calls it.
            facts |= {"cell": f"{_letters(self.column)}{self.row}", "row": None, "column": None}
        words = {
            "sheet": _SHEET, "cell": _CELL, "page": _PAGE, "table": _TABLE, "row": _ROW, "column": _COLUMN,
            "paragraph": _PARAGRAPH, "box": _BOX,
        }  # fmt: skip
        parts = [word.fill(facts) for name, word in words.items() if facts[name]]
        return joined(parts, Message("", " "))


def _letters(column: int) -> str:
    """What a workbook calls a column: a letter, or more of them."""
    letters = ""
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
