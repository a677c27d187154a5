"""Words that several rules share: what says so, and that a number is not there."""

from collections.abc import Mapping
from typing import Final

from gov_disclosure.model.messages import Message

FORM: Final = Message(
    "《政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号、〔2021〕30号）",
    "the form of the annual report (国办公开办函〔2019〕60号 and 〔2021〕30号)",
)
"""Where the form stands that a rule is of."""
WITHIN: Final = Message("同一份报告的文字与表格", "the prose and the tables of one report")
"""Where the two stand that are compared."""
ONE_REPORT: Final = Message(
    "《中华人民共和国政府信息公开条例》第四十九条、第五十条",
    "articles 49 and 50 of the regulations on open government information: one report for each year",
)
"""What says that each body has one report a year."""

NOT_COUNTED: Final = Message(
    "有{absent}个单元格没有数值，未计入；计入后只会相差更多。",
    " {absent} cell(s) have no number and are not counted; with them they could only differ by more.",
)
"""Behind what fails by the numbers that are there."""

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
