"""Kinds of issues of the document as a whole: title, issuer, year, encoding."""

from typing import Final

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.messages import Level, Message

BY_MARK: Final = Message("由字节顺序标记得知", "as its byte order mark says")
BY_GUESS: Final = Message("无标记，由内容推断", "which no mark says; it was guessed from the text")
"""How a file's encoding became known."""

OLDER_FORM: Final = "D109"
OLDER_FORMS: Final = {
    "OLDER_TABLE": Message(
        "统计表（2014—2018年度使用）", "the table of statistics that reports on 2014 to 2018 have"
    ),
    "OLDER_PARTS": Message(
        "文字报告（2008—2018年度使用）", "the parts in prose that reports on 2008 to 2018 have"
    ),
}
"""The forms before today's, by the token that a text on one begins with."""

KINDS: Final = (
    IssueKind(
        code="D101",
        level=Level.WARNING,
        words=Message(
            "未找到报告标题。",
            "No title of the report was found.",
        ),
        when=Message("没有标题", "no title"),
    ),
    IssueKind(
        code="D102",
        level=Level.WARNING,
        words=Message(
            "标题中没有发布机关名称。",
            "The title names no issuer.",
        ),
        when=Message("标题中没有机关", "no issuer in the title"),
    ),
    IssueKind(
        code="D103",
        level=Level.WARNING,
        words=Message(
            "标题、引言和落款日期中均未找到报告年度。",
            "No year was found in the title, the introduction or a date line.",
        ),
        when=Message("没有年度", "no year"),
    ),
    IssueKind(
        code="D104",
        level=Level.WARNING,
        words=Message(
            "报告年度不一致：标题为{title_year}，引言为{text_year}；采用标题的年度。",
            "The years disagree: {title_year} in the title, {text_year} in the introduction; the title's "
            "is taken.",
        ),
        when=Message("标题与引言的年度不一致", "title and introduction disagree on the year"),
    ),
    IssueKind(
        code="D105",
        level=Level.INFO,
        words=Message(
            "报告年度{year}由落款日期推断：年度报告在次年第一季度发布。",
            "The year {year} is inferred from the date line: reports appear in the first months of the next.",
        ),
        when=Message("年度由落款日期推断", "the year is inferred from a date line"),
    ),
    IssueKind(
        code="D106",
        level=Level.WARNING,
        words=Message(
            "文中有不同年度的标题（{years}），无法确定报告年度。",
            "Titles of different years stand in the text ({years}); which is this report's cannot be told.",
        ),
        when=Message("有不同年度的标题", "titles of several years"),
    ),
    IssueKind(
        code="D107",
        level=Level.INFO,
        words=Message(
            "文件编码为{encoding}（{how}），不是UTF-8。",
            "The file is not in UTF-8 but in {encoding}, {how}.",
        ),
        when=Message(
            "文件不是UTF-8编码：注明其编码，以及由标记得知还是推断",
            "the file is not in UTF-8: its encoding, and whether a mark told it or it was guessed",
        ),
    ),
    IssueKind(
        code="D108",
        level=Level.WARNING,
        words=Message(
            "文中有不同机关的标题（{issuers}），无法确定是哪一机关的报告。",
            "Titles of different bodies stand in the text ({issuers}); whose report this is cannot be told.",
        ),
        when=Message("有不同机关的标题", "titles of several bodies"),
    ),
    IssueKind(
        code=OLDER_FORM,
        level=Level.ERROR,
        words=Message(
            "报告采用现行格式之前的{form}，其项目与现行表格不同，不读取任何部分和数值。",
            "The report is on a form before today's, {form}; its items are other ones, so no section and no "
            "number is read.",
        ),
        when=Message(
            "报告采用现行格式之前的格式（2014—2018年的统计表，或2008—2018年的文字报告）",
            "a form before today's: the statistics of 2014 to 2018, or the prose of 2008 to 2018",
        ),
    ),
)
