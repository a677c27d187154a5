"""Kinds of issues of editions of the form."""

from typing import Final

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.messages import Level, Message

KINDS: Final = (
    IssueKind(
        code="E301",
        level=Level.WARNING,
        words=Message(
            "表格混用两个版本：{rows_2019}用2019年版，{rows_2021}用2021年版；各按其表头读取。",
            "The tables mix editions, each read by its labels: {rows_2019} is on the 2019 form, "
            "{rows_2021} on the 2021 form.",
        ),
        when=Message("表格混用两个版本", "the tables mix editions"),
    ),
    IssueKind(
        code="E302",
        level=Level.ERROR,
        words=Message(
            "“{row}”：表头{found}不足以确定各列含义（应为{expected}），数值不予采用。",
            "{row}: the column labels found ({found}) do not say what the values are (expected: "
            "{expected}); none is reported.",
        ),
        when=Message("列标签不足以说明数值的含义", "column labels do not say what the values are"),
    ),
    IssueKind(
        code="E303",
        level=Level.WARNING,
        words=Message(
            "没有表头能说明所用表格版本。",
            "No label tells which edition of the form the report follows.",
        ),
        when=Message("没有表头说明版本", "no label tells the edition"),
    ),
)
