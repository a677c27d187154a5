"""Kinds of issues of what a file has beside its text: changes that are tracked, pictures, notes."""

from typing import Final

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.messages import Level, Message

KINDS: Final = (
    IssueKind(
        code="D110",
        level=Level.WARNING,
        words=Message(
            "文件有{count}处修订尚未接受或拒绝，按全部接受后的内容读取。",
            "The file has {count} tracked changes; it is read as if all were accepted.",
        ),
        when=Message("Word文档有未处理的修订", "a Word document with tracked changes"),
    ),
    IssueKind(
        code="D111",
        level=Level.WARNING,
        words=Message(
            "此处有{count}幅图片或嵌入的对象，其中若有表格和文字，均未读取。",
            "{count} picture(s) or embedded object(s) stand here; a table or text in them is not read.",
        ),
        when=Message(
            "文件中有图片或嵌入的对象，可能是以图片代替的表格",
            "pictures or embedded objects, which may stand in the place of tables",
        ),
    ),
    IssueKind(
        code="D112",
        level=Level.INFO,
        words=Message(
            "文件有{count}条脚注或尾注，其内容未读取。",
            "The file has {count} footnote(s) or endnote(s), which are not read.",
        ),
        when=Message("Word文档有脚注或尾注", "a Word document with footnotes or endnotes"),
    ),
)
