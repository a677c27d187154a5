"""A data frame as pandas prints it: columns numbered, ``NaN`` or ``None`` in empty cells."""

from gov_disclosure.layouts.finders import FRAMED
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.messages import Message

LAYOUT = LayoutKind(
    code="pandas",
    looks=Message(
        "pandas打印的表格：各列右对齐，空单元格为`NaN`或`None`",
        "a data frame that pandas prints: cells at the right of their columns, `NaN` or `None` for empty ones",
    ),
    finder=FRAMED,
)
