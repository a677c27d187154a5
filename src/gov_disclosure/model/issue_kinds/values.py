"""Kinds of issues of what stands in cells."""

from typing import Final

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.messages import Level, Message

KINDS: Final = (
    IssueKind(
        code="V501",
        level=Level.ERROR,
        words=Message(
            "“{row}”：“{text}”不是数字。",
            '{row}: "{text}" is not a number.',
        ),
        when=Message("不是数字", "no number"),
    ),
    IssueKind(
        code="V502",
        level=Level.ERROR,
        words=Message(
            "“{row}”：单元格“{text}”中有多个数字。",
            '{row}: the cell "{text}" holds more than one number.',
        ),
        when=Message("有多个数字", "several numbers"),
    ),
    IssueKind(
        code="V503",
        level=Level.ERROR,
        words=Message(
            "“{row}”：“{text}”不是该列可填的数值。",
            '{row}: "{text}" is no number that can stand in this column.',
        ),
        when=Message("不是该列可填的数值", "a number that can't stand in its column"),
    ),
    IssueKind(
        code="V506",
        level=Level.WARNING,
        words=Message(
            "“{row}”：单元格单位为{found}，表头为{expected}；保留所写数值和单位。",
            "{row}: the cell says {found}, its column {expected}; number and unit are kept as written.",
        ),
        when=Message("单元格的单位与列标签的不同", "the cell's unit is not its column's"),
    ),
    IssueKind(
        code="V507",
        level=Level.ERROR,
        words=Message(
            "“{row}”：“{text}”中的数字被划去、改为上标，或带有含义不明的标记。",
            '{row}: the number in "{text}" is struck, raised, hidden, or has a mark of unknown meaning.',
        ),
        when=Message(
            "数字被划去、为上标或带有含义不明的标记", "a number struck, raised, or with an unknown mark"
        ),
    ),
    IssueKind(
        code="V508",
        level=Level.ERROR,
        words=Message(
            "“{row}”一行的数字似逐位重复（常见于粗体字的转换），无法确定原值。",
            "The digits of the row {row} seem to be printed twice, as bold type comes out; what they were is "
            "uncertain.",
        ),
        when=Message("一行的数字似逐位重复", "digits of a row that seem to be printed twice"),
    ),
    IssueKind(
        code="V509",
        level=Level.ERROR,
        words=Message(
            "“{row}”一行相邻的相同数值可能是同一合并单元格的数值逐格重复，无法确定。",
            "Equal numbers side by side in the row {row} may be the one of a merged cell, written into all "
            "places that it spans: its sum fails with all of them.",
        ),
        when=Message("合并单元格的数值似被逐格重复", "the number of a merged cell in all places that it spans"),
    ),
)
