"""The words of the checks, in Chinese and in English: of rules, of what they find, and of suggestions."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from gov_disclosure.model.messages import Message


@frozen(kw_only=True)
class IdentityWords:
    """What a rule asks for of one row or column, and what is said where it fails."""

    title: Message
    fails: Message


FORM: Final = Message(
    "《政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号、〔2021〕30号）",
    "the form of the annual report (国办公开办函〔2019〕60号 and 〔2021〕30号)",
)
"""Where the form stands that the rules are of."""

WITHIN: Final = Message("同一份报告的文字与表格", "the prose and the tables of one report")
"""Where the two stand that are compared."""
BALANCES: Final = Message("以上各项勾稽关系", "the balances above, taken together")
"""What tells which cell is wrong."""

SUMMARIES: Final[Mapping[str, Message]] = {
    "B601": Message(
        "各列的办理结果之和等于总计", "in each column of table three the results add up to their total"
    ),
    "B602": Message(
        "各列第一项加第二项之和等于第三项加第四项之和", "in each column of table three 一 + 二 = 三 + 四"
    ),
    "B603": Message(
        "各行的申请人之和等于总计", "in each row of table three the applicants add up to the total"
    ),
    "B604": Message(
        "复议诉讼各部分的结果之和等于总计", "in each part of table four the outcomes add up to the total"
    ),
    "B605": Message(
        "合计不成立时，指出改动最少的一组单元格",
        "where sums fail, the fewest cells whose change makes all of them hold",
    ),
    "N701": Message(
        "文字所述申请的收到、办结和结转数量与表格一致",
        "the prose and the tables agree on requests received, answered and carried on",
    ),
    "N702": Message(
        "文字所述各类办理结果的数量与表格一致", "the prose and the tables agree on requests by result"
    ),
    "N703": Message(
        "文字所述各类申请人的申请数量与表格一致", "the prose and the tables agree on requests by applicant"
    ),
    "N704": Message(
        "文字所述行政复议和行政诉讼的数量与表格一致",
        "the prose and the tables agree on reconsiderations and lawsuits",
    ),
    "N705": Message(
        "文字所述规章和规范性文件的数量与表格一致",
        "the prose and the tables agree on rules and normative documents",
    ),
    "N706": Message(
        "文字所述行政许可、处罚和强制的数量与表格一致",
        "the prose and the tables agree on licences, penalties and compulsion",
    ),
    "N707": Message(
        "文字所述收费和采购的数额与表格一致", "the prose and the tables agree on fees and procurement"
    ),
    "N708": Message("文字所述所占比例与表格一致", "the prose and the tables agree on shares in per cent"),
}
"""What each rule of the catalogue asks for, by its code, in the order of the catalogue."""

IDENTITIES: Final[Mapping[str, IdentityWords]] = {
    "B601": IdentityWords(
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
    "B602": IdentityWords(
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
    "B603": IdentityWords(
        title=Message(
            "“{row}”一行各类申请人之和等于总计", "the applicants of the row {row} add up to its 总计"
        ),
        fails=Message(
            "“{row}”：各类申请人之和为{left}，总计为{right}，相差{difference}。",
            "{row}: the applicants add up to {left}, 总计 says {right}; they differ by {difference}.",
        ),
    ),
    "B604": IdentityWords(
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

BLAME: Final[Mapping[str, Message]] = {
    "unique_one": Message(
        "{failing}项合计不成立，只有改动这一个单元格才能使其全部成立：{changes}。",
        "{failing} sum(s) fail, and only this one cell can make them hold: {changes}.",
    ),
    "unique_several": Message(
        "{failing}项合计不成立，至少有{count}个单元格有误；改动最少的办法只有一种：{changes}。",
        "{failing} sum(s) fail, at least {count} cells are wrong, and one set of so few explains it: "
        "{changes}.",
    ),
    "tied_one": Message(
        "{failing}项合计不成立，改动一个单元格即可，但有{sets}个单元格都可能，仅凭合计无法判断是哪一个：{changes}{more}。",
        "{failing} sum(s) fail, and one cell can make them hold, but it may be any of {sets}; "
        "arithmetic can't tell which: {changes}{more}.",
    ),
    "tied_several": Message(
        "{failing}项合计不成立，至少有{count}个单元格有误，有{sets}种可能，仅凭合计无法判断是哪一种：{changes}{more}。",
        "{failing} sum(s) fail, at least {count} cells are wrong, and {sets} sets of so few would explain it; "
        "arithmetic can't tell which: {changes}{more}.",
    ),
    "unknown": Message(
        "{failing}项合计不成立；在规定时间内未能找出有误的单元格。",
        "{failing} sum(s) fail; which cells are wrong was not found in the time given.",
    ),
    "extra": Message(
        "{failing}项合计不成立，不止一个单元格有误；要找出是哪些，请安装scipy（gov-disclosure[localize]）。",
        "{failing} sum(s) fail and more than one cell is wrong; to find which, install scipy: "
        'pip install "gov-disclosure[localize]".',
    ),
    "because": Message("{change}（可能{reason}）", "{change} (perhaps {reason})"),
    "told": Message("{change}（与文字所述一致）", "{change} (as the prose says)"),
    "any": Message("其他数值", "another figure"),
    "more": Message("；等等", "; and more"),
    "and": Message("，", ", "),
    "or": Message("；或", "; or "),
}
"""Which cells may be wrong, by certainty and number; and the words within."""

CHANGE: Final = Message("“{row}”{column}：{written}→{figure}", "“{row}” {column}: {written} → {figure}")
"""A cell, what is written in it, and what the sums ask for."""

CLAIM: Final[Mapping[str, Message]] = {
    "fails": Message("文字“{text}”与表格不符：表格中{tables}。", "“{text}”, but in the tables {tables}."),
    "not_assessable": Message(
        "文字“{text}”无法与表格核对：表格中{tables}。",
        "“{text}” can't be compared with the tables: {tables}.",
    ),
    "says": Message("{part}为{number}", "{part} is {number}"),
    "lacks": Message("{part}没有数值", "{part} has no number"),
    "share": Message("{part}占{whole}的比例", "{part} of {whole}"),
    "cell": Message("“{row}”{column}", "“{row}” {column}"),
    "cells": Message(
        "“{row}”{column}等{count}个单元格之和", "the sum of {count} cells from “{row}” {column} on"
    ),
    "or": Message("，", ", "),
}
"""What a claim and the tables say of each other."""
