"""The words of the checks, in Chinese and in English: of rules by code, and of suggestions by reason."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from gov_disclosure.messages import Message


@frozen(kw_only=True)
class RuleWords:
    """What a rule asks for, and what is said where it fails."""

    summary: Message
    title: Message
    fails: Message


FORM: Final = Message(
    "《政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号、〔2021〕30号）",
    "the form of the annual report (国办公开办函〔2019〕60号 and 〔2021〕30号)",
)
"""Where the form stands that the rules are of."""

RULE_WORDS: Final[Mapping[str, RuleWords]] = {
    "B601": RuleWords(
        summary=Message(
            "各列的办理结果之和等于总计", "in each column of table three the results add up to their total"
        ),
        title=Message(
            "“{column}”列各项办理结果之和等于（七）总计",
            "the results of the column {column} add up to （七）总计",
        ),
        fails=Message(
            "“{column}”列：各项办理结果之和为{left}，（七）总计为{right}，相差{difference}。",
            "Column {column}: the results add up to {left}, （七）总计 says {right}; "
            "they differ by {difference}.",
        ),
    ),
    "B602": RuleWords(
        summary=Message(
            "各列第一项加第二项之和等于第三项加第四项之和", "in each column of table three 一 + 二 = 三 + 四"
        ),
        title=Message(
            "“{column}”列第一项加第二项之和等于第三项加第四项之和",
            "in the column {column} 一 + 二 = 三（七）+ 四",
        ),
        fails=Message(
            "“{column}”列：第一项加第二项之和为{left}，第三项加第四项之和为{right}，相差{difference}。",
            "Column {column}: 一 and 二 add up to {left}, 三（七）and 四 to {right}; "
            "they differ by {difference}.",
        ),
    ),
    "B603": RuleWords(
        summary=Message(
            "各行的申请人之和等于总计", "in each row of table three the applicants add up to the total"
        ),
        title=Message(
            "“{row}”一行各类申请人之和等于总计", "the applicants of the row {row} add up to its 总计"
        ),
        fails=Message(
            "“{row}”：各类申请人之和为{left}，总计为{right}，相差{difference}。",
            "{row}: the applicants add up to {left}, 总计 says {right}; they differ by {difference}.",
        ),
    ),
    "B604": RuleWords(
        summary=Message(
            "复议诉讼各部分的结果之和等于总计", "in each part of table four the outcomes add up to the total"
        ),
        title=Message("“{row}”各种结果之和等于总计", "the outcomes of {row} add up to its 总计"),
        fails=Message(
            "“{row}”：各种结果之和为{left}，总计为{right}，相差{difference}。",
            "{row}: the outcomes add up to {left}, 总计 says {right}; they differ by {difference}.",
        ),
    ),
}
"""By the rule's code."""

NOT_ASSESSABLE: Final[Mapping[bool | None, Message]] = {
    None: Message(
        "{title}：有{absent}个单元格没有数值，无法核对。",
        "{title}: can't be assessed, {absent} cell(s) have no number.",
    ),
    True: Message(
        "{title}：有{absent}个空白单元格；只有将空白视为0时才成立。",
        "{title}: holds only if the {absent} empty cell(s) are 0.",
    ),
    False: Message(
        "{title}：有{absent}个空白单元格；即使将空白视为0也不成立。",
        "{title}: can't be assessed, {absent} cell(s) are empty; with 0 in them it would not hold.",
    ),
}
"""By whether the rule would hold with 0 in the empty cells, if that is all it lacks."""

REASONS: Final[Mapping[str, Message]] = {
    "digit_dropped": Message("漏写一位数字", "a digit is missing"),
    "digit_doubled": Message("一位数字重复", "a digit is doubled"),
    "digits_swapped": Message("两位数字颠倒", "two digits are swapped"),
    "number_split": Message("一个数被拆到相邻两格", "one number stands in two cells"),
    "neighbours_swapped": Message("相邻两格互换", "two neighbours are swapped"),
    "total_not_updated": Message("合计未随某一项更新", "the sum was not updated for one of its parts"),
    "implied_zero": Message("空白应为0，合计才成立", "the sums hold only if the empty cell is 0"),
    "determined": Message("合计只允许这一数值", "the sums allow only this figure"),
    "arithmetic": Message("合计要求如此", "the sums ask for it"),
}
"""Why a figure may have to be another one, by the reason's name."""
