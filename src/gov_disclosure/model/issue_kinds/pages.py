"""Kinds of issues of pages of which no text, or not all, can be read."""

from typing import Final

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.messages import Level, Message

KINDS: Final = (
    IssueKind(
        code="D113",
        level=Level.WARNING,
        words=Message(
            "第{page}页有图片，其中若有文字和表格，均未读取。",
            "Page {page} has a picture; text and tables in it are not read.",
        ),
        when=Message(
            "PDF的一页是扫描件，或有大幅图片", "a page of a PDF that is a scan, or has a large picture"
        ),
    ),
    IssueKind(
        code="D114",
        level=Level.WARNING,
        words=Message(
            "第{page}页所用字体没有说明字符对应的文字，该页未读取。",
            "The fonts of page {page} do not say what their characters mean; it is not read.",
        ),
        when=Message(
            "PDF的一页没有可用的文字层（复制出来是乱码）",
            "a page of a PDF whose text can't be told (what is copied of it is garbled)",
        ),
    ),
)
