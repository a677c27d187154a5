"""The words of the examples of the rules, in Chinese and in English."""

from collections.abc import Mapping
from typing import Final

from gov_disclosure.model.messages import Message

CHANGED: Final = Message(
    "“{row}”{column}由{before}改为{after}。", "“{row}” {column} is {after} instead of {before}."
)
"""One cell is changed in a report in which all sums hold."""

PROSE: Final[Mapping[str, Message]] = {
    code: Message(text, text)
    for code, text in {
        "N701": "全年共收到政府信息公开申请4件。",
        "N702": "对收到的申请，予以公开2件。",
        "N703": "收到政府信息公开申请3件，其中自然人申请2件。",
        "N704": "未发生因政府信息公开引起的行政复议。",
        "N705": "全年制发行政规范性文件3件。",
        "N706": "全年作出行政处罚决定50余件。",
        "N707": "行政事业性收费12000元。",
        "N708": "对收到的申请，予以公开3件，占50%。",
    }.items()
}
"""What the prose says of the same report, by the rule's code."""

PANEL: Final[Mapping[str, Message]] = {
    "P800": Message("报告的标题中没有机关名称。", "The report's title names no issuer."),
    "P801": Message(
        "上一年度的报告结转下年度2件，本年度的报告上年结转0件。",
        "A report carries forward 2 requests, the next year's carries over 0.",
    ),
    "P802": Message(
        "两个年度的报告均制发1件、废止0件、现行有效9件。",
        "Reports of two years issue 1 document, repeal 0, and have 9 in force.",
    ),
    "P803": Message(
        "汇总报告新收申请5件，所列单位的报告新收3件。",
        "A parent's report has 5 new requests, that of the body named as its child 3.",
    ),
    "P804": Message(
        "同一年度的两份报告，行政处罚分别为5件和6件。", "Two reports of one year have 5 and 6 penalties."
    ),
    "P805": Message("两个年度的报告，总体情况的文字相同。", "Reports of two years have the same overview."),
}
"""What the reports of an example have, by the rule's code."""

COPIED: Final[Mapping[str, Message]] = {
    "issuer": Message("青溪县教育局", "青溪县教育局"),
    "parent": Message("青溪县人民政府", "青溪县人民政府"),
    "text": Message(
        "我局把公开栏目的更新责任落到具体岗位，由办公室每月初核对目录，逾期没有更新的当面提醒。"
        "答复书起草以后先由法制审核人员看依据是否齐全，再由分管负责人签发，寄出的当天在登记簿上记明日期。"
        "查阅点添置了放大镜和老花镜，工作人员帮助年纪大的群众检索和打印，不收取任何费用。",
        "",
    ),
}
"""Names that nobody has, and text that was written for this."""

CATALOGUE: Final[Mapping[str, Message]] = {
    "title": Message("核对规则", "Rules"),
    "intro": Message(
        "本页由代码生成：`gov-disclosure rules`。例子以一份各项合计均成立的2021年版报告为基础，"
        "其中自然人申请3件，全部予以公开。单元格没有数值时，规则“无法核对”并加以说明；空白不等于0。",
        "This page is generated: `gov-disclosure rules --lang en`. The examples start from a report on the "
        "2021 form in which all sums hold: 3 requests of natural persons, all granted. Where a cell has no "
        "number a rule is not assessable, and says so; a blank is not 0.",
    ),
    "B": Message("勾稽关系（`check`）", "Balances of the form (`check`)"),
    "N": Message("文字与表格（`check`）", "Prose and tables (`check`)"),
    "P": Message("多份报告之间（`panel`）", "Across reports (`panel`)"),
    "source": Message("依据：", "Source: "),
    "example": Message("例：", "Example: "),
}
"""The words of the catalogue's page."""
