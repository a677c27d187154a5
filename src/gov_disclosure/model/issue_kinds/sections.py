"""Kinds of issues of sections."""

from typing import Final

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.messages import Level, Message

KINDS: Final = (
    IssueKind(
        code="S202",
        level=Level.INFO,
        words=Message(
            "标题“{found}”按第{number}部分“{heading}”读取。",
            'The heading "{found}" is read as that of section {number} ({heading}).',
        ),
        when=Message(
            "标题的文字或序号与规定不同", "a heading in other words or with another numeral than the form's"
        ),
    ),
)
