"""A data frame as polars prints it: box characters, a row of types below the names, ``null`` in empty cells."""

from gov_disclosure.layouts.finders import FRAMED_IN_BOXES
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.messages import Message

LAYOUT = LayoutKind(
    code="polars",
    looks=Message(
        "polars打印的表格：用制表符号画成，列名之下有类型，空单元格为`null`",
        "a data frame that polars prints: in box characters, types below the names, `null` for empty cells",
    ),
    finder=FRAMED_IN_BOXES,
)
