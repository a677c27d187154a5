"""Values in quotation marks, separated by tabs or bars (exports of databases)."""

from gov_disclosure.layouts.finders import QUOTED
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.messages import Message

LAYOUT = LayoutKind(
    code="quoted",
    looks=Message(
        "以制表符或竖线分隔、文字加引号的数值（数据库导出）",
        "values in quotation marks, separated by tabs or bars (exports of databases)",
    ),
    finder=QUOTED,
)
