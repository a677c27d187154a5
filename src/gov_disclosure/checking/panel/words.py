"""The words of the checks across reports, in Chinese and in English: of rules by code, and what they share."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from gov_disclosure.checking.rule_words import FORM, NOT_ASSESSABLE
from gov_disclosure.model.messages import Message


@frozen(kw_only=True)
class PanelWords:
    """What a rule across reports asks for, where that is said, and what is said where it fails."""

    summary: Message
    fails: Message
    source: Message


_ONE_REPORT: Final = Message(
    "《中华人民共和国政府信息公开条例》第四十九条、第五十条",
    "articles 49 and 50 of the regulations on open government information: one report for each year",
)
_NAMED: Final = Message("核对人指明的汇总关系", "the caller, who names whose figures are added up")
_HINT: Final = Message(
    "供读者参考，不是格式的要求", "a hint for a reader; the form asks for nothing of the kind"
)

PANEL_WORDS: Final[Mapping[str, PanelWords]] = {
    "P800": PanelWords(
        summary=Message("报告写明机关名称和年度", "each report names its issuer and its year"),
        fails=Message(
            "没有机关名称或年度，未与其他报告核对。",
            "The report names no issuer or no year; it was not checked against others.",
        ),
        source=_ONE_REPORT,
    ),
    "P801": PanelWords(
        summary=Message(
            "上一年度报告结转下年度的申请数等于本年度报告上年结转的申请数",
            "what a report carries forward is what the next year's report carries over",
        ),
        fails=Message(
            "{issuer}“{column}”列：{before}年报告“{forward}”为{left}，{year}年报告“{over}”为{right}，"
            "相差{difference}。",
            "{issuer}, column {column}: {forward} of {before} is {left}, {over} of {year} is {right}; "
            "they differ by {difference}.",
        ),
        source=FORM,
    ),
    "P802": PanelWords(
        summary=Message(
            "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
            "documents in force are those of the year before, plus those issued, less those repealed",
        ),
        fails=Message(
            "{issuer}“{row}”：{year}年现行有效件数为{left}，{before}年现行有效件数加{year}年制发件数减废止件数为{right}，"
            "相差{difference}。清理文件后重新统计也会造成差异，请核实。",
            "{issuer}, {row}: {left} are in force in {year}; those of {before}, plus issued, less repealed, "
            "make {right}; they differ by {difference}. A new count after a clean-up may be the reason.",
        ),
        source=FORM,
    ),
    "P803": PanelWords(
        summary=Message(
            "汇总报告的数值等于所列各单位报告的数值之和",
            "a parent's figures are the sum of those of the bodies named as its children",
        ),
        fails=Message(
            "{issuer}{year}年“{row}”“{column}”为{left}，所列{count}个单位之和为{right}，相差{difference}。",
            "{issuer} {year}, {row}, {column}: it says {left}, the bodies named ({count}) add up to {right}; "
            "they differ by {difference}.",
        ),
        source=_NAMED,
    ),
    "P804": PanelWords(
        summary=Message(
            "同一机关同一年度的报告数值相同", "reports of one issuer and year have the same figures"
        ),
        fails=Message(
            "{issuer}{year}年的报告不止一份，这两份有{count}个单元格不同，其中{numbers}个写有不同的数值。",
            "There is more than one report of {issuer} for {year}; these two differ in {count} cell(s), "
            "in {numbers} of them by figures.",
        ),
        source=_ONE_REPORT,
    ),
    "P805": PanelWords(
        summary=Message(
            "文字部分与其他年度、其他机关的报告不同",
            "the text is not that of another year's report, or of another office's",
        ),
        fails=Message(
            "{issuer}{year}年报告的文字有{share}%与{other}{before}年报告相同（不计数字），"
            "最长的一段有{longest}字；{figures}",
            "{share}% of the text of {issuer} for {year} stands in the report of {other} for {before} too "
            "(digits apart), the longest passage has {longest} characters; {figures}",
        ),
        source=_HINT,
    ),
}
"""By the rule's code."""

TITLES: Final[Mapping[str, Message]] = {
    "P801": Message(
        "{issuer}“{column}”列：{before}年结转下年度的申请数等于{year}年上年结转的申请数",
        "{issuer}, column {column}: what {before} carries forward is what {year} carries over",
    ),
    "P802": Message(
        "{issuer}“{row}”：{year}年现行有效件数等于{before}年现行有效件数加{year}年制发件数减废止件数",
        "{issuer}, {row}: in force in {year} are those of {before}, plus issued, less repealed",
    ),
    "P803": Message(
        "{issuer}{year}年“{row}”“{column}”等于所列{count}个单位之和",
        "{issuer} {year}, {row}, {column}: the sum of the bodies named ({count})",
    ),
}
"""What a rule about sums asks for of one case; NO_FIGURE begins with it."""

NO_FIGURE: Final[Mapping[bool | None, Message]] = {
    **NOT_ASSESSABLE,
    # Reports of one year may disagree on a number.
    None: Message(
        "{title}：有{absent}个单元格没有确定的数值，无法核对。",
        "{title}: can't be assessed, {absent} cell(s) have no certain figure.",
    ),
}
"""By whether the rule would hold with 0 in the empty cells, if that is all it lacks."""

GAP: Final = Message(
    "{issuer}：没有{missing}年的报告，{before}年与{year}年无法核对（{summary}）。",
    "{issuer}: there is no report for {missing}; {before} and {year} can't be compared ({summary}).",
)
NO_REPORT: Final = Message(
    "{issuer}{year}年的汇总无法逐项核对：没有{names}的报告。",
    "{issuer} {year}: the sums can't be assessed in full, there is no report of {names}.",
)
NO_PARENT: Final = Message(
    "没有{issuer}的报告，其汇总无法核对。",
    "There is no report of {issuer}; its sums can't be assessed.",
)
MORE_THAN_ALL: Final = Message(
    "{issuer}{year}年“{row}”“{column}”为{left}，而所列单位中有数值的{known}个之和已达{right}，多出{difference}。",
    "{issuer} {year}, {row}, {column}: it says {left}, but those of the bodies named that have a figure "
    "({known}) make {right} already, {difference} more.",
)
SAME_FIGURES: Final = Message(
    "{issuer}{year}年的报告不止一份，这两份所有单元格相同。",
    "There is more than one report of {issuer} for {year}; all cells of these two are the same.",
)
FIGURES: Final[Mapping[str, Message]] = {
    "none": Message(
        "相同文字中没有日期、文号以外的数字。",
        "the shared text has no figures but those of dates and documents.",
    ),
    "all": Message(
        "相同文字中的{count}个数字也全部相同。", "even the {count} figure(s) in the shared text are the same."
    ),
    "some": Message(
        "相同文字中的{count}个数字有{same}个相同。",
        "of the {count} figure(s) in the shared text {same} are the same.",
    ),
}
"""What is said of the figures in shared text: those of dates and of documents' numbers don't count."""
